package ranvier.engine.exact;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import ranvier.engine.math.VectorGate;
import ranvier.engine.memory.StateArray;
import ranvier.engine.memory.StateStore;
import ranvier.engine.model.EventNeurons;
import ranvier.engine.model.ExactBlock;
import ranvier.engine.model.Models;
import ranvier.engine.network.Network;
import ranvier.engine.network.Probe;
import ranvier.engine.network.Projection;
import ranvier.engine.network.Storage;
import ranvier.engine.plasticity.PlasticProjection;
import ranvier.engine.plasticity.PlasticTable;

/** A network laid out for exact time, and the kernel that was chosen for it. Built by one thread and its helpers. */
public final class ExactNetwork {
  private final Network network;
  private final List<? extends ExactPopulation> populations;
  private final double binMs;
  private final long firstSlice;
  private final ExactLayout layout;
  private final TrainSpikes trains;
  private final InputBuilder inputBuilder;
  private final Rows[][] rows;
  private final ExactSynapses synapses;
  private final StateStore state = new StateStore();
  private final List<List<StateArray>> stateOf = new ArrayList<>();
  private final List<ExactSamples> samples = new ArrayList<>();
  private final double shortestDelayMs;
  private final List<PlasticProjection> plasticProjections;
  private final PlasticArrivals plastic;
  private final BinsKernel bins;
  private final StrictKernel strict;
  private final String reason;
  private final VectorGate vectorGate;

  /**
   * Builds a network that has been checked.
   *
   * @param gate is asked for when work bins are going to be built: when their vector code should take over
   */
  public ExactNetwork(Network network, List<? extends ExactPopulation> populations,
      List<PlasticProjection> plasticProjections, ExactOptions options, Supplier<VectorGate> gate,
      DoubleConsumer progress) {
    this.plasticProjections = plasticProjections;
    this.network = network;
    this.populations = List.copyOf(populations);
    KernelRule rule = new KernelRule(network, populations, plasticProjections, options.binMs());
    binMs = rule.binMs();
    firstSlice = Math.round(options.startMs() / binMs);
    String why = options.kernel() == ExactOptions.Kernel.BINS ? null
        : options.kernel() == ExactOptions.Kernel.STRICT ? "asked for" : rule.whyStrict();
    boolean useBins = why == null;
    vectorGate = useBins ? gate.get() : VectorGate.never();
    int threads = useBins ? options.threads() : 1;
    layout = new ExactLayout(network, populations, useBins, threads, useBins ? options.partitions() : 1);
    trains = new TrainSpikes(network, layout);
    synapses = new ExactSynapses(network, layout, binMs, options.seed(), options.threads(), vectorGate.isRehearsal(),
        plasticProjections.stream().map(PlasticProjection::number).collect(Collectors.toSet()));
    rows = synapses.build(progress);
    double shortest = Double.POSITIVE_INFINITY;
    for (Rows[] sets : rows) {
      for (Rows set : sets) {
        shortest = set == null ? shortest : Math.min(shortest, set.shortestMs());
      }
    }
    shortestDelayMs = shortest;
    if (useBins && !(shortest > 0)) {
      throw new IllegalArgumentException("a delay of 0 ms needs the strict kernel, bins were asked for");
    }
    for (Probe probe : network.probes()) {
      samples.add(new ExactSamples(probe, probe.neurons().count(network.sizeOf(probe.population()))));
    }
    for (int u = 0; u < layout.members.length; u++) {
      stateOf.add(new ArrayList<>());
    }
    inputBuilder = new InputBuilder(network, layout, samples, options.seed(), binMs, firstSlice);
    List<UnitInputs> inputs = IntStream.range(0, layout.members.length).mapToObj(inputBuilder::of).toList();
    if (useBins && !plasticProjections.isEmpty()) {
      throw new IllegalArgumentException("plastic synapses need the strict kernel, bins were asked for");
    }
    plastic = plasticProjections.isEmpty() ? null : new PlasticArrivals(network, plasticProjections, layout);
    if (useBins) {
      List<Unit> units = new ArrayList<>();
      for (int u = 0; u < layout.members.length; u++) {
        // A unit is empty where a class has fewer blocks of neurons than there are partitions.
        units.add(layout.members[u].length == 0 ? null
            : new Unit(layout.model(u).bins(block(u)), layout.members[u], binMs,
                BinsKernel.windows(this) > 1, rows[u], inputs.get(u), vectorGate));
      }
      bins = new BinsKernel(this, units);
      strict = null;
      reason = options.kernel() == ExactOptions.Kernel.BINS ? "asked for" : rule.whyBins();
    } else {
      List<EventNeurons> neurons = new ArrayList<>();
      for (int u = 0; u < layout.members.length; u++) {
        neurons.add(GroupedNeurons.of(layout.model(u), block(u)));
      }
      strict = new StrictKernel(this, neurons, rows, inputs, options.calendar(), plastic);
      bins = null;
      reason = why;
    }
  }

