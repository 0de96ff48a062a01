package ranvier.engine.plasticity;

import java.util.Arrays;

/**
 * The order of a row's synapses by several keys, made by stable sorts, the least significant key first. Keys that are
 * in order already, which most are, cost one pass; there is no object per synapse. Used by one thread.
 */
final class RowOrder {
  private int count;
  private int[] order = new int[256];
  private int[] next = new int[256];
  private long[] keys = new long[256];
  private int[] ranks = new int[256];
  private double[] sorted = new double[256];

  /** Forgets the last row; the next has so many synapses. */
  void start(int length) {
    count = length;
    if (length > order.length) {
      int size = Math.max(length, 2 * order.length);
      order = new int[size];
      next = new int[size];
      keys = new long[size];
      ranks = new int[size];
      sorted = new double[size];
    }
    for (int k = 0; k < length; k++) {
      order[k] = k;
    }
  }

  /** Sorts by one number per synapse; synapses with equal numbers keep their order. */
  void by(int[] numbers) {
    boolean inOrder = true;
    for (int k = 0; k < count; k++) {
      // Position below the number: no two keys are equal, so that the sort need not be stable.
      keys[k] = (long) numbers[order[k]] << 32 | k;
      inOrder &= k == 0 || keys[k] > keys[k - 1];
    }
    if (inOrder) {
      return;
    }
    Arrays.sort(keys, 0, count);
    for (int k = 0; k < count; k++) {
      next[k] = order[(int) keys[k]];
    }
    int[] old = order;
    order = next;
    next = old;
  }

  /** The same for numbers that are no integers. */
  void by(double[] numbers) {
    boolean inOrder = true;
    for (int k = 1; k < count; k++) {
      inOrder &= Double.compare(numbers[order[k]], numbers[order[k - 1]]) >= 0;
    }
    if (inOrder) {
      return;
    }
    System.arraycopy(numbers, 0, sorted, 0, count);
    Arrays.sort(sorted, 0, count);
    for (int k = 0; k < count; k++) {
      // Equal numbers are found at equal places.
      ranks[k] = Arrays.binarySearch(sorted, 0, count, numbers[k]);
    }
    by(ranks);
  }

  /** Position in the row of the synapse that comes k-th. */
  int at(int k) {
    return order[k];
  }
}
