package ranvier.engine.record;

import java.util.List;

/**
 * What a spike file says about itself.
 *
 * @param unitMs length of a step of the spikes' times
 * @param exact whether spikes have a time within the step; otherwise they lie on the grid
 * @param durationMs how long the run was meant to be, transient included
 * @param populations those whose spikes are in the file, with their global numbers in the network
 */
public record SpikeFileHeader(double unitMs, boolean exact, double durationMs, List<PopulationRange> populations) {
  /** Copies the list; refuses populations that share neurons. */
  public SpikeFileHeader {
    populations = List.copyOf(populations);
    PopulationRange.membership(populations);
  }
}
