package ranvier.engine.kernel;

/**
 * Carries spikes over some synapses of a block to its input. Used by the worker that owns the block. In the canonical
 * order (time of the spike, source, connection) wherever sums are floating point.
 */
interface Delivery {
  /**
   * Takes the spikes of a step, all of which have been published.
   *
   * @param stepInSlice which of the merged steps
   * @param step at whose end they happened
   */
  void schedule(SliceSpikes merged, int stepInSlice, int step);

  /** Adds what is known of a step to its input; called again when more is known, and before the step. */
  void deliver(int step);

  /** Events added so far. */
  long synapticEvents();
}
