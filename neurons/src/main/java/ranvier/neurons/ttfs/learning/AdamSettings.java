package ranvier.neurons.ttfs.learning;

/** Constants of Adam (Kingma and Ba 2015, arXiv 1412.6980). */
public record AdamSettings(double beta1, double beta2, double epsilon) {
  /** 0.9, 0.999, 1e-8. */
  public static final AdamSettings DEFAULT = new AdamSettings(0.9, 0.999, 1e-8);

  /**
   * Updates parameters in double precision.
   *
   * @param step counts from 1
   * @param keep factor on the parameters, apart from the step
   */
  void update(double[] x, double[] gradient, double[] first, double[] second, long step, double rate, double keep) {
    double correction1 = 1 - StrictMath.pow(beta1, (double) step);
    double root2 = StrictMath.sqrt(1 - StrictMath.pow(beta2, (double) step));
    for (int i = 0; i < x.length; i++) {
      double g = gradient[i];
      first[i] = beta1 * first[i] + (1 - beta1) * g;
      second[i] = beta2 * second[i] + (1 - beta2) * g * g;
      x[i] = keep * x[i] - rate / correction1 * first[i] / (StrictMath.sqrt(second[i]) / root2 + epsilon);
    }
  }
}
