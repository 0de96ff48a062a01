package ranvier.scenarios.data;

/**
 * MT19937 (Matsumoto and Nishimura 1998, doi:10.1145/272991.272995), seeded and read as numpy's RandomState does; used
 * only to reproduce published data sets. One thread.
 */
public final class MersenneTwister {
  private static final int N = 624;
  private static final int M = 397;

  private final int[] state = new int[N];
  private int index = N;

  /** A generator as RandomState(seed). */
  public MersenneTwister(int seed) {
    state[0] = seed;
    for (int i = 1; i < N; i++) {
      state[i] = 1812433253 * (state[i - 1] ^ (state[i - 1] >>> 30)) + i;
    }
  }

  /** The next 32 bits. */
  public int nextBits() {
    if (index == N) {
      twist();
    }
    int y = state[index++];
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9D2C5680;
    y ^= (y << 15) & 0xEFC60000;
    return y ^ (y >>> 18);
  }

  /** A number in [0, 1) with 53 bits: random_sample(). */
  public double nextDouble() {
    int a = nextBits() >>> 5;
    int b = nextBits() >>> 6;
    return (a * 67108864.0 + b) / 9007199254740992.0;
  }

  /** An integer in [0, bound], by masked rejection: randint(bound + 1). */
  public int nextUpTo(int bound) {
    int mask = bound == 0 ? 0 : -1 >>> Integer.numberOfLeadingZeros(bound);
    int value = nextBits() & mask;
    while (value > bound) {
      value = nextBits() & mask;
    }
    return value;
  }

  private void twist() {
    for (int i = 0; i < N; i++) {
      int y = (state[i] & 0x80000000) | (state[(i + 1) % N] & 0x7FFFFFFF);
      state[i] = state[(i + M) % N] ^ (y >>> 1) ^ ((y & 1) == 0 ? 0 : 0x9908B0DF);
    }
    index = 0;
  }
}
