package ranvier.scenarios.willshaw;

import java.util.Arrays;
import ranvier.engine.random.Philox;
import ranvier.engine.random.Purpose;

/** Random patterns of exactly k ones among n, each a function of (seed, stream, number): Floyd's algorithm. */
final class Patterns {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final Philox random;
  private final int n;
  private final int k;

  Patterns(long seed, int stream, int n, int k) {
    random = new Philox(seed, Purpose.SCENARIO, stream);
    this.n = n;
    this.k = k;
  }

  /** The ones of a pattern, ascending. */
  int[] get(long number) {
    int[] ones = new int[k];
    long key = random.bits(number, 0);
    for (int j = 0; j < k; j++) {
      int last = n - k + j;
      int drawn = (int) Math.unsignedMultiplyHigh(Philox.mix(key + (j + 1) * GOLDEN), last + 1);
      boolean taken = false;
      for (int i = 0; i < j; i++) {
        taken |= ones[i] == drawn;
      }
      ones[j] = taken ? last : drawn;
    }
    Arrays.sort(ones);
    return ones;
  }
}
