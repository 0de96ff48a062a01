package ranvier.formats.reference;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import ranvier.engine.network.InvalidNetworkException;

class CaseReaderProperties {
  /** A case with every key, small enough that every mutation hits something. */
  private static final String CASE = """
      {"name": "n", "about": "a", "reference": "r", "timing": "grid", "resolution_ms": 0.1, "duration_ms": 10.0,
       "tolerance": {"spike_ms": 0, "V_m_mV": null}, "checks": {"any": [1, {"x": null}]},
       "populations": [{"name": "A", "size": 2, "model": "iaf_psc_exp", "parameters": {"tau_m": 10, "I_e": [1, 2],
         "b": true}, "initial": {"V_m": -70.5}}, {"name": "B", "size": 1, "model": "m", "parameters": {}}],
       "connections": [{"source": [0, 1], "target": [1, 2], "weight": [1, -2], "delay": [0.1, 1.5],
         "synapse": "stdp", "parameters": {"Wmax": [1, 2]}, "receptor": [0, 0]}],
       "stimuli": [{"kind": "spikes", "target": [0, 2], "times": [1, 2.5], "weight": [1, 2], "delay": 1.5},
         {"kind": "current", "target": [1], "start_ms": 1, "stop_ms": 2, "amplitude_pA": -3e2}],
       "expected": {"spikes": {"neuron": [0, 1], "time": [1.5, 2]}, "weights": [1], "weights_time": [2],
         "traces": [{"neuron": 1, "variable": "V_m", "times": [1, 2], "values": [3, 4.5]}],
         "weight_trajectory": {"connection": [0], "time": [1], "weight": [2]}}}
      """;
  private static final List<String> PIECES = List.of("{", "}", "[", "]", ":", ",", "\"", "null", "true", "NaN",
      "Infinity", "-1", "1e999", "99999999999", "2147483647", "0.5", "[[", "\"x\"", "\u0000", "\"size\": 0,");

  @Property(tries = 2000)
  void aMutatedCaseIsReadOrInvalid(@ForAll Random random) throws IOException {
    StringBuilder mutated = new StringBuilder(CASE);
    for (int k = 1 + random.nextInt(3); k > 0; k--) {
      int at = random.nextInt(mutated.length() + 1);
      int end = Math.min(mutated.length(), at + random.nextInt(10));
      switch (random.nextInt(3)) {
        case 0 -> mutated.delete(at, end);
        case 1 -> mutated.insert(at, PIECES.get(random.nextInt(PIECES.size())));
        default -> mutated.replace(at, end, PIECES.get(random.nextInt(PIECES.size())));
      }
    }
    readsOrTells(mutated.toString());
  }

  @Property(tries = 300)
  void aTruncatedCaseIsReadOrInvalid(@ForAll Random random) throws IOException {
    readsOrTells(CASE.substring(0, random.nextInt(CASE.length())));
  }

  /** Any other exception fails the property. */
  private static void readsOrTells(String text) throws IOException {
    Path file = Files.createTempFile("case", ".json");
    try {
      Files.writeString(file, text);
      ReferenceCase c = ReferenceCase.read(file);
      assertFalse(c.network().populations().isEmpty());
    } catch (InvalidNetworkException e) {
      assertFalse(e.problems().isEmpty());
    } finally {
      Files.delete(file);
    }
  }
}
