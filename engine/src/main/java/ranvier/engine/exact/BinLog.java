package ranvier.engine.exact;

import java.util.Arrays;

/**
 * What arrives at the neurons of one unit within one bin, of one sign, in the order (spike time, source, row): a list
 * of segments of synapses, one per spike. Whether the synapses are copied or stay in the rows is up to the subclass.
 */
abstract class BinLog {
  /** Where a target is among the bits of {@link #targets}. */
  static final int TARGET = 0xFFFF;

  private int[] start = new int[64];
  private int[] end = new int[64];
  /** Time of the spike relative to this bin. */
  private double[] baseMs = new double[64];
  private int segments;
  private int count;
  private int reading;
  private int readTo;

  /** Adds synapses {@code from <= k < to}. */
  final void segment(int from, int to, double base) {
    if (segments == start.length) {
      start = Arrays.copyOf(start, 2 * segments);
      end = Arrays.copyOf(end, 2 * segments);
      baseMs = Arrays.copyOf(baseMs, 2 * segments);
    }
    start[segments] = from;
    end[segments] = to;
    baseMs[segments++] = base;
    count += to - from;
  }

  final int segments() {
    return segments;
  }

  final int start(int segment) {
    return start[segment];
  }

  final int end(int segment) {
    return end[segment];
  }

  final double base(int segment) {
    return baseMs[segment];
  }

  final int count() {
    return count;
  }

  void clear() {
    count = 0;
    segments = 0;
  }

  /** Synapses, with the local index of the target in the low 16 bits. */
  abstract int[] targets();

  abstract double delayMs(int synapse);

  abstract double weight(int synapse);

  /**
   * Gives times and weights of {@code n} synapses.
   *
   * @param base of their spike
   * @param x times, mapped to [-1, 1] over the bin; from index {@code at} on
   */
  abstract void decode(int from, int n, double base, double[] x, double[] weights, int at);

  /**
   * Adds all arrivals to sums by vector code.
   *
   * @return false if there is none for this kind of log, and nothing was added
   */
  boolean addTo(VectorPairSums pairs, double[] sums) {
    return false;
  }

  /** Starts reading from the first arrival. */
  final void rewind() {
    reading = 0;
    readTo = segments > 0 ? start[0] : 0;
  }

  /**
   * Gives the next arrivals.
   *
   * @param x times, mapped to [-1, 1] over the bin
   * @return how many were given: as many as the arrays hold, less at the end
   */
  final int read(int[] intoTargets, double[] x, double[] weights) {
    int[] all = targets();
    int n = 0;
    while (reading < segments && n < intoTargets.length) {
      int part = Math.min(intoTargets.length - n, end[reading] - readTo);
      for (int k = 0; k < part; k++) {
        intoTargets[n + k] = all[readTo + k] & TARGET;
      }
      decode(readTo, part, baseMs[reading], x, weights, n);
      n += part;
      readTo += part;
      if (readTo == end[reading] && ++reading < segments) {
        readTo = start[reading];
      }
    }
    return n;
  }

  /** Marks the blocks of all targets. */
  final void touch(long[] blocks) {
    int[] all = targets();
    for (int s = 0; s < segments; s++) {
      for (int k = start[s]; k < end[s]; k++) {
        int block = (all[k] & TARGET) >> ExactLayout.BLOCK_SHIFT;
        blocks[block >> 6] |= 1L << block;
      }
    }
  }

  long bytes() {
    return 16L * start.length;
  }
}
