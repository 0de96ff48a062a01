package ranvier.scenarios.stdp;

import ranvier.scenarios.brunel.SiegertRate;

/**
 * What theory says of the plastic balanced network.
 *
 * <p>Rate: the fixed point of Siegert's formula with equal rates everywhere, threshold and reset moved up by
 * sqrt(tau_syn / tau_m) |zeta(1/2)| sigma / sqrt 2 for the synaptic time constant (Fourcaud and Brunel 2002,
 * doi:10.1162/089976602320264015).
 *
 * <p>Weights: for multiplicative STDP of independent Poisson spikes of rate r, with x = w / Wmax and tau = tau_plus =
 * tau_minus, mean m and variance v of x follow
 * <pre>
 *   dm/dt = lambda tau r^2 ((1 - m) - alpha m) + lambda r (1 - m) c(m)
 *   dv/dt = -2 lambda tau r^2 (1 + alpha) v + lambda^2 r^2 (tau / 2) ((1 - m)^2 + alpha^2 m^2)
 * </pre>
 * (Rubin, Lee, Sompolinsky 2001, doi:10.1103/PhysRevLett.86.364). c counts the spikes that a presynaptic spike itself
 * causes: the area of its potential times the slope of the rate, discounted by the STDP window, the delay counting
 * twice because it is dendritic.
 *
 * @param alpha depression over potentiation
 */
record BalanceTheory(double alpha) {
  static final double J_PA = 35.0;
  static final double HIGHEST_PA = 70.0;
  static final double G = 5.0;
  static final int C_E = 900;
  static final int C_I = 225;
  static final double EXTERNAL_HZ = 4050.0;
  static final double TAU_M_MS = 20.0;
  static final double TAU_SYN_MS = 2.0;
  static final double C_M_PF = 250.0;
  static final double THRESHOLD_MV = 20.0;
  static final double REFRACTORY_MS = 2.0;
  static final double DELAY_MS = 1.5;
  static final double TAU_STDP_MS = 20.0;
  static final double LAMBDA = 0.01;

  private static final double ZETA_HALF = 1.4603545088095868;
  private static final double STEP_S = 0.01;

  /** Mean and standard deviation of the weights. */
  record Weights(double meanPa, double stdPa) {}

  /** The rate in Hz of a neuron all of whose inputs fire at a rate, with {@code extraMv} added to its mean input. */
  private static double response(double rateHz, double extraMv) {
    double jumpMv = J_PA * TAU_SYN_MS / C_M_PF;
    double perMs = 1e-3 * TAU_M_MS;
    double mu = perMs * jumpMv * (EXTERNAL_HZ + (C_E - G * C_I) * rateHz) + extraMv;
    double sigma = jumpMv * Math.sqrt(perMs * (EXTERNAL_HZ + (C_E + G * G * C_I) * rateHz));
    double up = Math.sqrt(TAU_SYN_MS / TAU_M_MS) * ZETA_HALF * sigma / Math.sqrt(2.0);
    return new SiegertRate(TAU_M_MS, REFRACTORY_MS, THRESHOLD_MV + up, up).hz(mu, sigma);
  }

  /** The rate at which the network reproduces itself, in Hz. */
  static double rateHz() {
    double low = 0.0;
    double high = 1000.0 / REFRACTORY_MS;
    while (high - low > 1e-9) {
      double middle = 0.5 * (low + high);
      if (response(middle, 0.0) > middle) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Spikes caused by one presynaptic spike, as the STDP window counts them. */
  private static double caused(double m, double slopeHzPerMv) {
    double areaMvS = 1e-3 * m * HIGHEST_PA * TAU_SYN_MS * TAU_M_MS / C_M_PF;
    double window = Math.exp(-2.0 * DELAY_MS / TAU_STDP_MS)
        / ((1.0 + TAU_M_MS / TAU_STDP_MS) * (1.0 + TAU_SYN_MS / TAU_STDP_MS));
    return areaMvS * slopeHzPerMv * window;
  }

  /** Weights after a time at a rate, from given ones. */
  Weights after(double seconds, double rateHz, Weights start) {
    double slope = response(rateHz, 0.5) - response(rateHz, -0.5);
    double tau = 1e-3 * TAU_STDP_MS;
    double m = start.meanPa() / HIGHEST_PA;
    double v = Math.pow(start.stdPa() / HIGHEST_PA, 2);
    int steps = (int) Math.ceil(seconds / STEP_S);
    double dt = steps == 0 ? 0.0 : seconds / steps;
    for (int k = 0; k < steps; k++) {
      double dm = LAMBDA * tau * rateHz * rateHz * (1.0 - m - alpha * m)
          + LAMBDA * rateHz * (1.0 - m) * caused(m, slope);
      double dv = -2.0 * LAMBDA * tau * rateHz * rateHz * (1.0 + alpha) * v
          + LAMBDA * LAMBDA * rateHz * rateHz * 0.5 * tau * ((1.0 - m) * (1.0 - m) + alpha * alpha * m * m);
      m += dt * dm;
      v += dt * dv;
    }
    return new Weights(HIGHEST_PA * m, HIGHEST_PA * Math.sqrt(v));
  }
}
