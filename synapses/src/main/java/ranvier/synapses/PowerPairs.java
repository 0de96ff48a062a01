package ranvier.synapses;

import static ranvier.synapses.RecentPairs.LAST;
import static ranvier.synapses.RecentPairs.SECOND;
import static ranvier.synapses.RecentPairs.THIRD;

import ranvier.engine.math.Power;
import ranvier.engine.model.SynapseRow;

/**
 * What {@link RecentPairs} makes of a row where changes go with a power of the weight: column after column, each in
 * three loops, of what is raised, of powers, and of changes. With k the strength of a pairing
 * <pre>
 *   postsynaptic spike  w += gain k max(0, from - slope w)^mu_plus, at most the largest weight
 *   presynaptic spike   w -= loss k max(0, w / unit)^mu_minus, at least 0
 * </pre>
 * Most targets have spiked once; those that spiked twice or three times are a short row of their own.
 */
final class PowerPairs {
  private final WeightChange change;
  private final double[] powers = new double[SynapseRow.MOST];
  private final int[] busy = new int[SynapseRow.MOST];
  private final double[] busyWeights = new double[SynapseRow.MOST];
  private final double[] seconds = new double[SynapseRow.MOST];
  private final double[] thirds = new double[SynapseRow.MOST];

  PowerPairs(WeightChange change) {
    this.change = change;
  }

  /** Changes weights by columns of {@link RecentPairs}; parameters as there. */
  void change(double[] columns, double[] weights, int count, double limit, double plus, double minus,
      boolean vectors) {
    int listed = RecentPairs.list(columns, SECOND, count, limit, busy, vectors);
    for (int j = 0; j < listed; j++) {
      int k = busy[j];
      seconds[j] = columns[SECOND + k];
      thirds[j] = columns[THIRD + k];
      busyWeights[j] = weights[k];
    }
    raise(thirds, 0, busyWeights, listed, limit, plus, vectors);
    raise(seconds, 0, busyWeights, listed, limit, plus, vectors);
    for (int j = 0; j < listed; j++) {
      weights[busy[j]] = busyWeights[j];
    }
    raise(columns, LAST, weights, count, limit, plus, vectors);
    if (minus != 0.0) {
      lower(columns, weights, count, minus, vectors);
    }
  }

  private void raise(double[] decays, int column, double[] weights, int count, double limit, double plus,
      boolean vectors) {
    double from = change.from();
    double slope = change.slope();
    double gain = change.gain() * plus;
    double highest = change.highest();
    for (int k = 0; k < count; k++) {
      powers[k] = from - weights[k] * slope;
    }
    Power.raise(powers, count, change.muPlus(), vectors);
    for (int k = vectors ? PairVectors.raise(decays, column, powers, weights, count, limit, gain, highest) : 0;
        k < count; k++) {
      double decay = decays[column + k];
      double more = weights[k] + gain * powers[k] * decay;
      double w = more > highest ? highest : more;
      weights[k] = decay < limit ? w : weights[k];
    }
  }

  private void lower(double[] sums, double[] weights, int count, double minus, boolean vectors) {
    double perUnit = 1.0 / change.unit();
    double loss = change.loss() * minus;
    for (int k = 0; k < count; k++) {
      powers[k] = weights[k] * perUnit;
    }
    Power.raise(powers, count, change.muMinus(), vectors);
    for (int k = vectors ? PairVectors.lower(sums, powers, weights, count, loss) : 0; k < count; k++) {
      double less = weights[k] - loss * powers[k] * sums[k];
      double w = less < 0.0 ? 0.0 : less;
      weights[k] = sums[k] > 0.0 ? w : weights[k];
    }
  }
}
