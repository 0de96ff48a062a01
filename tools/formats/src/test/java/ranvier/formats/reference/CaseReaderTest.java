package ranvier.formats.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ranvier.engine.network.Distribution;
import ranvier.engine.network.InvalidNetworkException;
import ranvier.engine.network.Network;
import ranvier.engine.network.Neurons;
import ranvier.engine.network.Problem;
import ranvier.engine.network.Projection;
import ranvier.engine.network.Rule;
import ranvier.engine.network.Stimulus;
import ranvier.engine.network.Storage;

class CaseReaderTest {
  private static final String POPULATIONS = """
      "populations": [
        {"name": "E", "size": 3, "model": "iaf_psc_exp", "parameters": {"tau_m": 10.0, "I_e": [1, 2, 3]},
         "initial": {"V_m": -70}},
        {"name": "I", "size": 2, "model": "iaf_psc_exp", "parameters": {"gsl_error_tol": 1e-9, "flag": [true, false]}}]
      """;
  private static final String HEAD = "\"name\": \"c\", \"timing\": \"grid\", \"resolution_ms\": 0.1, "
      + "\"duration_ms\": 5.0, " + POPULATIONS;
  private static final String EXPECTED = "\"expected\": {\"spikes\": {\"neuron\": [], \"time\": []}}";

  @TempDir
  private Path folder;

  private ReferenceCase read(String... parts) throws IOException {
    return ReferenceCase.read(Files.writeString(folder.resolve("case.json"), "{" + String.join(",\n", parts) + "}"));
  }

  private List<String> problems(String... parts) {
    return assertThrows(InvalidNetworkException.class, () -> read(parts)).problems().stream().map(Problem::toString)
        .toList();
  }

  @Test
  void populationsKeepTheirParameters() throws IOException {
    Network network = read(HEAD, EXPECTED).network();
    assertEquals(Map.of("tau_m", Distribution.constant(10), "I_e", Distribution.listed(1, 2, 3)),
        network.population("E").parameters());
    assertEquals(Map.of("V_m", Distribution.constant(-70)), network.population("E").initial());
    assertEquals(Map.of("flag", Distribution.listed(1, 0)), network.population("I").parameters());
  }

  @Test
  void aBlockOfConnectionsBecomesOneProjectionPerPairOfPopulations() throws IOException {
    ReferenceCase c = read(HEAD, EXPECTED, """
        "connections": [{"source": [0, 4, 2, 0], "target": [3, 1, 4, 2], "weight": [1, 2, 3, 4],
          "delay": [0.1, 0.2, 0.3, 0.4], "synapse": "stdp", "parameters": {"lambda": 0.5, "Wmax": [5, 6, 7, 8]}},
          {"source": [], "target": [], "weight": [], "delay": []}]""");
    Projection e2i = c.network().projections().getFirst();
    assertEquals(new Projection("connections0:E->I", "E", "I", new Rule.Explicit(new int[] {0, 2}, new int[] {0, 1}),
        Distribution.listed(1, 3), Distribution.listed(0.1, 0.3), "stdp_synapse",
        Map.of("lambda", Distribution.constant(0.5), "Wmax", Distribution.listed(5, 7)), Storage.DOUBLE), e2i);
    assertEquals(List.of("connections0:E->I", "connections0:I->E", "connections0:E->E"),
        c.network().projections().stream().map(Projection::name).toList());
    assertArrayEquals(new int[] {0, 2}, c.connections().get("connections0:E->I"));
    assertArrayEquals(new int[] {3}, c.connections().get("connections0:E->E"));
  }

  @Test
  void spikeStimuliBecomeTrainsWithOneProjectionPerPopulation() throws IOException {
    Network network = read(HEAD, EXPECTED, """
        "stimuli": [{"kind": "spikes", "target": [0], "times": [2, 1], "weight": 5, "delay": 0.5},
          {"kind": "spikes", "target": [4, 1], "times": [3], "weight": [-1, -2], "delay": 1}]""").network();
    assertArrayEquals(new double[][] {{1, 2}, {3}}, network.spikeTrains().getFirst().timesMs());
    assertEquals(List.of(
        new Projection("stimuli->E", "stimuli", "E", new Rule.Explicit(new int[] {0, 1}, new int[] {0, 1}),
            Distribution.listed(5, -2), Distribution.listed(0.5, 1), "static", Map.of(), Storage.DOUBLE),
        new Projection("stimuli->I", "stimuli", "I", new Rule.Explicit(new int[] {1}, new int[] {1}),
            Distribution.listed(-1), Distribution.listed(1), "static", Map.of(), Storage.DOUBLE)),
        network.projections());
  }

