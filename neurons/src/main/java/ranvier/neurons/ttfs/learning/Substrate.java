package ranvier.neurons.ttfs.learning;

/**
 * What an imperfect substrate does to a network. Spreads are fixed patterns, drawn once per neuron from the network's
 * seed; gradients are then taken with the nominal constants at the times that the substrate gave, as in the loop with a
 * chip.
 *
 * @param weights how weights are stored
 * @param timeConstantSpread relative standard deviation of tau_m and tau_s, drawn separately
 * @param thresholdSpread relative standard deviation of theta - E_l
 * @param jitter standard deviation of every output spike time, tau_s
 */
public record Substrate(Quantisation weights, double timeConstantSpread, double thresholdSpread, double jitter) {
  /** Does nothing. */
  public static final Substrate IDEAL = new Substrate(Quantisation.NONE, 0, 0, 0);

  /** Checks the values. */
  public Substrate {
    if (!(timeConstantSpread >= 0) || !(thresholdSpread >= 0) || !(jitter >= 0)) {
      throw new IllegalArgumentException("spreads and jitter must not be negative, got tau " + timeConstantSpread
          + ", theta " + thresholdSpread + ", jitter " + jitter);
    }
  }

  /** Whether neurons are as their parameters say and spikes arrive when they were sent. */
  boolean isExact() {
    return timeConstantSpread == 0 && thresholdSpread == 0 && jitter == 0;
  }
}
