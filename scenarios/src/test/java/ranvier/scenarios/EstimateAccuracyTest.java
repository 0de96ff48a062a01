package ranvier.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ranvier.engine.kernel.Simulation;
import ranvier.engine.kernel.SimulationOptions;
import ranvier.engine.kernel.Timing;
import ranvier.engine.memory.MemoryEstimate;
import ranvier.engine.model.Models;
import ranvier.engine.network.Distribution;
import ranvier.engine.network.Network;
import ranvier.engine.network.Rule;
import ranvier.engine.network.Storage;

/** The estimate of a network against what the kernels take for it. */
class EstimateAccuracyTest {
  /** A network with every storage and rule; large enough that whole segments and padding do not matter. */
  private static Network network() {
    return Network.named("n")
        .population("E", 4000, "iaf_psc_exp", p -> p.set("I_e", Distribution.normal(100, 10)))
        .population("I", 1000, "iaf_psc_exp", p -> p.set("tau_syn_in", 1.0))
        .project("E", "E", new Rule.FixedInDegree(400, false, true), p -> p
            .weight(Distribution.normal(20, 2)).delayMs(Distribution.normalRedrawn(1.5, 0.75, 0.05, 100)))
        .project("E", "I", new Rule.FixedTotalNumber(300_000, true), p -> p.storage(Storage.SINGLE))
        .project("I", "E", new Rule.PairwiseBernoulli(0.1, true), p -> p.weight(-100).storage(Storage.DOUBLE))
        .project("I", "I", new Rule.FixedOutDegree(50, false, false), p -> p.weight(-100)
            .delayMs(Distribution.uniform(0.5, 2.0)))
        .build();
  }

  @ParameterizedTest
  @CsvSource({"GRID, 1", "GRID, 2", "EXACT, 1", "EXACT, 2"})
  void bytesAreThoseOfTheKernel(Timing timing, int threads) {
    Network network = network();
    MemoryEstimate estimate = MemoryEstimate.of(network, Models.installed(), 0.1, timing == Timing.EXACT, false,
        threads);
    Simulation simulation = Simulation.build(network, Models.installed(),
        new SimulationOptions(timing, 0.1, false, threads, 1, true, false), done -> { });
    // Pairwise Bernoulli: 400,000 expected, standard deviation 600.
    assertEquals(simulation.synapses(), estimate.synapses(), 5 * 600.0);
    near(simulation.synapseBytes(), estimate.synapseBytes(), 0.05, "synapses");
    long neurons = estimate.parts().stream().filter(p -> p.kind() == MemoryEstimate.Kind.NEURONS)
        .mapToLong(MemoryEstimate.Part::bytes).sum();
    // The estimate holds the slots of the input too, which are not part of the state.
    assertTrue(neurons >= simulation.stateBytes() && neurons < 4 * simulation.stateBytes(),
        () -> "neurons: estimated " + neurons + ", state " + simulation.stateBytes());
  }

  private static void near(long actual, long estimated, double tolerance, String what) {
    double ratio = (double) estimated / actual;
    assertTrue(Math.abs(ratio - 1) < tolerance, () -> what + ": estimated " + estimated + " bytes, took " + actual);
  }
}
