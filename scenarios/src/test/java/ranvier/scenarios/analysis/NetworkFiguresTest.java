package ranvier.scenarios.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ranvier.engine.kernel.ProjectionStorage;
import ranvier.engine.network.Storage;
import ranvier.engine.record.PopulationRange;
import ranvier.engine.record.PopulationStatistics;
import ranvier.engine.record.SpikeBlock;
import ranvier.engine.record.SpikeFileHeader;
import ranvier.engine.record.SpikeFileWriter;
import ranvier.engine.record.SpikeStatistics;
import ranvier.scenarios.figure.Figure;
import ranvier.scenarios.figure.Section;

class NetworkFiguresTest {
  private static final int STEPS = 11_000;

  @TempDir Path folder;

  /** Poisson neurons of 20 Hz, 1000 ms after a transient of 100 ms. */
  private NetworkFigures poisson(int populations, double endMs, Histogram sliceNanos, double[] published)
      throws IOException {
    List<PopulationRange> ranges = new ArrayList<>();
    for (int p = 0; p < populations; p++) {
      ranges.add(new PopulationRange("P" + p, 50 * p, 50));
    }
    Path file = folder.resolve("spikes");
    SpikeFileWriter writer = new SpikeFileWriter(file, new SpikeFileHeader(0.1, false, 1100.0, ranges));
    SpikeStatistics statistics = new SpikeStatistics(ranges, 100.0, 1000.0);
    SplittableRandom random = new SplittableRandom(8);
    SpikeBlock block = new SpikeBlock(0.1, 100);
    for (int step = 1; step <= STEPS; step++) {
      for (int i = 0; i < 50 * populations; i++) {
        if (random.nextDouble() < 0.002) {
          block.add(step, 0.0, i);
        }
      }
      writer.accept(block);
      statistics.accept(block);
      block.clear();
    }
    writer.end();
    return new NetworkFigures(statistics.result(endMs), file, 100.0, endMs, published, sliceNanos, 0.1,
        List.of(new ProjectionStorage("E->I", Storage.FIXED16, 0.25, 1000, 4000),
            new ProjectionStorage("I->E", Storage.DOUBLE, 0.0, 0, 0)));
  }

  private static Histogram slices() {
    Histogram histogram = new Histogram(3);
    for (int k = 1; k <= 1000; k++) {
      histogram.recordValue(1000L * k);
    }
    return histogram;
  }

  private static Figure figure(List<Section> sections, String title) {
    return sections.stream().flatMap(s -> s.figures().stream()).filter(f -> f.title().equals(title)).findFirst()
        .orElseThrow();
  }

  private static Figure.Lines lines(List<Section> sections, String title) {
    return (Figure.Lines) figure(sections, title);
  }

  private static double area(double[] edges, double[] steps, boolean log) {
    double sum = 0.0;
    for (int k = 0; k + 1 < edges.length; k++) {
      sum += steps[k] * (log ? Math.log10(edges[k + 1] / edges[k]) : 1.0);
    }
    return sum;
  }

  @Test
  void aReportHasItsSections() throws IOException {
    List<Section> sections = poisson(2, 1100.0, slices(), new double[] {20.0, Double.NaN}).sections();
    assertEquals(List.of("Spikes", "Rates and regularity", "Rhythms", "Time per slice", "Synapses in memory"),
        sections.stream().map(Section::title).toList());
    assertTrue(sections.get(0).figures().get(0) instanceof Figure.Raster);
    for (Section s : sections) {
      for (Figure f : s.figures()) {
        assertFalse(f.caption().contains("%"), f.caption());
      }
    }
  }

  @Test
  void ratesStandBesideThePublished() throws IOException {
    NetworkFigures figures = poisson(2, 1100.0, slices(), new double[] {19.5, Double.NaN});
    Figure.Bars bars = (Figure.Bars) figure(figures.sections(), "Mean rates");
    assertEquals(List.of("P0", "P1"), bars.groups());
    assertEquals(List.of("this run", "published"), bars.series());
    assertArrayEquals(new double[] {figures.populations().get(0).rateMeanHz(), 19.5}, bars.values()[0]);
    assertTrue(Double.isNaN(bars.values()[1][1]));
  }

  @Test
  void activityIsTheRateInItsBins() throws IOException {
    NetworkFigures figures = poisson(2, 1100.0, slices(), null);
    Figure.Lines activity = lines(figures.sections(), "Population activity");
    for (int p = 0; p < 2; p++) {
      Figure.Series s = activity.series().get(p);
      assertEquals(250, s.x().length);
      assertEquals(101.0, s.x()[0]);
      assertEquals(599.0, s.x()[249]);
      // 50 neurons for 500 ms.
      int spikes = Arrays.stream(figures.populations().get(p).activity(), 0, 500).sum();
      assertEquals(spikes / 50.0 / 0.5, Arrays.stream(s.y()).average().orElseThrow(), 1e-9);
    }
    assertTrue(activity.caption().endsWith("in bins of 2 ms, all neurons. The first 500 of 1,000 ms."),
        activity.caption());
  }

