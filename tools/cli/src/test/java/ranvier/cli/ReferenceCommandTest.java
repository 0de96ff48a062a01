package ranvier.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferenceCommandTest {
  /**
   * A neuron held at 400 pA: V(t) = 16 mV (1 - exp(-t / 10 ms)) above rest reaches the threshold of 15 mV at
   * 10 ln 16 = 27.726 ms, so it spikes at the end of that step, at 27.8 ms.
   */
  private static final String CASE = """
      {"name": "one_neuron", "about": "closed form", "reference": "none", "timing": "grid",
       "resolution_ms": 0.1, "duration_ms": 40.0, "tolerance": {"spike_ms": 0.0, "V_m_mV": 1e-9}, "checks": {},
       "populations": [{"name": "n", "size": 1, "model": "iaf_psc_exp",
         "parameters": {"C_m": 250.0, "tau_m": 10.0, "E_L": -70.0, "V_th": -55.0, "V_reset": -70.0, "t_ref": 2.0,
           "tau_syn_ex": 2.0, "tau_syn_in": 2.0, "I_e": 400.0},
         "initial": {"V_m": -70.0}}],
       "connections": {"synapse": "static", "parameters": {}, "source": [], "target": [], "weight": [], "delay": []},
       "stimuli": [],
       "expected": {"spikes": {"neuron": [0], "time": [27.8]},
         "traces": [{"neuron": 0, "variable": "V_m", "times": [10.0], "values": [-59.885984]}]}}
      """;

  @TempDir
  private Path folder;

  private Invocation reference(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("case.json"), text);
    return Invocation.of("reference", file.toString(), "--out=" + folder.resolve("out"));
  }

  @Test
  void aCaseThatHoldsSaysSoAndLeavesItsSpikes() throws IOException {
    double atTenMs = -70 + 16 * (1 - Math.exp(-1));
    Invocation holds = reference(CASE.replace("-59.885984", Double.toString(atTenMs)));

    assertEquals(0, holds.exitCode(), holds.out() + holds.err());
    assertEquals(2, Files.readAllLines(folder.resolve("out/spikes.csv")).size());
    assertTrue(Files.exists(folder.resolve("out/traces.csv")));
  }

  @Test
  void aCaseThatDoesNotHoldFails() throws IOException {
    Invocation differs = reference(CASE.replace("27.8", "27.9"));

    assertEquals(1, differs.exitCode(), differs.out() + differs.err());
    assertTrue(Files.exists(folder.resolve("out/spikes.csv")));
  }

  @Test
  void aCorruptCaseIsWrongInput() throws IOException {
    Invocation corrupt = reference(CASE.substring(0, CASE.length() / 2));

    assertEquals(2, corrupt.exitCode());
    assertTrue(corrupt.err().contains("case.json"), corrupt.err());
  }

  @Test
  void aMissingCaseIsNamed() {
    Invocation missing = Invocation.of("reference", folder.resolve("none.json").toString());

    assertEquals(2, missing.exitCode());
    assertTrue(missing.err().contains("none.json"), missing.err());
  }
}
