package ranvier.testkit;

import java.util.List;

/**
 * How far two lists of spikes agree.
 *
 * @param horizonMs up to where neurons and order are the same and times differ by less than the tolerance
 * @param compared number of spikes up to there
 * @param largestMs largest difference up to there
 */
public record SpikeComparison(double horizonMs, int compared, double largestMs) {
  /** Compares spike by spike, in order; neighbours closer than the tolerance may have changed places. */
  public static SpikeComparison of(List<TimedSpike> a, List<TimedSpike> b, double toleranceMs, double durationMs) {
    double largest = 0.0;
    int n = Math.min(a.size(), b.size());
    for (int k = 0; k < n; k++) {
      double difference = Math.abs(a.get(k).timeMs() - b.get(k).timeMs());
      boolean swapped = (k + 1 < n && a.get(k).neuron() == b.get(k + 1).neuron()) || (k > 0
          && a.get(k).neuron() == b.get(k - 1).neuron());
      if (!(difference <= toleranceMs) || (a.get(k).neuron() != b.get(k).neuron() && !swapped)) {
        return new SpikeComparison(Math.min(a.get(k).timeMs(), b.get(k).timeMs()), k, largest);
      }
      largest = Math.max(largest, difference);
    }
    double end = a.size() == b.size() ? durationMs
        : (a.size() > n ? a.get(n) : b.get(n)).timeMs() > durationMs - toleranceMs ? durationMs
        : (a.size() > n ? a.get(n) : b.get(n)).timeMs();
    return new SpikeComparison(end, n, largest);
  }
}
