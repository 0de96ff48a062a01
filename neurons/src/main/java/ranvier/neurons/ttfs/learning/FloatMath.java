package ranvier.neurons.ttfs.learning;

/**
 * Exponential and logarithm in single precision, written only with operations that a vector unit has too, so that
 * {@link VectorKernel} repeats them lane by lane with the same bits. Polynomials of Cephes (Moshier), relative error
 * below 2e-7.
 */
final class FloatMath {
  static final float EXP_MIN = -87f;
  static final float EXP_MAX = 88f;
  static final float LOG2_E = 1.44269504f;
  /** Adding it rounds to an integer that stands in the low bits. */
  static final float ROUNDER = 12582912f;
  /** Its bits: adding a small integer to them adds it to the number. */
  static final int ROUNDER_BITS = 0x4B400000;
  static final float LN2_HIGH = 0.693359375f;
  static final float LN2_LOW = -2.12194440e-4f;
  static final float E0 = 1.9875691500E-4f;
  static final float E1 = 1.3981999507E-3f;
  static final float E2 = 8.3334519073E-3f;
  static final float E3 = 4.1665795894E-2f;
  static final float E4 = 1.6666665459E-1f;
  static final float E5 = 5.0000001201E-1f;
  static final float L0 = 7.0376836292E-2f;
  static final float L1 = -1.1514610310E-1f;
  static final float L2 = 1.1676998740E-1f;
  static final float L3 = -1.2420140846E-1f;
  static final float L4 = 1.4249322787E-1f;
  static final float L5 = -1.6668057665E-1f;
  static final float L6 = 2.0000714765E-1f;
  static final float L7 = -2.4999993993E-1f;
  static final float L8 = 3.3333331174E-1f;
  /** Bits of the square root of one half: mantissas are taken from here on. */
  static final int HALF_ROOT = 0x3f3504f3;

  private FloatMath() {}

  /** e^x; x is clamped to [-87, 88]. */
  static float exp(float x) {
    float y = Math.max(Math.min(x, EXP_MAX), EXP_MIN);
    float z = Math.fma(y, LOG2_E, ROUNDER);
    float n = z - ROUNDER;
    float r = Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, y));
    float p = Math.fma(E0, r, E1);
    p = Math.fma(p, r, E2);
    p = Math.fma(p, r, E3);
    p = Math.fma(p, r, E4);
    p = Math.fma(p, r, E5);
    p = Math.fma(p, r * r, r) + 1f;
    return Float.intBitsToFloat(Float.floatToRawIntBits(p) + (Float.floatToRawIntBits(z) << 23));
  }

  /** ln x for a positive normal x; anything for other x. */
  static float log(float x) {
    int bits = Float.floatToRawIntBits(x);
    int exponent = (bits - HALF_ROOT) >> 23;
    float e = Float.intBitsToFloat(ROUNDER_BITS + exponent) - ROUNDER;
    float f = Float.intBitsToFloat(bits - (exponent << 23)) - 1f;
    float z = f * f;
    float y = Math.fma(L0, f, L1);
    y = Math.fma(y, f, L2);
    y = Math.fma(y, f, L3);
    y = Math.fma(y, f, L4);
    y = Math.fma(y, f, L5);
    y = Math.fma(y, f, L6);
    y = Math.fma(y, f, L7);
    y = Math.fma(y, f, L8);
    y = y * (f * z);
    y = Math.fma(e, LN2_LOW, y);
    y = Math.fma(z, -0.5f, y);
    return Math.fma(e, LN2_HIGH, f + y);
  }
}
