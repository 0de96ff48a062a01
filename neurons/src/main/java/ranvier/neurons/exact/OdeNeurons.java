package ranvier.neurons.exact;

import ranvier.engine.model.EventNeurons;
import ranvier.engine.model.ExactBlock;

/**
 * Event-driven neurons without closed form: the equations are integrated from event to event by the Runge-Kutta method
 * of Dormand and Prince (1980, doi:10.1016/0771-050X(80)90013-3), order 5 with error estimate of order 4, each step
 * kept to a relative error of 1e-8 per step. The first variable is the potential. A spike is looked for in each step:
 * at its end, and at a maximum inside that the cubic through both ends shows; it is then located by Newton's method on
 * steps from the start of that step, which are shorter and so at least as accurate.
 */
abstract class OdeNeurons implements EventNeurons {
  private static final double RELATIVE = 1e-8;
  private static final double SAFETY = 0.9;
  private static final double LARGEST_GROWTH = 4.0;
  private static final double SMALLEST_MS = 1e-9;
  private static final double FIRST_MS = 0.05;
  private static final double LONGEST_MS = 1.0;
  private static final int ITERATIONS = 60;
  private static final double[][] A = {{},
      {1.0 / 5},
      {3.0 / 40, 9.0 / 40},
      {44.0 / 45, -56.0 / 15, 32.0 / 9},
      {19372.0 / 6561, -25360.0 / 2187, 64448.0 / 6561, -212.0 / 729},
      {9017.0 / 3168, -355.0 / 33, 46732.0 / 5247, 49.0 / 176, -5103.0 / 18656},
      {35.0 / 384, 0.0, 500.0 / 1113, 125.0 / 192, -2187.0 / 6784, 11.0 / 84}};
  private static final double[] ERROR = {71.0 / 57600, 0.0, -71.0 / 16695, 71.0 / 1920, -17253.0 / 339200, 22.0 / 525,
      -1.0 / 40};

  /** State by variable, then neuron. */
  protected final double[][] state;
  private final int dimension;
  private final double[] scale;
  private final double[][] slopes;
  private final double[] start;
  private final double[] end;
  private final double[] trial;
  private boolean held;
  private int neuron;

  /**
   * Neurons with these state variables.
   *
   * @param scale absolute size of each variable that counts as 1 for the error
   */
  OdeNeurons(ExactBlock block, String[] variables, double[] scale) {
    dimension = variables.length;
    this.scale = scale;
    state = new double[dimension][];
    for (int v = 0; v < dimension; v++) {
      state[v] = block.doubles(variables[v]);
      System.arraycopy(block.initial(variables[v]), 0, state[v], 0, block.size());
    }
    slopes = new double[A.length][dimension];
    start = new double[dimension];
    end = new double[dimension];
    trial = new double[dimension];
  }

  /** Derivatives per ms; that of the potential is ignored while the neuron is refractory. */
  abstract void derivatives(int i, double[] y, double[] into);

  /** The potential at which a neuron spikes. */
  abstract double threshold(int i);

  @Override
  public final double lookAheadMs() {
    return 2.0 * LONGEST_MS;
  }

  @Override
  public final void advance(int i, double durationMs, boolean refractory) {
    load(i, refractory);
    double h = FIRST_MS;
    for (double left = durationMs; left > 0; ) {
      double step = Math.min(h, left);
      double error = step(step);
      if (error == Double.MAX_VALUE && step <= SMALLEST_MS) {
        // No step is short enough: the kernel tells whose state this is.
        start[0] = Double.NaN;
        break;
      }
      if (error <= 1.0 || step <= SMALLEST_MS) {
        System.arraycopy(end, 0, start, 0, dimension);
        left -= step;
      }
      h = next(step, error);
    }
    for (int v = 0; v < dimension; v++) {
      state[v][i] = start[v];
    }
  }

