package ranvier.neurons.ttfs;

/**
 * The neuron between two arrivals: C dU/dt = -g U + I, tau_s dI/dt = -I, with U = u - E_l counted from the leak
 * potential. A state is (U, I); s is the time since it was taken. Immutable and stateless.
 *
 * <p>Equations (K = tau_m tau_s / (tau_m - tau_s)):
 * U(s) = U0 exp(-s/tau_m) + (I0 K / C) (exp(-s/tau_m) - exp(-s/tau_s)), and for tau_m = tau_s
 * U(s) = (U0 + I0 s / C) exp(-s/tau_m).
 */
public sealed interface Membrane permits EqualTimeConstants, DoubleTimeConstant, AnyTimeConstants {
  /** The closed form that fits the ratio of time constants, or the generic solver. */
  static Membrane of(TtfsParameters parameters) {
    if (parameters.tauM() == parameters.tauS()) {
      return new EqualTimeConstants(parameters);
    }
    return parameters.tauM() == 2 * parameters.tauS() ? new DoubleTimeConstant(parameters)
        : new AnyTimeConstants(parameters);
  }

  /** The constants. */
  TtfsParameters parameters();

  /** U after s. */
  double potential(double u, double i, double s);

  /**
   * The first s in [0, horizon] at which U reaches the threshold from below; infinite if there is none.
   *
   * @param u below theta - E_l; a state at or above it gives 0
   */
  double crossing(double u, double i, double horizon);

  /** I after s. */
  default double current(double i, double s) {
    return i * StrictMath.exp(-s / parameters().tauS());
  }

  /** Response of U to one arrival of weight 1, s after it; s &gt;= 0. */
  default double psp(double s) {
    return potential(0, 1, s);
  }

  /** Largest value of {@link #psp}, reached at s = K ln(tau_m / tau_s), or at tau for equal time constants. */
  default double largestPsp() {
    TtfsParameters p = parameters();
    double ratio = (p.tauM() - p.tauS()) / p.tauS();
    return psp(ratio == 0 ? p.tauM() : p.tauM() * StrictMath.log1p(ratio) / ratio);
  }

  /** Time derivative of {@link #psp}. */
  default double pspSlope(double s) {
    TtfsParameters p = parameters();
    return current(1, s) / p.capacitance() - psp(s) / p.tauM();
  }

  /** dU/dt at the threshold when the current is i there. */
  default double slopeAtThreshold(double i) {
    TtfsParameters p = parameters();
    return i / p.capacitance() - p.distance() / p.tauM();
  }
}
