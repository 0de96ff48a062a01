package ranvier.engine.exact;

import java.util.Arrays;

/**
 * Memory for copied synapses in chunks that logs take when they need one and give back when their bin is over. The
 * chunk that was given back last is taken first: it is still in the cache, where a chunk per log and bin, used again
 * only once the ring of logs has gone round, would not be.
 */
final class LogChunks {
  /** Synapses per chunk. */
  static final int CHUNK = 1 << 12;

  private int[] codes;
  private float[] weights;
  private int[] free = new int[16];
  private int freeCount;
  private int used;

  /** Makes room for some synapses at once, and more when needed. */
  LogChunks(int room) {
    codes = new int[length(room)];
    weights = new float[codes.length];
  }

  private static int length(int room) {
    return (room + CHUNK - 1) / CHUNK * CHUNK + VectorPairSums.PADDING;
  }

  int[] codes() {
    return codes;
  }

  float[] weights() {
    return weights;
  }

  /** Hands out a chunk: the index of its first synapse. */
  int take() {
    if (freeCount > 0) {
      return free[--freeCount];
    }
    int first = used;
    used += CHUNK;
    if (used + VectorPairSums.PADDING > codes.length) {
      int length = length(Math.max(used, codes.length + codes.length / 2));
      codes = Arrays.copyOf(codes, length);
      weights = Arrays.copyOf(weights, length);
    }
    return first;
  }

  /** Takes a chunk back. */
  void giveBack(int first) {
    if (freeCount == free.length) {
      free = Arrays.copyOf(free, 2 * freeCount);
    }
    free[freeCount++] = first;
  }

  long bytes() {
    return 8L * codes.length;
  }
}
