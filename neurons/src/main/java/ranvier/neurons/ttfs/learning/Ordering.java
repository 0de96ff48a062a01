package ranvier.neurons.ttfs.learning;

/** Sorts indices by a key, stably; ties stay in the order of indices. Reusable; one thread. */
final class Ordering {
  private final int[] order;
  private final int[] spare;

  Ordering(int capacity) {
    order = new int[capacity];
    spare = new int[capacity];
  }

  /** Indices 0 .. n - 1 by ascending key; the array belongs to this object. */
  int[] sort(double[] keys, int n) {
    for (int i = 0; i < n; i++) {
      order[i] = i;
    }
    for (int width = 1; width < n; width *= 2) {
      for (int from = 0; from < n; from += 2 * width) {
        merge(keys, from, Math.min(from + width, n), Math.min(from + 2 * width, n));
      }
      System.arraycopy(spare, 0, order, 0, n);
    }
    return order;
  }

  private void merge(double[] keys, int from, int middle, int to) {
    int left = from;
    int right = middle;
    for (int k = from; k < to; k++) {
      boolean takeLeft = right >= to || (left < middle && keys[order[left]] <= keys[order[right]]);
      spare[k] = takeLeft ? order[left++] : order[right++];
    }
  }
}
