package ranvier.neurons.ttfs.learning;

import java.util.Arrays;

/**
 * Mean squared error of differences: L = 1/2 sum_{n != *} (t_n - t* - delta)^2 + alpha exp(t* / beta). It does not
 * change when all times shift (for alpha = 0). Silent wrong neurons contribute nothing.
 *
 * @param delta how much later than the right label all others shall spike, tau_s
 * @param alpha weight of the term that asks for an early decision
 * @param beta its time scale
 */
public record RelativeTimeLoss(double delta, double alpha, double beta) implements Loss {
  @Override
  public double of(double[] times, int offset, int classes, int label, double[] gradient) {
    Arrays.fill(gradient, offset, offset + classes, 0);
    double own = times[offset + label];
    if (own == Double.POSITIVE_INFINITY) {
      return SILENT;
    }
    double early = alpha == 0 ? 0 : alpha * StrictMath.exp(own / beta);
    double loss = early;
    double sum = 0;
    for (int n = 0; n < classes; n++) {
      double t = times[offset + n];
      if (n != label && t != Double.POSITIVE_INFINITY) {
        double d = t - own - delta;
        gradient[offset + n] = d;
        sum += d;
        loss += 0.5 * d * d;
      }
    }
    gradient[offset + label] = -sum + early / beta;
    return loss;
  }
}
