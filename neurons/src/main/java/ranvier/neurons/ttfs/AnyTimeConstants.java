package ranvier.neurons.ttfs;

/**
 * Any two different time constants. Whether U reaches the threshold is decided by its value at its peak
 * s* = K ln(J tau_m / ((U0 + J) tau_s)), J = I0 K / C, or at the horizon; the crossing is then found by Newton's
 * iteration from s = 0, which is monotone because U is increasing and concave up to s*. Differences of exponentials are
 * written with expm1, so nearly equal time constants lose no digits.
 */
record AnyTimeConstants(TtfsParameters parameters) implements Membrane {
  private static final int MAX_STEPS = 100;

  @Override
  public double potential(double u, double i, double s) {
    double k = k();
    double j = i * k / parameters.capacitance();
    // exp(-s/tau_m) - exp(-s/tau_s) = -exp(-s/tau_m) expm1(-s/K)
    return StrictMath.exp(-s / parameters.tauM()) * (u - j * StrictMath.expm1(-s / k));
  }

  @Override
  public double crossing(double u, double i, double horizon) {
    double theta = parameters.distance();
    if (u >= theta) {
      return 0;
    }
    double tauM = parameters.tauM();
    double c = parameters.capacitance();
    if (i <= 0 || i * tauM <= c * u) {
      return Double.POSITIVE_INFINITY;
    }
    double end = Math.min(peak(u, i), horizon);
    if (!(potential(u, i, end) >= theta)) {
      return Double.POSITIVE_INFINITY;
    }
    double s = 0;
    for (int step = 0; step < MAX_STEPS; step++) {
      double value = potential(u, i, s);
      double slope = current(i, s) / c - value / tauM;
      double next = s + (theta - value) / slope;
      // Rounding ends the climb: the iteration no longer rises, or touches the peak.
      if (!(next > s)) {
        return s;
      }
      if (next >= end) {
        return end;
      }
      s = next;
    }
    return s;
  }

  /** Time of the maximum of U; infinite if there is none ahead. */
  private double peak(double u, double i) {
    double k = k();
    double j = i * k / parameters.capacitance();
    double ratio = u / (u + j);
    // ln(J/(U0+J)) = log1p(-ratio); ln(tau_m/tau_s) likewise, so that K -> infinity stays accurate.
    if (!(ratio < 1)) {
      return Double.POSITIVE_INFINITY;
    }
    double s = k * (StrictMath.log1p(-ratio)
        + StrictMath.log1p((parameters.tauM() - parameters.tauS()) / parameters.tauS()));
    return s > 0 ? s : Double.POSITIVE_INFINITY;
  }

  private double k() {
    return parameters.tauM() * parameters.tauS() / (parameters.tauM() - parameters.tauS());
  }
}
