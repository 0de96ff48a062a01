package ranvier.engine.exact;

import java.util.Arrays;

/**
 * Parts of compact rows: copied one after the other, as short parts of a large table cost a cache miss each when they
 * are due; or where they are, if the parts are long.
 */
final class CompactLog extends BinLog {
  private final double scale;
  private final double unitMs;
  private final boolean copies;
  private int[] codes;
  private float[] weights;

  /** Copies; room for some arrivals is made at once, more when needed. */
  CompactLog(double binMs, double unitMs, int room) {
    this(binMs, unitMs, new int[room], new float[room], true);
  }

  /** Leaves the synapses where they are. */
  CompactLog(double binMs, double unitMs, int[] codes, float[] weights) {
    this(binMs, unitMs, codes, weights, false);
  }

  private CompactLog(double binMs, double unitMs, int[] codes, float[] weights, boolean copies) {
    scale = 2.0 / binMs;
    this.unitMs = unitMs;
    this.codes = codes;
    this.weights = weights;
    this.copies = copies;
  }

  /** Appends the synapses {@code from <= k < to} of the rows; {@code base} is the time of the spike in this bin. */
  void append(int[] rowCodes, float[] rowWeights, int from, int to, double base) {
    if (!copies) {
      segment(from, to, base);
      return;
    }
    int copied = to - from;
    int first = count();
    int room = first + copied + VectorPairSums.PADDING;
    if (room > codes.length) {
      int length = Math.max(room, codes.length + codes.length / 2);
      codes = Arrays.copyOf(codes, length);
      weights = Arrays.copyOf(weights, length);
    }
    System.arraycopy(rowCodes, from, codes, first, copied);
    System.arraycopy(rowWeights, from, weights, first, copied);
    segment(first, first + copied, base);
  }

  @Override
  int[] targets() {
    return codes;
  }

  @Override
  double delayMs(int synapse) {
    return (codes[synapse] >>> 16) * unitMs;
  }

  @Override
  double weight(int synapse) {
    return weights[synapse];
  }

  @Override
  void decode(int from, int n, double base, double[] x, double[] values, int at) {
    double first = base * scale - 1.0;
    double unit = unitMs * scale;
    for (int k = 0; k < n; k++) {
      x[at + k] = first + (codes[from + k] >>> 16) * unit;
    }
    for (int k = 0; k < n; k++) {
      values[at + k] = weights[from + k];
    }
  }

  @Override
  boolean addTo(VectorPairSums pairs, double[] sums) {
    double unit = unitMs * scale;
    for (int s = 0; s < segments(); s++) {
      pairs.add(codes, weights, start(s), end(s), base(s) * scale - 1.0, unit, sums);
    }
    return true;
  }

  @Override
  long bytes() {
    return super.bytes() + (copies ? 8L * codes.length : 0L);
  }
}