  @Test
  void sharesOfADistributionSumToOne() throws IOException {
    List<Section> sections = poisson(3, 1100.0, slices(), null).sections();
    for (Figure.Series s : lines(sections, "Rates of neurons").series()) {
      assertEquals(1.0, area(s.x(), s.y(), false), 0.021, "at most one neuron of 50 is above the 99.5th percentile");
      assertEquals(0.0, s.y()[s.y().length - 1]);
    }
    for (Figure.Series s : lines(sections, "Regularity of neurons").series()) {
      assertEquals(1.0, area(s.x(), s.y(), false), 0.021);
    }
    for (Figure.Series s : lines(sections, "Interspike intervals").series()) {
      assertEquals(1.0, area(s.x(), s.y(), true), 1e-9);
    }
  }

  @Test
  void rateBinsStartAtTheRatesThatTheyHold() {
    double[] rates = {0.0, 0.1, 0.1, 0.30000000000000004, 0.3};
    PopulationStatistics p = new PopulationStatistics("P", 5, 10_000.0, rates, new double[0], 0.2, 1.0,
        new long[SpikeStatistics.isiEdgesMs().length + 1], new int[0]);
    Figure.Series s = ((Figure.Lines) DistributionFigures.rates(List.of(p))).series().get(0);
    assertArrayEquals(new double[] {0.0, 0.1, 0.2, 0.3, 0.4}, s.x(), 1e-12);
    assertArrayEquals(new double[] {0.2, 0.4, 0.0, 0.4, 0.0}, s.y(), 1e-12);
  }

  @Test
  void poissonNeuronsHaveAFlatSpectrumAtTheLevelThatTheCaptionGives() throws IOException {
    // 20 Hz, 50 neurons: 2 r / N = 0.8; 6 segments of 256 bins, averaged over 127 frequencies: 5 standard deviations
    // are 5 * sqrt(19/18 / 6 / 127) = 0.19, and the rate of the sample itself adds 5 / sqrt(1000) = 0.16.
    Figure.Lines spectrum = lines(poisson(1, 1100.0, slices(), null).sections(),
        "Power spectrum of the population activity");
    double[] y = spectrum.series().get(0).y();
    assertEquals(0.8, Arrays.stream(y, 0, y.length - 1).average().orElseThrow(), 0.8 * 0.35);
    assertTrue(spectrum.caption().contains("256 ms") && spectrum.caption().contains("3.91 Hz"), spectrum.caption());
  }

  @Test
  void percentilesOfSlicesAreThoseOfTheHistogram() throws IOException {
    List<Section> sections = poisson(1, 1100.0, slices(), null).sections();
    Figure.Table table = (Figure.Table) figure(sections, "Percentiles");
    assertEquals(List.of("p50", "p90", "p99", "p99.9", "max", "mean"),
        table.rows().stream().map(r -> r.get(0)).toList());
    // Values are 1 to 1000 us to three digits; a slice is 100 us of biology.
    assertEquals(500.0, Double.parseDouble(table.rows().get(0).get(1)), 1.0);
    assertEquals(5.0, Double.parseDouble(table.rows().get(0).get(2)), 0.01);
    assertEquals(990.0, Double.parseDouble(table.rows().get(2).get(1)), 1.0);
    Figure.Series slice = lines(sections, "Wall time of a slice").series().get(0);
    assertEquals(1.0, slice.x()[0]);
    assertEquals(1000.0, slice.x()[slice.x().length - 1]);
    assertEquals(1000.0, slice.y()[slice.y().length - 1], 1.0);
    for (int k = 1; k < slice.x().length; k++) {
      assertTrue(slice.x()[k] > slice.x()[k - 1] && slice.y()[k] >= slice.y()[k - 1]);
    }
  }

  @Test
  void storageIsListedWithItsResolution() throws IOException {
    Figure.Table table = (Figure.Table) figure(poisson(1, 1100.0, slices(), null).sections(),
        "Storage of projections");
    assertEquals(List.of("E->I", "1,000", "16-bit fixed point", "4,000", "4.00", "0.25"), table.rows().get(0));
    assertEquals("floating point", table.rows().get(1).get(5));
  }

  @Test
  void aRunThatStoppedInItsTransientHasNoStatistics() throws IOException {
    assertEquals(List.of("Time per slice", "Synapses in memory"),
        poisson(1, 50.0, slices(), null).sections().stream().map(Section::title).toList());
    assertEquals(List.of("Synapses in memory"),
        poisson(1, 0.0, new Histogram(3), null).sections().stream().map(Section::title).toList());
  }

  @Test
  void aVeryShortRunHasNoSpectrum() throws IOException {
    List<String> titles = poisson(1, 110.0, slices(), null).sections().stream().map(Section::title).toList();
    assertTrue(titles.contains("Spikes") && !titles.contains("Rhythms"), titles.toString());
  }

  @Test
  void manyPopulationsAreCutToTheLargestAndSaySo() throws IOException {
    NetworkFigures figures = poisson(20, 1100.0, slices(), null);
    Section rates = figures.sections().get(1);
    assertEquals(16, ((Figure.Bars) rates.figures().get(0)).groups().size());
    assertTrue(rates.text().contains("The 16 largest of 20 populations"), rates.text());
  }
}
