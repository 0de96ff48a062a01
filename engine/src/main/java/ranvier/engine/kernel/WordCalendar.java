package ranvier.engine.kernel;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Events that are due in each future step: a ring over steps of lists of synapse words. Lists are made of chunks that
 * are used again for other steps, so that nothing is copied while they grow, and nothing allocated once there are as
 * many chunks as events have waited for at once.
 */
final class WordCalendar {
  private static final int SHIFT = 12;
  /** Words of a chunk. */
  static final int CHUNK = 1 << SHIFT;

  private final int[][][] lists;
  private final int[] counts;
  private final int mask;
  private final Deque<int[]> free = new ArrayDeque<>();

  /** For events up to {@code horizon} steps ahead. */
  WordCalendar(int horizon) {
    int size = Integer.highestOneBit(Math.max(1, horizon)) << 1;
    lists = new int[size][1][];
    counts = new int[size];
    mask = size - 1;
  }

  void add(int step, int word) {
    int slot = step & mask;
    int n = counts[slot]++;
    int place = n & (CHUNK - 1);
    if (place == 0) {
      open(slot, n >> SHIFT);
    }
    lists[slot][n >> SHIFT][place] = word;
  }

  private void open(int slot, int k) {
    if (k == lists[slot].length) {
      lists[slot] = Arrays.copyOf(lists[slot], 2 * k);
    }
    lists[slot][k] = free.isEmpty() ? new int[CHUNK] : free.pop();
  }

  int count(int step) {
    return counts[step & mask];
  }

  /** The words from {@code k} times {@link #CHUNK} on of a step's list. */
  int[] chunk(int step, int k) {
    return lists[step & mask][k];
  }

  /** Forgets what was due in a step. */
  void clear(int step) {
    int slot = step & mask;
    for (int k = 0; k << SHIFT < counts[slot]; k++) {
      free.push(lists[slot][k]);
    }
    counts[slot] = 0;
  }
}
