package ranvier.testkit;

import java.util.ArrayList;
import java.util.List;
import ranvier.engine.exact.ExactOptions;
import ranvier.engine.kernel.RunControl;
import ranvier.engine.kernel.Simulation;
import ranvier.engine.kernel.SimulationOptions;
import ranvier.engine.model.Models;
import ranvier.engine.network.Network;
import ranvier.engine.record.SpikeOutput;

/**
 * A spike as a kernel tells it.
 *
 * @param timeMs the time, slice and offset together
 */
public record TimedSpike(long slice, double offsetMs, int neuron, double timeMs) {
  /** All spikes of a run in exact time, in the order in which the kernel told them. */
  public static List<TimedSpike> exact(Network network, ExactOptions options, double durationMs) {
    Simulation simulation = Simulation.exact(network, Models.installed(), options, fraction -> { });
    return run(simulation, simulation.sliceMs(), durationMs);
  }

  /** All spikes of a run on a grid. */
  public static List<TimedSpike> grid(Network network, double dtMs, long seed, double durationMs) {
    return run(Simulation.build(network, Models.installed(), SimulationOptions.grid(dtMs, 1, seed), fraction -> { }),
        dtMs, durationMs);
  }

  private static List<TimedSpike> run(Simulation simulation, double unitMs, double durationMs) {
    List<TimedSpike> all = new ArrayList<>();
    simulation.output(new SpikeOutput() {
      @Override
      public void add(long step, double offsetMs, int neuron) {
        all.add(new TimedSpike(step, offsetMs, neuron, step * unitMs + offsetMs));
      }

      @Override
      public void endOfSlice(long step) {}
    });
    simulation.run(durationMs, RunControl.NONE);
    return all;
  }
}
