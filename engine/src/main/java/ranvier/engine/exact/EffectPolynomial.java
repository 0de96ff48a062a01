package ranvier.engine.exact;

import java.util.function.DoubleUnaryOperator;
import ranvier.engine.model.BinNeurons;

/**
 * A polynomial in x on [-1, 1] that equals a smooth function to a relative 1e-13 of its largest value: the Chebyshev
 * series, cut where what is left is below that, written in powers of x. For exp(-s/tau) on a bin of width D the degree
 * n follows from (D / 2 tau)^{n+1} / ((n+1)! 2^n).
 */
final class EffectPolynomial {
  private static final int NODES = 48;
  private static final int HIGHEST_DEGREE = 24;
  private static final double ACCURACY = 1e-13;

  private EffectPolynomial() {}

  /** Of all effects of an arrival through a channel, by its place in a bin: x is -1 at its start, 1 at its end. */
  static double[][] all(BinNeurons neurons, int channel, double binMs) {
    double[][] polynomials = new double[neurons.effects()][];
    for (int e = 0; e < polynomials.length; e++) {
      int effect = e;
      polynomials[e] = fit(x -> neurons.effect(channel, effect, 0.5 * binMs * (1.0 - x)));
    }
    return polynomials;
  }

  /** Coefficients of x^0, x^1, ... */
  static double[] fit(DoubleUnaryOperator function) {
    double[] values = new double[NODES];
    double largest = 0.0;
    for (int j = 0; j < NODES; j++) {
      values[j] = function.applyAsDouble(StrictMath.cos(Math.PI * (j + 0.5) / NODES));
      largest = Math.max(largest, Math.abs(values[j]));
    }
    double[] chebyshev = new double[HIGHEST_DEGREE + 1];
    for (int n = 0; n <= HIGHEST_DEGREE; n++) {
      double sum = 0.0;
      for (int j = 0; j < NODES; j++) {
        sum += values[j] * StrictMath.cos(Math.PI * n * (j + 0.5) / NODES);
      }
      chebyshev[n] = (n == 0 ? 1.0 : 2.0) * sum / NODES;
    }
    int degree = HIGHEST_DEGREE;
    double rest = 0.0;
    while (degree > 0 && rest + Math.abs(chebyshev[degree]) < ACCURACY * largest) {
      rest += Math.abs(chebyshev[degree--]);
    }
    if (degree == HIGHEST_DEGREE) {
      throw new IllegalArgumentException("the bin is too wide for the time constants: a polynomial of degree "
          + HIGHEST_DEGREE + " does not reach a relative accuracy of " + ACCURACY + "; use narrower bins");
    }
    return inPowers(chebyshev, degree);
  }

  private static double[] inPowers(double[] chebyshev, int degree) {
    double[] sum = new double[degree + 1];
    double[] before = new double[degree + 1];
    double[] now = new double[degree + 1];
    before[0] = 1.0;
    sum[0] = chebyshev[0];
    if (degree > 0) {
      now[1] = 1.0;
    }
    for (int n = 1; n <= degree; n++) {
      for (int k = 0; k <= n; k++) {
        sum[k] += chebyshev[n] * now[k];
      }
      double[] next = new double[degree + 1];
      for (int k = 0; k <= Math.min(n, degree - 1); k++) {
        next[k + 1] = 2.0 * now[k];
      }
      for (int k = 0; k <= degree; k++) {
        next[k] -= before[k];
      }
      before = now;
      now = next;
    }
    return sum;
  }

  /** The value at x, as every kernel computes it. */
  static double at(double[] coefficients, double x) {
    double sum = coefficients[coefficients.length - 1];
    for (int k = coefficients.length - 2; k >= 0; k--) {
      sum = Math.fma(sum, x, coefficients[k]);
    }
    return sum;
  }
}
