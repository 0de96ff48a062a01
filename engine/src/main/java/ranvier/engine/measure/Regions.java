package ranvier.engine.measure;

/**
 * Where the wall time of a run went, in seconds of the mean worker.
 *
 * @param advance neurons and their background input
 * @param walk neurons that are followed event by event within a bin (exact time)
 * @param deliver events added to their targets
 * @param schedule rows looked up for new spikes
 * @param waiting for other workers at the end of slices
 * @param record spikes handed to the recording bus (worker 0)
 */
public record Regions(double advance, double walk, double deliver, double schedule, double waiting, double record) {
  /** Where nothing was measured. */
  public static final Regions UNKNOWN =
      new Regions(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
}
