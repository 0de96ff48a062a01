package ranvier.engine.kernel;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import ranvier.engine.exact.ExactNetwork;
import ranvier.engine.exact.ExactOptions;
import ranvier.engine.math.VectorGate;
import ranvier.engine.math.Vectors;
import ranvier.engine.model.Models;
import ranvier.engine.network.Distribution;
import ranvier.engine.network.Network;
import ranvier.engine.network.Neurons;
import ranvier.engine.network.Population;
import ranvier.engine.network.Projection;
import ranvier.engine.network.Rule;
import ranvier.engine.network.Stimulus;
import ranvier.engine.network.Storage;
import ranvier.engine.plasticity.PlasticProjection;
import ranvier.engine.record.PopulationRange;
import ranvier.engine.record.RecordingBus;
import ranvier.engine.record.SpikeHash;
import ranvier.engine.record.SpikeStatistics;

/**
 * Runs a miniature of a network while the network itself is built, so that the just-in-time compiler has seen the
 * kernels when they are needed: vector code that is not compiled yet is a hundred times slower than its plain twin
 * (measured: one second of the first second of the microcircuit). The network starts with plain code and changes over
 * when the miniature has become fast; both give the same bits.
 */
final class WarmUp {
  /**
   * More than the grid does at once: a loop that is never taken twice is compiled as if it never could. And no multiple
   * of a vector's lanes: spikes of the padding are dropped by a branch that must have been taken, too.
   */
  private static final int SIZE = PopulationBlock.CHUNK + 9;
  /**
   * Neurons of all populations together in exact time, which have their loops in common: so few that methods are called
   * often enough to be compiled, while a call that is interpreted takes milliseconds.
   */
  private static final int BINS_SIZE = 1033;
  private static final int LEAST_BINS_SIZE = 137;
  private static final int BATCH_STEPS = 100;
  /** Background and input included; without compilation a step takes some hundred. */
  private static final Pace GRID = new Pace(4.0, 0.0, 1);
  /**
   * Several rounds: what only a beginning does, such as making buffers longer, is compiled as if it were never done,
   * unless it is done again after that.
   */
  private static final Pace BINS = new Pace(15.0, 8.0, 3);
  /** Batches that must be fast: some hundredths of a second, in which recording is compiled, too. */
  private static final int FAST_BATCHES = 15;
  private static final Map<String, VectorGate> GATES = new ConcurrentHashMap<>();
  private static final int OUT_DEGREE = 64;
  /** Where synapses learn, rows are long, and no multiple of a vector's lanes. */
  private static final int LEARNING_OUT_DEGREE = 500;
  private static final double STEPS = 50_000;
  /** Until then vector code is fast, or will not be. The cores are shared with building. */
  private static final long NANOS = 6_000_000_000L;

  /** Steps of neurons that plain code needs about half a second for: from here on waiting for vector code pays. */
  private static final double LONG_RUN = 4e7;
  private static final long LONGEST_WAIT_NANOS = 2_000_000_000L;
  private static final long LONGEST_LEARNING_WAIT_NANOS = 3_000_000_000L;

  private WarmUp() {}

  /**
   * When a miniature is fast.
   *
   * @param stepNanos per neuron and step or bin, in ns
   * @param eventNanos per synaptic event besides, in ns
   * @param rounds how often it is built and run
   */
  private record Pace(double stepNanos, double eventNanos, int rounds) {}

  /** Waits for the gate to open before a run of so many steps, or bins, of single neurons, if that pays. */
  static boolean await(VectorGate gate, double neuronSteps, boolean learns) {
    return neuronSteps > LONG_RUN ? gate.await(learns ? LONGEST_LEARNING_WAIT_NANOS : LONGEST_WAIT_NANOS)
        : gate.isOpen();
  }

  private static boolean learns(Network network, Models models) {
    return network.projections().stream().anyMatch(p -> PlasticProjection.isPlastic(p, models));
  }

  /** Warms up the grid kernel, with events that reach the input in the same way. */
  static VectorGate grid(Network network, Models models, SimulationOptions options, InputLayout input) {
    String kernels = "grid " + (options.singlePrecision() ? "single " : "double ") + modelsOf(network);
    SimulationOptions one = new SimulationOptions(options.timing(), options.dtMs(), options.singlePrecision(), 1,
        options.seed(), true, options.separateReceptors());
    List<Storage> storage = network.projections().stream()
        .map(p -> p.weight() instanceof Distribution.Listed && p.storage() == Storage.AUTO ? Storage.DOUBLE
            : p.storage()).toList();
    return start(options.vectorised(), kernels, () -> miniature(network, models, SIZE, storage), GRID,
        small -> new GridSimulation(small, models, one, input::likewise, any -> VectorGate.rehearsal(), done -> { }),
        any -> options.dtMs());
  }

  /** Warms up the work bins of exact time. */
  static VectorGate bins(Network network, Models models, ExactOptions options) {
    ExactOptions one = options.withWorkers(1, 2).with(ExactOptions.Kernel.BINS).withStart(0.0);
    // A miniature has so few synapses that it would keep them in another way.
    List<Storage> storage = ExactNetwork.storage(network, models);
    return start(options.vectorised(), "bins " + modelsOf(network) + storage.stream().distinct().sorted().toList(),
        () -> miniature(network, models, Math.max(LEAST_BINS_SIZE, BINS_SIZE / network.populations().size()), storage),
        BINS,
        small -> new ExactSimulation(small, models, one, VectorGate::rehearsal, done -> { }), Simulation::sliceMs);
  }

