package ranvier.engine.model;

import java.util.List;
import java.util.function.Consumer;

/** How the neurons of a model run in exact time. Stateless and thread-safe. */
public interface ExactTime {
  /** Rules of exact time between parameters: tells each violation as "parameter: message". */
  default void check(Parameters parameters, Consumer<String> problem) {}

  /** Makes neurons that advance from event to event. */
  EventNeurons events(ExactBlock block);

  /** Whether the model has a form for work bins. */
  default boolean hasBins() {
    return false;
  }

  /** The parameters that all neurons of one block of work bins must share, such as time constants. */
  default List<String> sharedInBins() {
    return List.of();
  }

  /**
   * The widest bin in ms in which the bound on the potential is tight, for a neuron with these parameters: about half
   * of the shortest synaptic time constant.
   */
  default double widestBinMs(Parameters parameters) {
    return Double.POSITIVE_INFINITY;
  }

  /** Makes neurons for work bins; only if {@link #hasBins}. */
  default BinNeurons bins(ExactBlock block) {
    throw new UnsupportedOperationException("no form for work bins");
  }
}
