package ranvier.neurons.exact;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ranvier.engine.exact.ExactOptions;
import ranvier.engine.exact.ExactOptions.Kernel;
import ranvier.engine.kernel.RunControl;
import ranvier.engine.kernel.Simulation;
import ranvier.engine.model.Models;
import ranvier.engine.network.Distribution;
import ranvier.engine.network.Network;
import ranvier.engine.network.Neurons;
import ranvier.engine.network.Rule;
import ranvier.testkit.TimedSpike;

/** Precision does not decay with time: everything that has a time counts from the start of the run. */
class LongRunTest {
  private static final double LATE_MS = 1e9;

  /** Stimuli of every kind, spike trains and a probe. */
  private static Network driven() {
    return Network.named("driven")
        .population("N", 40, "iaf_psc_exp", p -> p.set("I_e", Distribution.uniform(300, 420))
            .initial("V_m", Distribution.uniform(-70, -56)))
        .spikeTrains("in", new double[] {0.0, 3.3, 17.21, 17.21}, new double[] {8.125})
        .project("N", "N", new Rule.FixedInDegree(8, false, true), s -> s.weight(60)
            .delayMs(Distribution.uniform(0.1, 3.0)))
        .project("in", "N", new Rule.AllToAll(true), s -> s.weight(200).delayMs(0.7))
        .poisson("N", 800, 80).current("N", Neurons.range(0, 20), 10.1, 30.3, 50)
        .probe("N", Neurons.range(3, 5), 1.0, "V_m").build();
  }

  @ParameterizedTest
  @EnumSource(Kernel.class)
  void stimuliTrainsAndProbesCountFromTheStart(Kernel kernel) {
    ExactOptions options = ExactOptions.of(1, 7).with(kernel);
    List<Object> atZero = everything(options);
    List<Object> later = everything(options.withStart(LATE_MS));
    assertTrue(atZero.size() > 100, "spikes: " + atZero.size());
    assertEquals(atZero, later);
  }

  /** Offsets and neurons of all spikes, and the samples. */
  private static List<Object> everything(ExactOptions options) {
    List<Object> all = new ArrayList<>();
    TimedSpike.exact(driven(), options, 40.0).forEach(s -> {
      all.add(s.offsetMs());
      all.add(s.neuron());
    });
    Simulation simulation = Simulation.exact(driven(), Models.installed(), options, f -> { });
    assertTrue(simulation.run(40.0, RunControl.NONE));
    assertEquals(options.startMs() + 40.0, simulation.timeMs());
    assertEquals(40, simulation.probes().get(0).samples().length);
    for (double[] row : simulation.probes().get(0).samples()) {
      for (double v : row) {
        all.add(v);
      }
    }
    return all;
  }

  /** 4,000 times the same interval, beyond 1e9 ms: the last is as good as the first. */
  @ParameterizedTest
  @EnumSource(Kernel.class)
  void intervalsStayEqual(Kernel kernel) {
    Network clock = Network.named("clock").population("N", 1, "iaf_psc_exp", p -> p.set("I_e", 400)
        .set("E_L", -65).set("V_reset", -65).set("V_th", -50).set("tau_m", 10).set("C_m", 250).set("t_ref", 2)
        .initial("V_m", -65)).build();
    List<TimedSpike> spikes = TimedSpike.exact(clock, ExactOptions.of(1, 1).with(kernel).withStart(LATE_MS), 120_000);
    assertEquals(4036, spikes.size());
    double[] intervals = new double[spikes.size() - 1];
    double[] expected = new double[intervals.length];
    for (int k = 0; k < intervals.length; k++) {
      TimedSpike a = spikes.get(k);
      TimedSpike b = spikes.get(k + 1);
      intervals[k] = (b.slice() - a.slice()) * 0.25 + (b.offsetMs() - a.offsetMs());
      expected[k] = 29.725887222397812;
    }
    assertArrayEquals(expected, intervals, 1e-12);
  }

  @Test
  void aStartBeforeZeroIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> ExactOptions.of(1, 1).withStart(-1.0));
  }
}
