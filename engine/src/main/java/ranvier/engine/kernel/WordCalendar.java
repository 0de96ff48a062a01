package ranvier.engine.kernel;

import java.util.Arrays;

/**
 * Events that are due in each future step: a ring over steps of lists of synapse words. Lists keep their memory, so
 * nothing is allocated once they have grown.
 */
final class WordCalendar {
  private final int[][] lists;
  private final int[] counts;
  private final int mask;

  /** For events up to {@code horizon} steps ahead. */
  WordCalendar(int horizon) {
    int size = Integer.highestOneBit(Math.max(1, horizon)) << 1;
    lists = new int[size][64];
    counts = new int[size];
    mask = size - 1;
  }

  void add(int step, int word) {
    int slot = step & mask;
    int n = counts[slot];
    if (n == lists[slot].length) {
      lists[slot] = Arrays.copyOf(lists[slot], 2 * n);
    }
    lists[slot][n] = word;
    counts[slot] = n + 1;
  }

  int count(int step) {
    return counts[step & mask];
  }

  int[] list(int step) {
    return lists[step & mask];
  }

  void clear(int step) {
    counts[step & mask] = 0;
  }
}
