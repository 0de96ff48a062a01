package ranvier.scenarios;

import java.util.List;

/**
 * What the user asked for, defaults filled in.
 *
 * @param durationMs simulated after the transient
 * @param timing {@code grid} or {@code exact}
 * @param singlePrecision neuron state in single instead of double precision
 * @param threads workers
 * @param scale of neuron numbers and in-degrees, for scenarios that have a downscaling rule; 1: full size
 * @param record names of populations whose spikes are kept; null: all; empty: none
 * @param kernel of exact time: {@code auto}, {@code bins} or {@code strict}; without meaning on a grid
 * @param compareGrid whether a run in exact time is followed by one on the grid, and compared with it
 */
public record RunSettings(double durationMs, double transientMs, double dtMs, String timing, boolean singlePrecision,
    int threads, long seed, double scale, List<String> record, String kernel, boolean compareGrid) {
  /** The kernel is chosen by the engine, and nothing is compared. */
  public RunSettings(double durationMs, double transientMs, double dtMs, String timing, boolean singlePrecision,
      int threads, long seed, double scale, List<String> record) {
    this(durationMs, transientMs, dtMs, timing, singlePrecision, threads, seed, scale, record, "auto", false);
  }

  /** Whether time is exact. */
  public boolean exact() {
    return timing.equals("exact");
  }

  /** The same on a grid, with no spikes kept. */
  RunSettings onGridUnrecorded() {
    return new RunSettings(durationMs, transientMs, dtMs, "grid", singlePrecision, threads, seed, scale, List.of(),
        kernel, false);
  }
}
