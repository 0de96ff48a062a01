package ranvier.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Holds the colours of the style sheet to what a reader needs. */
class ThemeTest {
  /** Differences in OKLab below which two lines are hard to tell apart; 0.02 is just noticeable for large areas. */
  private static final double TELLABLE = 0.08;
  /** Linear RGB as seen without one kind of cone (Machado, Oliveira and Fernandes, 2009, severity 1). */
  private static final Map<String, double[][]> VISIONS = Map.of(
      "normal", new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
      "protanopia", new double[][] {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216},
          {-0.003882, -0.048116, 1.051998}},
      "deuteranopia", new double[][] {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413},
          {-0.011820, 0.042940, 0.968881}},
      "tritanopia", new double[][] {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602},
          {0.004733, 0.691367, 0.303900}});

  private static String css;
  private static Map<String, double[]> light;
  private static Map<String, double[]> dark;

  @BeforeAll
  static void read() throws IOException {
    try (var in = HtmlReport.class.getResourceAsStream("report.css")) {
      css = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    int darkStart = css.indexOf("@media screen and (prefers-color-scheme: dark)");
    assertTrue(darkStart > 0, "the dark theme follows the reader's preference, and is not printed");
    light = colours(css.substring(0, darkStart));
    dark = colours(css.substring(darkStart, css.indexOf("}", darkStart)));
  }

  @Test
  void bothThemesDefineTheSameColours() {
    assertEquals(light.keySet(), dark.keySet());
    assertTrue(light.keySet().containsAll(List.of("page", "card", "ink", "soft", "c0", "c7", "n0", "n1")));
  }

  @Test
  void everyVariableUsedIsDefined() {
    List<String> given = List.of("--k", "--left", "--height", "--aspect", "--least", "--most", "--bottom", "--top",
        "--low", "--dot", "--columns");
    Matcher used = Pattern.compile("var\\((--[a-z0-9-]+)").matcher(css);
    int count = 0;
    while (used.find()) {
      count++;
      assertTrue(given.contains(used.group(1)) || light.containsKey(used.group(1).substring(2)), used.group(1));
    }
    assertTrue(count > 50);
  }

  @Test
  void textIsReadableOnItsGround() {
    for (Map<String, double[]> theme : List.of(light, dark)) {
      for (String text : List.of("ink", "soft", "accent")) {
        for (String ground : List.of("page", "card", "sunk")) {
          assertContrast(theme, text, ground, 4.5);
        }
      }
      for (String verdict : List.of("good", "bad", "warn")) {
        assertContrast(theme, verdict, verdict + "-back", 4.5);
        assertContrast(theme, verdict, "card", 4.5);
      }
    }
  }

  @Test
  void seriesStandOutFromTheirGround() {
    for (Map<String, double[]> theme : List.of(light, dark)) {
      for (String series : List.of("c0", "c1", "c2", "c3", "c4", "c5", "c6", "c7", "n0", "n1")) {
        assertContrast(theme, series, "card", 3);
      }
    }
  }

  @Test
  void populationsCanBeToldApartByTheColourBlind() {
    for (Map<String, double[]> theme : List.of(light, dark)) {
      VISIONS.forEach((vision, cones) -> {
        List<double[]> seen = IntStream.range(0, 8).mapToObj(i -> okLab(times(cones, theme.get("c" + i)))).toList();
        for (int i = 0; i < 8; i++) {
          for (int j = 0; j < i; j++) {
            double distance = distance(seen.get(i), seen.get(j));
            assertTrue(distance > TELLABLE, vision + ": c" + j + " and c" + i + " differ by " + distance);
          }
        }
      });
    }
  }

  @Test
  void loadsNothing() {
    assertTrue(!css.contains("url(") && !css.contains("@import") && !css.contains("<") && !css.contains("&"));
  }

  private static void assertContrast(Map<String, double[]> theme, String name, String ground, double least) {
    double a = luminance(theme.get(name)) + 0.05;
    double b = luminance(theme.get(ground)) + 0.05;
    double contrast = Math.max(a, b) / Math.min(a, b);
    assertTrue(contrast >= least, name + " on " + ground + ": " + contrast + " in "
        + (theme == light ? "light" : "dark"));
  }

  private static Map<String, double[]> colours(String block) {
    Map<String, double[]> colours = new LinkedHashMap<>();
    Matcher m = Pattern.compile("--([a-z0-9-]+): #([0-9a-f]{6});").matcher(block);
    while (m.find()) {
      int rgb = Integer.parseInt(m.group(2), 16);
      List<Double> linear = new ArrayList<>();
      for (int shift = 16; shift >= 0; shift -= 8) {
        double c = ((rgb >> shift) & 0xFF) / 255.0;
        linear.add(c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4));
      }
      colours.put(m.group(1), linear.stream().mapToDouble(v -> v).toArray());
    }
    return colours;
  }

  private static double luminance(double[] rgb) {
    return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
  }

  /** Ottosson, 2020. */
  private static double[] okLab(double[] rgb) {
    double[] lms = times(new double[][] {{0.4122214708, 0.5363325363, 0.0514459929},
        {0.2119034982, 0.6806995451, 0.1073969566}, {0.0883024619, 0.2817188376, 0.6299787005}}, rgb);
    for (int i = 0; i < 3; i++) {
      lms[i] = Math.cbrt(Math.max(0, lms[i]));
    }
    return times(new double[][] {{0.2104542553, 0.7936177850, -0.0040720468},
        {1.9779984951, -2.4285922050, 0.4505937099}, {0.0259040371, 0.7827717662, -0.8086757660}}, lms);
  }

  private static double[] times(double[][] matrix, double[] vector) {
    double[] product = new double[3];
    for (int i = 0; i < 3; i++) {
      product[i] = Math.max(-1, matrix[i][0] * vector[0] + matrix[i][1] * vector[1] + matrix[i][2] * vector[2]);
    }
    return product;
  }

  private static double distance(double[] a, double[] b) {
    return Math.sqrt(Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2));
  }
}
