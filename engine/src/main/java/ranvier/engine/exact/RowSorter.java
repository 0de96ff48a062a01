package ranvier.engine.exact;

import java.util.Arrays;

/** Stable sorting of one row by a 16-bit code, or by delay. Scratch space; one per thread. */
final class RowSorter {
  private int[] packed = new int[1024];
  private float[] weights = new float[1024];
  private final int[] counts = new int[257];

  /** Sorts by the upper half of {@code codes}. */
  void sort(int[] codes, float[] values, int from, int to) {
    int n = to - from;
    if (n < 2 || isSorted(codes, from, to)) {
      return;
    }
    if (packed.length < n) {
      packed = new int[2 * n];
      weights = new float[2 * n];
    }
    pass(codes, values, from, packed, weights, 0, n, 16);
    pass(packed, weights, 0, codes, values, from, n, 24);
  }

  private static boolean isSorted(int[] codes, int from, int to) {
    for (int k = from + 1; k < to; k++) {
      if (codes[k - 1] >>> 16 > codes[k] >>> 16) {
        return false;
      }
    }
    return true;
  }

  private void pass(int[] a, float[] wa, int from, int[] b, float[] wb, int to, int n, int shift) {
    Arrays.fill(counts, 0);
    for (int k = 0; k < n; k++) {
      counts[(a[from + k] >>> shift & 255) + 1]++;
    }
    for (int d = 0; d < 256; d++) {
      counts[d + 1] += counts[d];
    }
    for (int k = 0; k < n; k++) {
      int place = to + counts[a[from + k] >>> shift & 255]++;
      b[place] = a[from + k];
      wb[place] = wa[from + k];
    }
  }

  /** Sorts by delay. */
  void sort(double[] delays, int[] targets, double[] values, int from, int to) {
    int n = to - from;
    boolean sorted = true;
    for (int k = from + 1; k < to; k++) {
      sorted &= delays[k - 1] <= delays[k];
    }
    if (sorted) {
      return;
    }
    Integer[] order = new Integer[n];
    for (int k = 0; k < n; k++) {
      order[k] = from + k;
    }
    Arrays.sort(order, (a, b) -> Double.compare(delays[a], delays[b]));
    double[] d = new double[n];
    int[] t = new int[n];
    double[] w = new double[n];
    for (int k = 0; k < n; k++) {
      d[k] = delays[order[k]];
      t[k] = targets[order[k]];
      w[k] = values[order[k]];
    }
    System.arraycopy(d, 0, delays, from, n);
    System.arraycopy(t, 0, targets, from, n);
    System.arraycopy(w, 0, values, from, n);
  }
}
