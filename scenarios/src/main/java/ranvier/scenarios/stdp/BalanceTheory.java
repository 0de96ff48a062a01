package ranvier.scenarios.stdp;

import ranvier.scenarios.brunel.SiegertRate;

/**
 * What theory says of the plastic balanced network, and the parameters that it follows from. Of a part of the network
 * each neuron has that part of the inputs, weights are larger by its root, and a direct current replaces the mean that
 * is lost: mean and variance of the input stay (van Albada, Helias, Diesmann 2015, doi:10.1371/journal.pcbi.1004490).
 *
 * <p>Rate: the fixed point of Siegert's formula with equal rates everywhere, threshold and reset moved up by
 * sqrt(tau_syn / tau_m) |zeta(1/2)| sigma / sqrt 2 for the synaptic time constant (Fourcaud and Brunel 2002,
 * doi:10.1162/089976602320264015).
 *
 * <p>Weights: for multiplicative STDP of spikes of rate r, with x = w / Wmax and tau = tau_plus = tau_minus, mean m and
 * variance v of x follow
 * <pre>
 *   dm/dt = lambda ((1 - m) (tau r^2 + F+) - alpha m (tau r^2 + F-)) + lambda r (1 - m) c(m)
 *   dv/dt = -2 lambda ((1 + alpha) tau r^2 + F+ + alpha F-) v + lambda^2 r^2 (tau / 2) ((1 - m)^2 + alpha^2 m^2)
 * </pre>
 * (Rubin, Lee, Sompolinsky 2001, doi:10.1103/PhysRevLett.86.364). F+ and F- are the {@link Correlation} of the spikes
 * of two neurons as the two halves of the STDP window see it, 0 if they are independent. c counts the spikes that a
 * presynaptic spike itself causes: the area of its potential times the slope of the rate, discounted by the window, the
 * delay counting twice because it is dendritic. Weights are read as they are kept, up to the last presynaptic spike:
 * potentiation since then, lambda (1 - m) tau r on average, is still to come.
 *
 * @param alpha depression over potentiation
 * @param size part of the network, up to 1
 */
record BalanceTheory(double alpha, double size) {
  static final double G = 5.0;
  static final double TAU_M_MS = 20.0;
  static final double TAU_SYN_MS = 2.0;
  static final double C_M_PF = 250.0;
  static final double THRESHOLD_MV = 20.0;
  static final double REFRACTORY_MS = 2.0;
  static final double DELAY_MS = 1.5;
  static final double TAU_STDP_MS = 20.0;
  static final double LAMBDA = 0.01;

  private static final double WHOLE_WEIGHT_PA = 35.0;
  private static final double WHOLE_EXTERNAL_HZ = 4050.0;
  private static final int WHOLE_EXCITATORY_INPUTS = 900;
  private static final int WHOLE_INHIBITORY_INPUTS = 225;
  private static final double ZETA_HALF = 1.4603545088095868;
  private static final double STEP_S = 0.01;

  /** Mean and standard deviation of the weights. */
  record Weights(double meanPa, double stdPa) {}

  /** Covariance of the spikes of two neurons, in Hz, weighted by the halves of the STDP window. */
  record Correlation(double plusHz, double minusHz) {
    static final Correlation NONE = new Correlation(0.0, 0.0);

    private static final int LAGS_MS = 100;

    /**
     * Mean over the pairs of a population.
     *
     * @param activity number of spikes in each ms
     */
    static Correlation of(int[] activity, int neurons) {
      int n = activity.length - LAGS_MS;
      if (n <= LAGS_MS) {
        return NONE;
      }
      double mean = 0.0;
      for (int a : activity) {
        mean += a / (double) activity.length;
      }
      double plus = 0.0;
      double minus = 0.0;
      for (int lag = -LAGS_MS; lag <= LAGS_MS; lag++) {
        double products = 0.0;
        for (int k = 0; k < n; k++) {
          products += (activity[k] - mean) * (activity[k + Math.abs(lag)] - mean);
        }
        // A neuron's own variance, taken as Poisson, is not one of a pair; per ms^2 to Hz.
        double hz = 1e3 * (products / n - (lag == 0 ? mean : 0.0)) / ((double) neurons * neurons);
        double atSynapse = lag + DELAY_MS;
        if (atSynapse > 0) {
          plus += hz * Math.exp(-atSynapse / TAU_STDP_MS);
        } else {
          minus += hz * Math.exp(atSynapse / TAU_STDP_MS);
        }
      }
      return new Correlation(plus, minus);
    }
  }

