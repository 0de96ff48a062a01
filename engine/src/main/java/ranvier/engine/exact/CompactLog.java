package ranvier.engine.exact;

import java.util.Arrays;

/** Parts of compact rows, one after the other; a segment is what one spike contributes. */
final class CompactLog extends BinLog {
  /** Vector code may read this far past the last arrival. */
  private static final int PADDING = 16;
  /** Synapses of a sorted row that are looked at together. */
  private static final int STRIDE = 16;

  /** Arrivals that are looked through together. */
  private static final int TOGETHER = 8;

  private final double binMs;
  private final double unitMs;
  private int[] codes;
  private float[] weights;
  private int[] segmentStart = new int[64];
  private double[] segmentBase = new double[64];
  private int segments;
  private int reading;

  /** Room for some arrivals is made at once; more when needed. */
  CompactLog(double binMs, double unitMs, int room) {
    codes = new int[room + PADDING];
    weights = new float[room + PADDING];
    this.binMs = binMs;
    this.unitMs = unitMs;
  }

  /**
   * Appends the synapses of a row, sorted by delay, from {@code from} on whose code is below the limit; {@code base}
   * is the time of the spike relative to this bin.
   *
   * @return how many were appended
   */
  int append(int[] rowCodes, float[] rowWeights, int from, int to, int limit, double base) {
    int end = from;
    while (end + STRIDE <= to && rowCodes[end + STRIDE - 1] >>> 16 < limit) {
      end += STRIDE;
    }
    while (end < to && rowCodes[end] >>> 16 < limit) {
      end++;
    }
    int copied = end - from;
    int room = count + copied + PADDING;
    if (room > codes.length) {
      int length = Math.max(room, codes.length + codes.length / 2);
      codes = Arrays.copyOf(codes, length);
      weights = Arrays.copyOf(weights, length);
    }
    System.arraycopy(rowCodes, from, codes, count, copied);
    System.arraycopy(rowWeights, from, weights, count, copied);
    if (segments == segmentStart.length) {
      segmentStart = Arrays.copyOf(segmentStart, 2 * segments);
      segmentBase = Arrays.copyOf(segmentBase, 2 * segments);
    }
    segmentStart[segments] = count;
    segmentBase[segments++] = base;
    count += copied;
    return copied;
  }

  @Override
  void clear() {
    super.clear();
    segments = 0;
  }

  /** Adds the effects of all arrivals to sums. */
  void addTo(VectorPairSums adder, double[] sums) {
    double scale = 2.0 / binMs;
    double unit = unitMs * scale;
    for (int s = 0; s < segments; s++) {
      int end = s + 1 < segments ? segmentStart[s + 1] : count;
      adder.add(codes, weights, segmentStart[s], end, segmentBase[s] * scale - 1.0, unit, sums);
    }
  }

  @Override
  void rewind() {
    reading = 0;
  }

  @Override
  int read(int from, int[] targets, double[] x, double[] values) {
    int n = Math.min(targets.length, count - from);
    double scale = 2.0 / binMs;
    double unit = unitMs * scale;
    int done = 0;
    while (done < n) {
      int end = reading + 1 < segments ? segmentStart[reading + 1] : count;
      if (end <= from + done) {
        reading++;
        continue;
      }
      double base = segmentBase[reading] * scale - 1.0;
      int stop = Math.min(n, end - from);
      for (int k = done; k < stop; k++) {
        x[k] = base + (codes[from + k] >>> 16) * unit;
      }
      done = stop;
    }
    for (int k = 0; k < n; k++) {
      targets[k] = codes[from + k] & 0xFFFF;
      values[k] = weights[from + k];
    }
    return n;
  }

  @Override
  void collect(byte[] status, byte which, Walks walks, int channel) {
    int[] all = codes;
    int n = count;
    int segment = 0;
    int k = 0;
    // Hardly any neuron is looked for: one branch for several arrivals.
    for (; k + TOGETHER <= n; k += TOGETHER) {
      int any = status[all[k] & 0xFFFF] | status[all[k + 1] & 0xFFFF] | status[all[k + 2] & 0xFFFF]
          | status[all[k + 3] & 0xFFFF] | status[all[k + 4] & 0xFFFF] | status[all[k + 5] & 0xFFFF]
          | status[all[k + 6] & 0xFFFF] | status[all[k + 7] & 0xFFFF];
      if ((any & which) != 0) {
        segment = give(k, k + TOGETHER, segment, status, which, walks, channel);
      }
    }
    give(k, n, segment, status, which, walks, channel);
  }

  private int give(int from, int to, int firstSegment, byte[] status, byte which, Walks walks, int channel) {
    int segment = firstSegment;
    for (int k = from; k < to; k++) {
      int target = codes[k] & 0xFFFF;
      if (status[target] == which) {
        while (segment + 1 < segments && segmentStart[segment + 1] <= k) {
          segment++;
        }
        walks.of(target).add(segmentBase[segment] + (codes[k] >>> 16) * unitMs, weights[k], channel);
      }
    }
    return segment;
  }

  @Override
  void touch(long[] blocks) {
    for (int k = 0; k < count; k++) {
      int block = (codes[k] & 0xFFFF) >> ExactLayout.BLOCK_SHIFT;
      blocks[block >> 6] |= 1L << block;
    }
  }

  @Override
  long bytes() {
    return 8L * codes.length + 12L * segmentStart.length;
  }
}
