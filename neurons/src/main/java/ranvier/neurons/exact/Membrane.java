package ranvier.neurons.exact;

/**
 * A leaky membrane without input, from now (t = 0) on; potentials are relative to the steady state
 * {@code E_L + tau_m I / C}, to which V decays:
 * <pre>  dV/dt = -V/tau_m + I_syn(t)/C</pre>
 *
 * <p>The first crossing is found without missing or inventing any. V' e^{t/tau_m} has the derivative
 * I_syn'(t) e^{t/tau_m} / C, so between two zeros of I_syn' there is at most one extremum of V, and V is monotone
 * between extrema. A subclass knows the zeros of I_syn'; here each piece between them is looked at in turn: a root is
 * sought only where its ends, or a maximum inside, prove that there is one, and by Newton's method inside a bracket.
 *
 * <p>Times in ms from now, potentials in mV. Mutable; for one thread.
 */
abstract class Membrane {
  /** Beyond this many of the longest time constant every transient is below rounding. */
  private static final double FORGOTTEN = 100.0;
  private static final int MOST_BENDS = 4;
  private static final int ITERATIONS = 200;

  /** Potential, its derivative, and derivative of the synaptic current over C, as left by {@link #at}. */
  protected double potential;
  protected double slope;
  protected double bend;
  private final double[] bends = new double[MOST_BENDS];

  /** Computes potential, slope and bend at time t. */
  abstract void at(double t);

  /** Zeros of the derivative of the synaptic current in (0, until), ascending; returns how many. */
  abstract int bends(double until, double[] times);

  /** The same at t = 0. */
  abstract void atStart();

  /** An upper bound of the potential for 0 <= t <= horizon, which may be infinite; costs no exponential. */
  abstract double bound(double horizon);

  abstract double membraneMs();

  abstract double longestMs();

  /**
   * First time at which the potential is at or above a threshold.
   *
   * @param threshold in mV relative to the steady state
   * @param horizon looks at 0 &lt;= t &lt;= horizon; may be infinite
   * @return 0 if it is there already; plus infinity if it never is within the horizon
   */
  final double crossing(double threshold, double horizon) {
    if (bound(horizon) < threshold) {
      return Double.POSITIVE_INFINITY;
    }
    atStart();
    if (potential >= threshold) {
      return 0.0;
    }
    double transients = FORGOTTEN * longestMs();
    int pieces = bends(Math.min(horizon, transients), bends);
    double start = 0.0;
    double startSlope = slope;
    for (int k = 0; k <= pieces; k++) {
      if (k == pieces && horizon > transients) {
        return tail(start, startSlope, threshold, horizon);
      }
      double end = k == pieces ? horizon : bends[k];
      at(end);
      if (potential >= threshold) {
        return root(start, end, threshold);
      }
      double endSlope = slope;
      if (startSlope > 0 && endSlope < 0) {
        double peak = peak(start, end);
        at(peak);
        if (potential >= threshold) {
          return root(start, peak, threshold);
        }
      }
      start = end;
      startSlope = endSlope;
    }
    return Double.POSITIVE_INFINITY;
  }

  /** The piece without end: V tends to 0, with at most one extremum on the way. */
  private double tail(double start, double startSlope, double threshold, double horizon) {
    double step = membraneMs();
    for (double end = start + step; ; step += step, end = start + step) {
      boolean last = end >= horizon || !(end < Double.MAX_VALUE);
      end = Math.min(end, horizon);
      at(end);
      if (potential >= threshold) {
        return root(start, end, threshold);
      }
      if (startSlope > 0 && slope < 0) {
        double peak = peak(start, end);
        at(peak);
        return potential >= threshold ? root(start, peak, threshold) : Double.POSITIVE_INFINITY;
      }
      // Towards a steady state at or below the threshold nothing more can happen once the transients are gone.
      if (last || (threshold >= 0 && end - start > FORGOTTEN * longestMs())) {
        return Double.POSITIVE_INFINITY;
      }
    }
  }

  /** The zero of the slope between a time where it is positive and one where it is negative. */
  private double peak(double low, double high) {
    double t = 0.5 * (low + high);
    for (int k = 0; k < ITERATIONS; k++) {
      at(t);
      if (slope == 0.0) {
        return t;
      }
      if (slope > 0) {
        low = t;
      } else {
        high = t;
      }
      double next = t - slope / (bend - slope / membraneMs());
      if (!(next > low && next < high)) {
        next = 0.5 * (low + high);
      }
      if (Math.abs(next - t) <= 2 * Math.ulp(t) || next <= low || next >= high) {
        return t;
      }
      t = next;
    }
    return t;
  }

  /** The only crossing between a time where V is below and one where it is not. */
  private double root(double low, double high, double threshold) {
    double t = low;
    if (t == 0.0) {
      atStart();
    } else {
      at(t);
    }
    double width = high - low;
    for (int k = 0; k < ITERATIONS; k++) {
      double next = t - (potential - threshold) / slope;
      // Newton may leave the bracket or crawl (near-tangent crossings): then halve.
      if (!(next > low && next < high) || (k > 4 && high - low > 0.5 * width)) {
        next = 0.5 * (low + high);
      }
      width = high - low;
      if (next <= low || next >= high || Math.abs(next - t) <= Math.ulp(t)) {
        return t;
      }
      t = next;
      at(t);
      if (potential == threshold) {
        return t;
      }
      if (potential > threshold) {
        high = t;
      } else {
        low = t;
      }
    }
    return high;
  }
}