  /** Weight of an excitatory synapse, the mean of those that learn at the start. */
  double weightPa() {
    return WHOLE_WEIGHT_PA / Math.sqrt(size);
  }

  /** Largest weight. */
  double highestPa() {
    return 2 * weightPa();
  }

  /** Rate of the Poisson input of a neuron. */
  double externalHz() {
    return WHOLE_EXTERNAL_HZ * size;
  }

  /** Inputs from excitatory neurons. */
  int excitatoryInputs() {
    return (int) Math.round(WHOLE_EXCITATORY_INPUTS * size);
  }

  /** Inputs from inhibitory neurons. */
  int inhibitoryInputs() {
    return (int) Math.round(WHOLE_INHIBITORY_INPUTS * size);
  }

  /** The current that replaces the mean input of what is left out, at the rate of the whole. */
  double currentPa() {
    BalanceTheory whole = new BalanceTheory(alpha, 1.0);
    double rateHz = whole.rateHz(0.0);
    return 1e-3 * TAU_SYN_MS * (whole.drivePaHz(rateHz) - drivePaHz(rateHz));
  }

  private double drivePaHz(double rateHz) {
    return weightPa() * (externalHz() + (excitatoryInputs() - G * inhibitoryInputs()) * rateHz);
  }

  /** The rate in Hz of a neuron all of whose inputs fire at a rate. */
  private double response(double rateHz, double currentPa) {
    double jumpMv = weightPa() * TAU_SYN_MS / C_M_PF;
    double mu = TAU_M_MS / C_M_PF * (1e-3 * TAU_SYN_MS * drivePaHz(rateHz) + currentPa);
    double sigma = jumpMv * Math.sqrt(1e-3 * TAU_M_MS * (externalHz()
        + (excitatoryInputs() + G * G * inhibitoryInputs()) * rateHz));
    double up = Math.sqrt(TAU_SYN_MS / TAU_M_MS) * ZETA_HALF * sigma / Math.sqrt(2.0);
    return new SiegertRate(TAU_M_MS, REFRACTORY_MS, THRESHOLD_MV + up, up).hz(mu, sigma);
  }

  /** The rate at which the network reproduces itself, in Hz. */
  double rateHz() {
    return rateHz(currentPa());
  }

  private double rateHz(double currentPa) {
    double low = 0.0;
    double high = 1000.0 / REFRACTORY_MS;
    while (high - low > 1e-9) {
      double middle = 0.5 * (low + high);
      if (response(middle, currentPa) > middle) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Spikes caused by one presynaptic spike, as the STDP window counts them. */
  private double caused(double m, double slopeHzPerMv) {
    double areaMvS = 1e-3 * m * highestPa() * TAU_SYN_MS * TAU_M_MS / C_M_PF;
    double window = Math.exp(-2.0 * DELAY_MS / TAU_STDP_MS)
        / ((1.0 + TAU_M_MS / TAU_STDP_MS) * (1.0 + TAU_SYN_MS / TAU_STDP_MS));
    return areaMvS * slopeHzPerMv * window;
  }

  /** Weights after a time at a rate and a correlation, from given ones. */
  Weights after(double seconds, double rateHz, Correlation correlation, Weights start) {
    double current = currentPa();
    double halfMvPa = 0.5 * C_M_PF / TAU_M_MS;
    double slope = response(rateHz, current + halfMvPa) - response(rateHz, current - halfMvPa);
    double tau = 1e-3 * TAU_STDP_MS;
    double plus = tau * rateHz * rateHz + correlation.plusHz();
    double minus = tau * rateHz * rateHz + correlation.minusHz();
    double m = start.meanPa() / highestPa();
    double v = Math.pow(start.stdPa() / highestPa(), 2);
    int steps = (int) Math.ceil(seconds / STEP_S);
    double dt = steps == 0 ? 0.0 : seconds / steps;
    for (int k = 0; k < steps; k++) {
      double dm = LAMBDA * ((1.0 - m) * plus - alpha * m * minus) + LAMBDA * rateHz * (1.0 - m) * caused(m, slope);
      double dv = -2.0 * LAMBDA * (plus + alpha * minus) * v
          + LAMBDA * LAMBDA * rateHz * rateHz * 0.5 * tau * ((1.0 - m) * (1.0 - m) + alpha * alpha * m * m);
      m += dt * dm;
      v += dt * dv;
    }
    double pending = LAMBDA * (1.0 - m) * tau * rateHz * -Math.expm1(-seconds * (rateHz + 1.0 / tau));
    return new Weights(highestPa() * (m - pending), highestPa() * Math.sqrt(v));
  }
}
