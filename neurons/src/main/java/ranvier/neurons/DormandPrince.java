package ranvier.neurons;

/**
 * One step of the Runge-Kutta pair of order 5(4) by Dormand and Prince (1980), J Comput Appl Math 6:19,
 * doi:10.1016/0771-050X(80)90013-3, for any {@link Equations}. Advances by the solution of order 5; the difference to
 * that of order 4 estimates the error. Works in its own arrays and does not allocate. Used by one thread.
 */
final class DormandPrince {
  private static final double[][] A = {
      {1.0 / 5},
      {3.0 / 40, 9.0 / 40},
      {44.0 / 45, -56.0 / 15, 32.0 / 9},
      {19372.0 / 6561, -25360.0 / 2187, 64448.0 / 6561, -212.0 / 729},
      {9017.0 / 3168, -355.0 / 33, 46732.0 / 5247, 49.0 / 176, -5103.0 / 18656},
      {35.0 / 384, 0, 500.0 / 1113, 125.0 / 192, -2187.0 / 6784, 11.0 / 84}};
  private static final double[] ERROR = {71.0 / 57600, 0, -71.0 / 16695, 71.0 / 1920, -17253.0 / 339200, 22.0 / 525,
      -1.0 / 40};

  private final Equations equations;
  private final int size;
  private final double[] start;
  private final double[] end;
  private final double[] error;
  private final double[][] slopes;

  /** What is integrated. */
  interface Equations {
    /** Number of state variables. */
    int size();

    /** The derivative of a state per ms. */
    void derivative(double[] y, double[] slope);
  }

  DormandPrince(Equations equations) {
    this.equations = equations;
    size = equations.size();
    start = new double[size];
    end = new double[size];
    error = new double[size];
    slopes = new double[7][size];
  }

  /** The state from which {@link #attempt} starts; after a change call {@link #restart}. */
  double[] start() {
    return start;
  }

  /** The state at the end of the last attempt. */
  double[] end() {
    return end;
  }

  /** Estimated error of a variable at the end of the last attempt. */
  double error(int variable) {
    return error[variable];
  }

  /** Derivative of a variable at the start. */
  double slope(int variable) {
    return slopes[0][variable];
  }

  /** Takes the changed start into account. */
  void restart() {
    equations.derivative(start, slopes[0]);
  }

  /** Steps from the start by a time in ms; the start stays. */
  void attempt(double time) {
    for (int stage = 1; stage <= 6; stage++) {
      double[] row = A[stage - 1];
      for (int n = 0; n < size; n++) {
        double sum = 0;
        for (int k = 0; k < stage; k++) {
          sum += row[k] * slopes[k][n];
        }
        end[n] = start[n] + time * sum;
      }
      equations.derivative(end, slopes[stage]);
    }
    for (int n = 0; n < size; n++) {
      double sum = 0;
      for (int k = 0; k < 7; k++) {
        sum += ERROR[k] * slopes[k][n];
      }
      error[n] = time * sum;
    }
  }

  /** Makes the end of the last attempt the start of the next; its derivative is known already. */
  void accept() {
    System.arraycopy(end, 0, start, 0, size);
    System.arraycopy(slopes[6], 0, slopes[0], 0, size);
  }
}