  /**
   * How the kernel keeps the synapses of each projection, in their order: in full or compact. Those that learn are kept
   * as the description says.
   */
  public static List<Storage> storage(Network network, Models models) {
    long expected = ExactSynapses.expected(network);
    return network.projections().stream().map(p -> PlasticProjection.isPlastic(p, models) ? p.storage()
        : ExactSynapses.isFull(p, expected) ? Storage.DOUBLE : Storage.SINGLE).toList();
  }

  /** The kernel of bins; null if the strict kernel was chosen. */
  public BinsKernel bins() {
    return bins;
  }

  /** The plastic synapses; null if there are none. */
  public PlasticArrivals plastic() {
    return plastic;
  }

  /** The strict kernel; null if bins were chosen. */
  public StrictKernel strict() {
    return strict;
  }

  /** When vector code takes over. */
  public VectorGate vectorGate() {
    return vectorGate;
  }

  /** Why this kernel. */
  public String reason() {
    return reason;
  }

  /** Width of the bins, which are the slices of time, in ms. */
  public double binMs() {
    return binMs;
  }

  /** Number of the slice in which the run starts. */
  public long firstSlice() {
    return firstSlice;
  }

  /** Time at which the run starts, in ms: exact, as it is a multiple of a power of two. */
  public double startMs() {
    return firstSlice * binMs;
  }

  /** Shortest delay in ms; infinite without synapses. */
  public double shortestDelayMs() {
    return shortestDelayMs;
  }

  /** Number of parts of the neurons. */
  public int partitions() {
    return layout.partitions;
  }

  /** All neuron state. */
  public StateStore state() {
    return state;
  }

  /**
   * Stops a run whose neurons have no finite state any more.
   *
   * @param from looks at the neurons of the unit from this one up to, but without, the next
   * @param timeMs that has been reached
   * @throws IllegalStateException naming population, neuron, variable and time
   */
  void requireFinite(int unit, int from, int to, double timeMs) {
    for (StateArray array : stateOf.get(unit)) {
      int local = array.firstNotFinite(from, to);
      if (local >= 0) {
        throw notFinite(layout.members[unit][local], array.variable(), array.raw(local), timeMs);
      }
    }
  }

  /** The same for the neurons of all units. */
  public void requireFinite(double timeMs) {
    for (int u = 0; u < stateOf.size(); u++) {
      requireFinite(u, 0, layout.members[u].length, timeMs);
    }
  }

  /** What is thrown when a neuron's state is not finite. */
  IllegalStateException notFinite(int neuron, String variable, double value, double timeMs) {
    int p = layout.populationOf[neuron];
    return new IllegalStateException("population " + network.populations().get(p).name() + ", neuron "
        + (neuron - layout.firstSource[p]) + ": " + variable + " is " + value + " at " + timeMs
        + " ms; the run blew up");
  }

  /** What the probes record, in their order; times count from the start of the run. */
  public List<ExactSamples> samples() {
    return samples;
  }

  /** Makes room for samples up to a time; between runs. */
  public void reserve(double timeMs) {
    samples.forEach(s -> s.reserve(timeMs - startMs()));
  }

