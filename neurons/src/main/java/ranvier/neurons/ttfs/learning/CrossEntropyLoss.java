package ranvier.neurons.ttfs.learning;

import java.util.Arrays;

/**
 * Cross-entropy on times: L = ln sum_n exp(-(t_n - t*) / xi) + alpha exp(t* / beta), t* the right label's time. Silent
 * wrong neurons contribute nothing.
 *
 * @param xi width, 0.2 in the paper
 * @param alpha weight of the term that asks for an early decision, 0.005
 * @param beta its time scale, 1
 */
public record CrossEntropyLoss(double xi, double alpha, double beta) implements Loss {
  /** The paper's constants. */
  public static final CrossEntropyLoss PAPER = new CrossEntropyLoss(0.2, 0.005, 1);

  @Override
  public double of(double[] times, int offset, int classes, int label, double[] gradient) {
    Arrays.fill(gradient, offset, offset + classes, 0);
    double own = times[offset + label];
    if (own == Double.POSITIVE_INFINITY) {
      return SILENT;
    }
    double first = Double.POSITIVE_INFINITY;
    for (int n = 0; n < classes; n++) {
      first = Math.min(first, times[offset + n]);
    }
    double sum = 0;
    for (int n = 0; n < classes; n++) {
      double e = StrictMath.exp(-(times[offset + n] - first) / xi);
      gradient[offset + n] = e;
      sum += e;
    }
    for (int n = 0; n < classes; n++) {
      gradient[offset + n] *= -1 / (sum * xi);
    }
    double early = alpha * StrictMath.exp(own / beta);
    gradient[offset + label] += 1 / xi + early / beta;
    return StrictMath.log(sum) + (own - first) / xi + early;
  }
}
