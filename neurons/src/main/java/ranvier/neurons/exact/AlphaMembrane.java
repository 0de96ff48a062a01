package ranvier.neurons.exact;

import ranvier.engine.math.Exp;

/**
 * Membrane with two alpha-shaped synaptic currents (Rotter and Diesmann 1999):
 * <pre>  I_k(t) = (I_k + t J_k) exp(-t/tau_k)</pre>
 *
 * where J_k jumps by w e / tau_k at a spike of weight w, so that the current peaks at w after tau_k. The zeros of
 * I_syn' are found as those of the potential are: the function times an exponential, differentiated, loses one term.
 */
final class AlphaMembrane extends Membrane {
  private final double tauM;
  private final double tauEx;
  private final double tauIn;
  private final double perCapacitance;
  private final double peakEx;
  private final double peakIn;
  private double v;
  private double ex;
  private double exRise;
  private double in;
  private double inRise;
  // I_syn' exp(t / slow) = p + q t + (r + s t) exp(-rate t), with rate >= 0.
  private double p;
  private double q;
  private double r;
  private double s;
  private double rate;

  /** Time constants in ms, capacitance in pF. */
  AlphaMembrane(double tauM, double tauEx, double tauIn, double capacitance) {
    this.tauM = tauM;
    this.tauEx = tauEx;
    this.tauIn = tauIn;
    perCapacitance = 1.0 / capacitance;
    peakEx = perCapacitance * PostsynapticResponse.exponential(PostsynapticResponse.peakTime(tauM, tauEx), tauM, tauEx);
    peakIn = perCapacitance * PostsynapticResponse.exponential(PostsynapticResponse.peakTime(tauM, tauIn), tauM, tauIn);
  }

  /** State at t = 0: potential relative to the steady state in mV, currents in pA and their rises in pA/ms. */
  void set(double relativePotential, double excitatory, double excitatoryRise, double inhibitory,
      double inhibitoryRise) {
    v = relativePotential;
    ex = excitatory;
    exRise = excitatoryRise;
    in = inhibitory;
    inRise = inhibitoryRise;
  }

  @Override
  void at(double t) {
    double decayEx = Exp.of(-t / tauEx);
    double decayIn = tauIn == tauEx ? decayEx : Exp.of(-t / tauIn);
    double currentEx = (ex + t * exRise) * decayEx;
    double currentIn = (in + t * inRise) * decayIn;
    potential = v * Exp.of(-t / tauM) + perCapacitance * (driven(t, ex, exRise, tauEx)
        + driven(t, in, inRise, tauIn));
    slope = (currentEx + currentIn) * perCapacitance - potential / tauM;
    bend = (exRise * decayEx - currentEx / tauEx + inRise * decayIn - currentIn / tauIn) * perCapacitance;
  }

  private double driven(double t, double current, double rise, double tau) {
    double sum = 0.0;
    if (current != 0.0) {
      sum += current * PostsynapticResponse.exponential(t, tauM, tau);
    }
    if (rise != 0.0) {
      sum += rise * PostsynapticResponse.ramp(t, tauM, tau);
    }
    return sum;
  }

  @Override
  int bends(double until, double[] times) {
    boolean exSlow = tauEx >= tauIn;
    double slow = exSlow ? tauEx : tauIn;
    double fast = exSlow ? tauIn : tauEx;
    double current = exSlow ? ex : in;
    double rise = exSlow ? exRise : inRise;
    p = rise - current / slow;
    q = -rise / slow;
    current = exSlow ? in : ex;
    rise = exSlow ? inRise : exRise;
    r = rise - current / fast;
    s = -rise / fast;
    rate = 1.0 / fast - 1.0 / slow;
    if (rate == 0.0) {
      p += r;
      q += s;
      r = 0.0;
      s = 0.0;
    }
    // Zeros of the second derivative, then of the first, then of the function: each monotone between those before.
    int n = 0;
    double last = (2.0 * s - rate * r) / (rate * s);
    if (last > 0 && last < until) {
      times[n++] = last;
    }
    n = zeros(1, times, n, until);
    return zeros(0, times, n, until);
  }

  /** Replaces the zeros of one derivative by those of the next lower one. */
  private int zeros(int order, double[] times, int pieces, double until) {
    int found = 0;
    double start = 0.0;
    double atStart = derivative(order, start);
    for (int k = 0; k <= pieces; k++) {
      double end = k == pieces ? until : times[k];
      double atEnd = derivative(order, end);
      if (atStart * atEnd < 0 || (atEnd == 0.0 && atStart != 0.0 && end < until)) {
        // found <= k: what is overwritten here has been read.
        times[found++] = zero(order, start, end, atStart);
      }
      start = end;
      atStart = atEnd;
    }
    return found;
  }

  private double derivative(int order, double t) {
    double fading = r == 0.0 && s == 0.0 ? 0.0 : Exp.of(-rate * t);
    return order == 0 ? p + q * t + (r + s * t) * fading : q + (s - rate * (r + s * t)) * fading;
  }

  private double zero(int order, double low, double high, double atLow) {
    while (true) {
      double middle = 0.5 * (low + high);
      if (middle <= low || middle >= high) {
        return middle;
      }
      double value = derivative(order, middle);
      if (value == 0.0) {
        return middle;
      }
      if (value > 0 == atLow > 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
  }

  @Override
  void atStart() {
    potential = v;
    slope = (ex + in) * perCapacitance - v / tauM;
    bend = (exRise - ex / tauEx + inRise - in / tauIn) * perCapacitance;
  }

  @Override
  double bound(double horizon) {
    // Each current is at most its value now plus the peak of its rise; both responses are below those of a current that
    // stays at its largest, and below the peak response of the decaying part. And dV/dt is at most I/C - V/tau_m, I at
    // most I + t J.
    double relaxed = v > 0 ? v : v * Math.max(0.0, 1.0 - horizon / tauM);
    double byCurrent = horizon * perCapacitance;
    double byRise = 0.5 * horizon * byCurrent;
    double sum = relaxed + Math.max(ex, 0.0) * Math.min(peakEx, byCurrent)
        + Math.max(in, 0.0) * Math.min(peakIn, byCurrent);
    sum += Math.max(exRise, 0.0) * Math.min(byRise, perCapacitance * tauEx * Math.min(tauEx, tauM / Math.E))
        + Math.max(inRise, 0.0) * Math.min(byRise, perCapacitance * tauIn * Math.min(tauIn, tauM / Math.E));
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
