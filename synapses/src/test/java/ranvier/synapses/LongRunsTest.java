package ranvier.synapses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import ranvier.engine.exact.ExactOptions;
import ranvier.engine.kernel.RunControl;
import ranvier.engine.kernel.Simulation;
import ranvier.engine.kernel.SimulationOptions;
import ranvier.engine.model.Models;
import ranvier.engine.network.Network;
import ranvier.engine.network.Rule;
import ranvier.engine.network.Storage;
import ranvier.testkit.Repeater;

/** What must hold however long a network learns. */
class LongRunsTest {
  private static final double HOUR_MS = 3_600_000;
  private static final double RATE_HZ = 3.0;
  private static final Models MODELS = Models.of(List.of(new Repeater()), List.of(new StdpSynapse(),
      new StdpNearestNeighbour.Symmetric(), new StaticSynapse()));

  private static double[] train(long seed, double stepMs) {
    Random random = new Random(seed);
    return random.doubles((long) (HOUR_MS * 1e-3 * RATE_HZ), 0, HOUR_MS / stepMs).mapToLong(k -> 2
        + (long) k).distinct()
        .sorted().mapToDouble(k -> k * stepMs).filter(t -> t < HOUR_MS).toArray();
  }

  /** Two targets that spike all the time, a source that does, too, and one that stays silent. */
  private static Network network(String rule, double stepMs) {
    return Network.named("hour").population("targets", 2, Repeater.NAME)
        .spikeTrains("commands", train(1, stepMs), train(2, stepMs)).spikeTrains("sources", train(3, stepMs),
            new double[0])
        .project("commands", "targets", new Rule.OneToOne(),
            p -> p.weight(Repeater.COMMAND).delayMs(stepMs).storage(Storage.DOUBLE))
        .project("sources", "targets", new Rule.AllToAll(true),
            p -> p.name("plastic").synapse(rule).weight(50).delayMs(stepMs).set("Wmax", 100))
        .build();
  }

  private static void staysBounded(Function<Network, Simulation> build, double stepMs) {
    for (String rule : List.of("stdp_synapse", "stdp_nn_symm_synapse")) {
      Simulation simulation = build.apply(network(rule, stepMs));
      long most = 0;
      for (int minute = 1; minute <= 60; minute++) {
        simulation.run(HOUR_MS / 60, RunControl.NONE);
        if (minute == 5) {
          most = simulation.historyBytes();
          assertTrue(most > 0, "nothing is remembered");
        }
      }
      assertEquals(60 * HOUR_MS / 60, simulation.timeMs(), 1e-6);
      // Arrays grow by doubling: a busy second late in the hour may double what five minutes needed.
      assertTrue(simulation.historyBytes() <= 2 * most, rule + ": " + simulation.historyBytes() + " bytes after "
          + most);
      assertFalse(Arrays.stream(simulation.weights("plastic").weights()).allMatch(w -> w == 50.0), "nothing learned");
    }
  }

  @Test
  void historiesStayBoundedOverAnHourOnTheGrid() {
    staysBounded(n -> Simulation.build(n, MODELS, SimulationOptions.grid(5.0, 1, 1), done -> { }), 5.0);
  }

  @Test
  void historiesStayBoundedOverAnHourOfExactTime() {
    staysBounded(n -> Simulation.exact(n, MODELS, ExactOptions.of(1, 1), done -> { }), 5.0);
  }
}
