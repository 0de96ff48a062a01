package ranvier.engine.exact;

/** Takes the spikes of one window of one bin, in canonical order. */
public interface SpikeWindow {
  /** The list is reused after the call. */
  void accept(long bin, SpikeList spikes);
}
