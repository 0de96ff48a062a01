package ranvier.engine.record;

/** Takes all spikes of a run, block by block, in canonical order, on one thread. */
public interface SpikeConsumer {
  /** The next spikes; the block is reused after the call. */
  void accept(SpikeBlock block);

  /** The run is over, complete or stopped; everything has been accepted. */
  default void end() {}
}
