package ranvier.engine.model;

/**
 * A rule that can learn where the weights are kept, instead of on copies of a piece. Optional: the kernel asks if the
 * rule keeps no columns, transmits the weight, and targets take two bytes; whoever does not implement it loses speed
 * only. What is done in place must be what {@link #arrive} does, to rounding.
 *
 * <p>Synapse k of the piece, k &lt; {@link SynapseRow#count}, has target {@code targets[from + k]} and weight
 * {@code weights[from + k]}; what else is in the arrays belongs to other pieces. Of the row only its times and the
 * numbers of the piece are set.
 */
public interface InPlaceRule extends SynapseRule {
  /**
   * A presynaptic spike at nowMs, after everything that happened at the targets.
   *
   * @return false if nothing has been done: the kernel then calls {@link #arrive}
   */
  boolean arriveInPlace(SynapseRow row, char[] targets, double[] weights, int from);

  /** The same for weights in single precision, in which the rule may then also reckon. */
  boolean arriveInPlace(SynapseRow row, char[] targets, float[] weights, int from);
}
