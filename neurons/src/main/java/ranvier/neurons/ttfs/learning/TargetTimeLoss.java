package ranvier.neurons.ttfs.learning;

/**
 * Mean squared error to fixed times: L = 1/2 sum_n (t_n - target_n)^2. The class is the neuron closest to the time of
 * the right one. Silent neurons contribute nothing, except that a silent right label costs {@link Loss#SILENT}.
 *
 * @param correct target of the right label, tau_s
 * @param wrong target of all others, tau_s
 */
public record TargetTimeLoss(double correct, double wrong) implements Loss {
  @Override
  public double of(double[] times, int offset, int classes, int label, double[] gradient) {
    boolean silent = times[offset + label] == Double.POSITIVE_INFINITY;
    double loss = 0;
    for (int n = 0; n < classes; n++) {
      double t = times[offset + n];
      double d = silent || t == Double.POSITIVE_INFINITY ? 0 : t - (n == label ? correct : wrong);
      gradient[offset + n] = d;
      loss += 0.5 * d * d;
    }
    return silent ? SILENT : loss;
  }

  @Override
  public int decide(double[] times, int offset, int classes) {
    int best = -1;
    double closest = Double.POSITIVE_INFINITY;
    for (int n = 0; n < classes; n++) {
      double distance = Math.abs(times[offset + n] - correct);
      if (distance < closest) {
        closest = distance;
        best = n;
      }
    }
    return best;
  }
}
