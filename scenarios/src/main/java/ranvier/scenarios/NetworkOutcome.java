package ranvier.scenarios;

import java.nio.file.Path;
import java.util.Arrays;
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

  /** Mean rate in Hz over all neurons. */
  public double rateMeanHz() {
    return populations.stream().mapToDouble(p -> p.rateMeanHz() * p.size()).sum() / network.neurons();
  }

  /** Mean CV of interspike intervals over all neurons that have one; NaN if none has. */
  public double cvMean() {
    return populations.stream().flatMapToDouble(p -> Arrays.stream(p.cvs())).average().orElse(Double.NaN);
  }

  /**
   * How much wider than over {@code usualMs} tolerances must be over the time of these statistics: the standard
   * deviation of a mean over time falls with the square root of its length. At least 1.
   */
  public double widening(double usualMs) {
    return Math.max(1.0, Math.sqrt(usualMs / (endMs - transientMs)));
  }
}
