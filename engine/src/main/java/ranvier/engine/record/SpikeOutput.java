package ranvier.engine.record;

/** Where a kernel puts its spikes: called by worker 0 only, in canonical order. */
public interface SpikeOutput {
  /** One spike; see {@link SpikeBlock} for the time. */
  void add(long step, double offsetMs, int neuron);

  /** All spikes up to and including this step have been added. */
  void endOfSlice(long step);
}
