package ranvier.engine.model;

/**
 * An input channel of a neuron: weights of its sign are summed for it in every step.
 *
 * @param name such as {@code ex}
 * @param unit of the weights
 * @param sign which weights it takes
 * @param magnitude whether the model wants |weight| (conductances) instead of the signed weight
 * @param counting whether the model wants the number of spikes, whatever their weights
 */
public record Receptor(String name, String unit, Sign sign, boolean magnitude, boolean counting) {
  /** A receptor that sums weights. */
  public Receptor(String name, String unit, Sign sign, boolean magnitude) {
    this(name, unit, sign, magnitude, false);
  }

  /** Signs of weights. */
  public enum Sign {
    /** Weights of at least 0. */
    POSITIVE,
    /** Weights below 0. */
    NEGATIVE,
    /** All weights. */
    BOTH
  }

  /** Whether the weight itself is added up. */
  public boolean isPlain() {
    return !magnitude && !counting;
  }

  /** What is added up for a spike of a weight: the weight, its magnitude, or 1. */
  public double amount(double weight) {
    return counting ? 1.0 : magnitude ? Math.abs(weight) : weight;
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
