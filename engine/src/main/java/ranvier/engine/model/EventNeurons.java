package ranvier.engine.model;

/**
 * Neurons that advance from event to event, each on its own. The kernel keeps time and refractoriness; a neuron knows
 * only its state, as of its last event. Times in ms from there. For one thread; must not allocate once running.
 */
public interface EventNeurons {
  /** Channel of weights of at least 0. */
  int EXCITATORY = 0;
  /** Channel of weights below 0. */
  int INHIBITORY = 1;

  /** Lets time pass without events: the potential stays where it is while the neuron is refractory. */
  void advance(int neuron, double durationMs, boolean refractory);

  /**
   * Takes an arrival.
   *
   * @param channel {@link #EXCITATORY} or {@link #INHIBITORY}
   * @param weight signed
   * @param refractoryMs how long the neuron stays refractory; 0 if it is not
   */
  void receive(int neuron, int channel, double weight, double refractoryMs);

  /** Sets the current of all stimuli onto the neuron, in addition to its own. */
  void current(int neuron, double amplitude);

  /**
   * Time of the next spike if nothing arrives, seen from the state as it is, which does not change.
   *
   * @param horizonMs how far to look; may be infinite
   * @return 0 if the neuron is at or above threshold now; plus infinity if it does not spike within the horizon
   */
  double nextSpike(int neuron, double horizonMs);

  /**
   * How far {@link #nextSpike} looks at most. Beyond it the kernel asks again, so models that must integrate to predict
   * need not go further than an arrival is likely to let them.
   */
  default double lookAheadMs() {
    return Double.POSITIVE_INFINITY;
  }

  /** Resets a neuron that spikes now; gives the duration of refractoriness in ms. */
  double spike(int neuron);

  /** Refractoriness ends now. */
  default void endRefractoriness(int neuron) {}

  /** The value of a state variable of the model's description. */
  double value(int neuron, String variable);
}
