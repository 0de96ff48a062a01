package ranvier.scenarios.brunel;

import java.util.ArrayList;
import java.util.List;

/**
 * Mean-field theory of model A (Brunel 2000, doi:10.1023/A:1008925309027): every neuron gets Gaussian white noise of
 * mean mu and standard deviation sigma, made by neurons of the rate that it fires at itself,
 * <pre>
 *   mu      = tau J (C_E nu_ext + (C_E - g C_I) nu)
 *   sigma^2 = tau J^2 (C_E nu_ext + (C_E + g^2 C_I) nu)
 * </pre>
 *
 * @param network what is described
 */
record MeanField(BrunelParameters network) {
  private static final int GRID = 2000;
  private static final int BISECTIONS = 60;

  /** Mean of the free membrane potential in mV if all neurons fire at {@code rateHz}. */
  double muMv(double rateHz) {
    return 1e-3 * BrunelParameters.TAU_MS * BrunelParameters.J_MV
        * (network.externalHz() + (BrunelParameters.C_E - network.g() * BrunelParameters.C_I) * rateHz);
  }

  /** Its fluctuation sigma in mV (sqrt(2) standard deviations) if all neurons fire at {@code rateHz}. */
  double sigmaMv(double rateHz) {
    double g = network.g();
    return Math.sqrt(1e-3 * BrunelParameters.TAU_MS * BrunelParameters.J_MV * BrunelParameters.J_MV
        * (network.externalHz() + (BrunelParameters.C_E + g * g * BrunelParameters.C_I) * rateHz));
  }

  /** Rate in Hz of a neuron if all others fire at {@code rateHz}. */
  double responseHz(double rateHz) {
    return transfer().hz(muMv(rateHz), sigmaMv(rateHz));
  }

  /**
   * All rates in Hz at which the network can fire in a stationary, asynchronous way, ascending; at least one, 0 if the
   * external input alone makes nobody fire.
   */
  List<Double> ratesHz() {
    double highest = 1000.0 / BrunelParameters.REFRACTORY_MS;
    List<Double> solutions = new ArrayList<>();
    double low = 0.0;
    double below = responseHz(low) - low;
    if (below <= 0) {
      solutions.add(0.0);
    }
    for (int k = 1; k <= GRID; k++) {
      // Quadratic spacing: solutions at low rates lie closer together.
      double high = highest * k * k / ((double) GRID * GRID);
      double above = responseHz(high) - high;
      if (below > 0 != above > 0) {
        solutions.add(bisect(low, high, below > 0));
      }
      low = high;
      below = above;
    }
    return List.copyOf(solutions);
  }

  private double bisect(double from, double to, boolean falling) {
    double low = from;
    double high = to;
    for (int k = 0; k < BISECTIONS; k++) {
      double middle = 0.5 * (low + high);
      if (responseHz(middle) > middle == falling) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return 0.5 * (low + high);
  }

  private SiegertRate transfer() {
    return new SiegertRate(BrunelParameters.TAU_MS, BrunelParameters.REFRACTORY_MS, BrunelParameters.THRESHOLD_MV,
        network.resetMv());
  }
}
