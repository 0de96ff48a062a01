package ranvier.synapses;

import ranvier.engine.model.RecentSingles;
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
  /** With room for the rest of a vector. */
  private final int[] often = new int[SynapseRow.MOST + InPlaceVectors.MOST_LANES];
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
   * The same in single precision, for synapses whose target has spiked at most three times; the others, whose number is
   * returned, are {@link #often} and wait for {@link #redo}.
   *
   * @param singleLimit the limit for these numbers
   * @param up strength of pairing for these numbers, times the step
   * @param down strength of depression for these numbers, times the step
   */
  int learn(char[] targets, float[] weights, int from, int count, RecentSingles recent, float singleLimit, float up,
      float down, boolean vectors) {
    float[] singles = recent.lines();
    float highest = (float) change.highest();
    int end = 0;
    int listed = 0;
    if (vectors) {
      end = InPlaceVectors.SINGLES.loopBound(count);
      listed = InPlaceVectors.learn(targets, weights, from, end, singles, singleLimit, up, down, highest,
          change.isAdditive(), formerSingles, often);
    }
    for (int k = end; k < count; k++) {
      formerSingles[k] = weights[from + k];
      weights[from + k] = changed(singles, targets[from + k], weights[from + k], singleLimit, up, down, highest);
      often[listed] = k;
      listed += singles[targets[from + k] << RecentSpikes.SHIFT | 3] < singleLimit ? 1 : 0;
    }
    float[] fourth = recent.fourth();
    int remaining = 0;
    for (int j = 0; j < listed; j++) {
      int k = often[j];
      often[remaining] = k;
      remaining += fourth[targets[from + k]] < singleLimit ? 1 : 0;
    }
    return remaining;
  }

  /** Does so many listed synapses in double precision. */
  void redo(char[] targets, float[] weights, int from, int listed) {
    for (int j = 0; j < listed; j++) {
      weights[from + often[j]] = (float) changed(targets[from + often[j]], formerSingles[often[j]], often[j]);
    }
  }

  private float changed(float[] singles, int target, float weight, float singleLimit, float up, float down,
      float highest) {
    int b = target << RecentSpikes.SHIFT;
    float last = since(singles[b + 1], singleLimit);
    float second = since(singles[b + 2], singleLimit);
    float third = since(singles[b + 3], singleLimit);
    float w;
    if (change.isAdditive()) {
      float more = weight + up * (last + second + third);
      w = (more > highest ? highest : more) - down * singles[b];
    } else {
      float rest = (1.0f - up * last) * (1.0f - up * second) * (1.0f - up * third);
      float potentiated = highest - (highest - weight) * rest;
      w = potentiated - potentiated * down * singles[b];
    }
    return w < 0.0f ? 0.0f : w;
  }

  /** The decay, or 0 at the limit and above, without a branch that nobody can predict; the limit is finite. */
  private static float since(float decay, float singleLimit) {
    return Float.intBitsToFloat(Float.floatToRawIntBits(decay)
        & Float.floatToRawIntBits(decay - singleLimit) >> Integer.SIZE - 1);
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
