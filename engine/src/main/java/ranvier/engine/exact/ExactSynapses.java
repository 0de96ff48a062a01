package ranvier.engine.exact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleConsumer;
import ranvier.engine.connectivity.Parallel;
import ranvier.engine.connectivity.ProjectionRows;
import ranvier.engine.connectivity.RowReader;
import ranvier.engine.network.Distribution;
import ranvier.engine.network.Network;
import ranvier.engine.network.Projection;
import ranvier.engine.network.Rule;

/**
 * Builds the rows of all units. Each unit has up to four sets of rows: compact and full, of either sign. Rows do not
 * depend on the number of workers: a row holds its synapses in the order of projections, sorted by delay.
 */
final class ExactSynapses {
  /** Below this many synapses nothing is rounded to save memory. */
  private static final long SMALL = 1L << 20;
  private static final double DEFAULT_UNIT_MS = 0x1.0p-13;
  private static final int MOST_CODES = 65_535;
  private static final int SOURCES_AT_ONCE = 64;
  private static final int SETS = 4;
  private static final ThreadLocal<RowSorter> SORTERS = ThreadLocal.withInitial(RowSorter::new);
  private static final ThreadLocal<RowValues> VALUES = ThreadLocal.withInitial(RowValues::new);

  /** How one projection is kept. */
  record Kept(Projection projection, boolean full, long synapses, long bytes, double delayUnitMs) {}

  private final Network network;
  private final ExactLayout layout;
  private final double binMs;
  private final long seed;
  private final Parallel parallel;
  /** Whether the network runs only for its code to be compiled: then rows are read in all ways. */
  private final boolean rehearsal;
  private final boolean[] full;
  /** The set that all synapses of a projection belong to, or -1. */
  private final int[] onlySet;
  private final int[] firstTarget;
  private final QuantileTable[] weightTables;
  private final QuantileTable[] delayTables;
  private final List<Kept> kept = new ArrayList<>();
  private final Set<Integer> without;
  private double unitMs;

  /** For all projections but those of the given numbers, which are kept elsewhere. */
  ExactSynapses(Network network, ExactLayout layout, double binMs, long seed, int threads,
      boolean rehearsal, Set<Integer> without) {
    this.rehearsal = rehearsal;
    this.without = without;
    this.network = network;
    this.layout = layout;
    this.binMs = binMs;
    this.seed = seed;
    parallel = new Parallel(threads);
    int n = network.projections().size();
    full = new boolean[n];
    onlySet = new int[n];
    firstTarget = new int[n];
    weightTables = new QuantileTable[n];
    delayTables = new QuantileTable[n];
  }

  /** Synapses that are expected in a network. */
  static long expected(Network network) {
    long expected = 0;
    for (Projection p : network.projections()) {
      expected += p.rule().expectedSynapses(network.sizeOf(p.source()), network.sizeOf(p.target()), false);
    }
    return expected;
  }

  /** Whether the synapses of a projection are kept in full, in a network of so many. */
  static boolean isFull(Projection projection, long expected) {
    return switch (projection.storage()) {
      case DOUBLE -> true;
      case SINGLE, FIXED16, PROCEDURAL -> false;
      case AUTO -> expected <= SMALL || projection.rule() instanceof Rule.Explicit;
    };
  }

  /** Rows by unit and set: set 2 c + f is channel c, full if f is 1; null where there are no synapses. */
  Rows[][] build(DoubleConsumer progress) {
    long expected = expected(network);
    Map<Distribution, QuantileTable> tables = new HashMap<>();
    for (int k = 0; k < full.length; k++) {
      Projection p = network.projections().get(k);
      full[k] = isFull(p, expected);
      onlySet[k] = p.weight().min() >= 0 || p.weight().max() < 0 ? set(k, p.weight().min()) : -1;
      firstTarget[k] = layout.firstSource(network, p.target());
      boolean many = !full[k] && !(p.rule() instanceof Rule.Explicit);
      // Equal distributions share a table: all of them together should fit the caches.
      weightTables[k] = many && !p.weight().isConstant()
          ? tables.computeIfAbsent(p.weight(), QuantileTable::new) : null;
      delayTables[k] = many && !p.delayMs().isConstant()
          ? tables.computeIfAbsent(p.delayMs(), QuantileTable::new) : null;
    }
    unitMs = unit();
    ProjectionRows[] rows = new ProjectionRows[full.length];
    for (int k = 0; k < rows.length; k++) {
      rows[k] = without.contains(k) ? null : ProjectionRows.of(network, k, seed, parallel);
    }
    int units = layout.members.length;
    int[][][] starts = new int[units][SETS][];
    for (int[][] sets : starts) {
      for (int s = 0; s < SETS; s++) {
        sets[s] = new int[layout.sources + 1];
      }
    }
    AtomicLong[] counts = new AtomicLong[full.length];
    for (int k = 0; k < counts.length; k++) {
      counts[k] = new AtomicLong();
    }
    each(rows, (p, reader, source, global) -> {
      int length = reader.read(source);
      counts[p].addAndGet(length);
      int first = firstTarget[p];
      int[] targets = reader.targets();
      double[] weights = onlySet[p] >= 0 ? null : VALUES.get().weights(reader, length, weightTables[p]);
      for (int i = 0; i < length; i++) {
        int set = weights == null ? onlySet[p] : set(p, weights[i]);
        starts[layout.unitOf[first + targets[i]]][set][global + 1]++;
      }
    }, global -> { });
    progress.accept(0.4);
    Rows[][] built = new Rows[units][SETS];
    int[][][] next = new int[units][SETS][];
    for (int u = 0; u < units; u++) {
      for (int s = 0; s < SETS; s++) {
        int[] start = starts[u][s];
        long sum = 0;
        for (int g = 0; g < layout.sources; g++) {
          sum += start[g + 1];
          if (sum > Integer.MAX_VALUE - 64) {
            throw new IllegalArgumentException("one partition would hold more than 2^31 synapses; use more threads");
          }
          start[g + 1] = (int) sum;
        }
      }
    }
    // The operating system hands out new memory slowly: to all threads at once.
    parallel.forEach(units * SETS, k -> {
      int s = k % SETS;
      int[] start = starts[k / SETS][s];
      if (start[layout.sources] > 0) {
        next[k / SETS][s] = start.clone();
        built[k / SETS][s] = s % 2 == 1 ? new FullRows(start, binMs) : new CompactRows(start, binMs, unitMs);
      }
    });
    each(rows, (p, reader, source, global) -> fill(built, next, p, reader, source, global), global -> {
      RowSorter sorter = SORTERS.get();
      for (Rows[] sets : built) {
        for (Rows set : sets) {
          if (set != null) {
            set.sort(global, sorter);
          }
        }
      }
    });
    for (int k = 0; k < counts.length; k++) {
      long n = counts[k].get();
      kept.add(new Kept(network.projections().get(k), full[k], n, n * (full[k] ? 20 : 8), full[k] ? 0.0 : unitMs));
    }
    for (int u = 0; u < units; u++) {
      for (int s = 0; s < SETS; s++) {
        if (built[u][s] != null) {
          built[u][s].built();
          if (rehearsal) {
            built[u][s].readInPlace((u + s / 2) % 2 == 0);
          }
        }
      }
    }
    progress.accept(1.0);
    return built;
  }


