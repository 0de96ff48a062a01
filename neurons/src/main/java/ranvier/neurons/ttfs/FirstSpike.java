package ranvier.neurons.ttfs;

/**
 * Output time of one neuron for one set of arrivals, and its exact derivatives. The arrivals are walked in order of
 * time with the state relative to the last one, and the walk stops at the first crossing: the causal set is complete
 * then. Reusable; allocates nothing. One thread.
 *
 * <p>Derivatives (i in the causal set, s = T - t_i, slope = dU/dt just before the spike):
 * dT/dw_i = -psp(s) / slope, dT/dt_i = w_i psp'(s) / slope, dT/dtheta = 1 / slope. A delay d_i that shifts t_i has the
 * derivative of t_i.
 */
public final class FirstSpike {
  private double time = Double.POSITIVE_INFINITY;
  private double slope;
  private int causal;

  /**
   * Finds the first spike.
   *
   * @param arrivals time of each input; infinite: never arrives
   * @param weights of each input
   * @param order inputs by ascending arrival, those that never arrive last
   * @param count how many entries of order are used
   * @return the output time, infinite if there is none
   */
  public double find(Membrane membrane, double[] arrivals, double[] weights, int[] order, int count) {
    double u = 0;
    double current = 0;
    double last = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < count; k++) {
      double t = arrivals[order[k]];
      if (t == Double.POSITIVE_INFINITY) {
        break;
      }
      if (k > 0 && t > last) {
        double step = t - last;
        u = membrane.potential(u, current, step);
        current = membrane.current(current, step);
      }
      current += weights[order[k]];
      last = t;
      double horizon = k + 1 < count ? arrivals[order[k + 1]] - t : Double.POSITIVE_INFINITY;
      if (horizon > 0) {
        double s = membrane.crossing(u, current, horizon);
        if (s != Double.POSITIVE_INFINITY) {
          time = t + s;
          causal = k + 1;
          slope = membrane.slopeAtThreshold(membrane.current(current, s));
          return time;
        }
      }
    }
    time = Double.POSITIVE_INFINITY;
    causal = 0;
    slope = 0;
    return time;
  }

  /** Of the last call. */
  public double time() {
    return time;
  }

  /** Number of inputs of the order that arrived before the spike. */
  public int causalInputs() {
    return causal;
  }

  /** dU/dt just before the spike; 0 if there is none. */
  public double slope() {
    return slope;
  }

  /** dT/dw of an input of the causal set. */
  public static double perWeight(Membrane membrane, double sinceArrival, double slope) {
    return -membrane.psp(sinceArrival) / slope;
  }

  /** dT/dt of an input of the causal set; also dT/dd of a delay that shifts it. */
  public static double perTime(Membrane membrane, double weight, double sinceArrival, double slope) {
    return weight * membrane.pspSlope(sinceArrival) / slope;
  }
}
