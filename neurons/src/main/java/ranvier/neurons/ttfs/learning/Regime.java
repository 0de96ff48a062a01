package ranvier.neurons.ttfs.learning;

import ranvier.neurons.ttfs.TtfsParameters;

/**
 * The ratios of time constants with a closed form, and their coordinate u(t), t in tau_s: the threshold is reached
 * where A u - B = c h(u).
 */
public enum Regime {
  /** tau_m = tau_s: p = e^t, u = t, h = e^t. */
  EQUAL,
  /** tau_m = 2 tau_s: p = u = e^(t/2), h = u^2. */
  DOUBLE;

  /** Of a neuron. */
  static Regime of(TtfsParameters neuron) {
    if (neuron.tauM() == neuron.tauS()) {
      return EQUAL;
    }
    if (neuron.tauM() == 2 * neuron.tauS()) {
      return DOUBLE;
    }
    throw new IllegalArgumentException("the single-precision network needs tau_m = tau_s or tau_m = 2 tau_s, got"
        + " tau_m = " + neuron.tauM() + ", tau_s = " + neuron.tauS() 
        + "; use the double-precision network for other ratios");
  }

  /** c = g (theta - E_l), times in tau_s. */
  static double drive(TtfsParameters neuron) {
    return neuron.capacitance() / neuron.tauM() * neuron.distance();
  }
}
