package ranvier.engine.kernel;

import java.util.Arrays;

/**
 * What is due when: for each future step a list of addresses of synapse groups, in the order in which they were
 * scheduled. A ring over steps; lists keep their memory, so nothing is allocated once they have grown.
 */
final class Calendar {
  /** Few, so that rehearsals have compiled growing, too. */
  private static final int FIRST = 4;

  private final long[][] lists;
  private final int[] counts;
  private final int mask;

  /** For events up to {@code horizon} steps ahead. */
  Calendar(int horizon) {
    int size = Integer.highestOneBit(Math.max(1, horizon)) << 1;
    lists = new long[size][FIRST];
    counts = new int[size];
    mask = size - 1;
  }

  void schedule(int step, long address) {
    int slot = step & mask;
    int n = counts[slot];
    if (n == lists[slot].length) {
      lists[slot] = Arrays.copyOf(lists[slot], 2 * n);
    }
    lists[slot][n] = address;
    counts[slot] = n + 1;
  }

  int count(int step) {
    return counts[step & mask];
  }

  long[] list(int step) {
    return lists[step & mask];
  }

  void clear(int step) {
    counts[step & mask] = 0;
  }
}
