package ranvier.engine.random;

/**
 * Philox4x32-10 (Salmon, Moraes, Dror, Shaw 2011, doi:10.1145/2063384.2063405). Key: seed and purpose; counter:
 * entity (64 bit), index (32 bit) and sub-stream (32 bit). One call gives 128 bits.
 * Mutable scratch: one instance per thread.
 */
public final class Philox {
  private static final long M0 = 0xD2511F53L;
  private static final long M1 = 0xCD9E8D57L;
  private static final int W0 = 0x9E3779B9;
  private static final int W1 = 0xBB67AE85;
  private static final double TO_UNIT = 0x1.0p-53;

  private final int key0;
  private final int key1;
  private int r0;
  private int r1;
  private int r2;
  private int r3;

  /** Streams of one purpose under one seed. */
  public Philox(long seed, Purpose purpose) {
    this(seed, purpose, 0);
  }

  /**
   * Streams of one purpose under one seed.
   *
   * @param stream distinguishes streams of the same purpose, such as the number of a projection
   */
  public Philox(long seed, Purpose purpose, int stream) {
    // The 64-bit seed, purpose and stream are mixed into the 64-bit key (splitmix64, Steele et al. 2014).
    long k = mix(mix(seed) + 0x9E3779B97F4A7C15L * purpose.key() + mix(stream + 0x632BE59BD9B4E019L));
    key0 = (int) k;
    key1 = (int) (k >>> 32);
  }

  private Philox(int key0, int key1) {
    this.key0 = key0;
    this.key1 = key1;
  }

  /** The raw generator under a given key, for checking against the published vectors. */
  public static Philox withKey(int key0, int key1) {
    return new Philox(key0, key1);
  }

  /** The finaliser of splitmix64: a bijection of 64-bit numbers that mixes every bit. */
  public static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** Computes the 128 bits of one counter; read them with {@link #word}. */
  public void at(int c0, int c1, int c2, int c3) {
    int k0 = key0;
    int k1 = key1;
    for (int round = 0; round < 10; round++) {
      long p0 = M0 * (c0 & 0xFFFFFFFFL);
      long p1 = M1 * (c2 & 0xFFFFFFFFL);
      int n0 = (int) (p1 >>> 32) ^ c1 ^ k0;
      int n2 = (int) (p0 >>> 32) ^ c3 ^ k1;
      c1 = (int) p1;
      c3 = (int) p0;
      c0 = n0;
      c2 = n2;
      k0 += W0;
      k1 += W1;
    }
    r0 = c0;
    r1 = c1;
    r2 = c2;
    r3 = c3;
  }

  /** Word 0..3 of the last counter. */
  public int word(int i) {
    return switch (i) {
      case 0 -> r0;
      case 1 -> r1;
      case 2 -> r2;
      default -> r3;
    };
  }

  /** A uniform number in (0, 1), 53 bits, for entity and index. */
  public double uniform(long entity, int index) {
    at((int) entity, (int) (entity >>> 32), index, 0);
    return unit(r0, r1);
  }

  /** 64 random bits for entity and index. */
  public long bits(long entity, int index) {
    at((int) entity, (int) (entity >>> 32), index, 0);
    return (r0 & 0xFFFFFFFFL) << 32 | (r1 & 0xFFFFFFFFL);
  }

  /** A uniform integer in [0, bound) for entity and index; the bias is below 2^-33. */
  public int below(int bound, long entity, int index) {
    return (int) Math.unsignedMultiplyHigh(bits(entity, index), bound);
  }

  private static double unit(int high, int low) {
    long bits = (high & 0xFFFFFFFFL) << 21 ^ (low & 0xFFFFFFFFL) >>> 11;
    return (bits + 0.5) * TO_UNIT;
  }
}
