package ranvier.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import ranvier.engine.kernel.RunControl;
import ranvier.engine.kernel.Simulation;
import ranvier.engine.kernel.SimulationOptions;
import ranvier.engine.model.Models;
import ranvier.engine.model.NetworkCheck;
import ranvier.engine.network.Network;

/** The plugin is found by name, and its neuron's rate is its input over its threshold. */
class PerfectIntegratorTest {
  @Test
  void spikesAsOftenAsItsInputFillsIt() {
    Network network = Network.named("one").population("A", 1, "perfect_integrator",
        p -> p.set("V_th", 16).set("drift", 0.25)).build();
    assertEquals(List.of(), NetworkCheck.problems(network, Models.installed(), 0.5, false));
    Simulation simulation = Simulation.build(network, Models.installed(), SimulationOptions.grid(0.5, 1, 1), f -> { });
    simulation.run(6400, RunControl.NONE);
    assertEquals(100, simulation.spikes());
  }
}
