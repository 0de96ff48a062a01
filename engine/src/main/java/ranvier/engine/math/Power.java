package ranvier.engine.math;

import java.util.Arrays;

/**
 * Powers of weights for hot loops, as the exponential of a multiple of the logarithm: the same bits on every machine,
 * in plain and in vector code. The relative error is some 1e-16 (1 + |mu log x|).
 */
public final class Power {
  /** Where a number's exponent changes when it is written as a power of 2 times 0.707 to 1.414. */
  static final long ROOT_HALF = 0x3FE6A09E667F3BCDL;
  static final long ONE = 0x3FF0000000000000L;
  static final long FRACTION = (1L << 52) - 1;

  /** Coefficients of the logarithm in fdlibm's e_log.c, whose error is below 2^-58. */
  static final double L1 = 0x1.5555555555593p-1;
  static final double L2 = 0x1.999999997fa04p-2;
  static final double L3 = 0x1.2492494229359p-2;
  static final double L4 = 0x1.c71c51d8e78afp-3;
  static final double L5 = 0x1.7466496cb03dep-3;
  static final double L6 = 0x1.39a09d078c69fp-3;
  static final double L7 = 0x1.2f112df3e5244p-3;

  private Power() {}

  /** x to the power mu &gt;= 0, x finite; 0 if x is negative or subnormal and mu is not 0; 1 if mu is 0. */
  public static double of(double x, double mu) {
    if (mu == 0.0) {
      return 1.0;
    }
    if (mu == 1.0) {
      return Math.max(0.0, x);
    }
    return x >= Double.MIN_NORMAL ? Exp.of(mu * log(x)) : 0.0;
  }

  /** Natural logarithm of a positive normal number: fdlibm's arithmetic, with no branch for special cases. */
  private static double log(double x) {
    long bits = Double.doubleToRawLongBits(x) + (ONE - ROOT_HALF);
    double exponent = (bits >>> 52) - 1023;
    double f = Double.longBitsToDouble((bits & FRACTION) + ROOT_HALF) - 1.0;
    double s = f / (f + 2.0);
    double z = s * s;
    double w = z * z;
    double even = w * (w * (w * L6 + L4) + L2);
    double odd = z * (w * (w * (w * L7 + L5) + L3) + L1);
    double square = f * f * 0.5;
    return exponent * Exp.LN2_HIGH - ((square - (s * (square + (odd + even)) + exponent * Exp.LN2_LOW)) - f);
  }

  /**
   * Replaces the first numbers of an array by {@link #of their powers}.
   *
   * @param vectors whether in vector code
   */
  public static void raise(double[] x, int count, double mu, boolean vectors) {
    if (mu == 0.0) {
      Arrays.fill(x, 0, count, 1.0);
      return;
    }
    for (int k = vectors && mu != 1.0 ? PowerVectors.raise(x, count, mu) : 0; k < count; k++) {
      x[k] = of(x[k], mu);
    }
  }
}
