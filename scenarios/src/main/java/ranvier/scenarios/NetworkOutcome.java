package ranvier.scenarios;

import java.nio.file.Path;
import java.util.List;
import ranvier.engine.network.Network;
import ranvier.engine.record.PopulationStatistics;

/**
 * What a simulated network did, for checks and figures.
 *
 * @param populations statistics after the transient, in the order of the network
 * @param transientMs what the statistics leave out
 * @param endMs biological time reached
 * @param spikeFile the recorded spikes; null if none were kept
 */
public record NetworkOutcome(Network network, List<PopulationStatistics> populations, double transientMs,
    double endMs, Path spikeFile) {
  /** Copies the list. */
  public NetworkOutcome {
    populations = List.copyOf(populations);
  }

  /**
   * The statistics of one population.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public PopulationStatistics population(String name) {
    return populations.stream().filter(p -> p.name().equals(name)).findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no population " + name));
  }
}