  /** Starts warming up on a thread of its own; opens the gate when vector code is fast. */
  private static VectorGate start(boolean vectorised, String kernels, Supplier<Network> small, Pace pace,
      Function<Network, Simulation> builder, ToDoubleFunction<Simulation> step) {
    if (!vectorised || !Vectors.present()) {
      return VectorGate.never();
    }
    VectorGate gate = VectorGate.closed();
    VectorGate before = GATES.putIfAbsent(kernels, gate);
    if (before != null) {
      return before;
    }
    Thread thread = new Thread(() -> {
      try {
        long end = System.nanoTime() + NANOS;
        Network miniature = small.get();
        for (int round = 0; round < pace.rounds(); round++) {
          Simulation simulation = builder.apply(miniature);
          double stepMs = step.applyAsDouble(simulation);
          SpikeStatistics statistics = new SpikeStatistics(PopulationRange.of(miniature), 0, STEPS * stepMs);
          try (RecordingBus bus = new RecordingBus(stepMs, List.of(new SpikeHash(), statistics))) {
            simulation.output(bus);
            simulation.run(STEPS * stepMs, new UntilFast(pace, simulation, miniature.neurons(), stepMs, end));
          }
        }
      } finally {
        gate.open();
      }
    }, "ranvier-warm-up");
    thread.setDaemon(true);
    // A miniature that cannot run says nothing about the network.
    thread.setUncaughtExceptionHandler((t, ignored) -> { });
    thread.start();
    return gate;
  }

  /** What decides which vector code a network runs. */
  private static String modelsOf(Network network) {
    return network.populations().stream().map(Population::model).distinct().sorted().toList() + " "
        + network.projections().stream().map(Projection::synapse).distinct().sorted().toList()
        + (network.stimuli().stream().anyMatch(s -> s instanceof Stimulus.Poisson) ? " Poisson" : "");
  }

  /**
   * Ends a miniature as soon as a step takes no longer than compiled code needs: of the processor, which building and
   * the compiler use, too.
   */
  private static final class UntilFast implements RunControl {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private final double batchMs;
    private final double fastBatchNanos;
    private final double fastSpikeNanos;
    private final int batches;
    private final long end;
    private double nextMs;
    private long begin = processorNanos();
    private long spikesBefore;
    private int fast;

    UntilFast(Pace pace, Simulation simulation, int neurons, double stepMs, long end) {
      this.end = end;
      batchMs = BATCH_STEPS * stepMs;
      nextMs = batchMs;
      fastBatchNanos = pace.stepNanos() * neurons * BATCH_STEPS;
      fastSpikeNanos = pace.eventNanos() * simulation.synapses() / neurons;
      batches = FAST_BATCHES / pace.rounds();
    }

    @Override
    public boolean endOfSlice(double timeMs, long spikes) {
      if (timeMs < nextMs) {
        return false;
      }
      long now = processorNanos();
      fast += now - begin < fastBatchNanos + fastSpikeNanos * (spikes - spikesBefore) ? 1 : 0;
      nextMs = timeMs + batchMs;
      begin = now;
      spikesBefore = spikes;
      return fast == batches || System.nanoTime() > end;
    }

    private static long processorNanos() {
      return THREADS.isCurrentThreadCpuTimeSupported() ? THREADS.getCurrentThreadCpuTime() : System.nanoTime();
    }
  }

  /** At most so many neurons per population; the synapses of the projections are kept as said. */
  private static Network miniature(Network network, Models models, int size, List<Storage> storage) {
    int outDegree = learns(network, models) ? LEARNING_OUT_DEGREE : OUT_DEGREE;
    Network.Builder small = Network.named(network.name());
    // One more in the first: all together are no multiple of a vector's lanes either.
    int more = 1;
    for (Population p : network.populations()) {
      small.add(new Population(p.name(), Math.min(size + more, p.size()), p.model(), unlisted(p.parameters()),
          unlisted(p.initial())));
      more = 0;
    }
    for (int k = 0; k < network.projections().size(); k++) {
      Projection p = network.projections().get(k);
      boolean isModulated = !p.modulator().isEmpty();
      if (network.population(p.source()) != null && (!isModulated || network.population(p.modulator()) != null)) {
        small.add(new Projection(p.name(), p.source(), p.target(), new Rule.FixedOutDegree(outDegree, true, true),
            unlisted(p.weight()), unlisted(p.delayMs()), p.synapse(), unlisted(p.parameters()),
            storage.get(k), p.modulator()));
      }
    }
    for (Stimulus s : network.stimuli()) {
      if (s.neurons() instanceof Neurons.All) {
        small.add(s);
      } else if (s instanceof Stimulus.Poisson p && p.neurons() instanceof Neurons.Range(int from, int to)) {
        int length = Math.min(to - from, Math.min(size, network.population(p.target()).size()));
        small.add(new Stimulus.Poisson(p.name(), p.target(), Neurons.range(0, length), p.rateHz(), p.weight(),
            p.startMs(), p.stopMs()));
      }
    }
    return small.unchecked();
  }

  private static Map<String, Distribution> unlisted(Map<String, Distribution> values) {
    Map<String, Distribution> without = new LinkedHashMap<>();
    values.forEach((key, value) -> without.put(key, unlisted(value)));
    return without;
  }

  /** Lists have one value per element of the full network; the first will do. */
  private static Distribution unlisted(Distribution values) {
    return values instanceof Distribution.Listed list
        ? Distribution.constant(list.values().length == 0 ? 0.0 : list.values()[0]) : values;
  }
}
