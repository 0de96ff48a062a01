package ranvier.engine.exact;

import ranvier.engine.connectivity.RowReader;

/**
 * Weights and delays of one row, drawn in loops of their own, so that look-ups in tables that do not fit the first
 * cache overlap. Where the distribution has no table it is asked itself. Scratch space; one per thread.
 */
final class RowValues {
  private double[] weights = new double[1024];
  private double[] delaysMs = new double[1024];

  /** Weights of the row, valid up to its length. */
  double[] weights(RowReader reader, int length, QuantileTable table) {
    if (weights.length < length) {
      weights = new double[2 * length];
    }
    for (int i = 0; i < length; i++) {
      weights[i] = table == null ? reader.weight(i) : table.value(reader.valueBits(i) >>> 32);
    }
    return weights;
  }

  /** Delays of the row in ms, valid up to its length. */
  double[] delaysMs(RowReader reader, int length, QuantileTable table) {
    if (delaysMs.length < length) {
      delaysMs = new double[2 * length];
    }
    for (int i = 0; i < length; i++) {
      delaysMs[i] = table == null ? reader.delayMs(i) : table.value(reader.valueBits(i) & 0xFFFFFFFFL);
    }
    return delaysMs;
  }
}
