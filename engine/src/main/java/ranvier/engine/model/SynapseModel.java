package ranvier.engine.model;

import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/** A synapse model, found by name through {@link java.util.ServiceLoader}. Stateless and thread-safe. */
public interface SynapseModel {
  /** Equations, parameters and state variables. */
  ModelDescription description();

  /** Whether synapses have a {@link #rule}: their weights, or what they transmit, change during a run. */
  boolean plastic();

  /** Rules between parameters, beyond the range of each: tells each violation as "parameter: message". */
  default void check(Parameters parameters, Consumer<String> problem) {}

  /** Whether a projection must name a modulating population. */
  default boolean needsModulator() {
    return false;
  }

  /** The state variables of the target's neuron model that {@link SynapseBlock#postVariable} is asked for. */
  default java.util.List<String> postVariables() {
    return java.util.List.of();
  }

  /**
   * A bound on the magnitude of what a synapse transmits, ever. With one, and in runs of single precision, the kernel
   * may transmit in fixed point. For synapses with equal parameters.
   *
   * @param largestWeight largest magnitude of a weight in the description
   * @return infinite if there is none
   */
  default double largestTransmitted(ToDoubleFunction<String> parameter, double largestWeight) {
    return plastic() ? Double.POSITIVE_INFINITY : largestWeight;
  }

  /** Makes the rule of synapses with equal parameters; only if {@link #plastic}. */
  default SynapseRule rule(SynapseBlock block) {
    throw new UnsupportedOperationException(description().name() + " has no rule");
  }
}
