package ranvier.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import ranvier.scenarios.figure.Figure;
import ranvier.scenarios.figure.Figure.Lines;

class SeriesTest {
  @Test
  void medianIsTheMiddleOrTheMeanOfTheTwoInTheMiddle() {
    assertEquals(new Series.Spread(3.0, 1.0, 9.0), series("a", 9.0, 1.0, 3.0).spreads().get("wallSeconds"));
    assertEquals(2.5, series("a", 4.0, 1.0, 3.0, 2.0).median("wallSeconds"));
  }

  @Test
  void whatOneRunLacksIsLeftOut() {
    Series s = new Series("m", "p", "double", 1, 1.0, List.of(new Measurement(Map.of("buildSeconds", 1.0), "a"),
        new Measurement(Map.of("buildSeconds", 2.0, "rateHz", 3.0), "b")));
    assertEquals(List.of("buildSeconds"), List.copyOf(s.spreads().keySet()));
    assertFalse(s.sameSpikes());
    assertTrue(series("a", 1.0, 2.0).sameSpikes());
  }

  @Test
  void measurementsSurviveJson() {
    Measurement m = new Measurement(Map.of("wallSeconds", 0.1, "rateHz", 1e-300), "ab");
    assertEquals(m, Measurement.fromJson(m.toJson()));
    assertThrows(IllegalArgumentException.class, () -> Measurement.fromJson("{\"numbers\": 3}"));
  }

  @Test
  void seriesSurviveJson() {
    List<Series> all = List.of(series("a", 2.0, 30.0), rates(10.0, 1000));
    MachineSpeed machine = new MachineSpeed(1, 2, 3, 4);
    assertEquals(all, Bench.series(Bench.json(machine, all)));
    assertThrows(IllegalArgumentException.class, () -> Bench.series("{}"));
    assertThrows(IllegalArgumentException.class, () -> Bench.series("no"));
  }

  @Test
  void everyModelThatAPeerHasExists() {
    for (Peer peer : Peer.values()) {
      assertTrue(Model.all().keySet().containsAll(peer.models()), peer.program());
    }
  }

  @Test
  void aRunMeasuresWhatTheTableShows() throws InterruptedException {
    Measurement m = Measurement.of(Model.all().get("vogels-abbott-cuba").run(200, false, 1, 1));
    for (String name : List.of("wallSeconds", "realTimeFactor", "nsPerSynapticEvent", "bytesPerSynapse",
        "buildSeconds", "peakMemoryMiB", "advanceSeconds", "deliverSeconds", "sliceTimeMaxUs")) {
      assertTrue(m.numbers().get(name) > 0, name);
    }
    assertEquals(m.numbers().get("wallSeconds") / 0.2, m.numbers().get("realTimeFactor"), 1e-9);
  }

  @Test
  void scalingGrowsByTheSameFactorsAtTheSameInDegree() {
    List<Model> models = Model.scaling("grid", 100_000);
    assertEquals(5, models.size());
    int[] sizes = models.stream().mapToInt(m -> m.network().get().neurons()).toArray();
    assertTrue(Arrays.equals(new int[] {1_000, 3_000, 10_000, 30_000, 100_000}, sizes), Arrays.toString(sizes));
  }

  @Test
  void ratiosAreTakenRunByRun() {
    Series.Spread ratio = series("a", 2.0, 30.0, 8.0).over(series("a", 1.0, 10.0, 2.0), "wallSeconds");
    assertEquals(new Series.Spread(3.0, 2.0, 4.0), ratio);
  }

  @Test
  void plasticModelsAreTheirReferenceButForTheSynapses() {
    for (String name : List.of("brunel-stdp", "brunel-stp")) {
      Model model = Model.all().get(name);
      assertTrue(Model.all().containsKey(model.reference()), name);
      assertEquals(1, model.network().get().projections().stream().filter(p -> !p.synapse().equals("static")).count());
    }
  }

  @Test
  void theIntervalOfAMedianCoversItAsOftenAsItSays() {
    SplittableRandom random = new SplittableRandom(1);
    int covered = 0;
    for (int trial = 0; trial < 2000; trial++) {
      // Skewed, with median log 2.
      Series.Spread s = Series.medianOf(random.doubles(400).map(u -> -Math.log(u)).toArray());
      covered += s.least() <= Math.log(2) && Math.log(2) <= s.most() ? 1 : 0;
    }
    // 95 % of 2,000 within four standard deviations.
    assertEquals(1900, covered, 4 * Math.sqrt(2000 * 0.95 * 0.05), covered + " of 2,000");
    assertEquals(new Series.Spread(5.0, 5.0, 5.0), Series.medianOf(new double[] {5.0}));
  }

