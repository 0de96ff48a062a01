package ranvier.engine.exact;

import java.util.Arrays;

/** Parts of compact rows, one after the other; a segment is what one spike contributes. */
final class CompactLog extends BinLog {
  private final double binMs;
  private final double unitMs;
  private int[] codes = new int[1024];
  private float[] weights = new float[1024];
  private int[] segmentStart = new int[64];
  private double[] segmentBase = new double[64];
  private int segments;
  private int reading;

  CompactLog(double binMs, double unitMs) {
    this.binMs = binMs;
    this.unitMs = unitMs;
  }

  /** Appends part of a row; {@code base} is the time of the spike relative to this bin. */
  int append(RowCopy copy, int[] rowCodes, float[] rowWeights, int from, int to, int limit, double base) {
    int room = to - from + CompactRows.PADDING;
    if (count + room > codes.length) {
      int length = Math.max(count + room, codes.length + codes.length / 2);
      codes = Arrays.copyOf(codes, length);
      weights = Arrays.copyOf(weights, length);
    }
    int copied = copy.copy(rowCodes, rowWeights, from, to, limit, codes, weights, count);
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
  void collect(byte[] flags, Walks walks, int channel) {
    int segment = 0;
    for (int k = 0; k < count; k++) {
      int target = codes[k] & 0xFFFF;
      if (flags[target] != 0) {
        while (segment + 1 < segments && segmentStart[segment + 1] <= k) {
          segment++;
        }
        walks.of(target).add(segmentBase[segment] + (codes[k] >>> 16) * unitMs, weights[k], channel);
      }
    }
  }

  @Override
  void collect(int neuron, WalkedNeuron into, int channel) {
    int segment = 0;
    for (int k = 0; k < count; k++) {
      if ((codes[k] & 0xFFFF) == neuron) {
        while (segment + 1 < segments && segmentStart[segment + 1] <= k) {
          segment++;
        }
        into.add(segmentBase[segment] + (codes[k] >>> 16) * unitMs, weights[k], channel);
      }
    }
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
