package ranvier.engine.model;

/**
 * An input channel of a neuron: weights of its sign are summed for it in every step.
 *
 * @param name such as {@code ex}
 * @param unit of the weights
 * @param sign which weights it takes
 * @param magnitude whether the model wants |weight| (conductances) instead of the signed weight
 */
public record Receptor(String name, String unit, Sign sign, boolean magnitude) {
  /** Signs of weights. */
  public enum Sign {
    /** Weights of at least 0. */
    POSITIVE,
    /** Weights below 0. */
    NEGATIVE,
    /** All weights. */
    BOTH
  }

  /** Whether a weight belongs to this receptor. */
  public boolean takes(double weight) {
    return switch (sign) {
      case POSITIVE -> weight >= 0;
      case NEGATIVE -> weight < 0;
      case BOTH -> true;
    };
  }
}
