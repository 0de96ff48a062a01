package ranvier.engine.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.DoubleConsumer;
import ranvier.engine.connectivity.Parallel;
import ranvier.engine.connectivity.ProjectionRows;
import ranvier.engine.memory.SynapseTable;
import ranvier.engine.network.Network;
import ranvier.engine.network.Projection;
import ranvier.engine.network.Storage;

/**
 * Fills the synapse tables of all blocks: each source's row is drawn once, sorted by block, table and delay, and
 * written
 * to its final place. Rows are independent, so any number of threads builds the same tables.
 */
final class SynapseBuilder {
  private static final int ROWS_PER_TASK = 16;

  private final Network network;
  private final GridLayout layout;
  private final SynapsePlan plan;
  private final SynapseTable[][] tables;
  private final AtomicLongArray counts;
  private final long seed;
  private final Parallel parallel;
  private final TableKinds kinds;
  private final RowTables shared;
  private final InputLayout input;
  private DrawnRows drawn;

  SynapseBuilder(Network network, GridLayout layout, SynapsePlan plan, RowTables shared, InputLayout input, long seed,
      int threads) {
    this.network = network;
    this.layout = layout;
    this.plan = plan;
    this.shared = shared;
    this.input = input;
    this.seed = seed;
    parallel = new Parallel(threads);
    counts = new AtomicLongArray(network.projections().size());
    kinds = new TableKinds(network, plan, input);
    tables = new SynapseTable[layout.blocks][kinds.count()];
    for (SynapseTable[] ofBlock : tables) {
      Arrays.setAll(ofBlock, k -> kinds.table(k, layout.sources, layout.blocks));
    }
  }

  /** Draws everything. */
  SynapseTable[][] build(DoubleConsumer progress) {
    int projections = network.projections().size();
    parallel.forEach(layout.blocks * kinds.count(), t -> tables[t % layout.blocks][t / layout.blocks].open());
    RowTarget[] targets = new RowTarget[projections];
    ProjectionRows[] rows = new ProjectionRows[projections];
    for (int j = 0; j < projections; j++) {
      rows[j] = plan.isPlastic(j) ? null : ProjectionRows.of(network, j, seed, parallel);
    }
    parallel.forEach(projections,
        j -> targets[j] = plan.isPlastic(j) ? null : new RowTarget(network, j, plan, kinds, shared));
    for (int j = 0; j < projections; j++) {
      if (plan.storage(j) == Storage.PROCEDURAL) {
        Projection p = network.projections().get(j);
        counts.set(j, p.rule().expectedSynapses(network.sizeOf(p.source()), network.sizeOf(p.target()),
            p.source().equals(p.target())));
      }
    }
    drawn = new DrawnRows(network, layout, plan, rows, targets, input);
    List<int[]> tasks = new ArrayList<>();
    int[][] starting = new int[layout.firstSource.length][];
    for (int entity = 0; entity < starting.length; entity++) {
      starting[entity] = projectionsFrom(entity);
      if (starting[entity].length > 0) {
        for (int from = 0; from < size(entity); from += ROWS_PER_TASK) {
          tasks.add(new int[] {entity, from});
        }
      }
    }
    AtomicInteger next = new AtomicInteger();
    AtomicLong done = new AtomicLong();
    parallel.forEach(parallel.threads(), thread -> {
      RowBuilder builder = new RowBuilder(tables, kinds, plan.longestDelay(), rows, targets, input);
      for (int t = next.getAndIncrement(); t < tasks.size(); t = next.getAndIncrement()) {
        int entity = tasks.get(t)[0];
        int from = tasks.get(t)[1];
        for (int row = from; row < Math.min(size(entity), from + ROWS_PER_TASK); row++) {
          builder.build(starting[entity], row, layout.firstSource[entity] + row);
        }
        long finished = done.incrementAndGet();
        if ((finished & 63) == 0) {
          progress.accept((double) finished / tasks.size());
        }
      }
      for (int j = 0; j < projections; j++) {
        counts.addAndGet(j, builder.synapses(j));
      }
    });
    for (SynapseTable[] ofBlock : tables) {
      for (SynapseTable table : ofBlock) {
        table.seal();
      }
    }
    return tables;
  }

  private int size(int entity) {
    int populations = network.populations().size();
    return entity < populations ? network.populations().get(entity).size()
        : network.spikeTrains().get(entity - populations).size();
  }

  private int[] projectionsFrom(int entity) {
    int populations = network.populations().size();
    String name = entity < populations ? network.populations().get(entity).name()
        : network.spikeTrains().get(entity - populations).name();
    return java.util.stream.IntStream.range(0, network.projections().size())
        .filter(j -> network.projections().get(j).source().equals(name) && !plan.isPlastic(j)
            && plan.storage(j) != Storage.PROCEDURAL).toArray();
  }

  /** The projections whose rows are drawn at every spike, after {@link #build}. */
  DrawnRows drawn() {
    return drawn;
  }

  /** Storage of every projection, after {@link #build}. */
  List<ProjectionStorage> storage() {
    List<ProjectionStorage> all = new ArrayList<>();
    for (int j = 0; j < network.projections().size(); j++) {
      int bytesEach = switch (plan.storage(j)) {
        case FIXED16, AUTO -> kinds.isShared(j) ? 2 : 4;
        case SINGLE -> 8;
        case DOUBLE -> 12;
        case PROCEDURAL -> 0;
      };
      all.add(new ProjectionStorage(network.projections().get(j).name(), plan.storage(j), plan.resolution(j),
          counts.get(j), bytesEach * counts.get(j)));
    }
    return all;
  }
}