  private void fill(Rows[][] built, int[][][] next, int p, RowReader reader, int source, int global) {
    int length = reader.read(source);
    int[] targets = reader.targets();
    double[] weights = VALUES.get().weights(reader, length, weightTables[p]);
    double[] delays = VALUES.get().delaysMs(reader, length, delayTables[p]);
    for (int i = 0; i < length; i++) {
      int target = firstTarget[p] + targets[i];
      int unit = layout.unitOf[target];
      int set = onlySet[p] >= 0 ? onlySet[p] : set(p, weights[i]);
      if (!(delays[i] >= 0) || Double.isInfinite(delays[i])) {
        throw new IllegalArgumentException("projection " + network.projections().get(p).name() + ": a delay of "
            + delays[i] + " ms was drawn; give the distribution a lower bound, such as a redrawn or clipped normal");
      }
      built[unit][set].put(next[unit][set][global]++, layout.localOf[target], delays[i], weights[i]);
    }
  }

  private interface RowVisitor {
    void visit(int projection, RowReader reader, int source, int global);
  }

  /** Visits all rows, the projections of one source in order and by one thread. */
  private void each(ProjectionRows[] rows, RowVisitor visitor, java.util.function.IntConsumer afterSource) {
    String[] names = new String[layout.firstSource.length - 1];
    for (int k = 0; k < names.length; k++) {
      int populations = network.populations().size();
      names[k] = k < populations ? network.populations().get(k).name()
          : network.spikeTrains().get(k - populations).name();
    }
    int parts = (layout.sources + SOURCES_AT_ONCE - 1) / SOURCES_AT_ONCE;
    ThreadLocal<RowReader[]> readers = ThreadLocal.withInitial(() -> {
      RowReader[] own = new RowReader[rows.length];
      for (int k = 0; k < own.length; k++) {
        own[k] = rows[k] == null ? null : rows[k].reader();
      }
      return own;
    });
    parallel.forEach(parts, part -> {
      RowReader[] own = readers.get();
      int group = 0;
      int to = Math.min(layout.sources, (part + 1) * SOURCES_AT_ONCE);
      for (int global = part * SOURCES_AT_ONCE; global < to; global++) {
        while (layout.firstSource[group + 1] <= global) {
          group++;
        }
        for (int p = 0; p < rows.length; p++) {
          if (rows[p] != null && rows[p].projection().source().equals(names[group])) {
            visitor.visit(p, own[p], global - layout.firstSource[group], global);
          }
        }
        afterSource.accept(global);
      }
    });
    readers.remove();
  }

  private int set(int p, double weight) {
    return (weight >= 0 ? 0 : 2) + (full[p] ? 1 : 0);
  }

  /** Unit of the delay codes: the delay itself if all are equal, otherwise a power of two that reaches the longest. */
  private double unit() {
    double longest = 0.0;
    double shortest = Double.POSITIVE_INFINITY;
    for (int k = 0; k < full.length; k++) {
      if (!full[k]) {
        Distribution d = network.projections().get(k).delayMs();
        double most = d.max() < Double.POSITIVE_INFINITY ? d.max() : d.value(0, 1 - 0x1.0p-33);
        longest = Math.max(longest, most);
        shortest = Math.min(shortest, d.min());
      }
    }
    if (longest == shortest && longest > 0) {
      return longest;
    }
    double unit = DEFAULT_UNIT_MS;
    while (longest > unit * MOST_CODES) {
      unit *= 2.0;
    }
    return unit;
  }

  List<Kept> kept() {
    return kept;
  }
}
