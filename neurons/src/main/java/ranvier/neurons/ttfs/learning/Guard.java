package ranvier.neurons.ttfs.learning;

/**
 * What is done about membranes that only just touch the threshold: the derivatives of their spike times diverge.
 *
 * @param largestGradient a neuron's weight gradients of a sample are dropped, not rescaled, if one of them (as part of
 *     the batch's mean) is larger; errors are passed on all the same. The reference's max-dw-norm, 0.2; 0: no such
 *     guard
 * @param steepest largest |dT/dw| that a spike is believed: steeper ones have all their derivatives, those passed on
 *     included, scaled down to it; infinite: exact gradients
 */
public record Guard(double largestGradient, double steepest) {
  /** Exact gradients, however large. */
  public static final Guard NONE = new Guard(0, Double.POSITIVE_INFINITY);
  /** The reference's. */
  public static final Guard REFERENCE = new Guard(0.2, Double.POSITIVE_INFINITY);

  /** Checks the values. */
  public Guard {
    if (!(largestGradient >= 0) || !(steepest > 0)) {
      throw new IllegalArgumentException("the largest gradient must not be negative and the steepest derivative be"
          + " positive, got " + largestGradient + " and " + steepest);
    }
  }
}
