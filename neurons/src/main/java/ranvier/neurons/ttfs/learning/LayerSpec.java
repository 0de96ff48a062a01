package ranvier.neurons.ttfs.learning;

import java.util.List;

/**
 * A fully connected layer.
 *
 * @param neurons number
 * @param biasTimes spike times of inputs that every sample has, in tau_s; their weights are learned like all others
 * @param weightMean of the initial weights
 * @param weightStd of the initial weights
 * @param maxMissing fraction of (sample, neuron) pairs without a spike above which the layer's weights are bumped
 * @param delays what is learned beside the weights
 */
public record LayerSpec(int neurons, List<Double> biasTimes, double weightMean, double weightStd, double maxMissing,
    DelayKind delays) {
  /** Checks the values. */
  public LayerSpec {
    biasTimes = List.copyOf(biasTimes);
    if (neurons < 1) {
      throw new IllegalArgumentException("a layer needs at least one neuron, got " + neurons);
    }
    if (!(weightStd >= 0) || !(maxMissing >= 0) || Double.isNaN(weightMean)) {
      throw new IllegalArgumentException("weight mean " + weightMean + ", weight std " + weightStd + ", max missing "
          + maxMissing + ": the last two must not be negative");
    }
    for (double t : biasTimes) {
      if (!(t >= 0) || Double.isInfinite(t)) {
        throw new IllegalArgumentException("a bias must spike at a finite time not before 0, got " + t);
      }
    }
  }

  /** Without delays. */
  public LayerSpec(int neurons, List<Double> biasTimes, double weightMean, double weightStd, double maxMissing) {
    this(neurons, biasTimes, weightMean, weightStd, maxMissing, DelayKind.NONE);
  }

  /** The same layer that learns delays too. */
  public LayerSpec withDelays(DelayKind kind) {
    return new LayerSpec(neurons, biasTimes, weightMean, weightStd, maxMissing, kind);
  }
}
