package ranvier.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import ranvier.engine.kernel.RunControl;
import ranvier.engine.kernel.Simulation;
import ranvier.engine.kernel.SimulationOptions;
import ranvier.engine.model.Models;
import ranvier.engine.network.Network;
import ranvier.engine.network.Neurons;
import ranvier.engine.network.Rule;
import ranvier.engine.network.Storage;

/** More synapses on one worker than an int can count: they are drawn again at every spike, so they need no memory. */
class BeyondIntTest {
  private static final int SOURCES = 50_000;
  private static final int TARGETS = 50_000;
  private static final double JUMP_MV = 0.5;

  @Test
  void theLastOfMoreSynapsesThanAnIntCountsArrives() {
    double[][] times = new double[SOURCES][0];
    times[0] = new double[] {1.0};
    times[SOURCES - 1] = new double[] {1.0, 2.0};
    Network network = Network.named("beyond").population("n", TARGETS, "iaf_psc_delta", p -> p.set("tau_m", 1e9))
        .spikeTrains("s", times)
        .project("s", "n", new Rule.AllToAll(true), p -> p.weight(JUMP_MV).delayMs(1.0).storage(Storage.PROCEDURAL))
        .probe("n", Neurons.range(TARGETS - 1, TARGETS), 1.0, "V_m").build();
    Simulation simulation = Simulation.build(network, Models.installed(), SimulationOptions.grid(0.1, 1, 1),
        done -> { });
    simulation.run(5.0, RunControl.NONE);
    assertEquals((long) SOURCES * TARGETS, simulation.synapses());
    assertEquals(3L * TARGETS, simulation.synapticEvents());
    double[][] samples = simulation.probes().getFirst().samples();
    assertEquals(-70.0 + 3 * JUMP_MV, samples[samples.length - 1][0], 1e-6);
  }
}
