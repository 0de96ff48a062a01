package ranvier.neurons.exact;

import java.util.ArrayList;
import java.util.List;
import ranvier.engine.kernel.RunControl;
import ranvier.engine.kernel.Simulation;
import ranvier.engine.record.SpikeOutput;

/** A spike as a kernel told it. */
record Recorded(long slice, double offsetMs, int neuron, double timeMs) {
  /** Runs a simulation and gives its spikes in the order in which they were told. */
  static List<Recorded> of(Simulation simulation, double durationMs) {
    List<Recorded> all = new ArrayList<>();
    double sliceMs = simulation.sliceMs();
    simulation.output(new SpikeOutput() {
      @Override
      public void add(long step, double offsetMs, int neuron) {
        all.add(new Recorded(step, offsetMs, neuron, step * sliceMs + offsetMs));
      }

      @Override
      public void endOfSlice(long step) {}
    });
    simulation.run(durationMs, RunControl.NONE);
    return all;
  }
}
