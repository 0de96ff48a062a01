package ranvier.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import ranvier.engine.kernel.RunControl;
import ranvier.engine.kernel.Simulation;
import ranvier.engine.kernel.SimulationOptions;
import ranvier.engine.model.Models;
import ranvier.engine.network.Distribution;
import ranvier.engine.network.Network;
import ranvier.engine.network.Neurons;
import ranvier.engine.network.Probe;
import ranvier.engine.record.PopulationRange;
import ranvier.engine.record.RecordingBus;
import ranvier.engine.record.SpikeFileHeader;
import ranvier.engine.record.SpikeFileWriter;
import ranvier.engine.record.SpikeHash;
import ranvier.engine.record.SpikeStatistics;

/**
 * What observing costs: a balanced network of 10,000 neurons unobserved, with all spikes recorded as runs record them,
 * and with a probe of the potential of 1,000 neurons every millisecond. Observing changes no spike, so the three do the
 * same work piece by piece. They take turns in one process, with pieces of some milliseconds of wall time, and each
 * piece is compared with the unobserved one of the same round: what slows the machine for longer than a round cancels.
 */
public final class Observing {
  private static final double DT_MS = 0.1;
  private static final double PIECE_MS = 20;
  private static final int UNCOUNTED = 50;

  /**
   * What one kind of observing costs.
   *
   * @param realTimeFactor median over the pieces
   * @param extra wall time over that of the unobserved piece, minus 1: the median over the rounds, and its 95 %
   *     confidence interval; zeros for the unobserved network itself
   */
  public record Cost(String kind, double realTimeFactor, Series.Spread extra) {}

  private Observing() {}

  /**
   * Measures the three kinds, nothing first.
   *
   * @param stop asked after each round: whether to be content with what there is
   */
  public static List<Cost> measure(int threads, int rounds, BooleanSupplier stop) throws InterruptedException {
    Network plain = Balanced.of(10_000, 1_000, Distribution.constant(1.5));
    List<Probe> probes = List.of(new Probe("potentials", "E", Neurons.range(0, 1_000), List.of("V_m"), 1.0));
    Network probed = new Network(plain.name(), plain.populations(), plain.spikeTrains(), plain.projections(),
        plain.stimuli(), probes);
    List<Simulation> all = new ArrayList<>();
    for (Network network : List.of(plain, plain, probed)) {
      all.add(Simulation.build(network, Models.installed(), SimulationOptions.grid(DT_MS, threads, 1), done -> { }));
    }
    double endMs = (UNCOUNTED + rounds) * PIECE_MS;
    List<PopulationRange> ranges = PopulationRange.of(plain);
    double[][] times = new double[all.size()][rounds];
    int counted = 0;
    try (TemporaryFolder folder = new TemporaryFolder();
        RecordingBus bus = new RecordingBus(DT_MS, List.of(new SpikeHash(), new SpikeStatistics(ranges, 0, endMs),
            file(folder.path().resolve("spikes"), endMs, ranges)))) {
      all.get(1).output(bus);
      for (int round = -UNCOUNTED; round < rounds && !stop.getAsBoolean(); round++) {
        for (int turn = 0; turn < times.length; turn++) {
          // Each follows each other equally often.
          int k = Math.floorMod((round & 1) == 0 ? round + turn : round - turn, times.length);
          long begin = System.nanoTime();
          all.get(k).run(PIECE_MS, RunControl.NONE);
          if (round >= 0) {
            times[k][round] = (System.nanoTime() - begin) * 1e-6 / PIECE_MS;
          }
        }
        counted = Math.max(0, round + 1);
      }
    }
    if (counted == 0) {
      return List.of();
    }
    return List.of(cost("nothing", times[0], times[0], counted), cost("all spikes", times[1], times[0], counted),
        cost("1,000 potentials every ms", times[2], times[0], counted));
  }

  private static Cost cost(String kind, double[] times, double[] unobserved, int count) {
    double[] extra = new double[count];
    for (int k = 0; k < count; k++) {
      extra[k] = times[k] / unobserved[k] - 1;
    }
    return new Cost(kind, Series.spread(Arrays.copyOf(times, count)).median(), Series.medianOf(extra));
  }

  private static SpikeFileWriter file(Path path, double endMs, List<PopulationRange> ranges) {
    try {
      return new SpikeFileWriter(path, new SpikeFileHeader(DT_MS, false, endMs, ranges));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + path + ": " + e.getMessage(), e);
    }
  }
}
