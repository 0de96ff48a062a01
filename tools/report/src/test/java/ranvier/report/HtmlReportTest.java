package ranvier.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import ranvier.scenarios.figure.Figure;
import ranvier.scenarios.figure.Figure.Axis;
import ranvier.scenarios.figure.Figure.Series;
import ranvier.scenarios.figure.Section;
import ranvier.scenarios.result.Check;
import ranvier.scenarios.result.PopulationResult;
import ranvier.scenarios.result.RunResult;

class HtmlReportTest {
  private static final String PAGE = HtmlReport.render(DemoResult.microcircuit(true), DemoResult.description(),
      DemoResult.COMMAND);

  @Test
  void isWellFormed() {
    Document page = Xml.parse(PAGE);
    assertEquals("html", page.getDocumentElement().getTagName());
    assertEquals(1, Xml.all(page, "h1").size());
    assertTrue(PAGE.startsWith("<!DOCTYPE html>"));
  }

  @Test
  void identifiersAreUniqueAndEveryReferenceHasItsTarget() {
    Document page = Xml.parse(PAGE);
    Set<String> ids = new HashSet<>();
    List<String> wanted = new ArrayList<>();
    for (Element e : Xml.all(page, "*")) {
      if (e.hasAttribute("id")) {
        assertTrue(ids.add(e.getAttribute("id")), e.getAttribute("id"));
      }
      if (e.hasAttribute("aria-labelledby")) {
        wanted.addAll(List.of(e.getAttribute("aria-labelledby").split(" ", -1)));
      }
      if (e.getAttribute("href").startsWith("#")) {
        wanted.add(e.getAttribute("href").substring(1));
      }
    }
    assertTrue(wanted.size() > 20);
    assertEquals(List.of(), wanted.stream().filter(id -> !ids.contains(id)).toList());
  }

  @Test
  void everyFigureIsNamedAndDescribedForThoseWhoCannotSeeIt() {
    Document page = Xml.parse(PAGE);
    List<Element> plots = Xml.all(page, "svg", "plot");
    assertTrue(plots.size() >= 9, "one for each figure that is not a table");
    for (Element plot : plots) {
      assertEquals("img", plot.getAttribute("role"));
      assertFalse(plot.getElementsByTagName("title").item(0).getTextContent().isBlank());
      assertFalse(plot.getElementsByTagName("desc").item(0).getTextContent().isBlank());
    }
  }

  @Test
  void needsNothingFromAnywhere() {
    for (String reference : List.of("http://", "https://", "src=", "@import", "<link", "url(h", "fetch(")) {
      assertFalse(PAGE.contains(reference), reference);
    }
    assertTrue(PAGE.contains("default-src 'none'") || PAGE.contains("default-src &#39;none&#39;"));
  }

