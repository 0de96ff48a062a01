package ranvier.engine.exact;

import java.util.Arrays;

/**
 * Parts of compact rows: copied one after the other, as short parts of a large table cost a cache miss each when they
 * are due; or where they are, if the parts are long.
 */
final class CompactLog extends BinLog {
  private final double scale;
  private final double unitMs;
  /** What synapses are copied into; null if they stay where they are. */
  private final LogChunks chunks;
  private final int[] rowCodes;
  private final float[] rowWeights;
  private int[] own = new int[16];
  private int ownCount;
  private int next;
  private int chunkEnd;

  /** Copies. */
  CompactLog(double binMs, double unitMs, LogChunks chunks) {
    this(binMs, unitMs, chunks, null, null);
  }

  /** Leaves the synapses where they are. */
  CompactLog(double binMs, double unitMs, int[] codes, float[] weights) {
    this(binMs, unitMs, null, codes, weights);
  }

  private CompactLog(double binMs, double unitMs, LogChunks chunks, int[] rowCodes, float[] rowWeights) {
    scale = 2.0 / binMs;
    this.unitMs = unitMs;
    this.chunks = chunks;
    this.rowCodes = rowCodes;
    this.rowWeights = rowWeights;
  }

  /** Appends the synapses {@code from <= k < to} of the rows; {@code base} is the time of the spike in this bin. */
  void append(int[] fromCodes, float[] fromWeights, int from, int to, double base) {
    if (chunks == null) {
      segment(from, to, base);
      return;
    }
    int k = from;
    while (k < to) {
      if (next == chunkEnd) {
        takeChunk();
      }
      int copied = Math.min(to - k, chunkEnd - next);
      System.arraycopy(fromCodes, k, chunks.codes(), next, copied);
      System.arraycopy(fromWeights, k, chunks.weights(), next, copied);
      segment(next, next + copied, base);
      next += copied;
      k += copied;
    }
  }

  private void takeChunk() {
    if (ownCount == own.length) {
      own = Arrays.copyOf(own, 2 * ownCount);
    }
    next = chunks.take();
    chunkEnd = next + LogChunks.CHUNK;
    own[ownCount++] = next;
  }

  @Override
  void clear() {
    super.clear();
    while (ownCount > 0) {
      chunks.giveBack(own[--ownCount]);
    }
    next = 0;
    chunkEnd = 0;
  }

  private int[] codes() {
    return chunks == null ? rowCodes : chunks.codes();
  }

  private float[] weights() {
    return chunks == null ? rowWeights : chunks.weights();
  }

  @Override
  int[] targets() {
    return codes();
  }

  @Override
  double delayMs(int synapse) {
    return (codes()[synapse] >>> 16) * unitMs;
  }

  @Override
  double weight(int synapse) {
    return weights()[synapse];
  }

  @Override
  void decode(int from, int n, double base, double[] x, double[] values, int at) {
    int[] codes = codes();
    float[] weights = weights();
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
    int[] codes = codes();
    float[] weights = weights();
    double unit = unitMs * scale;
    for (int s = 0; s < segments(); s++) {
      pairs.add(codes, weights, start(s), end(s), base(s) * scale - 1.0, unit, sums);
    }
    return true;
  }

  @Override
  long bytes() {
    return super.bytes() + 4L * own.length;
  }
}