  @Override
  public final double nextSpike(int i, double horizonMs) {
    load(i, false);
    double level = threshold(i);
    if (start[0] >= level) {
      return 0.0;
    }
    double until = Math.min(horizonMs, lookAheadMs());
    double h = FIRST_MS;
    for (double t = 0.0; t < until; ) {
      double step = Math.min(h, until - t);
      double error = step(step);
      if (error == Double.MAX_VALUE && step <= SMALLEST_MS) {
        return Double.POSITIVE_INFINITY;
      }
      if (error <= 1.0 || step <= SMALLEST_MS) {
        double found = crossing(step, level);
        if (found >= 0) {
          return t + found;
        }
        step(step);
        System.arraycopy(end, 0, start, 0, dimension);
        t += step;
      }
      h = next(step, error);
    }
    return Double.POSITIVE_INFINITY;
  }

  private void load(int i, boolean refractory) {
    neuron = i;
    held = refractory;
    for (int v = 0; v < dimension; v++) {
      start[v] = state[v][i];
    }
  }

  /** One step from {@code start} to {@code end}; returns the error in units of the tolerance. */
  private double step(double h) {
    slope(start, slopes[0]);
    for (int stage = 1; stage < A.length; stage++) {
      for (int v = 0; v < dimension; v++) {
        double sum = 0.0;
        for (int k = 0; k < stage; k++) {
          sum += A[stage][k] * slopes[k][v];
        }
        trial[v] = start[v] + h * sum;
      }
      slope(trial, slopes[stage]);
    }
    System.arraycopy(trial, 0, end, 0, dimension);
    double worst = 0.0;
    for (int v = 0; v < dimension; v++) {
      double sum = 0.0;
      for (int k = 0; k < A.length; k++) {
        sum += ERROR[k] * slopes[k][v];
      }
      double size = scale[v] + Math.max(Math.abs(start[v]), Math.abs(end[v]));
      double e = Math.abs(h * sum) / (RELATIVE * size);
      worst = e <= worst ? worst : e;
    }
    return worst <= Double.MAX_VALUE ? worst : Double.MAX_VALUE;
  }

  private void slope(double[] y, double[] into) {
    derivatives(neuron, y, into);
    if (held) {
      into[0] = 0.0;
    }
  }

  private static double next(double step, double error) {
    double factor = error <= 0 ? LARGEST_GROWTH : SAFETY * StrictMath.pow(error, -0.2);
    return Math.min(LONGEST_MS, Math.max(SMALLEST_MS, step * Math.max(0.1, Math.min(LARGEST_GROWTH, factor))));
  }

  /** First time in the step just taken at which the potential reaches the level; -1 if it does not. */
  private double crossing(double h, double level) {
    double high = h;
    if (!(end[0] >= level)) {
      double peak = peakTime(h);
      if (peak < 0) {
        return -1.0;
      }
      step(peak);
      if (!(end[0] >= level)) {
        return -1.0;
      }
      high = peak;
    }
    double low = 0.0;
    double t = high;
    for (int k = 0; k < ITERATIONS; k++) {
      // slopes[6] is the derivative at the end of the step taken last.
      double newton = t - (end[0] - level) / slopes[A.length - 1][0];
      double last = t;
      t = newton > low && newton < high ? newton : 0.5 * (low + high);
      if (t <= low || t >= high || Math.abs(t - last) <= Math.ulp(h)) {
        return last;
      }
      step(t);
      if (end[0] >= level) {
        high = t;
      } else {
        low = t;
      }
    }
    return t;
  }

  /** Where the cubic through both ends of the step has its maximum; -1 if it has none inside. */
  private double peakTime(double h) {
    double first = slopes[0][0];
    double last = slopes[A.length - 1][0];
    if (!(first > 0 && last < 0)) {
      return -1.0;
    }
    double mean = (end[0] - start[0]) / h;
    // The cubic's derivative: first + 2 q s + 3 c s^2 with s = t/h.
    double q = 3.0 * mean - 2.0 * first - last;
    double c = first + last - 2.0 * mean;
    double root = StrictMath.sqrt(Math.max(0.0, q * q - 3.0 * c * first));
    double s = first / (root - q);
    return s > 0 && s < 1 ? s * h : 0.5 * h;
  }
}
