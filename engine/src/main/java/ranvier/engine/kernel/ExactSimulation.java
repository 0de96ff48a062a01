package ranvier.engine.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;
import org.agrona.concurrent.IdleStrategy;
import ranvier.engine.exact.BinsKernel;
import ranvier.engine.exact.ExactNetwork;
import ranvier.engine.exact.ExactOptions;
import ranvier.engine.exact.ExactPopulation;
import ranvier.engine.exact.ExactSamples;
import ranvier.engine.exact.Explanation;
import ranvier.engine.exact.SpikeList;
import ranvier.engine.exact.SpikeWindow;
import ranvier.engine.exact.StrictKernel;
import ranvier.engine.math.VectorGate;
import ranvier.engine.measure.RegionClock;
import ranvier.engine.measure.Regions;
import ranvier.engine.model.ExactTime;
import ranvier.engine.model.Models;
import ranvier.engine.model.NeuronModel;
import ranvier.engine.model.Parameters;
import ranvier.engine.model.VariableSpec;
import ranvier.engine.network.Distribution;
import ranvier.engine.network.InvalidNetworkException;
import ranvier.engine.network.Network;
import ranvier.engine.network.Population;
import ranvier.engine.network.Problem;
import ranvier.engine.network.Storage;
import ranvier.engine.plasticity.PlasticProjection;
import ranvier.engine.plasticity.PlasticTable;
import ranvier.engine.plasticity.SynapseWeights;
import ranvier.engine.plasticity.WeightLog;
import ranvier.engine.random.Philox;
import ranvier.engine.random.Purpose;
import ranvier.engine.record.SpikeOutput;

/** Exact time behind the same interface as the grid: the slice is the work bin. */
final class ExactSimulation implements Simulation {
  /** Slices between two looks at the weights for NaN and infinity, less 1. */
  private static final int FINITE_CHECK = 1023;

  private final Network network;
  private final ExactOptions options;
  private final int neurons;
  private final ExactNetwork exact;
  private final Histogram sliceTimes = new Histogram(3_600_000_000_000L, 3);
  private SpikeOutput output;
  private long spikes;
  private volatile long stopSlice;
  private RegionClock[] clocks;