  @Test
  void ratesMayDifferAsNetworksDrawnAnewDo() {
    assertTrue(RateCheck.difference(rates(10.0, 1000), rates(10.3, 0)).isEmpty());
    assertTrue(RateCheck.difference(rates(10.0, 1000), rates(0.0, 0)).orElseThrow().contains("0.00 Hz"));
    assertTrue(RateCheck.difference(rates(10.0, 1000), rates(11.0, 0)).isPresent());
    // Ten neurons in a second fire 100 times, give or take 10.
    assertTrue(RateCheck.difference(rates(10.0, 10), rates(11.0, 0)).isEmpty());
  }

  private static Series rates(double hz, int neurons) {
    return new Series("m", "p", "double", 1, 1000.0,
        List.of(new Measurement(Map.of("rateHz", hz, "neurons", (double) neurons), "")));
  }

  @Test
  void cacheSizesAreReadAsTheSystemWritesThem() {
    assertEquals(32 << 10, Cache.bytes("32K"));
    assertEquals(32 << 20, Cache.bytes("32M"));
    assertEquals(512, Cache.bytes("512"));
    assertEquals("L2 (512 KiB)", new Cache(2, 512 << 10).name());
    assertEquals("L3 (32 MiB)", new Cache(3, 32 << 20).name());
  }

  @Test
  void theSizesOfCachesAreReadFromTheConfigurationOfTheCLibrary() {
    assertEquals(List.of(new Cache(1, 49152), new Cache(2, 1 << 20), new Cache(3, 532676608)),
        Cache.ofConfiguration(List.of("PAGESIZE                 4096", "LEVEL1_ICACHE_SIZE                 32768",
            "LEVEL1_DCACHE_SIZE                 49152", "LEVEL1_DCACHE_LINESIZE             64",
            "LEVEL2_CACHE_SIZE                  1048576", "LEVEL3_CACHE_SIZE                  532676608",
            "LEVEL4_CACHE_SIZE                  ", "LEVEL4_CACHE_ASSOC                 0",
            "LEVEL2_CACHE_SIZE                  0", "LEVEL2_CACHE_SIZE    99999999999999999999")));
  }

  @Test
  void theScalingFigureHasALinePerTimingAndMarksWhereCachesAreFull() {
    List<Series> measured = List.of(scaling("scaling-grid-1000", 1_000, 1.0), scaling("scaling-exact-1000", 1_000, 4.0),
        scaling("scaling-grid-3000", 3_000, 2.0), scaling("scaling-exact-3000", 3_000, 5.0));
    Lines figure = ScalingFigure.of(measured, "machine", List.of(new Cache(2, 200_000)));
    assertEquals(List.of("grid of 0.1 ms, 1 thread", "exact time, 1 thread"),
        figure.series().stream().map(Figure.Series::name).toList());
    assertTrue(Arrays.equals(new double[] {1_000, 3_000}, figure.series().get(0).x()));
    assertTrue(Arrays.equals(new double[] {4.0, 5.0}, figure.series().get(1).y()));
    // 100 bytes per neuron, and 1,000 synapses of 4 bytes.
    assertEquals(List.of(2_000.0, 50.0), figure.marks().stream().map(Lines.Mark::x).toList());
  }

  private static Series scaling(String model, double neurons, double ns) {
    return new Series(model, "ranvier", "double", 1, 1000.0, List.of(new Measurement(Map.of("neurons", neurons,
        "nsPerSynapticEvent", ns, "bytesPerNeuron", 100.0, "bytesPerSynapse", 4.0), "")));
  }

  @Test
  void aStoppedSeriesKeepsTheRunsThereAre() throws InterruptedException {
    int[] asked = new int[1];
    Bench bench = new Bench(new Bench.Options(5, 10.0, false, List.of(1), 1, List.of()), what -> { },
        () -> asked[0]++ >= 2);
    List<Series> measured = bench.measure(Model.all().get("vogels-abbott-cuba"));
    assertEquals(1, measured.size());
    assertEquals(1, measured.getFirst().runs().size());
  }

  private static Series series(String hash, double... seconds) {
    return new Series("m", "p", "double", 1, 1.0, Arrays.stream(seconds)
        .mapToObj(s -> new Measurement(Map.of("wallSeconds", s), hash)).toList());
  }
}
