package ranvier.formats.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ranvier.engine.kernel.ProbeData;
import ranvier.engine.network.Network;
import ranvier.engine.network.Neurons;
import ranvier.engine.network.Probe;

/** The rules of compare.py, on inputs whose verdict is worked out by hand. */
class ComparisonTest {
  private static Comparison compare(boolean exact, double tolerance, double[] expected, double[] simulated) {
    Network network = Network.named("one").population("A", 1, "m").build();
    ReferenceCase c = new ReferenceCase("hand", exact, 0.1, 10, Map.of("spike_ms", tolerance), network, Map.of(),
        spikes(expected), List.of(), new ReferenceCase.Weights(new int[0], new double[0], new double[0]));
    return Comparison.of(new ReferenceRun(c, spikes(simulated), List.of()));
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
    assertEquals(0.05, c.shiftMs(), 1e-12);
    assertEquals(2.0, c.firstDifferenceMs());
  }

  @Test
  void prefersTheCloserOfTwoCandidates() {
    Comparison c = compare(true, 0.5, new double[] {1.0}, new double[] {0.6, 1.1});
    assertEquals(0, c.missing());
    assertEquals(1, c.extra());
    assertEquals(0.1, c.shiftMs(), 1e-12);
  }

  @Test
  void comparesTracesAtTheirTimesAndMissesAbsentSamples() {
    Network network = Network.named("one").population("A", 1, "m").build();
    Probe probe = new Probe("trace0", "A", Neurons.listed(0), List.of("V_m"), 0.5);
    ReferenceCase.Trace trace = new ReferenceCase.Trace(0, "V_m", new double[] {0.5, 1.0}, new double[] {-65, -64});
    ReferenceCase c = new ReferenceCase("hand", false, 0.1, 1, Map.of("spike_ms", 0.0, "V_m_mV", 1e-3), network,
        Map.of(), spikes(), List.of(trace), new ReferenceCase.Weights(new int[0], new double[0], new double[0]));
    assertTrue(of(c, probe, new double[][] {{-65.0005}, {-64}}).holds());
    assertFalse(of(c, probe, new double[][] {{-65.002}, {-64}}).holds());
    assertFalse(of(c, probe, new double[][] {{-65}}).holds());
    assertEquals(1, of(c, probe, new double[][] {{-65}}).traces().get(0).absent());
  }

  private static Comparison of(ReferenceCase c, Probe probe, double[][] samples) {
    return Comparison.of(new ReferenceRun(c, spikes(), List.of(new ProbeData(probe, 0, 1, samples))));
  }
}
