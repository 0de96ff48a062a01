package ranvier.testkit;

/**
 * Where a linear system y' = A y first reaches a threshold in one of its variables: the brute-force oracle for
 * event-driven neurons. The system is integrated by its Taylor series in short steps; on each step the polynomial is
 * subdivided until a bound from its second derivative proves a piece to lie below the threshold, or a crossing is
 * enclosed. No time step of its own limits what it finds, and it uses no closed form.
 *
 * @param timeMs the first time at or above the threshold; plus infinity if there is none up to the horizon
 * @param highest the largest value seen at or before that time (of the points evaluated)
 */
public record FirstPassage(double timeMs, double highest) {
  private static final int TERMS = 34;
  private static final double STEP_TIMES_NORM = 2.0;
  private static final double NARROWEST_MS = 1e-14;

  /**
   * Looks for the first passage.
   *
   * @param a square matrix, per ms
   * @param initial state at t = 0
   * @param variable index of the variable that is compared
   * @param threshold in the unit of that variable
   * @param horizonMs finite
   */
  public static FirstPassage of(double[][] a, double[] initial, int variable, double threshold, double horizonMs) {
    return new Search(a, initial.clone(), variable, threshold).run(horizonMs);
  }

  /**
   * The state of such a system some time later, by the same series.
   *
   * @param a square matrix, per ms
   * @param initial state
   */
  public static double[] stateAfter(double[][] a, double[] initial, double durationMs) {
    Search search = new Search(a, initial.clone(), 0, Double.POSITIVE_INFINITY);
    double longest = search.longestMs(durationMs);
    for (double t = 0.0; t < durationMs; t += longest) {
      search.expand(Math.min(longest, durationMs - t));
    }
    return search.y;
  }

  private static final class Search {
    private final double[][] a;
    private final double[] y;
    private final int variable;
    private final double threshold;
    private final double[] c = new double[TERMS];
    private double highest;

    Search(double[][] a, double[] y, int variable, double threshold) {
      this.a = a;
      this.y = y;
      this.variable = variable;
      this.threshold = threshold;
      highest = y[variable];
    }

    FirstPassage run(double horizonMs) {
      if (y[variable] >= threshold) {
        return new FirstPassage(0.0, y[variable]);
      }
      double longest = longestMs(horizonMs);
      for (double t = 0.0; t < horizonMs; ) {
        double h = Math.min(longest, horizonMs - t);
        double curvature = expand(h);
        double found = first(0.0, value(0.0), h, value(h), curvature);
        if (found >= 0) {
          return new FirstPassage(t + found, highest);
        }
        t = h < longest ? horizonMs : t + h;
      }
      return new FirstPassage(Double.POSITIVE_INFINITY, highest);
    }

    /** The longest step for which the series serves. */
    double longestMs(double horizonMs) {
      double norm = 0.0;
      for (double[] row : a) {
        double sum = 0.0;
        for (double x : row) {
          sum += Math.abs(x);
        }
        norm = Math.max(norm, sum);
      }
      return norm == 0.0 ? horizonMs : STEP_TIMES_NORM / norm;
    }

    /** Fills the Taylor series of the variable, moves y on by h, and bounds the second derivative on the step. */
    private double expand(double h) {
      int n = y.length;
      double[] term = y.clone();
      double[] sum = y.clone();
      double power = 1.0;
      double curvature = 0.0;
      c[0] = y[variable];
      for (int k = 1; k < TERMS; k++) {
        double[] next = new double[n];
        for (int i = 0; i < n; i++) {
          for (int j = 0; j < n; j++) {
            next[i] += a[i][j] * term[j];
          }
          next[i] /= k;
        }
        term = next;
        c[k] = term[variable];
        curvature += k * (k - 1) * Math.abs(c[k]) * (k >= 2 ? power / h : 0.0);
        power *= h;
        for (int i = 0; i < n; i++) {
          sum[i] += term[i] * power;
        }
      }
      System.arraycopy(sum, 0, y, 0, n);
      return curvature;
    }

    private double value(double s) {
      double sum = 0.0;
      for (int k = TERMS - 1; k >= 0; k--) {
        sum = sum * s + c[k];
      }
      highest = Math.max(highest, sum);
      return sum;
    }

    /** The first passage between two times of the step; -1 if there is none. */
    private double first(double from, double atFrom, double to, double atTo, double curvature) {
      double width = to - from;
      if (Math.max(atFrom, atTo) + curvature * width * width / 8.0 < threshold) {
        return -1.0;
      }
      double middle = 0.5 * (from + to);
      if (width < NARROWEST_MS || middle <= from || middle >= to) {
        return atTo >= threshold ? to : -1.0;
      }
      double atMiddle = value(middle);
      double left = first(from, atFrom, middle, atMiddle, curvature);
      return left >= 0 || atMiddle >= threshold ? (left >= 0 ? left : middle)
          : first(middle, atMiddle, to, atTo, curvature);
    }
  }
}
