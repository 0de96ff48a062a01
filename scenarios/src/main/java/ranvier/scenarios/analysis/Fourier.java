package ranvier.scenarios.analysis;

import java.util.Arrays;

/**
 * The discrete Fourier transform of a fixed length, a power of two, by the radix-2 algorithm of Cooley and Tukey (1965,
 * doi:10.1090/S0025-5718-1965-0178586-1). Not thread-safe.
 */
final class Fourier {
  private final int length;
  private final double[] cos;
  private final double[] sin;
  private final double[] imaginary;

  Fourier(int length) {
    if (Integer.bitCount(length) != 1) {
      throw new IllegalArgumentException("the length must be a power of two, got " + length);
    }
    this.length = length;
    cos = new double[length / 2];
    sin = new double[length / 2];
    imaginary = new double[length];
    for (int k = 0; k < length / 2; k++) {
      cos[k] = StrictMath.cos(2.0 * Math.PI * k / length);
      sin[k] = StrictMath.sin(2.0 * Math.PI * k / length);
    }
  }

  /**
   * Squared magnitudes of the transform of real values at frequencies 0 to length / 2.
   *
   * @param values overwritten
   */
  double[] power(double[] values) {
    Arrays.fill(imaginary, 0.0);
    transform(values, imaginary);
    double[] power = new double[length / 2 + 1];
    for (int k = 0; k < power.length; k++) {
      power[k] = values[k] * values[k] + imaginary[k] * imaginary[k];
    }
    return power;
  }

  private void transform(double[] re, double[] im) {
    for (int i = 1, j = 0; i < length; i++) {
      int bit = length >> 1;
      for (; (j & bit) != 0; bit >>= 1) {
        j ^= bit;
      }
      j ^= bit;
      if (i < j) {
        swap(re, i, j);
        swap(im, i, j);
      }
    }
    for (int half = 1; half < length; half <<= 1) {
      int stride = length / (2 * half);
      for (int start = 0; start < length; start += 2 * half) {
        for (int k = 0; k < half; k++) {
          int a = start + k;
          int b = a + half;
          double c = cos[k * stride];
          double s = sin[k * stride];
          double x = re[b] * c + im[b] * s;
          double y = im[b] * c - re[b] * s;
          re[b] = re[a] - x;
          im[b] = im[a] - y;
          re[a] += x;
          im[a] += y;
        }
      }
    }
  }

  private static void swap(double[] array, int i, int j) {
    double kept = array[i];
    array[i] = array[j];
    array[j] = kept;
  }
}