  /**
   * Builds.
   *
   * @param gate is asked for when work bins are going to be built: when their vector code should take over
   */
  ExactSimulation(Network network, Models models, ExactOptions options, Supplier<VectorGate> gate,
      DoubleConsumer progress) {
    this.network = network;
    this.options = options;
    neurons = network.neurons();
    sliceTimes.setAutoResize(true);
    List<ExactPopulation> populations = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (int p = 0; p < network.populations().size(); p++) {
      Population population = network.populations().get(p);
      NeuronModel model = models.neurons().get(population.model());
      if (model.exactTime() == null) {
        problems.add(new Problem("populations." + population.name() + ".model", population.model()
            + " runs on a grid only; use timing grid or another model"));
      } else {
        Given given = new Given(population, model, p, options.seed());
        model.exactTime().check(given.parameters(),
            m -> problems.add(new Problem("populations." + population.name() + ".parameters", m)));
        populations.add(given);
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidNetworkException(problems);
    }
    exact = new ExactNetwork(network, populations,
        PlasticProjection.of(network, models, false, options.seed(), options.threads()), options, gate, progress);
  }

  /** A population with its draws. */
  private static final class Given implements ExactPopulation {
    private final Population population;
    private final NeuronModel model;
    private final PopulationParameters parameters;
    private final Philox initial;

    Given(Population population, NeuronModel model, int number, long seed) {
      this.population = population;
      this.model = model;
      parameters = new PopulationParameters(population, model.description(), number, seed);
      initial = new Philox(seed, Purpose.INITIAL_STATE, number);
    }

    @Override
    public ExactTime model() {
      return model.exactTime();
    }

    @Override
    public Parameters parameters() {
      return parameters;
    }

    @Override
    public double initial(String variable, int neuron) {
      VariableSpec spec = model.description().variable(variable);
      Distribution given = population.initial().get(variable);
      if (given != null) {
        return given.value(neuron, initial.uniform(neuron, model.description().variables().indexOf(spec)));
      }
      return spec != null && spec.initialParameter() != null ? parameters.of(spec.initialParameter(), neuron) : 0.0;
    }
  }

  /** Says why a neuron spiked; see {@link ExactNetwork#explain}. */
  Explanation explain(int neuron, double timeMs, int[] sources, double[] timesMs) {
    return exact.explain(neuron, timeMs, sources, timesMs);
  }

  @Override
  public void output(SpikeOutput newOutput) {
    output = newOutput;
  }

  @Override
  public boolean run(double durationMs, RunControl control) {
    long start = reached();
    long end = start + Math.round(durationMs / exact.binMs());
    exact.reserve(end * exact.binMs());
    stopSlice = end;
    try {
      if (exact.strict() != null) {
        runStrict(exact.strict(), control);
      } else {
        runBins(exact.bins(), control);
      }
    } catch (IllegalStateException e) {
      throw new SimulationException(e.getMessage(), e);
    }
    return reached() == end;
  }

  @Override
  public void prepare(double durationMs) {
    WarmUp.await(exact.vectorGate(), neurons * (durationMs / exact.binMs()), false);
  }

  private void runStrict(StrictKernel strict, RunControl control) {
    while (strict.slice() < stopSlice) {
      long begin = System.nanoTime();
      long slice = strict.slice();
      record(slice, strict.advance());
      finish(slice, begin, control);
      if (exact.plastic() != null && (slice & FINITE_CHECK) == 0) {
        checkWeights();
      }
    }
    if (exact.plastic() != null) {
      checkWeights();
    }
    exact.requireFinite(timeMs());
  }

  private void checkWeights() {
    for (PlasticTable table : exact.plastic().tables()) {
      String problem = table.notFinite(timeMs());
      if (problem != null) {
        throw new SimulationException(problem);
      }
    }
  }

  private void runBins(BinsKernel bins, RunControl control) {
    int count = Math.min(options.threads(), exact.partitions());
    SliceBarrier barrier = new SliceBarrier(count);
    if (clocks == null) {
      clocks = new RegionClock[count];
      Arrays.setAll(clocks, w -> new RegionClock());
    }
    List<BinsKernel.Worker> workers = bins.workers(clocks);
    Thread[] threads = new Thread[count - 1];
    for (int w = 1; w < count; w++) {
      BinsKernel.Worker worker = workers.get(w);
      RegionClock clock = clocks[w];
      threads[w - 1] = new Thread(() -> work(worker, clock, barrier, bins.bin(), null), "ranvier-worker-" + w);
      threads[w - 1].setDaemon(true);
    }
    for (Thread t : threads) {
      t.start();
    }
    work(workers.get(0), clocks[0], barrier, bins.bin(), control);
    for (Thread t : threads) {
      GridSimulation.joinUninterruptibly(t);
    }
    switch (barrier.failure()) {
      case null -> { }
      case IllegalStateException e -> throw e;
      case OutOfMemoryError e -> throw new SimulationException("out of memory at " + timeMs() + " ms", e);
      case Throwable e -> throw new SimulationException("a worker failed at " + timeMs() + " ms: " + e, e);
    }
  }

  /** The loop of one worker; the one with a control is worker 0. */
  private void work(BinsKernel.Worker worker, RegionClock clock, SliceBarrier barrier, long from,
      RunControl control) {
    IdleStrategy idle = SliceBarrier.idleStrategy();
    BooleanSupplier meet = () -> barrier.await(idle);
    SpikeWindow taker = control == null ? (bin, spikes) -> { } : this::record;
    clock.start();
    try {
      for (long slice = from; slice < stopSlice; slice++) {
        long begin = System.nanoTime();
        clock.slice(begin);
        if (!worker.advance(meet, taker)) {
          return;
        }
        if (control != null) {
          finish(slice, begin, control);
          clock.lap(RegionClock.RECORD);
        }
        // Everybody must see the same stop.
        if (!barrier.await(idle)) {
          return;
        }
      }
      worker.append();
      worker.requireFinite();
    } catch (Throwable thrown) {
      barrier.fail(thrown);
    }
  }

  private void record(long slice, SpikeList list) {
    for (int k = 0; k < list.count(); k++) {
      if (list.source(k) < neurons) {
        spikes++;
        if (output != null) {
          output.add(slice, list.offsetMs(k), list.source(k));
        }
      }
    }
  }

  private void finish(long slice, long begin, RunControl control) {
    if (output != null) {
      output.endOfSlice(slice);
    }
    if (control.endOfSlice((slice + 1) * exact.binMs(), spikes)) {
      stopSlice = Math.min(stopSlice, slice + 1);
    }
    sliceTimes.recordValue(System.nanoTime() - begin);
  }

  private long reached() {
    return exact.strict() != null ? exact.strict().slice() : exact.bins().bin();
  }

  @Override
  public double timeMs() {
    return reached() * exact.binMs();
  }

  @Override
  public KernelChoice kernel() {
    return new KernelChoice(exact.strict() != null ? "strict" : "bins", exact.reason());
  }

  @Override
  public double sliceMs() {
    return exact.binMs();
  }

  @Override
  public long synapses() {
    return exact.projections().stream().mapToLong(ExactNetwork.KeptProjection::synapses).sum();
  }

  @Override
  public long synapseBytes() {
    return exact.bins() == null ? exact.synapseBytes() : exact.bins().synapseBytes();
  }

  @Override
  public List<WeightLog> logWeights() {
    return exact.plastic() == null ? List.of() : List.of(exact.plastic().log());
  }

  @Override
  public SynapseWeights weights(String projection) {
    if (exact.plastic() != null) {
      for (PlasticTable table : exact.plastic().tables()) {
        if (table.of().projection().name().equals(projection)) {
          return SynapseWeights.of(List.of(table), List.of(target -> target));
        }
      }
    }
    throw new IllegalArgumentException("there is no plastic projection " + projection);
  }

  @Override
  public long historyBytes() {
    return exact.plastic() == null ? 0
        : exact.plastic().tables().stream().mapToLong(PlasticTable::historyBytes).sum();
  }

  @Override
  public long stateBytes() {
    return exact.state().bytes();
  }

  @Override
  public long spikes() {
    return spikes;
  }

  @Override
  public long synapticEvents() {
    return exact.strict() != null ? exact.strict().arrivals() : exact.bins().arrivals();
  }

  @Override
  public Histogram sliceTimes() {
    return sliceTimes;
  }

  @Override
  public Regions regions() {
    return clocks == null ? Regions.UNKNOWN : RegionClock.mean(clocks);
  }

  @Override
  public List<ProjectionStorage> storage() {
    return exact.projections().stream().map(k -> new ProjectionStorage(k.projection().name(),
        k.full() ? Storage.DOUBLE : Storage.SINGLE, 0.0, k.synapses(), k.bytes())).toList();
  }

  @Override
  public List<ProbeData> probes() {
    List<ProbeData> all = new ArrayList<>();
    for (ExactSamples samples : exact.samples()) {
      int first = 0;
      for (Population p : network.populations()) {
        if (p.name().equals(samples.probe().population())) {
          break;
        }
        first += p.size();
      }
      all.add(new ProbeData(samples.probe(), first, samples.columns(), samples.until(timeMs() - exact.startMs())));
    }
    return all;
  }
}
