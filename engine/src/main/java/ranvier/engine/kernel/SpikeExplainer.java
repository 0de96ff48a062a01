package ranvier.engine.kernel;

import java.util.Arrays;
import java.util.List;
import ranvier.engine.exact.ExactOptions;
import ranvier.engine.exact.Explanation;
import ranvier.engine.math.VectorGate;
import ranvier.engine.model.Models;
import ranvier.engine.network.Network;
import ranvier.engine.record.SpikeOutput;

/**
 * Says why spikes happened. The network is run again up to the time in question, which gives the same spikes to the
 * last bit, so nothing has to be recorded beforehand; or the spikes are given. Used by one thread.
 */
public final class SpikeExplainer {
  private final ExactSimulation simulation;
  private double[] times = new double[1024];
  private int[] neurons = new int[1024];
  private int count;

  /** Runs a network that has been checked up to (the slice of) a time. */
  public SpikeExplainer(Network network, Models models, ExactOptions options, double untilMs) {
    simulation = new ExactSimulation(network, models, options, VectorGate::never, fraction -> { });
    double sliceMs = simulation.sliceMs();
    simulation.output(new SpikeOutput() {
      @Override
      public void add(long step, double offsetMs, int neuron) {
        keep(step * sliceMs + offsetMs, neuron);
      }

      @Override
      public void endOfSlice(long step) {}
    });
    simulation.run((Math.floor(untilMs / sliceMs) + 1.0) * sliceMs, RunControl.NONE);
  }

  /**
   * Builds a network that has been checked, whose spikes are known.
   *
   * @param neurons global numbers, one per spike of any neuron; those of spike trains are not needed
   * @param timesMs when, as the run gave them
   */
  public SpikeExplainer(Network network, Models models, ExactOptions options, int[] neurons, double[] timesMs) {
    simulation = new ExactSimulation(network, models, options, VectorGate::never, fraction -> { });
    this.neurons = neurons.clone();
    times = timesMs.clone();
    count = neurons.length;
  }

  private void keep(double timeMs, int neuron) {
    if (count == times.length) {
      times = Arrays.copyOf(times, 2 * count);
      neurons = Arrays.copyOf(neurons, 2 * count);
    }
    times[count] = timeMs;
    neurons[count++] = neuron;
  }

  /** The neuron's spike nearest to a time; NaN if it does not spike. */
  public double nearest(int neuron, double timeMs) {
    double nearest = Double.NaN;
    for (int k = 0; k < count; k++) {
      if (neurons[k] == neuron && !(Math.abs(times[k] - timeMs) >= Math.abs(nearest - timeMs))) {
        nearest = times[k];
      }
    }
    return nearest;
  }

  /**
   * Why a neuron spiked at the spike nearest to a time.
   *
   * @throws IllegalArgumentException if the neuron did not spike within the run
   */
  public Explanation explain(int neuron, double timeMs) {
    double nearest = nearest(neuron, timeMs);
    if (Double.isNaN(nearest)) {
      throw new IllegalArgumentException("neuron " + neuron + " does not spike up to " + timeMs + " ms");
    }
    return simulation.explain(neuron, nearest, Arrays.copyOf(neurons, count), Arrays.copyOf(times, count));
  }

  /** The causes of a spike that are spikes of neurons, explained in turn: the largest first. */
  public List<Explanation> causes(Explanation of, int most) {
    return of.causes().stream().filter(c -> c.contributionMv() > 0 && !Double.isNaN(nearest(c.source(), c.spikeMs())))
        .limit(most).map(c -> explain(c.source(), c.spikeMs())).toList();
  }
}
