package ranvier.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ranvier.scenarios.result.Check;
import ranvier.scenarios.result.PopulationResult;
import ranvier.scenarios.result.RunResult;

class SummaryTest {
  /** The contract: other programs read these. */
  private static final List<String> KEYS = List.of("scenario", "version", "seed", "timing", "dtMs", "threads",
      "biologicalMs", "buildSeconds", "simulationSeconds", "realTimeFactor", "neurons", "synapses", "synapseBytes",
      "peakRssBytes", "spikes", "synapticEvents", "spikeHash", "populations", "checks", "metrics", "transientMs",
      "precision", "complete", "jvm", "machine");

  @TempDir Path folder;

  private static RunResult result(double biologicalMs, Map<String, Object> metrics) {
    return new RunResult("brunel", "0.1.0", Long.MAX_VALUE, "grid", "double", 0.1, 2, 100.0, biologicalMs, false, 1.5,
        2.2, 12_500, 15_625_000L, 62_500_000L, 1L << 40, 123_456L, 9_876_543_210L, "ab".repeat(32),
        List.of(new PopulationResult("E \"x\"", 10_000, 12.5, 3.25, Double.NaN, 0.01, 1.75)),
        List.of(Check.near("rate E (Hz)", 12.0, 1.0, 12.5, "Brunel 2000"),
            Check.near("cv", 1.0, 0.1, Double.NaN, "Brunel 2000")),
        metrics, null, List.of(), null);
  }

  private JsonNode written(RunResult result) throws IOException {
    Path file = folder.resolve("summary.json");
    Summary.write(result, file);
    JsonMapper strict = JsonMapper.builder().disable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();
    return strict.readTree(Files.readString(file));
  }

  @Test
  void hasExactlyTheKeysOfTheContract() throws IOException {
    List<String> keys = new ArrayList<>();
    written(result(1100.0, Map.of())).fieldNames().forEachRemaining(keys::add);
    assertEquals(KEYS.stream().sorted().toList(), keys.stream().sorted().toList());
  }

  @Test
  void valuesAreThoseOfTheResult() throws IOException {
    JsonNode s = written(result(1100.0, Map.of()));
    assertEquals("brunel", s.get("scenario").textValue());
    assertEquals(Long.MAX_VALUE, s.get("seed").longValue());
    assertEquals("grid", s.get("timing").textValue());
    assertEquals("double", s.get("precision").textValue());
    assertEquals(2, s.get("threads").intValue());
    assertEquals(100.0, s.get("transientMs").doubleValue());
    assertEquals(2.0, s.get("realTimeFactor").doubleValue(), 1e-12);
    assertEquals(9_876_543_210L, s.get("synapticEvents").longValue());
    assertEquals(1L << 40, s.get("peakRssBytes").longValue());
    assertFalse(s.get("complete").booleanValue());
    assertEquals("ab".repeat(32), s.get("spikeHash").textValue());
    JsonNode population = s.get("populations").get(0);
    assertEquals("E \"x\"", population.get("name").textValue());
    assertEquals(10_000, population.get("size").intValue());
    assertEquals(12.5, population.get("rateHz").doubleValue());
    assertEquals(3.25, population.get("rateStdHz").doubleValue());
    assertEquals(0.01, population.get("silentFraction").doubleValue());
    assertEquals(1.75, population.get("synchrony").doubleValue());
    JsonNode check = s.get("checks").get(0);
    assertEquals("rate E (Hz)", check.get("name").textValue());
    assertEquals(12.0, check.get("expected").doubleValue());
    assertEquals(1.0, check.get("tolerance").doubleValue());
    assertEquals(12.5, check.get("actual").doubleValue());
    assertTrue(check.get("holds").booleanValue());
    assertEquals("Brunel 2000", check.get("source").textValue());
    assertTrue(s.get("jvm").get("version").isTextual());
    assertTrue(s.get("machine").get("cores").intValue() > 0);
  }

  @Test
  void whatIsNotFiniteIsNull() throws IOException {
    Map<String, Object> metrics = new LinkedHashMap<>();
    metrics.put("nan", Double.NaN);
    metrics.put("list", List.of(1.0, Double.POSITIVE_INFINITY));
    metrics.put("array", new double[] {Double.NEGATIVE_INFINITY, 2.5});
    metrics.put("float", Float.NaN);
    metrics.put("nothing", null);
    metrics.put("nested", Map.of("word", "text", "truth", true, "long", 1L << 53));
    JsonNode s = written(result(0.0, metrics));
    assertTrue(s.get("realTimeFactor").isNull());
    assertTrue(s.get("populations").get(0).get("cvIsi").isNull());
    assertTrue(s.get("checks").get(1).get("actual").isNull());
    assertFalse(s.get("checks").get(1).get("holds").booleanValue());
    JsonNode m = s.get("metrics");
    assertTrue(m.get("nan").isNull() && m.get("float").isNull() && m.get("nothing").isNull());
    assertEquals("[1.0,null]", m.get("list").toString());
    assertEquals("[null,2.5]", m.get("array").toString());
    assertEquals(1L << 53, m.get("nested").get("long").longValue());
    assertEquals("text", m.get("nested").get("word").textValue());
    assertTrue(m.get("nested").get("truth").booleanValue());
  }
}
