package ranvier.engine.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ranvier.engine.connectivity.Parallel;
import ranvier.engine.math.VectorGate;
import ranvier.engine.memory.StateArray;
import ranvier.engine.memory.StateStore;
import ranvier.engine.model.History;
import ranvier.engine.model.Receptor;
import ranvier.engine.model.SynapseRow;
import ranvier.engine.network.Network;
import ranvier.engine.network.Projection;
import ranvier.engine.plasticity.FixedSums;
import ranvier.engine.plasticity.FloatingSums;
import ranvier.engine.plasticity.PlasticProjection;
import ranvier.engine.plasticity.PlasticRows;
import ranvier.engine.plasticity.PlasticTable;
import ranvier.engine.plasticity.TargetSums;
import ranvier.engine.plasticity.WeightLog;

/**
 * The plastic synapses onto one block of neurons, on the grid. A piece of a row learns in the step in which its spike
 * arrives, just before it is added to the sums; pieces of a step are visited in the order (projection, time of the
 * spike, source, piece), so that every sum is added in the same order whatever the blocks.
 */
final class PlasticBlock {
  /** Grid times are multiples of the step but for rounding. */
  private static final double TOLERANCE_MS = 1e-6;

  /** Pieces whose lines are read together, ahead of time: many at once, since each such reading waits for its last. */
  private static final int TOUCHED = 8;

  private final GridLayout layout;
  private final int block;
  private final double dtMs;
  private final InputSlots[] slots;
  private final double[][] sums;
  private final List<Part> parts = new ArrayList<>();
  private final WeightLog log = new WeightLog();
  private long synapticEvents;

  /** One projection: its table and where its spikes come from and go to. */
  private final class Part {
    final PlasticTable table;
    final Calendar calendar;
    final int firstSource;
    final int lastSource;
    final int firstTarget;
    final int lastTarget;
    final int firstModulator;
    final int lastModulator;
    final int base;
    final List<Receptor> receptors;
    /** Per receptor: null where it takes something else than the weights. */
    final TargetSums[] into;
    final StateArray[] variables;
    final History[] histories;

    Part(Network network, PlasticTable table, SynapsePlan plan, StateStore state, int horizon, VectorGate gate) {
      this.table = table;
      Projection p = table.of().projection();
      calendar = new Calendar(horizon);
      firstSource = layout.firstSource[entity(network, p.source())];
      lastSource = firstSource + network.sizeOf(p.source());
      int target = entity(network, p.target());
      firstTarget = layout.firstSource[target];
      lastTarget = firstTarget + network.sizeOf(p.target());
      base = layout.base(target);
      receptors = plan.receptors(target).receptors();
      into = new TargetSums[receptors.size()];
      for (int r = 0; r < into.length; r++) {
        if (receptors.get(r).isPlain() && SynapsePlan.reaches(p.weight(), receptors.get(r))) {
          into[r] = plan.transmitsFixed(table.of().number(), receptors.get(r))
              ? new FixedSums(slots[r].sums, plan.receptors(target).resolution()[r], gate) : new FloatingSums(sums[r]);
        }
      }
      firstModulator = p.modulator().isEmpty() ? 0 : layout.firstSource[entity(network, p.modulator())];
      lastModulator = p.modulator().isEmpty() ? 0 : firstModulator + network.sizeOf(p.modulator());
      variables = new StateArray[table.variables().size()];
      histories = new History[variables.length];
      int v = 0;
      for (Map.Entry<String, History> entry : table.variables().entrySet()) {
        variables[v] = state.find(p.target(), block, entry.getKey());
        histories[v++] = entry.getValue();
      }
    }
  }

  private PlasticBlock(GridLayout layout, int block, double dtMs, InputSlots[] slots, double[][] sums) {
    this.layout = layout;
    this.block = block;
    this.dtMs = dtMs;
    this.slots = slots;
    this.sums = sums;
  }

  /** The tables of all blocks, by projection and block; built by as many threads. */
  static PlasticTable[][] tables(Network network, List<PlasticProjection> projections, GridLayout layout,
      SynapsePlan plan, SimulationOptions options, VectorGate gate) {
    double dtMs = options.dtMs();
    PlasticTable[][] tables = new PlasticTable[projections.size()][layout.blocks];
    new Parallel(options.threads()).forEach(projections.size() * layout.blocks, task -> {
      PlasticProjection p = projections.get(task / layout.blocks);
      int b = task % layout.blocks;
      int target = network.populations().indexOf(network.population(p.projection().target()));
      int[] places = layout.places(target);
      tables[task / layout.blocks][b] = new PlasticRows(p, new PlasticRows.Placement() {
        @Override
        public int place(int neuron) {
          return places[neuron] >>> 16 == b ? places[neuron] & 0xFFFF : -1;
        }

        @Override
        public int receptor(double weight) {
          return plan.receptors(target).of(weight);
        }

        @Override
        public double delayMs(double drawnMs) {
          return DelaySteps.of(drawnMs, dtMs) * dtMs;
        }

        @Override
        public int delaySteps(double drawnMs) {
          return DelaySteps.of(drawnMs, dtMs);
        }

        @Override
        public int places() {
          return layout.blockSize();
        }

        @Override
        public double dtMs() {
          return dtMs;
        }

        @Override
        public double toleranceMs() {
          return TOLERANCE_MS;
        }

        @Override
        public VectorGate vectorGate() {
          return gate;
        }
      }).build();
    });
    return tables;
  }

