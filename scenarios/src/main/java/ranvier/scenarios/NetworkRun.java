package ranvier.scenarios;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import ranvier.engine.exact.ExactOptions;
import ranvier.engine.kernel.RunControl;
import ranvier.engine.kernel.Simulation;
import ranvier.engine.kernel.SimulationOptions;
import ranvier.engine.kernel.Timing;
import ranvier.engine.memory.MemoryEstimate;
import ranvier.engine.model.Models;
import ranvier.engine.model.NetworkCheck;
import ranvier.engine.network.InvalidNetworkException;
import ranvier.engine.network.Network;
import ranvier.engine.network.Problem;
import ranvier.engine.record.PopulationRange;
import ranvier.engine.record.RecordingBus;
import ranvier.engine.record.SpikeConsumer;
import ranvier.engine.record.SpikeFileHeader;
import ranvier.engine.record.SpikeFileWriter;
import ranvier.engine.record.SpikeHash;
import ranvier.engine.record.SpikeStatistics;
import ranvier.scenarios.figure.Section;
import ranvier.scenarios.result.Check;
import ranvier.scenarios.result.PopulationResult;
import ranvier.scenarios.result.RunResult;

/** Runs one network as the user asked: checks it, builds it, simulates, records, and sums up. */
public final class NetworkRun {
  private static final String SPIKE_FILE = "spikes.bin";
  private static final long PROGRESS_NANOS = 100_000_000L;

  private final String name;
  private final Network network;
  private final RunContext context;
  private final RunSettings settings;

  /** A run of a network under a name. */
  public NetworkRun(String name, Network network, RunContext context) {
    this.name = name;
    this.network = network;
    this.context = context;
    this.settings = context.settings();
  }

  /** Builds a network that has been checked, for a user's settings. */
  public static Simulation build(Network network, RunSettings settings, DoubleConsumer progress) {
    return settings.exact() ? Simulation.exact(network, Models.installed(), exactOptions(settings), progress)
        : Simulation.build(network, Models.installed(), new SimulationOptions(Timing.GRID, settings.dtMs(),
            settings.singlePrecision(), settings.threads(), settings.seed(), true, false), progress);
  }

  /** The options of exact time for a user's settings. */
  public static ExactOptions exactOptions(RunSettings settings) {
    return ExactOptions.of(settings.threads(), settings.seed())
        .with(ExactOptions.Kernel.valueOf(settings.kernel().toUpperCase(Locale.ROOT)));
  }

  /** Everything that keeps a network from running with these settings, memory included; empty if nothing does. */
  public static List<Problem> problems(Network network, RunSettings settings) {
    List<Problem> problems = new ArrayList<>(NetworkCheck.problems(network, Models.installed(), settings.dtMs(),
        settings.exact()));
    if (problems.isEmpty()) {
      MemoryEstimate.of(network, Models.installed(), settings.dtMs(), settings.exact(),
              settings.singlePrecision(), settings.threads())
          .problem(MemoryEstimate.availableBytes()).ifPresent(problems::add);
    }
    return problems;
  }

  /**
   * Runs it.
   *
   * @param publishedRatesHz in the order of the populations, for the figures; null if there are none
   * @param checks made from the outcome
   * @param sections further sections of the report
   * @throws InvalidNetworkException before anything is allocated, if the network cannot run
   */
  public RunResult run(double[] publishedRatesHz, Function<NetworkOutcome, List<Check>> checks,
      Function<NetworkOutcome, List<Section>> sections) {
    List<Problem> problems = problems(network, settings);
    if (!problems.isEmpty()) {
      throw new InvalidNetworkException(problems);
    }
    Progress progress = context.progress();
    progress.phase("building");
    long begin = System.nanoTime();
    double wantedMs = settings.transientMs() + settings.durationMs();
    Simulation simulation = build(network, settings, done -> progress.update(done, ""));
    simulation.prepare(wantedMs);
    double buildSeconds = seconds(begin);
    SpikeHash hash = new SpikeHash();
    List<PopulationRange> ranges = PopulationRange.of(network);
    SpikeStatistics statistics = new SpikeStatistics(ranges, settings.transientMs(), settings.durationMs());
    List<SpikeConsumer> consumers = new ArrayList<>(List.of(hash, statistics));
    List<PopulationRange> kept = ranges.stream()
        .filter(r -> settings.record() == null || settings.record().contains(r.name())).toList();
    Path spikeFile = kept.isEmpty() ? null : context.workFolder().resolve(SPIKE_FILE);
    double unitMs = settings.exact() ? simulation.sliceMs() : settings.dtMs();
    if (spikeFile != null) {
      consumers.add(spikeFile(spikeFile, new SpikeFileHeader(unitMs, settings.exact(), wantedMs,
          kept)));
    }
    progress.phase("simulating");
    boolean complete;
    double simulationSeconds;
    long nanosWaited;
    CollectorPauses before = CollectorPauses.soFar();
    try (RecordingBus bus = new RecordingBus(unitMs, consumers)) {
      simulation.output(bus);
      // Its first text loads what formats it, which takes as long as many steps of a small network.
      Follower follower = new Follower(wantedMs, bus);
      begin = System.nanoTime();
      complete = simulation.run(wantedMs, follower);
      simulationSeconds = seconds(begin);
      nanosWaited = bus.nanosWaited();
    }
    CollectorPauses pauses = CollectorPauses.soFar().minus(before);
    NetworkOutcome outcome = new NetworkOutcome(network, statistics.result(simulation.timeMs()),
        settings.transientMs(), simulation.timeMs(), spikeFile);
    return result(simulation, outcome, complete, buildSeconds, simulationSeconds, nanosWaited, pauses, hash.hex(),
        simulation.timeMs() > settings.transientMs() ? checks.apply(outcome) : List.of(),
        sections(simulation, outcome, publishedRatesHz, sections), spikeFile);
  }

