package ranvier.neurons.exact;

import ranvier.engine.math.Exp;

/**
 * Responses of a leaky membrane to exponential and alpha-shaped currents (Rotter and Diesmann 1999,
 * doi:10.1007/s004220050570), in a form that holds for any ratio of the time constants, equal ones included: the
 * difference of two exponentials is written as one exponential times an integral over [0, 1] that is smooth in
 * x = h (1/tau_s - 1/tau_m).
 */
final class PostsynapticResponse {
  private static final double SERIES_BELOW = 0.5;

  private PostsynapticResponse() {}

  /**
   * Integral from 0 to h of exp(-(h-u)/tauM) exp(-u/tauS) du, in ms: the response to a current exp(-u/tauS), times the
   * capacitance.
   */
  static double exponential(double h, double tauM, double tauS) {
    double x = h * (1.0 / tauS - 1.0 / tauM);
    return h * Exp.of(-h / Math.max(tauM, tauS)) * mean(Math.abs(x));
  }

  /** Integral from 0 to h of exp(-(h-u)/tauM) u exp(-u/tauS) du, in ms^2. */
  static double ramp(double h, double tauM, double tauS) {
    double x = h * (1.0 / tauS - 1.0 / tauM);
    double moment = x >= 0 ? firstMoment(x) : mean(-x) - firstMoment(-x);
    return h * h * Exp.of(-h / Math.max(tauM, tauS)) * moment;
  }

  /** Time at which {@link #exponential} is largest. */
  static double peakTime(double tauM, double tauS) {
    double ratio = (tauM - tauS) / tauS;
    return Math.abs(ratio) < 1e-8 ? tauM : tauM * StrictMath.log1p(ratio) / ratio;
  }

  /** Integral from 0 to 1 of exp(-x u) du, x not negative. */
  static double mean(double x) {
    return x == 0.0 ? 1.0 : -StrictMath.expm1(-x) / x;
  }

  /** Integral from 0 to 1 of u exp(-x u) du, x not negative. */
  static double firstMoment(double x) {
    if (x >= SERIES_BELOW) {
      return (1.0 - Exp.of(-x) * (1.0 + x)) / (x * x);
    }
    double term = 1.0;
    double sum = 0.5;
    for (int k = 1; k < 16; k++) {
      term *= -x / k;
      sum += term / (k + 2);
    }
    return sum;
  }
}
