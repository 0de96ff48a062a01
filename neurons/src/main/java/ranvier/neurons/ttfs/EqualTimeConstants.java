package ranvier.neurons.ttfs;

/** tau_m = tau_s: the crossing is a Lambert W of the state. With J = I0 tau / C, x = s / tau: U0 + J x = theta e^x. */
record EqualTimeConstants(TtfsParameters parameters) implements Membrane {
  @Override
  public double potential(double u, double i, double s) {
    return (u + i * s / parameters.capacitance()) * StrictMath.exp(-s / parameters.tauM());
  }

  @Override
  public double crossing(double u, double i, double horizon) {
    double theta = parameters.distance();
    if (u >= theta) {
      return 0;
    }
    double tau = parameters.tauM();
    double j = i * tau / parameters.capacitance();
    // The slope at s = 0 is (J - U0) / tau; where it is not positive, U only decays.
    if (j <= u || j <= 0) {
      return Double.POSITIVE_INFINITY;
    }
    double w = LambertW.principal(-theta / j * StrictMath.exp(-u / j));
    double s = tau * (-u / j - w);
    // NaN: the membrane peaks below the threshold.
    return s <= horizon ? Math.max(s, 0) : Double.POSITIVE_INFINITY;
  }
}
