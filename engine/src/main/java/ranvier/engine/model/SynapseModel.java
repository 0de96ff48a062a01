package ranvier.engine.model;

/** A synapse model, found by name through {@link java.util.ServiceLoader}. Stateless and thread-safe. */
public interface SynapseModel {
  /** Equations, parameters and state variables. */
  ModelDescription description();

  /** Whether weights change during a run. */
  boolean plastic();
}
