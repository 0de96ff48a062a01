package ranvier.formats.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ranvier.engine.kernel.ProbeData;
import ranvier.engine.network.Network;
import ranvier.engine.network.Neurons;
import ranvier.engine.network.Probe;

/** The rules of compare.py: on inputs whose verdict is worked out by hand, and on what the script said of others. */
class ComparisonTest {
  @TempDir
  private Path folder;

  private static Comparison compare(boolean exact, double tolerance, double[] expected, double[] simulated) {
    Network network = Network.named("one").population("A", 1, "m").build();
    ReferenceCase c = new ReferenceCase("hand", exact, 0.1, 10, Map.of("spike_ms", tolerance), network, Map.of(),
        spikes(expected), List.of(), ReferenceCase.Weights.NONE);
    return Comparison.of(new ReferenceRun(c, spikes(simulated), List.of(), ReferenceCase.Weights.NONE));
  }

  private static ReferenceCase.Spikes spikes(double... times) {
    return new ReferenceCase.Spikes(new int[times.length], times);
  }

  @Test
  void grantsTheRoundingOfMultiplesOnAGridOnly() {
    assertTrue(compare(false, 0, new double[] {0.3}, new double[] {0.3 + 5e-7}).holds());
    assertFalse(compare(true, 0, new double[] {0.3}, new double[] {0.3 + 5e-7}).holds());
  }

  @Test
  void countsMissingAndExtraSpikes() {
    Comparison c = compare(true, 0.1, new double[] {1, 2, 3}, new double[] {1.05, 2.5, 4});
    assertEquals(2, c.missing());
    assertEquals(2, c.extra());
    assertEquals(0.05, c.deviationMs(), 1e-12);
    assertTrue(c.lines().contains("  first difference at 2 ms"), () -> c.lines().toString());
  }

  @Test
  void prefersTheCloserOfTwoCandidates() {
    Comparison c = compare(true, 0.5, new double[] {1.0}, new double[] {0.6, 1.1});
    assertEquals(0, c.missing());
    assertEquals(1, c.extra());
    assertEquals(0.1, c.deviationMs(), 1e-12);
  }

  @Test
  void comparesTracesAtTheirTimesAndMissesAbsentSamples() {
    assertTrue(traced(-65.0005, -64).holds());
    assertFalse(traced(-65.002, -64).holds());
    assertFalse(traced(Double.NaN, -64).holds());
    assertFalse(traced(-65).holds());
    assertEquals("  trace     neuron 0 V_m: 1 samples, max deviation 0 at None ms, 1 samples absent "
        + "(limit 0.001: EXCEEDED)", traced(-65).lines().getLast());
  }

  /** -65 is expected at 0.5 ms and -64 at 1 ms, with a tolerance of 1e-3. */
  private static Comparison traced(double... samples) {
    Network network = Network.named("one").population("A", 1, "m").build();
    ReferenceCase.Trace trace = new ReferenceCase.Trace(0, "V_m", new double[] {0.5, 1.0}, new double[] {-65, -64});
    ReferenceCase c = new ReferenceCase("hand", false, 0.1, 1, Map.of("spike_ms", 0.0, "V_m_mV", 1e-3), network,
        Map.of(), spikes(), List.of(trace), ReferenceCase.Weights.NONE);
    return Comparison.of(new ReferenceRun(c, spikes(), List.of(probe("A", 0, "V_m", 0.5, samples)),
        ReferenceCase.Weights.NONE));
  }

  private static ProbeData probe(String population, int firstNeuron, String variable, double interval,
      double... samples) {
    double[][] rows = new double[samples.length][];
    for (int k = 0; k < rows.length; k++) {
      rows[k] = new double[] {samples[k]};
    }
    return new ProbeData(new Probe("p", population, Neurons.listed(0), List.of(variable), interval), firstNeuron, 1,
        rows);
  }

  @Test
  void expectedWeightsMustBeThere() {
    Network network = Network.named("one").population("A", 1, "m").build();
    ReferenceCase.Weights weights = new ReferenceCase.Weights(new int[] {0}, new double[] {1}, new double[] {2});
    ReferenceCase c = new ReferenceCase("hand", false, 0.1, 1, Map.of(), network, Map.of(), spikes(), List.of(),
        weights);
    assertTrue(Comparison.of(new ReferenceRun(c, spikes(), List.of(), weights)).holds());
    assertFalse(Comparison.of(new ReferenceRun(c, spikes(), List.of(), ReferenceCase.Weights.NONE)).holds());
  }

  /**
   * Random cases with random simulated spikes, samples and weights, each with what {@code compare.py} printed for them
   * (NaN stands as null).
   */
  static Stream<JsonNode> scenarios() throws IOException {
    JsonNode all = new ObjectMapper().readTree(Path.of("src/test/resources/compare/scenarios.json").toFile());
    return StreamSupport.stream(all.spliterator(), false);
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void saysWhatTheScriptSays(JsonNode scenario) throws IOException {
    Path file = Files.writeString(folder.resolve("case.json"), scenario.get("case").toString());
    ReferenceCase c = ReferenceCase.read(file);
    JsonNode spikes = scenario.get("spikes");
    List<ProbeData> probes = new ArrayList<>();
    for (int t = 0; t < c.traces().size(); t++) {
      ReferenceCase.Trace trace = c.traces().get(t);
      probes.add(probe("any", trace.neuron(), trace.variable(), trace.timesMs()[0],
          numbers(scenario.get("samples").get(t))));
    }
    JsonNode weights = scenario.get("weights");
    Comparison comparison = Comparison.of(new ReferenceRun(c, new ReferenceCase.Spikes(
        integers(spikes.get("neuron")), numbers(spikes.get("time"))), probes, new ReferenceCase.Weights(
        integers(column(weights, 0)), numbers(column(weights, 1)), numbers(column(weights, 2)))));
    List<String> printed = new ArrayList<>();
    scenario.get("output").forEach(line -> printed.add(line.asText()));
    assertEquals(String.join("\n", printed), String.join("\n", comparison.lines()));
    assertEquals(scenario.get("agrees").asBoolean(), comparison.holds());
  }

  private static List<JsonNode> column(JsonNode rows, int number) {
    return StreamSupport.stream(rows.spliterator(), false).map(row -> row.get(number)).toList();
  }

  private static int[] integers(Iterable<JsonNode> list) {
    return StreamSupport.stream(list.spliterator(), false).mapToInt(JsonNode::asInt).toArray();
  }

  private static double[] numbers(Iterable<JsonNode> list) {
    return StreamSupport.stream(list.spliterator(), false)
        .mapToDouble(n -> n.isNull() ? Double.NaN : n.asDouble()).toArray();
  }
}
