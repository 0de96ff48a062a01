package ranvier.neurons;

import ranvier.engine.model.GridBlock;
import ranvier.engine.model.GridInput;
import ranvier.engine.model.GridNeurons;
import ranvier.engine.model.SpikeSink;
import ranvier.engine.random.Philox;
import ranvier.engine.random.Purpose;

/** A block of {@link PoissonNeuron}s: the time of each neuron's next spike is known, and compared in every step. */
final class PoissonProcesses implements GridNeurons {
  /** Instead of infinity, which a check for numbers that blew up would find. */
  private static final double NEVER = Double.MAX_VALUE;

  private final GridBlock block;
  private final double h;
  private final double[] next;
  private final int[] draws;
  private final double[] rate;
  private final double[] stop;
  private final Philox random;

  PoissonProcesses(GridBlock block) {
    this.block = block;
    h = block.dtMs();
    next = block.doubles("next_spike");
    draws = block.integers("draws");
    rate = block.values("rate");
    stop = block.values("stop");
    random = new Philox(block.seed(), Purpose.NEURON);
    double[] start = block.values("start");
    for (int i = 0; i < next.length; i++) {
      next[i] = i < block.size() ? after(start[i], i) : NEVER;
    }
  }

  @Override
  public void advance(int from, int to, int step, GridInput input, SpikeSink spikes) {
    double now = step * h;
    for (int i = from; i < to; i++) {
      while (next[i] <= now) {
        spikes.spike(i);
        next[i] = after(next[i], i);
      }
    }
  }

  private double after(double time, int neuron) {
    if (rate[neuron] == 0) {
      return NEVER;
    }
    double u = random.uniform(block.globalNeuron(neuron), draws[neuron]++);
    double t = time - 1000.0 / rate[neuron] * StrictMath.log(u);
    return t <= stop[neuron] ? t : NEVER;
  }
}
