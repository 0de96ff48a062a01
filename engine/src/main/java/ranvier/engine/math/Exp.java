package ranvier.engine.math;

/**
 * Exponentials for hot loops that give the same bits on every machine and in every form (interpreted, compiled,
 * vectorised by the compiler): additions, multiplications and bit shifts in a fixed order, no fused multiply-add.
 */
public final class Exp {
  static final double LOG2_E = 1.4426950408889634;
  /** ln 2 in two parts; the first has trailing zeros, so that its product with a small integer is exact. */
  static final double LN2_HIGH = 0x1.62e42fee00000p-1;
  static final double LN2_LOW = 0x1.a39ef35793c76p-33;
  static final double LARGEST = 709.782712893384;
  static final double SMALLEST = -708.3964185322641;
  private static final double CUTOFF = 32.0;
  private static final float SINGLE_CUTOFF = 16.0f;

  private Exp() {}

  /**
   * e to the power x, with a relative error below 4e-16. Infinite above 709.78; 0 below -708.39, where the result would
   * be subnormal; NaN for NaN. Reduction to |r| &lt;= ln(2)/2 and a Taylor polynomial of degree 13.
   */
  public static double of(double x) {
    if (!(x <= LARGEST)) {
      return x > LARGEST ? Double.POSITIVE_INFINITY : x;
    }
    if (x < SMALLEST) {
      return 0;
    }
    double n = Math.rint(x * LOG2_E);
    double r = (x - n * LN2_HIGH) - n * LN2_LOW;
    double p = 1.0 / 6227020800.0;
    p = p * r + 1.0 / 479001600.0;
    p = p * r + 1.0 / 39916800.0;
    p = p * r + 1.0 / 3628800.0;
    p = p * r + 1.0 / 362880.0;
    p = p * r + 1.0 / 40320.0;
    p = p * r + 1.0 / 5040.0;
    p = p * r + 1.0 / 720.0;
    p = p * r + 1.0 / 120.0;
    p = p * r + 1.0 / 24.0;
    p = p * r + 1.0 / 6.0;
    p = p * r + 0.5;
    // 1 + (r + r^2 p): the large terms last.
    double power = 1.0 + (r + r * r * p);
    int exponent = (int) n;
    // 2^1024 does not exist as a number, so the scale is applied in two halves.
    int half = exponent >> 1;
    return power * scale(half) * scale(exponent - half);
  }

  /**
   * exp(-x) for x &gt;= 0, without branches or bit operations, so that compilers vectorise loops over it. The absolute
   * error is below 1e-12, the relative error below 2e-12 up to x = 4. From x = 32 on the result is exp(-32), 1e-14.
   * Taylor polynomial of degree 8 at x / 32, squared five times.
   */
  public static double decay(double x) {
    double y = Math.min(x, CUTOFF) * (-1.0 / 32.0);
    double p = 1.0 / 40320.0;
    p = p * y + 1.0 / 5040.0;
    p = p * y + 1.0 / 720.0;
    p = p * y + 1.0 / 120.0;
    p = p * y + 1.0 / 24.0;
    p = p * y + 1.0 / 6.0;
    p = p * y + 0.5;
    p = p * y + 1.0;
    p = p * y + 1.0;
    p = p * p;
    p = p * p;
    p = p * p;
    p = p * p;
    return p * p;
  }

  /**
   * exp(-x) for x &gt;= 0 in single precision, with an absolute error below 1e-6. From x = 16 on the result is that
   * of 16, below 1e-6. Taylor polynomial of degree 7 at x / 8, squared three times.
   */
  public static float decay(float x) {
    float y = Math.min(x, SINGLE_CUTOFF) * (-1.0f / 8.0f);
    float p = 1.0f / 5040.0f;
    p = p * y + 1.0f / 720.0f;
    p = p * y + 1.0f / 120.0f;
    p = p * y + 1.0f / 24.0f;
    p = p * y + 1.0f / 6.0f;
    p = p * y + 0.5f;
    p = p * y + 1.0f;
    p = p * y + 1.0f;
    p = p * p;
    p = p * p;
    return p * p;
  }

  /** Replaces each x of a range by {@link #decay(double) decay(x)}: a loop small enough to be vectorised. */
  public static void decay(double[] x, int from, int to) {
    for (int i = from; i < to; i++) {
      x[i] = decay(x[i]);
    }
  }

  /** Replaces each x of a range by {@link #decay(float) decay(x)}: a loop small enough to be vectorised. */
  public static void decay(float[] x, int from, int to) {
    for (int i = from; i < to; i++) {
      x[i] = decay(x[i]);
    }
  }

  private static double scale(int exponent) {
    return Double.longBitsToDouble((long) (exponent + 1023) << 52);
  }
}
