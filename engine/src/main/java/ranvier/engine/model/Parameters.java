package ranvier.engine.model;

/** The parameters of the neurons of one population, or of one block of it. */
public interface Parameters {
  /** Whether all neurons share one value. */
  boolean uniform(String name);

  /**
   * The shared value.
   *
   * @throws IllegalStateException if it is not shared
   */
  double shared(String name);

  /** The value of one neuron. */
  double of(String name, int neuron);

  /** Number of neurons. */
  int size();
}