  /**
   * The plastic synapses of one block; null if there are none.
   *
   * @param slots per receptor the integer sums to which what is in fixed point is added
   * @param sums per receptor those in floating point
   */
  static PlasticBlock of(Network network, PlasticTable[][] tables, GridLayout layout, int block, double dtMs,
      InputSlots[] slots, double[][] sums, SynapsePlan plan, StateStore state, VectorGate gate) {
    if (tables.length == 0) {
      return null;
    }
    PlasticBlock plastic = new PlasticBlock(layout, block, dtMs, slots, sums);
    for (PlasticTable[] ofProjection : tables) {
      plastic.parts.add(plastic.new Part(network, ofProjection[block], plan, state,
          plan.longestDelay() + plan.shortestDelay() + 1, gate));
    }
    return plastic;
  }

  private static int entity(Network network, String name) {
    for (int p = 0; p < network.populations().size(); p++) {
      if (network.populations().get(p).name().equals(name)) {
        return p;
      }
    }
    for (int t = 0; t < network.spikeTrains().size(); t++) {
      if (network.spikeTrains().get(t).name().equals(name)) {
        return network.populations().size() + t;
      }
    }
    throw new IllegalArgumentException("there is nothing of the name " + name);
  }

  /** Keeps every transmission from now on. */
  WeightLog log() {
    parts.forEach(p -> p.table.log(log));
    return log;
  }

  /** Notes the spikes of the block's own neurons in a step, and their state at its end. */
  void observe(int step, SliceSpikes spikes, int from, int to) {
    double timeMs = step * dtMs;
    for (Part part : parts) {
      for (int k = from; k < to; k++) {
        int source = spikes.source(k);
        if (source >= part.firstTarget && source < part.lastTarget) {
          part.table.targetSpiked(part.base + (source - part.firstTarget) / layout.blocks, timeMs);
        }
      }
      for (int v = 0; v < part.variables.length; v++) {
        StateArray array = part.variables[v];
        for (int i = 0; i < array.size(); i++) {
          double value = array.raw(i);
          if (value != 0.0) {
            part.histories[v].value(part.base + i, timeMs, value);
          }
        }
      }
    }
  }

  /** Notes for each spike of a step which pieces of its row are due when. */
  void schedule(SliceSpikes merged, int stepInSlice, int step) {
    for (Part part : parts) {
      for (int k = merged.start(stepInSlice); k < merged.end(stepInSlice); k++) {
        int source = merged.source(k);
        if (source >= part.firstSource && source < part.lastSource) {
          int row = source - part.firstSource;
          for (int p = part.table.pieces().first(row); p < part.table.pieces().first(row + 1); p++) {
            part.calendar.schedule(step + part.table.pieces().delaySteps(p), p);
          }
        }
        if (source >= part.firstModulator && source < part.lastModulator) {
          part.table.modulated(step * dtMs + part.table.of().modulatorDelayMs());
        }
      }
    }
  }

  /** Lets everything that is due in a step learn, and adds it to the sums. */
  void deliver(int step) {
    for (Part part : parts) {
      PlasticTable table = part.table;
      table.maintain(step * dtMs);
      int count = part.calendar.count(step);
      long[] list = part.calendar.list(step);
      for (int k = 0; k < count; k++) {
        int piece = (int) list[k];
        if (k % TOUCHED == 0) {
          table.ahead().touch(list, k == 0 ? 0 : k + TOUCHED, Math.min(k + 2 * TOUCHED, count));
        }
        double spikeMs = (step - table.pieces().delaySteps(piece)) * dtMs;
        int receptor = table.pieces().receptor(piece);
        TargetSums into = part.into[receptor];
        if (into instanceof FixedSums fixed) {
          fixed.startAt(slots[receptor].offset(step));
        }
        if (table.transmits() && into != null) {
          synapticEvents += table.arrive(piece, spikeMs, into);
        } else {
          SynapseRow row = table.arrive(piece, spikeMs);
          synapticEvents += row.count();
          if (table.transmits()) {
            add(part.receptors.get(receptor), row.targets(), table.transmitted(), row.count(), sums[receptor]);
          }
        }
      }
      part.calendar.clear(step);
    }
  }

  private static void add(Receptor receptor, int[] targets, double[] amounts, int count, double[] sum) {
    for (int k = 0; k < count; k++) {
      sum[targets[k]] += receptor.amount(amounts[k]);
    }
  }

  /** Says which weight is not finite; null if all are. */
  String notFinite(double timeMs) {
    for (Part part : parts) {
      String problem = part.table.notFinite(timeMs);
      if (problem != null) {
        return problem;
      }
    }
    return null;
  }

  long synapticEvents() {
    return synapticEvents;
  }

  /** Bytes of what the targets' histories hold now. */
  long historyBytes() {
    return parts.stream().mapToLong(p -> p.table.historyBytes()).sum();
  }

  /** Number of a target within its population. */
  int neuron(int part, int target) {
    return (target - parts.get(part).base) * layout.blocks + block;
  }
}
