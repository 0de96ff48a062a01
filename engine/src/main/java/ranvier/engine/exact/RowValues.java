package ranvier.engine.exact;

import ranvier.engine.connectivity.RowReader;

/**
 * Weights and delays of one row, drawn in loops of their own, so that look-ups in tables that do not fit the first
 * cache overlap. Scratch space; one per thread.
 */
final class RowValues {
  private long[] bits = new long[1024];
  private double[] weights = new double[1024];
  private double[] delaysMs = new double[1024];

  /**
   * Draws the values of a row.
   *
   * @param weightTable the distribution of weights as a table; null: it is asked itself
   * @param delayTable the same for delays
   */
  void draw(RowReader reader, int length, QuantileTable weightTable, QuantileTable delayTable) {
    if (bits.length < length) {
      bits = new long[2 * length];
      weights = new double[2 * length];
      delaysMs = new double[2 * length];
    }
    if (weightTable != null || delayTable != null) {
      for (int i = 0; i < length; i++) {
        bits[i] = reader.valueBits(i);
      }
    }
    if (weightTable != null) {
      weightTable.values(bits, Integer.SIZE, length, weights);
    } else {
      for (int i = 0; i < length; i++) {
        weights[i] = reader.weight(i);
      }
    }
    if (delayTable != null) {
      delayTable.values(bits, 0, length, delaysMs);
    } else {
      for (int i = 0; i < length; i++) {
        delaysMs[i] = reader.delayMs(i);
      }
    }
  }

  /** Weights of the row, valid up to its length. */
  double[] weights() {
    return weights;
  }

  /** Delays of the row in ms, valid up to its length. */
  double[] delaysMs() {
    return delaysMs;
  }
}
