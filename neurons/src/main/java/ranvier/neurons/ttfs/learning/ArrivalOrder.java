package ranvier.neurons.ttfs.learning;

import java.util.Arrays;

/**
 * Orders the spikes of one sample by time, simultaneous ones by input: few are counted off by the {@link Kernel}, more
 * go to buckets of equal width, then insertion has little left to do unless times crowd together; then it leaves the
 * rest to the library's sort. Reusable; one thread.
 */
final class ArrivalOrder {
  /** As few are inserted at once. */
  private static final int FEW = 24;
  /** Moves per spike that insertion may take. */
  private static final int PATIENCE = 8;

  private final Kernel kernel;
  private final int[] order;
  private final int[] ranks;
  private final long[] keys;
  private final long[] spread;
  private final int[] starts;
  private int sorted;

  /** @param capacity most times of a call */
  ArrivalOrder(int capacity, Kernel kernel) {
    this.kernel = kernel;
    order = new int[Blocks.padded(capacity)];
    ranks = new int[Blocks.padded(capacity)];
    keys = new long[capacity];
    spread = new long[capacity];
    starts = new int[2 * Integer.highestOneBit(Math.max(1, capacity)) + 1];
  }

  /**
   * The inputs with a finite time among the first n, in order; the array belongs to this object.
   *
   * @param times not negative, at least n padded to whole blocks long, where they are infinite beyond n
   */
  int[] sort(float[] times, int n) {
    if (n <= kernel.mostRanked()) {
      sorted = kernel.ranks(times, n, ranks);
      for (int i = 0; i < n; i++) {
        order[ranks[i]] = i;
      }
      return order;
    }
    long[] found = sortedKeys(times, n);
    for (int k = 0; k < sorted; k++) {
      order[k] = (int) found[k];
    }
    return order;
  }

  /** How many inputs the last call ordered. */
  int count() {
    return sorted;
  }

  /** Times above, inputs in the low 32 bits. */
  private long[] sortedKeys(float[] times, int n) {
    int count = 0;
    float earliest = Float.POSITIVE_INFINITY;
    float latest = 0;
    for (int i = 0; i < n; i++) {
      float t = times[i];
      if (t < Float.POSITIVE_INFINITY) {
        // Times are not negative, so their bits are ordered as they are.
        keys[count++] = ((long) Float.floatToRawIntBits(t) << 32) | i;
        earliest = Math.min(earliest, t);
        latest = Math.max(latest, t);
      }
    }
    sorted = count;
    return count <= FEW || earliest == latest ? inserted(keys, count) : inserted(spread(count, earliest, latest),
        count);
  }

  private long[] spread(int count, float earliest, float latest) {
    int buckets = 2 * Integer.highestOneBit(count - 1);
    float scale = (buckets - 1) / (latest - earliest);
    Arrays.fill(starts, 0, buckets + 1, 0);
    for (int k = 0; k < count; k++) {
      starts[bucket(keys[k], earliest, scale, buckets) + 1]++;
    }
    for (int b = 0; b < buckets; b++) {
      starts[b + 1] += starts[b];
    }
    for (int k = 0; k < count; k++) {
      spread[starts[bucket(keys[k], earliest, scale, buckets)]++] = keys[k];
    }
    return spread;
  }

  private static int bucket(long key, float earliest, float scale, int buckets) {
    // The scale may be infinite where all times are nearly the same.
    return Math.min((int) ((Float.intBitsToFloat((int) (key >>> 32)) - earliest) * scale), buckets - 1);
  }

  private static long[] inserted(long[] a, int n) {
    int moves = PATIENCE * n;
    for (int i = 1; i < n; i++) {
      long key = a[i];
      int j = i - 1;
      while (j >= 0 && a[j] > key) {
        a[j + 1] = a[j];
        j--;
      }
      a[j + 1] = key;
      moves -= i - 1 - j;
      if (moves < 0) {
        Arrays.sort(a, 0, n);
        break;
      }
    }
    return a;
  }
}