  private static SpikeFileWriter spikeFile(Path file, SpikeFileHeader header) {
    try {
      return new SpikeFileWriter(file, header);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  private List<Section> sections(Simulation simulation, NetworkOutcome outcome, double[] publishedRatesHz,
      Function<NetworkOutcome, List<Section>> more) {
    List<Section> all = new ArrayList<>(StandardSections.of(simulation, outcome, publishedRatesHz));
    if (outcome.endMs() > outcome.transientMs()) {
      all.addAll(more.apply(outcome));
    }
    return all;
  }

  /** Of all synapses that learn, with their share of the rows' indices; histories of the targets not counted. */
  static double bytesPerPlasticSynapse(Network network, Simulation simulation) {
    long bytes = 0;
    long synapses = 0;
    for (int k = 0; k < network.projections().size(); k++) {
      if (Models.installed().synapses().get(network.projections().get(k).synapse()).plastic()) {
        bytes += simulation.storage().get(k).bytes();
        synapses += simulation.storage().get(k).synapses();
      }
    }
    return (double) bytes / Math.max(1, synapses);
  }

  private RunResult result(Simulation simulation, NetworkOutcome outcome, boolean complete, double buildSeconds,
      double simulationSeconds, long nanosWaited, CollectorPauses pauses, String hash, List<Check> checks,
      List<Section> sections, Path spikeFile) {
    List<PopulationResult> populations = outcome.populations().stream().map(PopulationResult::of).toList();
    Map<String, Object> metrics = new LinkedHashMap<>();
    metrics.put("kernel", simulation.kernel().name());
    metrics.put("kernelReason", simulation.kernel().reason());
    metrics.put("bytesPerSynapse", (double) simulation.synapseBytes() / Math.max(1, simulation.synapses()));
    metrics.put("nsPerSynapticEvent", simulationSeconds * 1e9 / Math.max(1, simulation.synapticEvents()));
    metrics.put("stateBytes", simulation.stateBytes());
    double plasticBytes = bytesPerPlasticSynapse(network, simulation);
    if (plasticBytes > 0) {
      metrics.put("bytesPerPlasticSynapse", plasticBytes);
    }
    if (simulation.historyBytes() > 0) {
      metrics.put("plasticHistoryBytes", simulation.historyBytes());
    }
    metrics.put("sliceMs", simulation.sliceMs());
    metrics.put("sliceTimeP50Us", simulation.sliceTimes().getValueAtPercentile(50.0) * 1e-3);
    metrics.put("sliceTimeP99Us", simulation.sliceTimes().getValueAtPercentile(99.0) * 1e-3);
    metrics.put("sliceTimeP999Us", simulation.sliceTimes().getValueAtPercentile(99.9) * 1e-3);
    metrics.put("sliceTimeMaxUs", simulation.sliceTimes().getMaxValue() * 1e-3);
    metrics.put("advanceSeconds", simulation.regions().advance());
    metrics.put("walkSeconds", simulation.regions().walk());
    metrics.put("deliverSeconds", simulation.regions().deliver());
    metrics.put("scheduleSeconds", simulation.regions().schedule());
    metrics.put("waitSeconds", simulation.regions().waiting());
    metrics.put("recordSeconds", simulation.regions().record());
    metrics.put("recordingWaitSeconds", nanosWaited * 1e-9);
    metrics.put("collections", pauses.collections());
    metrics.put("collectionMs", pauses.milliseconds());
    return new RunResult(name, Version.TEXT, settings.seed(), settings.timing(),
        settings.singlePrecision() ? "single" : "double", settings.dtMs(), settings.threads(),
        settings.transientMs(), simulation.timeMs(), complete, buildSeconds, simulationSeconds, network.neurons(),
        simulation.synapses(), simulation.synapseBytes(), PeakMemory.bytes(), simulation.spikes(),
        simulation.synapticEvents(), hash, populations, checks, metrics, network, sections, spikeFile);
  }

  private static double seconds(long begin) {
    return (System.nanoTime() - begin) * 1e-9;
  }

  /** Tells the user how far the run is, and the run when to stop. */
  private final class Follower implements RunControl {
    private final long begin;
    private final double wantedMs;
    private final RecordingBus bus;
    private long next;

    Follower(double wantedMs, RecordingBus bus) {
      this.wantedMs = wantedMs;
      this.bus = bus;
      begin = System.nanoTime();
      tell(0.0, 0, begin);
    }

    @Override
    public boolean endOfSlice(double timeMs, long spikes) {
      long now = System.nanoTime();
      if (now >= next) {
        tell(timeMs, spikes, now);
      }
      return context.stop().getAsBoolean() || bus.failure() != null;
    }

    private void tell(double timeMs, long spikes, long now) {
      next = now + PROGRESS_NANOS;
      double realTimeFactor = timeMs > 0 ? (now - begin) * 1e-6 / timeMs : 0.0;
      context.progress().update(timeMs / wantedMs, String.format(Locale.ROOT,
          "%.0f of %.0f ms, real-time factor %.2f, %,d spikes", timeMs, wantedMs, realTimeFactor, spikes));
    }
  }
}