  /** Number of synapses of each projection, and bytes of a synapse, in the order of the projections. */
  public List<KeptProjection> projections() {
    List<KeptProjection> all = new ArrayList<>(synapses.kept().stream().map(k -> new KeptProjection(k.projection(),
        k.full(), k.synapses(), k.bytes(), k.delayUnitMs())).toList());
    for (int k = 0; k < plasticProjections.size(); k++) {
      PlasticTable table = plastic.tables().get(k);
      all.set(plasticProjections.get(k).number(), new KeptProjection(plasticProjections.get(k).projection(),
          !plasticProjections.get(k).single(), table.synapses(), table.bytes(), 0.0));
    }
    return all;
  }

  /**
   * How a projection is kept.
   *
   * @param full whether weights and delays are in double precision; otherwise the weight is a float and the delay a
   *     multiple of {@code delayUnitMs}
   */
  public record KeptProjection(Projection projection, boolean full, long synapses, long bytes, double delayUnitMs) {}

  /** Bytes of all synapses, without logs. */
  public long synapseBytes() {
    long bytes = 0;
    for (Rows[] sets : rows) {
      for (Rows set : sets) {
        bytes += set == null ? 0 : set.bytes();
      }
    }
    if (plastic != null) {
      bytes += plastic.tables().stream().mapToLong(PlasticTable::bytes).sum();
    }
    return bytes;
  }

  /**
   * Says why a neuron spiked. The spikes of the network up to then are needed, as a run of the same description gives
   * them.
   *
   * @param neuron global number
   * @param timeMs of the spike
   * @param sources of all spikes up to then; spike trains are added here
   * @param timesMs when they spiked
   */
  public Explanation explain(int neuron, double timeMs, int[] sources, double[] timesMs) {
    if (plastic != null) {
      throw new IllegalStateException("spikes of networks with plastic synapses cannot be explained: weights of"
          + " the past are not kept");
    }
    int own = sources.length;
    int[] all = java.util.Arrays.copyOf(sources, own + trains.sources.length);
    double[] times = java.util.Arrays.copyOf(timesMs, all.length);
    System.arraycopy(trains.sources, 0, all, own, trains.sources.length);
    System.arraycopy(trains.timesMs, 0, times, own, trains.timesMs.length);
    return new Replay(this, neuron, timeMs, all, times).explain();
  }

  Rows[] rows(int unit) {
    return rows[unit];
  }

  UnitInputs freshInputs(int unit) {
    return inputBuilder.of(unit);
  }

  /**
   * One neuron in its initial state.
   *
   * @param kept takes its state, which is all that changes but for its current: arrays of one number by variable
   */
  EventNeurons single(int neuron, Map<String, double[]> kept) {
    return layout.model(layout.unitOf[neuron]).events(block(new int[] {neuron},
        variable -> kept.computeIfAbsent(variable, v -> new double[1])));
  }

  ExactLayout layout() {
    return layout;
  }

  TrainSpikes trains() {
    return trains;
  }

  private ExactBlock block(int unit) {
    int[] members = layout.members[unit];
    return block(members, variable -> {
      double[] values = state.doubles("class " + unit / layout.partitions, unit % layout.partitions, variable,
          members.length, members.length);
      stateOf.get(unit).add(state.arrays().getLast());
      return values;
    });
  }

  private ExactBlock block(int[] members, Function<String, double[]> arrays) {
    return new ExactBlock() {
      @Override
      public int size() {
        return members.length;
      }

      @Override
      public double[] values(String parameter) {
        double[] values = new double[members.length];
        for (int k = 0; k < values.length; k++) {
          int p = layout.populationOf[members[k]];
          values[k] = populations.get(p).parameters().of(parameter, members[k] - layout.firstSource[p]);
        }
        return values;
      }

      @Override
      public double[] initial(String variable) {
        double[] values = new double[members.length];
        for (int k = 0; k < values.length; k++) {
          int p = layout.populationOf[members[k]];
          values[k] = populations.get(p).initial(variable, members[k] - layout.firstSource[p]);
        }
        return values;
      }

      @Override
      public double[] doubles(String variable) {
        return arrays.apply(variable);
      }

      @Override
      public VectorGate vectorGate() {
        return vectorGate;
      }
    };
  }
}
