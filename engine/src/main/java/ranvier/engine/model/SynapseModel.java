package ranvier.engine.model;

import java.util.function.Consumer;

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

  /** Makes the rule of synapses with equal parameters; only if {@link #plastic}. */
  default SynapseRule rule(SynapseBlock block) {
    throw new UnsupportedOperationException(description().name() + " has no rule");
  }
}
