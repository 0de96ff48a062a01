package ranvier.engine.connectivity;

import ranvier.engine.random.Philox;

/**
 * Draws without replacement by Floyd's algorithm (Bentley and Floyd 1987, doi:10.1145/30401.315746): every subset is
 * equally likely, at one random number per element. One per thread.
 */
final class DistinctDraw {
  private final long[] taken;
  private final int available;

  DistinctDraw(int available) {
    this.available = available;
    taken = new long[(available >>> 6) + 1];
  }

  /** Draws {@code number} different integers from [0, available) into {@code out}. */
  void draw(int number, long key, int[] out) {
    for (int k = 0; k < number; k++) {
      int last = available - number + k;
      int candidate = (int) Math.unsignedMultiplyHigh(Philox.mix(key + (k + 1) * ProjectionRows.GOLDEN), last + 1L);
      int value = (taken[candidate >>> 6] >>> candidate & 1L) == 0 ? candidate : last;
      taken[value >>> 6] |= 1L << value;
      out[k] = value;
    }
    for (int k = 0; k < number; k++) {
      taken[out[k] >>> 6] = 0L;
    }
  }
}
