package ranvier.neurons;

/**
 * Elements of the propagator matrix exp(A h) of linear membranes (Rotter and Diesmann 1999, doi:10.1007/s004220050570),
 * in forms that stay accurate to rounding for all time constants, equal and nearly equal ones included. Times in ms,
 * capacitance in pF, current in pA, potential in mV. Evaluated with {@link StrictMath}, the same on every machine.
 */
final class Propagators {
  private Propagators() {}

  /** What is left of a state with time constant tau after h: exp(-h / tau). */
  static double decay(double h, double tau) {
    return StrictMath.exp(-h / tau);
  }

  /** Potential per constant current after h: tauM / cM (1 - exp(-h / tauM)), in mV/pA. */
  static double fromConstant(double h, double tauM, double cM) {
    return -tauM / cM * StrictMath.expm1(-h / tauM);
  }

  /**
   * Potential after h per current that decays exponentially from 1, in mV/pA. With d = h/tauM - h/tauSyn the textbook's
   * difference of exponentials is h / cM exp(-h/tauM) (exp(d) - 1) / d; the larger exponential is taken out, so that
   * nothing overflows, and d = 0 has the limit 1.
   */
  static double fromExponential(double h, double tauSyn, double tauM, double cM) {
    double d = Math.abs(exponent(h, tauSyn, tauM));
    double mean = d == 0 ? 1 : -StrictMath.expm1(-d) / d;
    return h / cM * decay(h, Math.max(tauSyn, tauM)) * mean;
  }

  /**
   * Potential after h per current t exp(-t / tauSyn), in mV ms/pA: h^2 / cM exp(-h/tauM) psi(d) with psi(d) the
   * integral of u exp(d u) over [0, 1], d as in {@link #fromExponential}.
   */
  static double fromAlpha(double h, double tauSyn, double tauM, double cM) {
    double d = exponent(h, tauSyn, tauM);
    if (Math.abs(d) >= 1) {
      return h * h / cM * (decay(h, tauSyn) * (d - 1) + decay(h, tauM)) / (d * d);
    }
    double term = 1;
    double sum = 0.5;
    for (int k = 1; k < 24; k++) {
      term *= d / k;
      sum += term / (k + 2);
    }
    return h * h / cM * decay(h, tauM) * sum;
  }

  private static double exponent(double h, double tauSyn, double tauM) {
    return h * (tauSyn - tauM) / (tauM * tauSyn);
  }
}