  @Test
  void currentsLastFromStartToStop() throws IOException {
    assertEquals(List.of(new Stimulus.Current("stimuli[0][0]", "I", Neurons.listed(1), new double[] {5, 55.3},
        new double[] {100, 0})), read(HEAD, EXPECTED, """
        "stimuli": [{"kind": "current", "target": [4], "start_ms": 5, "stop_ms": 55.3, "amplitude_pA": 100}]""")
        .network().stimuli());
  }

  @Test
  void tracesAreProbedAtTheLongestIntervalThatMeetsThem() throws IOException {
    Network network = read(HEAD, """
        "expected": {"spikes": {"neuron": [], "time": []}, "traces": [
          {"neuron": 3, "variable": "V_m", "times": [0.6, 0.9, 1.5], "values": [1, 2, 3]},
          {"neuron": 0, "variable": "w", "times": [1], "values": [1]}]}""").network();
    assertEquals(List.of("V_m"), network.probes().getFirst().variables());
    assertEquals(Neurons.listed(0), network.probes().getFirst().neurons());
    assertEquals("I", network.probes().getFirst().population());
    assertEquals(0.3, network.probes().getFirst().intervalMs(), 1e-12);
    assertEquals(1.0, network.probes().get(1).intervalMs(), 1e-12);
  }

  @Test
  void limitsThatAreNullAreNone() throws IOException {
    assertEquals(Map.of("spike_ms", 0.1), read(HEAD, EXPECTED, "\"tolerance\": {\"spike_ms\": 0.1, \"V_m_mV\": null}")
        .tolerance());
  }

  @Test
  void everythingThatIsNotSupportedIsNamed() {
    assertEquals(List.of(
        "modulator.neuron: must be all neurons of one population",
        "connections.receptor: receptors other than 0 are not supported, found a list of 1",
        "stimuli[0].kind: stimuli of the kind forced_spikes are not supported (valid: spikes, current)"),
        problems(HEAD, EXPECTED, """
        "connections": {"source": [0], "target": [1], "weight": [1], "delay": [1], "receptor": [3]},
        "modulator": {"neuron": [0]},
        "stimuli": [{"kind": "forced_spikes", "target": [0], "times": [1]}]"""));
    assertEquals(List.of("populations[0].parameters.soma: compartments with parameters of their own are not supported"),
        problems(HEAD.replace("\"tau_m\": 10.0", "\"soma\": {\"g_L\": 1}"), EXPECTED));
  }

  @Test
  void everyMistakeIsToldWithItsPath() {
    assertEquals(List.of(
        "timng: unknown key (did you mean timing?)",
        "timing: is missing",
        "duration_ms: must be a multiple of resolution_ms 0.1, got 5.05",
        "connections.target[1]: must be a neuron in 0..4, got 5",
        "stimuli[0].weight: needs one value per target, 1, got 2",
        "stimuli[1].start_ms: is missing",
        "expected.traces[0].values: needs one value per time, 2, got 1",
        "expected.spikes.neuron[0]: must be a neuron in 0..4, got -1",
        "expected.spikes.time: needs one time per element, 1, got 0"), problems("\"timng\": \"grid\"",
        "\"resolution_ms\": 0.1, \"duration_ms\": 5.05", POPULATIONS, """
        "connections": {"source": [0, 1], "target": [1, 5], "weight": [1, 2], "delay": [1, 1]},
        "stimuli": [{"kind": "spikes", "target": [0], "times": [1], "weight": [1, 2], "delay": 1},
          {"kind": "current", "target": [0], "amplitude_pA": 1}],
        "expected": {"spikes": {"neuron": [-1], "time": []},
          "traces": [{"neuron": 0, "variable": "V_m", "times": [1, 2], "values": [1]}]}"""));
    assertEquals(List.of("expected: is missing"), problems(HEAD));
    assertEquals(List.of("expected.spikes: is missing"), problems(HEAD, "\"expected\": {}"));
    assertEquals(List.of("connections: source, target, weight and delay must be of equal length, got 1, 1, 2 and 1"),
        problems(HEAD, EXPECTED,
            "\"connections\": {\"source\": [0], \"target\": [0], \"weight\": [1, 2], \"delay\": [1]}"));
  }
}
