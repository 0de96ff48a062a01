package ranvier.scenarios.stdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ranvier.engine.kernel.Simulation;
import ranvier.engine.network.InvalidNetworkException;
import ranvier.engine.network.Network;
import ranvier.engine.network.Problem;
import ranvier.engine.record.PopulationRange;
import ranvier.engine.record.PopulationStatistics;
import ranvier.engine.record.RecordingBus;
import ranvier.engine.record.SpikeHash;
import ranvier.engine.record.SpikeStatistics;
import ranvier.scenarios.NetworkRun;
import ranvier.scenarios.RunContext;
import ranvier.scenarios.RunSettings;

/**
 * A run of a plastic network that looks at its weights at equal intervals.
 *
 * @param weights statistics at the start and after each interval
 * @param populations statistics after the transient
 */
record PlasticRun(Simulation simulation, List<WeightSample> weights, List<PopulationStatistics> populations,
    String hash, boolean complete, double buildSeconds, double simulationSeconds) {
  /** The projection that learns. */
  static final String PLASTIC = "plastic";

  /** Bins of the histograms, from 0 to the largest weight. */
  static final int BINS = 140;

  /** Mean, standard deviation and histogram of all plastic weights at a time. */
  record WeightSample(double timeMs, double meanPa, double stdPa, double lowestPa, double highestPa, long[] counts) {
    static WeightSample of(double timeMs, double[] weights, double top) {
      double sum = 0.0;
      double lowest = Double.POSITIVE_INFINITY;
      double highest = Double.NEGATIVE_INFINITY;
      long[] counts = new long[BINS];
      for (double w : weights) {
        sum += w;
        lowest = Math.min(lowest, w);
        highest = Math.max(highest, w);
        counts[(int) Math.max(0, Math.min(BINS - 1, w / top * BINS))]++;
      }
      double mean = sum / weights.length;
      double squares = 0.0;
      for (double w : weights) {
        squares += (w - mean) * (w - mean);
      }
      return new WeightSample(timeMs, mean, Math.sqrt(squares / weights.length), lowest, highest, counts);
    }
  }

  /** Runs it, with some looks at the weights after the first. */
  static PlasticRun of(Network network, RunContext context, RunSettings settings, int looks, double topPa) {
    List<Problem> problems = NetworkRun.problems(network, settings);
    if (!problems.isEmpty()) {
      throw new InvalidNetworkException(problems);
    }
    context.progress().phase("building, " + settings.timing());
    long begin = System.nanoTime();
    Simulation simulation = NetworkRun.build(network, settings, done -> context.progress().update(done, ""));
    double buildSeconds = (System.nanoTime() - begin) * 1e-9;
    double allMs = settings.transientMs() + settings.durationMs();
    SpikeHash hash = new SpikeHash();
    SpikeStatistics statistics = new SpikeStatistics(PopulationRange.of(network), settings.transientMs(),
        settings.durationMs());
    List<WeightSample> samples = new ArrayList<>();
    samples.add(WeightSample.of(0.0, simulation.weights(PLASTIC).weights(), topPa));
    context.progress().phase("simulating, " + settings.timing());
    boolean complete = true;
    double simulationSeconds = 0.0;
    double unitMs = settings.exact() ? simulation.sliceMs() : settings.dtMs();
    try (RecordingBus bus = new RecordingBus(unitMs, List.of(hash, statistics))) {
      simulation.output(bus);
      for (int k = 1; k <= looks && complete; k++) {
        begin = System.nanoTime();
        complete = simulation.run(allMs * k / looks - simulation.timeMs(),
            (timeMs, spikes) -> context.stop().getAsBoolean() || bus.failure() != null);
        simulationSeconds += (System.nanoTime() - begin) * 1e-9;
        WeightSample sample = WeightSample.of(simulation.timeMs(), simulation.weights(PLASTIC).weights(), topPa);
        samples.add(sample);
        context.progress().update((double) k / looks, String.format(Locale.ROOT, "%.0f ms, mean weight %.2f pA",
            sample.timeMs(), sample.meanPa()));
      }
    }
    return new PlasticRun(simulation, samples, statistics.result(simulation.timeMs()), hash.hex(), complete,
        buildSeconds, simulationSeconds);
  }

  WeightSample last() {
    return weights.getLast();
  }

  WeightSample first() {
    return weights.getFirst();
  }
}
