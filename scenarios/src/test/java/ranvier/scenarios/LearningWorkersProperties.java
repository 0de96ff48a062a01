package ranvier.scenarios;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import ranvier.engine.kernel.RunControl;
import ranvier.engine.kernel.Simulation;
import ranvier.engine.kernel.SimulationOptions;
import ranvier.engine.kernel.Timing;
import ranvier.engine.model.Models;
import ranvier.engine.network.Distribution;
import ranvier.engine.network.Network;
import ranvier.engine.network.Rule;
import ranvier.engine.record.RecordingBus;
import ranvier.engine.record.SpikeHash;

/** Learning in single precision gives the same spikes and weights for any number of workers, vector code or not. */
class LearningWorkersProperties {
  private static final int EXCITATORY = 1_100;
  private static final int INHIBITORY = 60;
  private static final double DURATION_MS = 200.0;
  private static final double WEIGHT_MV = 0.2;

  private record Result(String hash, long spikes, double[] weights) {}

  /** Rows are longer than a piece, with one worker. */
  private static Network network(boolean isAdditive, double inhibition) {
    double mu = isAdditive ? 0.0 : 1.0;
    return Network.named("learning").population("E", EXCITATORY, "iaf_psc_delta",
            p -> p.initial("V_m", Distribution.uniform(-70.0, -55.0)))
        .population("I", INHIBITORY, "iaf_psc_delta", p -> p.initial("V_m", Distribution.uniform(-70.0, -55.0)))
        .poisson("E", 14_000.0, WEIGHT_MV).poisson("I", 14_000.0, WEIGHT_MV)
        .project("E", "E", new Rule.PairwiseBernoulli(0.97, true),
            p -> p.name("learns").weight(Distribution.uniform(0.0, 0.01 * WEIGHT_MV)).delayMs(1.5)
                .synapse("stdp_synapse").set("Wmax", 0.03 * WEIGHT_MV).set("lambda", 0.02).set("mu_plus", mu)
                .set("mu_minus", mu))
        .project("E", "I", new Rule.FixedInDegree(50, true, true), p -> p.weight(WEIGHT_MV).delayMs(1.5))
        .project("I", "E", new Rule.FixedInDegree(20, true, true),
            p -> p.weight(-inhibition * WEIGHT_MV).delayMs(Distribution.uniform(0.5, 2.0))).build();
  }

  private static Result run(Network network, long seed, int workers, boolean vectors) {
    Simulation simulation = Simulation.build(network, Models.installed(),
        new SimulationOptions(Timing.GRID, 0.1, true, workers, seed, vectors, false), done -> { });
    SpikeHash hash = new SpikeHash();
    try (RecordingBus bus = new RecordingBus(0.1, List.of(hash))) {
      simulation.output(bus);
      simulation.run(DURATION_MS, RunControl.NONE);
    }
    return new Result(hash.hex(), simulation.spikes(), simulation.weights("learns").weights());
  }

  @Property(tries = 3)
  void learnTheSameOnAnyNumberOfWorkers(@ForAll long seed, @ForAll boolean isAdditive,
      @ForAll @DoubleRange(min = 0.5, max = 3.0) double inhibition) {
    Network network = network(isAdditive, inhibition);
    Result expected = run(network, seed, 1, false);
    assertTrue(expected.spikes > EXCITATORY, "so few spikes say nothing: " + expected.spikes);
    assertFalse(Arrays.stream(expected.weights).allMatch(w -> w <= 0.01 * WEIGHT_MV), "nothing was learned");
    for (int workers = 1; workers <= 3; workers++) {
      for (boolean vectors : new boolean[] {false, true}) {
        Result result = run(network, seed, workers, vectors);
        String which = workers + " workers, " + (vectors ? "vector" : "plain") + " code";
        assertEquals(expected.hash, result.hash, which);
        assertArrayEquals(expected.weights, result.weights, which);
      }
    }
  }
}
