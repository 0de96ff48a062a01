package ranvier.scenarios;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ranvier.engine.kernel.RunControl;
import ranvier.engine.kernel.Simulation;
import ranvier.engine.kernel.SimulationOptions;
import ranvier.engine.kernel.Timing;
import ranvier.engine.model.Models;
import ranvier.engine.network.Distribution;
import ranvier.engine.network.Network;
import ranvier.engine.network.Neurons;
import ranvier.engine.network.Rule;
import ranvier.engine.network.Stimulus;

/**
 * Whole networks in vector code and in plain code, with all that gives neurons their input: integer sums, one Poisson
 * train or several, for a while or for some neurons only. Blocks are larger than what the kernel does at once, and runs
 * so long that they wait for vector code.
 */
class VectorCodeTest {
  private static final int SIZE = 2_500;
  private static final double DURATION_MS = 2_000.0;

  private static Network network(String model) {
    return Network.named("forms").population("n", SIZE, model, p -> {
      p.initial("V_m", Distribution.uniform(-70.0, -55.0));
      if (model.equals("iaf_psc_exp")) {
        p.set("tau_syn_ex", 2.0).set("tau_syn_in", 2.0).set("I_e", 200.0);
      }
    })
        .add(new Stimulus.Poisson("most", "n", Neurons.all(), 8000.0, model.equals("iaf_psc_exp") ? 40.0 : 0.25, 0.0,
            1_800.0))
        .add(new Stimulus.Poisson("later", "n", Neurons.all(), 500.0, 0.3, 700.0, 1_400.0))
        .add(new Stimulus.Poisson("some", "n",
            Neurons.listed(IntStream.range(0, SIZE).filter(i -> i % 5 != 2).toArray()), 500.0, 0.3, 1_200.0, 1_900.0))
        .project("n", "n", new Rule.FixedInDegree(20, true, true),
            p -> p.weight(model.equals("iaf_psc_exp") ? -40.0 : -0.25).delayMs(Distribution.uniform(0.5, 2.0)))
        .probe("n", Neurons.all(), 100.0, "V_m").build();
  }

  private static Simulation run(Network network, boolean single, int threads, boolean vectors) {
    Simulation simulation = Simulation.build(network, Models.installed(),
        new SimulationOptions(Timing.GRID, 0.1, single, threads, 1, vectors, false), done -> { });
    simulation.run(DURATION_MS, RunControl.NONE);
    return simulation;
  }

  @ParameterizedTest
  @CsvSource({"iaf_psc_exp, false, 1", "iaf_psc_exp, true, 2", "iaf_psc_delta, false, 2", "iaf_psc_delta, true, 1"})
  void vectorCodeGivesTheSameBits(String model, boolean single, int threads) {
    Network network = network(model);
    Simulation plain = run(network, single, threads, false);
    Simulation vectors = run(network, single, threads, true);
    assertTrue(plain.spikes() > SIZE, "so few spikes say nothing: " + plain.spikes());
    assertEquals(plain.spikes(), vectors.spikes());
    double[][] expected = plain.probes().getFirst().samples();
    double[][] actual = vectors.probes().getFirst().samples();
    for (int k = 0; k < expected.length; k++) {
      assertArrayEquals(expected[k], actual[k], "sample " + k);
    }
  }
}
