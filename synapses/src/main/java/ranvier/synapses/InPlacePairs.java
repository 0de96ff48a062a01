package ranvier.synapses;

import ranvier.engine.model.RecentSpikes;
import ranvier.engine.model.SynapseRow;

/**
 * What {@link PairRule} makes of a piece where its weights are kept, if changes are additive or multiplicative: one
 * pass that gathers the numbers of the targets, learns, and writes back. The pass takes the last two spikes of each
 * target; synapses whose target has spiked more often since are listed, and done again from their former weight.
 */
final class InPlacePairs {
  private final WeightChange change;
  private final double[] former = new double[SynapseRow.MOST];
  private final float[] formerSingles = new float[SynapseRow.MOST];
  private final int[] often = new int[SynapseRow.MOST];
  private final int[] left = new int[SynapseRow.MOST];
  private int leftCount;
  private double[] lines;
  private double[] older;
  private double limit;
  private double plus;
  private double minus;

  InPlacePairs(WeightChange change) {
    this.change = change;
  }

  /**
   * For the spikes that the next piece is paired with.
   *
   * @param newLimit decays below belong to spikes since the last presynaptic one
   * @param newPlus turns a decay into the strength of a pairing
   * @param newMinus turns the sum into the strength of depression
   */
  void pairWith(RecentSpikes recent, double newLimit, double newPlus, double newMinus) {
    lines = recent.lines();
    older = recent.older();
    limit = newLimit;
    plus = newPlus;
    minus = newMinus;
    leftCount = 0;
  }

  /** Whether {@link #learn} can do it. */
  boolean isLinear() {
    return change.isLinear(plus * limit);
  }

  /** Number of synapses whose target has spiked more than six times, which {@link #learn} has not changed. */
  int leftCount() {
    return leftCount;
  }

  /** One of them. */
  int left(int number) {
    return left[number];
  }

  /** Potentiates and depresses, in vector code of 512 bits. */
  void learn(char[] targets, double[] weights, int from, int count) {
    int end = InPlaceVectors.WIDE.loopBound(count);
    int listed = InPlaceVectors.learn(targets, weights, from, end, lines, limit, change.up() * plus,
        change.down() * minus, change.highest(), change.isAdditive(), former, often);
    for (int j = 0; j < listed; j++) {
      weights[from + often[j]] = changed(targets[from + often[j]], former[often[j]], often[j]);
    }
    for (int k = end; k < count; k++) {
      weights[from + k] = changed(targets[from + k], weights[from + k], k);
    }
  }

  /**
   * The same in single precision.
   *
   * @param singles of the last spikes, as {@link RecentSpikes#lines}
   * @param limit1 the limit for these
   * @param plus1 the strength of pairing for these
   * @param minus1 the strength of depression for these
   */
  void learn(char[] targets, float[] weights, int from, int count, float[] singles, float limit1, double plus1,
      double minus1, boolean vectors) {
    float up = (float) (change.up() * plus1);
    float down = (float) (change.down() * minus1);
    float highest = (float) change.highest();
    int end = 0;
    int listed = 0;
    if (vectors) {
      end = InPlaceVectors.SINGLES.loopBound(count);
      listed = InPlaceVectors.learn(targets, weights, from, end, singles, limit1, up, down, highest,
          change.isAdditive(), formerSingles, often);
    }
    for (int k = end; k < count; k++) {
      int b = targets[from + k] << RecentSpikes.SHIFT;
      if (singles[b + 3] < limit1) {
        formerSingles[k] = weights[from + k];
        often[listed++] = k;
      } else {
        float last = singles[b + 1] < limit1 ? singles[b + 1] : 0.0f;
        float second = singles[b + 2] < limit1 ? singles[b + 2] : 0.0f;
        weights[from + k] = change.isAdditive()
            ? added(weights[from + k], up * (last + second), down * singles[b], highest)
            : multiplied(weights[from + k], (1.0f - up * last) * (1.0f - up * second), down, singles[b], highest);
      }
    }
    for (int j = 0; j < listed; j++) {
      weights[from + often[j]] = (float) changed(targets[from + often[j]], formerSingles[often[j]], often[j]);
    }
  }

  private static float added(float weight, float up, float down, float highest) {
    float more = weight + up;
    float w = (more > highest ? highest : more) - down;
    return w < 0.0f ? 0.0f : w;
  }

  private static float multiplied(float weight, float left, float down, float sum, float highest) {
    float potentiated = highest - (highest - weight) * left;
    float w = potentiated - potentiated * down * sum;
    return w < 0.0f ? 0.0f : w;
  }

  /** The new weight of synapse k; the given one, and k among those left, if its target has spiked too often. */
  private double changed(int target, double weight, int k) {
    int b = target << RecentSpikes.SHIFT;
    double down = change.down() * minus;
    if (lines[b + 3] >= limit) {
      return changed(lines, b, weight, down, lines[b]);
    }
    if (older[b] < limit) {
      left[leftCount++] = k;
      return weight;
    }
    return changed(lines, b, changed(older, b, weight, 0.0, 0.0), down, lines[b]);
  }

  private double changed(double[] from, int b, double weight, double down, double sum) {
    double up = change.up() * plus;
    double highest = change.highest();
    double w;
    if (change.isAdditive()) {
      double more = weight + up * (since(from[b + 1]) + since(from[b + 2]) + since(from[b + 3]));
      w = (more > highest ? highest : more) - down * sum;
    } else {
      double rest = (1.0 - up * since(from[b + 1])) * (1.0 - up * since(from[b + 2])) * (1.0 - up * since(from[b + 3]));
      double potentiated = highest - (highest - weight) * rest;
      w = potentiated - potentiated * down * sum;
    }
    return w < 0.0 ? 0.0 : w;
  }

  private double since(double decay) {
    return decay < limit ? decay : 0.0;
  }
}
