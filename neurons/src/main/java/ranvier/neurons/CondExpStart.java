package ranvier.neurons;

import ranvier.engine.math.Exp;

/**
 * The first step of {@link IafCondExp} neurons that start above threshold. In NEST's derivative the potential is
 * limited to V_th, so such a potential changes at a rate that does not depend on it, until it has come down to V_th;
 * only then the linear equation holds.
 */
final class CondExpStart {
  private static final int PARTS = 64;
  private static final GaussLegendre QUADRATURE = new GaussLegendre(16);

  private final CondExpCoefficients c;

  CondExpStart(CondExpCoefficients c) {
    this.c = c;
  }

  /**
   * The potential at the end of the step.
   *
   * @param v at the start, relative to E_L, above threshold
   * @param gEx conductance at the start in nS
   * @param gIn conductance at the start in nS
   * @param drive in mV/ms
   */
  double potential(int neuron, double v, double gEx, double gIn, double drive) {
    double threshold = c.membrane.threshold.at(neuron);
    double before = 0;
    for (int k = 1; k <= PARTS; k++) {
      double t = c.h * k / PARTS;
      if (limited(neuron, t, v, gEx, gIn, drive) < threshold) {
        double low = before;
        double high = t;
        for (int halving = 0; halving < 60; halving++) {
          double middle = (low + high) / 2;
          if (limited(neuron, middle, v, gEx, gIn, drive) < threshold) {
            high = middle;
          } else {
            low = middle;
          }
        }
        return linear(neuron, high, threshold, gEx, gIn, drive);
      }
      before = t;
    }
    return limited(neuron, c.h, v, gEx, gIn, drive);
  }

  /** The potential at time t of a step in which the derivative is that at the threshold. */
  private double limited(int neuron, double t, double v, double gEx, double gIn, double drive) {
    double threshold = c.membrane.threshold.at(neuron);
    double fromEx = gEx * area(c.tauEx.at(neuron), 0, t) * (c.towardsEx.at(neuron) - threshold);
    double fromIn = gIn * area(c.tauIn.at(neuron), 0, t) * (c.towardsIn.at(neuron) - threshold);
    return v + (drive - c.leak.at(neuron) * threshold) * t + (fromEx + fromIn) / c.cM.at(neuron);
  }

  /** The potential at the end of the step if it is v at time t. */
  private double linear(int neuron, double t, double v, double gEx, double gIn, double drive) {
    double length = c.h - t;
    double sum = v * Exp.of(-exponent(neuron, t, gEx, gIn));
    for (int j = 0; j < QUADRATURE.size(); j++) {
      double s = t + length * QUADRATURE.node(j);
      double ex = gEx * Exp.of(-s / c.tauEx.at(neuron)) * c.towardsEx.at(neuron);
      double in = gIn * Exp.of(-s / c.tauIn.at(neuron)) * c.towardsIn.at(neuron);
      sum += length * QUADRATURE.weight(j) * ((ex + in) / c.cM.at(neuron) + drive)
          * Exp.of(-exponent(neuron, s, gEx, gIn));
    }
    return sum;
  }

  /** Integral of all rates from time t to the end of the step. */
  private double exponent(int neuron, double t, double gEx, double gIn) {
    return c.leak.at(neuron) * (c.h - t)
        + (gEx * area(c.tauEx.at(neuron), t, c.h) + gIn * area(c.tauIn.at(neuron), t, c.h)) / c.cM.at(neuron);
  }

  private static double area(double tau, double from, double to) {
    return -tau * Exp.of(-from / tau) * StrictMath.expm1(-(to - from) / tau);
  }
}
