package ranvier.engine.exact;

import ranvier.engine.network.Stimulus;
import ranvier.engine.random.Philox;
import ranvier.engine.random.Purpose;

/**
 * Poisson trains with real-valued times onto neurons of one unit: the gaps are exponential, gap k of a neuron is a
 * function of (seed, stimulus, neuron, k). Times therefore depend neither on the width of the bins nor on the kernel,
 * and the arrivals of a bin can be made again.
 */
final class PoissonArrivals {
  final int channel;
  final double weight;
  final int[] neurons;
  private final int[] ids;
  private final double meanGapMs;
  private final double stopMs;
  private final Philox random;
  private final double binMs;
  private final long firstBin;
  /** Next arrival of each neuron, relative to the start of the bin, and its number; and the same at the bin's start. */
  private final double[] next;
  private final int[] draws;
  private final double[] nextAtStart;
  private final int[] drawsAtStart;

  /**
   * Trains onto some neurons.
   *
   * @param neurons local indices
   * @param ids the neurons' numbers in their population, which key their streams
   * @param number of the stimulus in the network
   * @param firstBin from whose start the times of the stimulus count
   */
  PoissonArrivals(Stimulus.Poisson stimulus, int[] neurons, int[] ids, int number, long seed, double binMs,
      long firstBin) {
    channel = stimulus.weight() >= 0 ? 0 : 1;
    weight = stimulus.weight();
    this.neurons = neurons;
    this.ids = ids;
    this.binMs = binMs;
    this.firstBin = firstBin;
    meanGapMs = 1000.0 / stimulus.rateHz();
    stopMs = stimulus.stopMs();
    random = new Philox(seed, Purpose.POISSON, number);
    next = new double[neurons.length];
    draws = new int[neurons.length];
    for (int k = 0; k < next.length; k++) {
      next[k] = stimulus.startMs() + gap(k);
    }
    nextAtStart = next.clone();
    drawsAtStart = draws.clone();
  }

  /** The next arrival of the k-th neuron, relative to the start of the present bin. */
  double next(int k) {
    return next[k];
  }

  double stopMs() {
    return stopMs;
  }

  /** Draws the gap to the next arrival but one of the k-th neuron. */
  double gap(int k) {
    return -meanGapMs * StrictMath.log(random.uniform(ids[k], draws[k]++));
  }

  /** Adds the effects of all arrivals within a bin, and goes to the next bin. */
  void deliver(long bin, EffectSums sums, double[] into) {
    double scale = 2.0 / binMs;
    double end = Math.min(binMs, stopMs - (bin - firstBin) * binMs);
    for (int k = 0; k < next.length; k++) {
      double t = next[k];
      nextAtStart[k] = t;
      drawsAtStart[k] = draws[k];
      if (t < end) {
        int neuron = neurons[k];
        do {
          sums.add(neuron, t * scale - 1.0, weight, into);
          t += gap(k);
        } while (t < end);
      }
      next[k] = t < binMs ? Double.POSITIVE_INFINITY : t - binMs;
    }
  }

  /** Makes the arrivals of the bin last delivered again, for the k-th neuron. */
  void repeat(int k, long bin, WalkedNeuron into) {
    double end = Math.min(binMs, stopMs - (bin - firstBin) * binMs);
    int after = draws[k];
    draws[k] = drawsAtStart[k];
    for (double t = nextAtStart[k]; t < end; t += gap(k)) {
      into.add(t, weight, channel);
    }
    draws[k] = after;
  }
}
