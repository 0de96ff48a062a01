package ranvier.engine.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import org.HdrHistogram.Histogram;
import org.agrona.concurrent.IdleStrategy;
import ranvier.engine.math.VectorGate;
import ranvier.engine.measure.RegionClock;
import ranvier.engine.measure.Regions;
import ranvier.engine.memory.SynapseTable;
import ranvier.engine.model.Models;
import ranvier.engine.network.Network;
import ranvier.engine.plasticity.PlasticTable;
import ranvier.engine.plasticity.SynapseWeights;
import ranvier.engine.plasticity.WeightLog;
import ranvier.engine.record.SpikeOutput;

/** The grid kernel: spikes happen at multiples of dt, populations advance by exact integration from step to step. */
final class GridSimulation implements Simulation {
  /** Steps between two looks at the state for NaN and infinity. */
  private static final int FINITE_CHECK = 1000;

  /** The same for plastic weights, which are all read for that. */
  private static final int WEIGHT_CHECK = 10_000;

  private final Network network;
  private final SimulationOptions options;
  private final GridNetwork grid;
  private final int sliceSteps;
  private final Histogram sliceTimes = new Histogram(3_600_000_000_000L, 3);
  private final RegionClock[] clocks;
  private SpikeOutput output;
  private int step;
  private long slice;
  private long spikes;
  private boolean started;
  private volatile int stopStep;

  /**
   * Builds a network.
   *
   * @param inputLayout decides how events reach the input
   * @param gate is asked for once that is decided: when vector code should take over
   */
  GridSimulation(Network network, Models models, SimulationOptions options,
      Function<InputNeeds, InputLayout> inputLayout, Function<InputLayout, VectorGate> gate, DoubleConsumer progress) {
    this.network = network;
    this.options = options;
    grid = new GridNetwork(network, models, options, inputLayout, gate, progress);
    sliceSteps = grid.plan.shortestDelay();
    clocks = new RegionClock[Math.min(options.threads(), grid.layout.blocks)];
    java.util.Arrays.setAll(clocks, w -> new RegionClock());
  }

  @Override
  public void output(SpikeOutput newOutput) {
    output = newOutput;
  }

  @Override
  public void prepare(double durationMs) {
    if (grid.hasVectorForms()) {
      WarmUp.await(grid.vectorGate(), network.neurons() * (durationMs / options.dtMs()),
          grid.plastic.length > 0);
    }
  }

  @Override
  public boolean run(double durationMs, RunControl control) {
    double target = step + Math.rint(durationMs / options.dtMs());
    if (target > Integer.MAX_VALUE - 1_000_000) {
      throw new IllegalArgumentException("at most 2^31 steps, got " + target + "; use a larger dt");
    }
    int end = (int) target;
    for (int k = 0; k < network.probes().size(); k++) {
      int interval = Math.max(1, Steps.nearest(network.probes().get(k).intervalMs(), options.dtMs()));
      grid.samples.get(k).reserve(end / interval);
    }
    stopStep = end;
    int workers = clocks.length;
    SliceBarrier barrier = new SliceBarrier(workers);
    Thread[] threads = new Thread[workers - 1];
    for (int w = 1; w < workers; w++) {
      GridWorker worker = new GridWorker(w, workers, barrier, end, RunControl.NONE);
      threads[w - 1] = new Thread(worker, "ranvier-worker-" + w);
      threads[w - 1].setDaemon(true);
      threads[w - 1].start();
    }
    GridWorker first = new GridWorker(0, workers, barrier, end, control);
    first.run();
    for (Thread t : threads) {
      joinUninterruptibly(t);
    }
    started = true;
    step = first.reached;
    slice = first.slice;
    switch (barrier.failure()) {
      case null -> { }
      case SimulationException e -> throw e;
      case OutOfMemoryError e -> throw new SimulationException("out of memory at " + timeMs() + " ms", e);
      case Throwable e -> throw new SimulationException("a worker failed at " + timeMs() + " ms: " + e, e);
    }
    return step == end;
  }

