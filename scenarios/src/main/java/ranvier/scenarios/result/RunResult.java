package ranvier.scenarios.result;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ranvier.engine.network.Network;
import ranvier.scenarios.figure.Section;

/**
 * Everything a run leaves behind. Top-level numbers cover the whole run, the transient included; population statistics,
 * checks and metrics cover what follows the transient.
 *
 * @param scenario name of the scenario or of the description
 * @param timing {@code grid} or {@code exact}
 * @param precision {@code double} or {@code single}
 * @param transientMs what is left out of the statistics
 * @param biologicalMs simulated time, transient included
 * @param complete false if the run was stopped early
 * @param synapseBytes bytes of synapses and their indices
 * @param spikeHash SHA-256 over all spikes in canonical order
 * @param metrics further numbers by name
 * @param network the effective description; null if the scenario is not one network
 * @param sections figures for the report
 * @param spikeFile the recorded spikes ({@code SpikeFile}); null if nothing was recorded
 */
public record RunResult(String scenario, String version, long seed, String timing, String precision, double dtMs,
    int threads, double transientMs, double biologicalMs, boolean complete, double buildSeconds,
    double simulationSeconds, long neurons, long synapses, long synapseBytes, long peakRssBytes, long spikes,
    long synapticEvents, String spikeHash, List<PopulationResult> populations, List<Check> checks,
    Map<String, Object> metrics, Network network, List<Section> sections, Path spikeFile) {
  /** Copies the lists. */
  public RunResult {
    populations = List.copyOf(populations);
    checks = List.copyOf(checks);
    sections = List.copyOf(sections);
  }

  /** The same with one more section in the report. */
  public RunResult with(Section section) {
    List<Section> more = new ArrayList<>(sections);
    more.add(section);
    return new RunResult(scenario, version, seed, timing, precision, dtMs, threads, transientMs, biologicalMs, complete,
        buildSeconds, simulationSeconds, neurons, synapses, synapseBytes, peakRssBytes, spikes, synapticEvents,
        spikeHash, populations, checks, metrics, network, more, spikeFile);
  }

  /** Wall time over biological time; below 1 is faster than real time. */
  public double realTimeFactor() {
    return simulationSeconds / (biologicalMs / 1000.0);
  }
}
