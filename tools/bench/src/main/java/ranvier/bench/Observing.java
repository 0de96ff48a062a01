package ranvier.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
 * and with a probe of the potential of 1,000 neurons every millisecond. The three take turns, piece by piece, in one
 * process: what slows the machine slows all.
 */
public final class Observing {
  /** The three, in the order of the results. */
  public static final List<String> KINDS = List.of("nothing", "all spikes", "1,000 potentials every ms");

  private static final double DT_MS = 0.1;
  private static final double PIECE_MS = 100;
  private static final int UNCOUNTED = 5;

  private Observing() {}

  /** Median wall time per biological time of each kind. */
  public static double[] realTimeFactors(int threads, int pieces) throws InterruptedException {
    Network plain = Balanced.of(10_000, 1_000, Distribution.constant(1.5));
    List<Probe> probes = List.of(new Probe("potentials", "E", Neurons.range(0, 1_000), List.of("V_m"), 1.0));
    Network probed = new Network(plain.name(), plain.populations(), plain.spikeTrains(), plain.projections(),
        plain.stimuli(), probes);
    List<Simulation> all = new ArrayList<>();
    for (Network network : List.of(plain, plain, probed)) {
      all.add(Simulation.build(network, Models.installed(), SimulationOptions.grid(DT_MS, threads, 1), done -> { }));
    }
    double endMs = (UNCOUNTED + pieces) * PIECE_MS;
    List<PopulationRange> ranges = PopulationRange.of(plain);
    double[][] times = new double[all.size()][pieces];
    try (TemporaryFolder folder = new TemporaryFolder();
        RecordingBus bus = new RecordingBus(DT_MS, List.of(new SpikeHash(), new SpikeStatistics(ranges, 0, endMs),
            file(folder.path().resolve("spikes"), endMs, ranges)))) {
      all.get(1).output(bus);
      for (int piece = -UNCOUNTED; piece < pieces; piece++) {
        for (int k = 0; k < times.length; k++) {
          long begin = System.nanoTime();
          all.get(k).run(PIECE_MS, RunControl.NONE);
          if (piece >= 0) {
            times[k][piece] = (System.nanoTime() - begin) * 1e-6 / PIECE_MS;
          }
        }
      }
    }
    return Arrays.stream(times).mapToDouble(t -> Series.spread(t).median()).toArray();
  }

  private static SpikeFileWriter file(Path path, double endMs, List<PopulationRange> ranges) {
    try {
      return new SpikeFileWriter(path, new SpikeFileHeader(DT_MS, false, endMs, ranges));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + path + ": " + e.getMessage(), e);
    }
  }
}
