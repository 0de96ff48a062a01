package ranvier.scenarios.brunel;

/**
 * Model A of Brunel (2000): excitatory and inhibitory neurons are alike.
 *
 * @param g strength of inhibition over excitation: inhibitory jumps are -g J
 * @param eta rate of the external inputs over {@link #thresholdHz}
 * @param resetMv potential after a spike
 */
record BrunelParameters(double g, double eta, double resetMv) {
  static final int N_E = 10_000;
  static final int N_I = 2_500;

  /** Recurrent excitatory inputs per neuron, and as many external ones. */
  static final int C_E = 1_000;

  /** Recurrent inhibitory inputs per neuron. */
  static final int C_I = 250;

  /** Jump of the membrane potential at an excitatory spike. */
  static final double J_MV = 0.1;

  static final double DELAY_MS = 1.5;
  static final double TAU_MS = 20.0;
  static final double THRESHOLD_MV = 20.0;
  static final double REFRACTORY_MS = 2.0;

  /** Checks the ranges. */
  BrunelParameters {
    if (!(g >= 0) || Double.isInfinite(g)) {
      throw new IllegalArgumentException("g must be finite and not negative, got " + g);
    }
    if (!(eta > 0) || Double.isInfinite(eta)) {
      throw new IllegalArgumentException("eta must be positive and finite, got " + eta);
    }
    if (!(resetMv < THRESHOLD_MV) || Double.isInfinite(resetMv)) {
      throw new IllegalArgumentException("v_reset must be below the threshold of " + THRESHOLD_MV + " mV, got "
          + resetMv);
    }
  }

  /** Rate per external input that takes the mean potential to threshold without recurrent input: 10 Hz. */
  static double thresholdHz() {
    return 1000.0 * THRESHOLD_MV / (J_MV * C_E * TAU_MS);
  }

  /** Summed rate in Hz of the external inputs of one neuron. */
  double externalHz() {
    return C_E * eta * thresholdHz();
  }
}
