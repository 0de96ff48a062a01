package ranvier.neurons.exact;

/**
 * Membrane with two exponential synaptic currents (Rotter and Diesmann 1999; lossless crossing as in Krishnan et al.
 * 2018, doi:10.3389/fninf.2017.00075, here for two time constants of any ratio):
 * <pre>  I_k(t) = I_k exp(-t/tau_k),  V(t) = V e^{-t/tau_m} + sum_k I_k P_k(t)</pre>
 *
 * I_syn' is a sum of two exponentials and has at most one zero, known in closed form.
 */
final class ExponentialMembrane extends Membrane {
  private final double tauM;
  private final double tauEx;
  private final double tauIn;
  private final double perCapacitance;
  private final double unitPeakEx;
  private final double unitPeakIn;
  private double v;
  private double ex;
  private double in;

  /** Time constants in ms, capacitance in pF. */
  ExponentialMembrane(double tauM, double tauEx, double tauIn, double capacitance) {
    this.tauM = tauM;
    this.tauEx = tauEx;
    this.tauIn = tauIn;
    perCapacitance = 1.0 / capacitance;
    unitPeakEx = response(PostsynapticResponse.peakTime(tauM, tauEx), tauEx);
    unitPeakIn = response(PostsynapticResponse.peakTime(tauM, tauIn), tauIn);
  }

  /** State at t = 0: potential relative to the steady state in mV, currents in pA. */
  void set(double relativePotential, double excitatory, double inhibitory) {
    v = relativePotential;
    ex = excitatory;
    in = inhibitory;
  }

  /** Potential at time t after a current of 1 pA with time constant tau started. */
  double response(double t, double tau) {
    return perCapacitance * PostsynapticResponse.exponential(t, tauM, tau);
  }

  @Override
  void at(double t) {
    double decayEx = ex == 0.0 ? 0.0 : ex * StrictMath.exp(-t / tauEx);
    double decayIn = in == 0.0 ? 0.0 : in * StrictMath.exp(-t / tauIn);
    potential = v * StrictMath.exp(-t / tauM);
    if (ex != 0.0) {
      potential += ex * response(t, tauEx);
    }
    if (in != 0.0) {
      potential += in * response(t, tauIn);
    }
    slope = (decayEx + decayIn) * perCapacitance - potential / tauM;
    bend = -(decayEx / tauEx + decayIn / tauIn) * perCapacitance;
  }

  @Override
  int bends(double until, double[] times) {
    if (ex * in >= 0 || tauEx == tauIn) {
      return 0;
    }
    double t = StrictMath.log(-(ex / tauEx) / (in / tauIn)) / (1.0 / tauEx - 1.0 / tauIn);
    if (!(t > 0 && t < until)) {
      return 0;
    }
    times[0] = t;
    return 1;
  }

  @Override
  double bound() {
    double sum = Math.max(v, 0.0);
    if (ex > 0) {
      sum += ex * unitPeakEx;
    }
    if (in > 0) {
      sum += in * unitPeakIn;
    }
    return sum + 1e-12 * (1.0 + Math.abs(sum));
  }

  @Override
  double membraneMs() {
    return tauM;
  }

  @Override
  double longestMs() {
    return Math.max(tauM, Math.max(tauEx, tauIn));
  }
}