  @Test
  void policyAdmitsThePagesOwnScript() throws Exception {
    Document page = Xml.parse(PAGE);
    String script = Xml.all(page, "script").getFirst().getTextContent();
    String hash = Base64.getEncoder().encodeToString(
        MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8)));
    assertEquals(1, Xml.all(page, "script").size());
    assertTrue(Xml.all(page, "meta").stream().anyMatch(m -> m.getAttribute("content").contains("'sha256-" + hash)));
  }

  @Test
  void saysWhatTheRunIs() {
    String text = Xml.parse(PAGE).getDocumentElement().getTextContent();
    for (String part : List.of("microcircuit", "0.1.0", "12345", "9 of 10 checks hold", "complete", "77,169",
        "298,880,968", "369,450", "1.43\u00A0billion", "6.21\u00A0s", "830\u00A0ms", "0.553", "4.6", "2.9\u00A0GiB",
        "double", "steps of 0.1 ms", "8.63 ± 0.70", "9.94", "Potjans & Diesmann 2014", "a < b & c",
        "--set background=poisson --out 'out/my run'", "5d41402abc4b2a76b9719d911017c592", "sliceMicros.p99")) {
      assertTrue(text.contains(part), part);
    }
    DemoResult.NAMES.forEach(name -> assertTrue(text.contains(name), name));
    DemoResult.microcircuit(true).sections().forEach(section -> {
      assertTrue(text.contains(section.title()));
      section.figures().forEach(figure -> assertTrue(text.contains(figure.title()), figure.title()));
    });
  }

  @Test
  void marksWhichChecksHold() {
    Document page = Xml.parse(PAGE);
    List<String> verdicts = Xml.all(page, "td", "verdict").stream().map(Element::getTextContent).toList();
    List<String> expected = DemoResult.microcircuit(true).checks().stream().map(c -> c.holds() ? "holds" : "fails")
        .toList();
    assertEquals(expected, verdicts);
  }

  @Test
  void saysThatARunWasStopped() {
    String page = HtmlReport.render(DemoResult.microcircuit(false), DemoResult.description(), DemoResult.COMMAND);
    assertTrue(page.contains("stopped early, after 1.5"));
    assertFalse(PAGE.contains("stopped early"));
  }

  @Test
  void isTheSameInEveryLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertEquals(PAGE, HtmlReport.render(DemoResult.microcircuit(true), DemoResult.description(),
      DemoResult.COMMAND));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void hostileNamesStayText() {
    String hostile = "</style><script>alert(1)</script>\"' onload=x & \u0000\u001b\ud800 ]]> <!--";
    Figure lines = new Figure.Lines(hostile, hostile, Axis.linear(hostile), Axis.linear(hostile), List.of(
        new Series(hostile, new double[] {1, 2}, new double[] {3, 4}, Series.Style.LINE),
        new Series(hostile + 2, new double[] {1}, new double[] {3}, Series.Style.POINTS)));
    Figure bars = new Figure.Bars(hostile, hostile, hostile, List.of(hostile), List.of(hostile, hostile + 2),
        new double[][] {{1, Double.NaN}}, null);
    Figure raster = new Figure.Raster(hostile, hostile, new double[] {1}, new int[] {0}, 1,
        List.of(new Figure.Raster.Band(hostile, 1)));
    Figure heat = new Figure.Heatmap(hostile, hostile, hostile, hostile, new double[][] {{1}}, List.of(hostile),
        List.of(hostile), true);
    Figure table = new Figure.Table(hostile, hostile, List.of(hostile), List.of(List.of(hostile)));
    RunResult result = new RunResult(hostile, hostile, 1, hostile, hostile, 0, 1, 0, 1, true, 0, 0, 0, 0, 0, 0, 0, 0,
        hostile, List.of(new PopulationResult(hostile, 1, 1, 1, 1, 1, 1)),
        List.of(Check.near(hostile, 1, 1, 1, hostile)), Map.of(hostile, hostile), null,
        List.of(new Section(hostile, hostile, List.of(lines, bars, raster, heat, table))), null);
    String page = HtmlReport.render(result, hostile, List.of(hostile));
    Document read = Xml.parse(page);
    assertEquals(1, Xml.all(read, "script").size());
    assertEquals(1, Xml.all(read, "style").size());
    assertTrue(Xml.all(read, "*").stream().noneMatch(e -> e.hasAttribute("onload")));
    assertEquals(hostile.replaceAll("[\u0000\u001b\ud800]", "\ufffd"), Xml.all(read, "h1").getFirst().getTextContent());
  }

  @Test
  void anEmptyRunHasAReport() {
    RunResult nothing = new RunResult("empty", "0", 0, "exact", "double", 0, 1, 0, 0, true, 0, 0, 0, 0, 0, 0, 0, 0, "",
        List.of(), List.of(), Map.of(), null, List.of(), null);
    String page = HtmlReport.render(nothing, "", List.of());
    String main = Xml.all(Xml.parse(page), "main").getFirst().getTextContent();
    assertFalse(main.contains("NaN") || main.contains("Infinity"), main);
    assertTrue(page.contains("no checks"));
  }

  @Test
  void twelveThousandDotsStaySmall() {
    int count = 12_000;
    double[] times = new double[count];
    int[] rows = new int[count];
    for (int i = 0; i < count; i++) {
      times[i] = Math.rint(10_000 * ((i * 0.618_033_988_749) % 1)) / 10;
      rows[i] = (int) (800 * ((i * 0.754_877_666_247) % 1));
    }
    Figure raster = new Figure.Raster("Spikes", "", times, rows, 800,
        List.of(new Figure.Raster.Band("I", 200), new Figure.Raster.Band("E", 600)));
    RunResult demo = DemoResult.microcircuit(true);
    int without = page(demo, List.of()).length();
    String with = page(demo, List.of(new Section("Activity", "", List.of(raster))));
    assertTrue(with.length() - without < 160_000, with.length() - without + " characters");
    assertEquals(2, Xml.all(Xml.parse(with), "path", "dots").size(), "one path for each band");
    assertTrue(PAGE.length() < 1_500_000, PAGE.length() + " characters");
  }

  @Test
  void longDescriptionsAreCutAndSaySo() {
    RunResult demo = DemoResult.microcircuit(true);
    String description = "[" + String.join(",\n", IntStream.range(0, 100_000).mapToObj(i -> "1").toList()) + "]";
    String page = HtmlReport.render(demo, description, List.of());
    assertTrue(page.contains("The first 200,000 of 300,000 characters are shown."));
    assertTrue(page.length() < PAGE.length() + 250_000);
  }

  @Test
  void replacesTheFileAndLeavesNothingElse(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("report.html");
    Files.writeString(file, "older");
    HtmlReport.write(DemoResult.microcircuit(true), DemoResult.description(), DemoResult.COMMAND, file);
    assertEquals(PAGE, Files.readString(file));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(file), files.toList());
    }
    Path nowhere = folder.resolve("missing").resolve("report.html");
    assertThrows(IOException.class, () -> HtmlReport.write(DemoResult.microcircuit(true), "", List.of(), nowhere));
    assertNotEquals("older", Files.readString(file));
  }

  private static String page(RunResult result, List<Section> sections) {
    return HtmlReport.render(with(result, sections), "", List.of());
  }

  private static RunResult with(RunResult r, List<Section> sections) {
    return new RunResult(r.scenario(), r.version(), r.seed(), r.timing(), r.precision(), r.dtMs(), r.threads(),
        r.transientMs(), r.biologicalMs(), r.complete(), r.buildSeconds(), r.simulationSeconds(), r.neurons(),
        r.synapses(), r.synapseBytes(), r.peakRssBytes(), r.spikes(), r.synapticEvents(), r.spikeHash(),
        r.populations(), r.checks(), r.metrics(), r.network(), sections, r.spikeFile());
  }
}
