package ranvier.neurons.exact;

import ranvier.engine.math.Exp;

/**
 * Membrane with two exponential synaptic currents (Rotter and Diesmann 1999; lossless crossing as in Krishnan et al.
 * 2018, doi:10.3389/fninf.2017.00075, here for two time constants of any ratio):
 * <pre>  I_k(t) = I_k exp(-t/tau_k),  V(t) = V e^{-t/tau_m} + sum_k I_k P_k(t)</pre>
 *
 * I_syn' is a sum of two exponentials and has at most one zero, known in closed form.
 */
final class ExponentialMembrane extends Membrane {
  /** Time constants further apart than this share of the larger one: the plain difference of exponentials will do. */
  private static final double APART = 0.25;

  private final double tauM;
  private final double tauEx;
  private final double tauIn;
  private final double perCapacitance;
  private final double unitPeakEx;
  private final double unitPeakIn;
  /** {@link #factor} of either synaptic time constant. */
  private final double factorEx;
  private final double factorIn;
  private double v;
  private double ex;
  private double in;
  private double evaluatedAt = Double.NaN;
  private double decayM;
  private double decayEx;
  private double decayIn;
  private double responseEx;
  private double responseIn;

  /** Time constants in ms, capacitance in pF. */
  ExponentialMembrane(double tauM, double tauEx, double tauIn, double capacitance) {
    this.tauM = tauM;
    this.tauEx = tauEx;
    this.tauIn = tauIn;
    perCapacitance = 1.0 / capacitance;
    unitPeakEx = response(PostsynapticResponse.peakTime(tauM, tauEx), tauEx);
    unitPeakIn = response(PostsynapticResponse.peakTime(tauM, tauIn), tauIn);
    factorEx = factor(tauEx);
    factorIn = factor(tauIn);
  }

  /** What the response is of the difference of exponentials, in ms/pF; 0 where the time constants are too close. */
  double factor(double tau) {
    return Math.abs(tauM - tau) < APART * Math.max(tauM, tau) ? 0.0 : perCapacitance * tauM * tau / (tauM - tau);
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

  /** Evaluates what time t does to any state; the last time is kept, since what is looked at is mostly then reached. */
  private void evaluate(double t) {
    if (t == evaluatedAt) {
      return;
    }
    evaluatedAt = t;
    decayM = Exp.of(-t / tauM);
    decayEx = Exp.of(-t / tauEx);
    decayIn = tauIn == tauEx ? decayEx : Exp.of(-t / tauIn);
    responseEx = factorEx == 0.0 ? response(t, tauEx) : factorEx * (decayM - decayEx);
    responseIn = tauIn == tauEx ? responseEx : factorIn == 0.0 ? response(t, tauIn) : factorIn * (decayM - decayIn);
  }

  /** What is left of the excitatory current after time t, as a share. */
  double decayEx(double t) {
    evaluate(t);
    return decayEx;
  }

  /** What is left of the inhibitory current after time t, as a share. */
  double decayIn(double t) {
    evaluate(t);
    return decayIn;
  }

  @Override
  void at(double t) {
    evaluate(t);
    double currentEx = ex * decayEx;
    double currentIn = in * decayIn;
    potential = v * decayM + ex * responseEx + in * responseIn;
    slope = (currentEx + currentIn) * perCapacitance - potential / tauM;
    bend = -(currentEx / tauEx + currentIn / tauIn) * perCapacitance;
  }

  @Override
  void atStart() {
    potential = v;
    slope = (ex + in) * perCapacitance - v / tauM;
    bend = -(ex / tauEx + in / tauIn) * perCapacitance;
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
  double bound(double horizon) {
    // dV/dt is at most I/C - V/tau_m, and no response passes its peak.
    double relaxed = v > 0 ? v : v * Math.max(0.0, 1.0 - horizon / tauM);
    double byCurrent = horizon * perCapacitance;
    double sum = relaxed;
    if (ex > 0) {
      sum += ex * Math.min(unitPeakEx, byCurrent);
    }
    if (in > 0) {
      sum += in * Math.min(unitPeakIn, byCurrent);
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
