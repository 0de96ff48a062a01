package ranvier.neurons.ttfs;

/**
 * tau_m = 2 tau_s: with x = exp(-s / tau_m) and J = I0 tau_m / C the membrane is the parabola (U0 + J) x - J x^2; the
 * earlier crossing is its larger root.
 */
record DoubleTimeConstant(TtfsParameters parameters) implements Membrane {
  @Override
  public double potential(double u, double i, double s) {
    double x = StrictMath.exp(-s / parameters.tauM());
    double j = i * parameters.tauM() / parameters.capacitance();
    return u * x - j * x * StrictMath.expm1(-s / parameters.tauM());
  }

  @Override
  public double crossing(double u, double i, double horizon) {
    double theta = parameters.distance();
    if (u >= theta) {
      return 0;
    }
    double j = i * parameters.tauM() / parameters.capacitance();
    // C dU/dt = I0 - C U0 / tau_m at s = 0.
    if (j <= u || j <= 0) {
      return Double.POSITIVE_INFINITY;
    }
    double sum = u + j;
    double discriminant = sum * sum - 4 * j * theta;
    if (!(discriminant >= 0) || sum <= 0) {
      return Double.POSITIVE_INFINITY;
    }
    double s = parameters.tauM() * StrictMath.log(2 * j / (sum + StrictMath.sqrt(discriminant)));
    return s <= horizon ? Math.max(s, 0) : Double.POSITIVE_INFINITY;
  }
}
