package ranvier.engine.model;

import java.util.List;
import java.util.function.Consumer;

/**
 * A neuron model, found by name through {@link java.util.ServiceLoader}. Stateless and thread-safe; its state lives in
 * the arrays that {@link #onGrid} declares.
 */
public interface NeuronModel {
  /** Equations, parameters and state variables. */
  ModelDescription description();

  /**
   * The input channels of neurons with these parameters.
   *
   * @param separate false allows a model to use one channel for both signs where the equations are the same (equal
   *     synaptic time constants); true asks for all channels, so that each can be probed
   */
  List<Receptor> receptors(Parameters parameters, boolean separate);

  /** Rules between parameters, beyond the range of each: tells each violation as "parameter: message". */
  default void check(Parameters parameters, Consumer<String> problem) {}

  /** Whether {@link #onGrid} has a single-precision form; otherwise the state is double whatever is asked for. */
  default boolean hasSinglePrecision() {
    return false;
  }

  /** Makes the neurons of one block of a population, for a clock of fixed step. */
  GridNeurons onGrid(GridBlock block);

  /** How neurons of this model run in exact time; null if they only run on a grid. */
  default ExactTime exactTime() {
    return null;
  }
}
