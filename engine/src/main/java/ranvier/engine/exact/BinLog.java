package ranvier.engine.exact;

/** What arrives at the neurons of one unit within one bin, of one sign, in the order (spike time, source, row). */
abstract class BinLog {
  protected int count;

  final int count() {
    return count;
  }

  void clear() {
    count = 0;
  }

  /**
   * Gives arrivals from {@code from} on.
   *
   * @param x times, mapped to [-1, 1] over the bin
   * @return how many were given: at most {@code targets.length}
   */
  abstract int read(int from, int[] targets, double[] x, double[] weights);

  /** Starts reading from the first arrival. */
  abstract void rewind();

  /** Adds the arrivals of neurons of one status to their lists. */
  abstract void collect(byte[] status, byte which, Walks walks, int channel);

  /** Marks the blocks of all targets. */
  abstract void touch(long[] blocks);

  abstract long bytes();
}
