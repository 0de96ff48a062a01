package ranvier.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

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

  private static Series series(String hash, double... seconds) {
    return new Series("m", "p", "double", 1, 1.0, Arrays.stream(seconds)
        .mapToObj(s -> new Measurement(Map.of("wallSeconds", s), hash)).toList());
  }
}
