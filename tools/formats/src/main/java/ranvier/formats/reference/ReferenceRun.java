package ranvier.formats.reference;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import ranvier.engine.kernel.ProbeData;
import ranvier.engine.kernel.RunControl;
import ranvier.engine.kernel.Simulation;
import ranvier.engine.kernel.SimulationOptions;
import ranvier.engine.kernel.Timing;
import ranvier.engine.model.Models;
import ranvier.engine.model.NetworkCheck;
import ranvier.engine.network.InvalidNetworkException;
import ranvier.engine.network.Problem;
import ranvier.engine.plasticity.WeightLog;
import ranvier.engine.record.SpikeOutput;
import ranvier.formats.AtomicFile;
import ranvier.formats.TraceCsv;

/**
 * A reference case simulated over its whole duration.
 *
 * @param spikes of the case's neurons, in canonical order
 * @param probes one per expected trace
 * @param weights as transmitted by every spike, if the case expects weights
 */
public record ReferenceRun(ReferenceCase of, ReferenceCase.Spikes spikes, List<ProbeData> probes,
    ReferenceCase.Weights weights) {
  /**
   * Simulates a case with its own step, one receptor per sign so that each can be compared, and unrounded weights.
   *
   * @throws InvalidNetworkException if models or synapses of the case are not installed, or do not take its parameters
   */
  public static ReferenceRun run(ReferenceCase of, int threads) {
    List<Problem> problems = NetworkCheck.problems(of.network(), Models.installed(), of.dtMs(), of.exact());
    if (!problems.isEmpty()) {
      throw new InvalidNetworkException(problems);
    }
    SimulationOptions options = new SimulationOptions(of.exact() ? Timing.EXACT : Timing.GRID, of.dtMs(), false,
        threads, 1, true, true);
    Simulation simulation = Simulation.build(of.network(), Models.installed(), options, done -> { });
    Collector collector = new Collector(of.exact() ? simulation.sliceMs() : of.dtMs());
    simulation.output(collector);
    List<WeightLog> logs = of.weights().weights().length == 0 ? List.of() : simulation.logWeights();
    simulation.run(of.durationMs(), RunControl.NONE);
    if (!logs.isEmpty()) {
      // Synapses learn when a spike reaches the target: those still under way count too.
      simulation.output(null);
      double longest = of.network().projections().stream().mapToDouble(p -> p.delayMs().max()).max().orElse(0.0);
      simulation.run(longest + 2 * simulation.sliceMs(), RunControl.NONE);
    }
    return new ReferenceRun(of, collector.spikes(), simulation.probes(), weights(of, logs));
  }

  private static ReferenceCase.Weights weights(ReferenceCase of, List<WeightLog> logs) {
    int total = logs.stream().mapToInt(WeightLog::count).sum();
    int[] connections = new int[total];
    double[] times = new double[total];
    double[] weights = new double[total];
    int n = 0;
    for (WeightLog log : logs) {
      for (int k = 0; k < log.count(); k++) {
        int[] numbers = of.connections().get(of.network().projections().get(log.projection(k)).name());
        connections[n] = numbers[log.element(k)];
        times[n] = log.timeMs(k);
        weights[n++] = log.weight(k);
      }
    }
    return new ReferenceCase.Weights(connections, times, weights);
  }

  /** Value of an expected trace at a time, from the probe made for it; empty if it was not sampled there. */
  OptionalDouble value(int trace, double timeMs) {
    ProbeData data = probes.get(trace);
    double interval = data.probe().intervalMs();
    int sample = (int) Math.round(timeMs / interval) - 1;
    boolean sampled = sample >= 0 && sample < data.samples().length
        && Math.abs((sample + 1) * interval - timeMs) < 1e-6;
    return sampled ? OptionalDouble.of(data.samples()[sample][0]) : OptionalDouble.empty();
  }

  /**
   * Writes {@code spikes.csv}, {@code traces.csv} and {@code weights.csv} as {@code compare.py} reads them.
   *
   * @throws IOException if a file cannot be written
   */
  public void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    AtomicFile.write(folder.resolve("spikes.csv"), partial -> {
      try (PrintWriter csv = new PrintWriter(Files.newBufferedWriter(partial))) {
        csv.print("neuron,time_ms\n");
        for (int k = 0; k < spikes.neurons().length; k++) {
          csv.print(spikes.neurons()[k] + "," + spikes.timesMs()[k] + "\n");
        }
      }
    });
    TraceCsv.write(probes, folder.resolve("traces.csv"));
    AtomicFile.write(folder.resolve("weights.csv"), partial -> {
      try (PrintWriter csv = new PrintWriter(Files.newBufferedWriter(partial))) {
        csv.print("connection,time_ms,weight\n");
        for (int k = 0; k < weights.connections().length; k++) {
          csv.print(weights.connections()[k] + "," + weights.timesMs()[k] + "," + weights.weights()[k] + "\n");
        }
      }
    });
  }

  /** Keeps all spikes. */
  private static final class Collector implements SpikeOutput {
    private final double unitMs;
    private int[] neurons = new int[1024];
    private double[] times = new double[1024];
    private int count;

    Collector(double unitMs) {
      this.unitMs = unitMs;
    }

    @Override
    public void add(long step, double offsetMs, int neuron) {
      if (count == neurons.length) {
        neurons = Arrays.copyOf(neurons, 2 * count);
        times = Arrays.copyOf(times, 2 * count);
      }
      neurons[count] = neuron;
      times[count++] = step * unitMs + offsetMs;
    }

    @Override
    public void endOfSlice(long step) {}

    ReferenceCase.Spikes spikes() {
      return new ReferenceCase.Spikes(Arrays.copyOf(neurons, count), Arrays.copyOf(times, count));
    }
  }
}
