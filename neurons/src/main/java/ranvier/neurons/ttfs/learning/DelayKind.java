package ranvier.neurons.ttfs.learning;

/** Which transmission delays a layer learns; each is d = sigmoid(theta), between 0 and 1 tau_s. */
public enum DelayKind {
  /** None. */
  NONE,
  /** One per input, seen by all neurons. */
  AXONAL,
  /** One per synapse, at {@code neuron * inputs + input}. */
  SYNAPTIC,
  /** One per neuron, added to its output. */
  DENDRITIC
}