  static void joinUninterruptibly(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** One worker: the loop. */
  private final class GridWorker implements Runnable {
    private final int number;
    private final Block[] own;
    private final int[] ownNumbers;
    private final DrawnRows.Reader drawn;
    private final SliceBarrier barrier;
    private final int end;
    private final RunControl control;
    private final RegionClock clock;
    private final IdleStrategy idle = SliceBarrier.idleStrategy();
    private final SliceSpikes merged = new SliceSpikes(sliceSteps);
    private final SliceSpikes[] parts = new SliceSpikes[grid.blocks.length];
    private final int[] cursor = new int[grid.blocks.length];
    private int reached = step;
    private long slice = GridSimulation.this.slice;

    GridWorker(int number, int workers, SliceBarrier barrier, int end, RunControl control) {
      this.number = number;
      this.clock = clocks[number];
      this.barrier = barrier;
      this.end = end;
      this.control = control;
      List<Block> blocks = new ArrayList<>();
      List<Integer> numbers = new ArrayList<>();
      for (int b = number; b < grid.blocks.length; b += workers) {
        blocks.add(grid.blocks[b]);
        numbers.add(b);
      }
      own = blocks.toArray(Block[]::new);
      ownNumbers = numbers.stream().mapToInt(Integer::intValue).toArray();
      drawn = grid.drawn.reader(ownNumbers);
    }

    @Override
    public void run() {
      clock.start();
      try {
        if (!started) {
          emitAtStart();
        }
        long begin = System.nanoTime();
        while (reached < stopStep && barrier.failure() == null) {
          clock.slice(begin);
          int steps = Math.min(sliceSteps, end - reached);
          advance(steps);
          // Not in a method that a rehearsal has compiled, with its own control: it would be thrown away.
          if (number == 0 && control.endOfSlice(reached * options.dtMs(), spikes)) {
            stopStep = Math.min(end, reached + steps);
          }
          boolean together = barrier.await(idle);
          clock.lap(RegionClock.WAIT);
          if (!together) {
            break;
          }
          take(steps, true);
          reached += steps;
          slice++;
          long now = System.nanoTime();
          if (number == 0) {
            sliceTimes.recordValue(now - begin);
          }
          begin = now;
        }
        checkFinite(true);
      } catch (Throwable thrown) {
        barrier.fail(thrown);
      }
    }

    /** Spikes of trains at time 0 come before the first step. */
    private void emitAtStart() {
      for (Block block : own) {
        block.emitAtStart(block.spikes(slice));
      }
      if (barrier.await(idle)) {
        take(1, false);
        slice++;
      }
      barrier.await(idle);
    }

    private void advance(int steps) {
      for (Block block : own) {
        SliceSpikes spikesOut = block.spikes(slice);
        spikesOut.clear();
        for (int s = 1; s <= steps; s++) {
          block.advance(reached + s, spikesOut);
          clock.lap(RegionClock.ADVANCE);
          block.deliver(reached + s + 1);
          clock.lap(RegionClock.DELIVER);
        }
      }
      if ((reached + steps) / FINITE_CHECK != reached / FINITE_CHECK) {
        checkFinite((reached + steps) / WEIGHT_CHECK != reached / WEIGHT_CHECK);
      }
    }

    /** Reads the spikes of all blocks in canonical order, records them, and notes what they will cause. */
    private void take(int steps, boolean record) {
      for (int b = 0; b < parts.length; b++) {
        parts[b] = grid.blocks[b].spikes(slice);
      }
      merged.clear();
      for (int s = 0; s < steps; s++) {
        merged.mergeStep(parts, s, cursor);
      }
      for (int s = 0; s < steps; s++) {
        drawn.schedule(merged, s, record ? reached + s + 1 : 0);
      }
      for (Block block : own) {
        for (int s = 0; s < steps; s++) {
          block.schedule(merged, s, record ? reached + s + 1 : 0);
        }
        clock.lap(RegionClock.SCHEDULE);
        block.deliver(record ? reached + steps + 1 : 1);
        clock.lap(RegionClock.DELIVER);
      }
      if (number == 0 && record) {
        record(steps);
        clock.lap(RegionClock.RECORD);
      }
    }

    private void record(int steps) {
      for (int s = 0; s < steps; s++) {
        for (int k = merged.start(s); k < merged.end(s); k++) {
          int source = merged.source(k);
          if (source < grid.layout.neurons) {
            spikes++;
            if (output != null) {
              output.add(reached + s + 1, 0.0, source);
            }
          }
        }
      }
      if (output != null) {
        output.endOfSlice(reached + steps);
      }
    }

    private void checkFinite(boolean weightsToo) {
      for (int b : ownNumbers) {
        String problem = grid.notFinite(b, reached * options.dtMs());
        if (problem != null || weightsToo) {
          // What a neuron got from a synapse that blew up: the synapse is to be named.
          String weight = grid.weightNotFinite(b, reached * options.dtMs());
          problem = weight == null ? problem : weight;
        }
        if (problem != null) {
          throw new SimulationException(problem);
        }
      }
    }
  }

  @Override
  public double timeMs() {
    return step * options.dtMs();
  }

  @Override
  public KernelChoice kernel() {
    return new KernelChoice("grid", "timing is grid");
  }

  @Override
  public double sliceMs() {
    return sliceSteps * options.dtMs();
  }

  @Override
  public long synapses() {
    return grid.storage.stream().mapToLong(ProjectionStorage::synapses).sum();
  }

  @Override
  public long synapseBytes() {
    long bytes = 0;
    for (SynapseTable[] ofBlock : grid.tables) {
      for (SynapseTable table : ofBlock) {
        bytes += table.bytes();
      }
    }
    for (PlasticTable[] ofBlocks : grid.plastic) {
      for (PlasticTable table : ofBlocks) {
        bytes += table.bytes();
      }
    }
    return bytes;
  }

  @Override
  public List<WeightLog> logWeights() {
    List<WeightLog> logs = new ArrayList<>();
    for (Block block : grid.blocks) {
      if (block.plastic() != null) {
        logs.add(block.plastic().log());
      }
    }
    return logs;
  }

  @Override
  public SynapseWeights weights(String projection) {
    for (int part = 0; part < grid.plastic.length; part++) {
      if (grid.plastic[part][0].of().projection().name().equals(projection)) {
        int number = part;
        List<IntUnaryOperator> neurons = new ArrayList<>();
        for (Block block : grid.blocks) {
          neurons.add(target -> block.plastic().neuron(number, target));
        }
        return SynapseWeights.of(List.of(grid.plastic[part]), neurons);
      }
    }
    throw new IllegalArgumentException("there is no plastic projection " + projection);
  }

  @Override
  public long historyBytes() {
    long bytes = 0;
    for (Block block : grid.blocks) {
      bytes += block.plastic() == null ? 0 : block.plastic().historyBytes();
    }
    return bytes;
  }

  @Override
  public long stateBytes() {
    return grid.state.bytes();
  }

  @Override
  public long spikes() {
    return spikes;
  }

  @Override
  public long synapticEvents() {
    long events = 0;
    for (Block block : grid.blocks) {
      events += block.synapticEvents();
    }
    return events;
  }

  @Override
  public Histogram sliceTimes() {
    return sliceTimes;
  }

  @Override
  public Regions regions() {
    return RegionClock.mean(clocks);
  }

  @Override
  public List<ProjectionStorage> storage() {
    return grid.storage;
  }

  @Override
  public List<ProbeData> probes() {
    List<ProbeData> all = new ArrayList<>();
    for (int k = 0; k < network.probes().size(); k++) {
      var probe = network.probes().get(k);
      int interval = Math.max(1, Steps.nearest(probe.intervalMs(), options.dtMs()));
      int first = grid.layout.firstSource[network.populations().indexOf(network.population(probe.population()))];
      ProbeBlock.Samples samples = grid.samples.get(k);
      all.add(new ProbeData(probe, first, samples.columns(), samples.first(step / interval)));
    }
    return all;
  }
}
