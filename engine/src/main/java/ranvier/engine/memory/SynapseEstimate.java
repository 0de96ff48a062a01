package ranvier.engine.memory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import ranvier.engine.model.Models;
import ranvier.engine.model.SynapseModel;
import ranvier.engine.network.Distribution;
import ranvier.engine.network.Network;
import ranvier.engine.network.Population;
import ranvier.engine.network.Projection;
import ranvier.engine.network.Rule;
import ranvier.engine.network.SpikeTrains;
import ranvier.engine.network.Storage;
import ranvier.engine.plasticity.PlasticProjection;

/** What the synapses of a network would take: the layouts of both kernels, counted instead of built. */
final class SynapseEstimate {
  private static final int BLOCK = 1 << 16;
  private static final int LANES = 16;
  private static final int MOST_SHARED = 4;
  /** Windows of four steps leave room for so many neurons in an address of 16 bits. */
  private static final int SMALL_BLOCK = 1 << 14;
  /** Where a row of a table begins, in synapses and in groups, and how many groups it has. */
  private static final int ROW_BYTES = 16;
  /** In exact time, where a row begins, and its first and last delay. */
  private static final int EXACT_ROW_BYTES = 8;
  private static final int GROUP_BYTES = 4;
  private static final int PIECE_BYTES = 41;
  /** Draws further out than this fraction on either side are too rare to open a delay group in every row. */
  private static final double TAIL = 1e-3;
  /** In exact time smaller networks are kept without rounding. */
  private static final long SMALL = 1L << 20;
  private static final int EXACT_BYTES = 8;
  private static final int EXACT_FULL_BYTES = 20;

  private final Network network;
  private final Models models;
  private final double dtMs;
  private final boolean exact;
  private final boolean singlePrecision;
  private final int blocks;
  private final boolean isShared;
  private final boolean isSmall;

  SynapseEstimate(Network network, Models models, double dtMs, boolean exact, boolean singlePrecision,
      int threads) {
    this.network = network;
    this.models = models;
    this.dtMs = dtMs;
    this.exact = exact;
    this.singlePrecision = singlePrecision;
    blocks = blocks(network, threads);
    isShared = !exact && isShared();
    isSmall = network.projections().stream().mapToDouble(this::synapses).sum() <= SMALL;
  }

  /**
   * Whether fixed point keeps few constant weights once. For large blocks with delays that differ the kernel may decide
   * otherwise: no is the answer then.
   */
  private boolean isShared() {
    List<Projection> fixed = network.projections().stream().filter(p -> storage(p) == Storage.FIXED16).toList();
    return fixed.stream().allMatch(p -> p.weight().isConstant())
        && fixed.stream().mapToDouble(p -> p.weight().min()).distinct().count() <= MOST_SHARED
        && (padded(network, blocks) <= SMALL_BLOCK || fixed.stream().allMatch(p -> p.delayMs().isConstant()));
  }

  /** The projections, and the index of their rows. */
  List<MemoryEstimate.Part> parts() {
    List<MemoryEstimate.Part> parts = new ArrayList<>();
    network.projections().forEach(p -> parts.add(part(p)));
    if (!parts.isEmpty()) {
      parts.add(index());
    }
    return parts;
  }

  /** Parts in which the neurons are laid out, so that places have 16 bits. */
  private static int blocks(Network network, int threads) {
    int blocks = threads;
    while (blocks < Integer.MAX_VALUE - threads && padded(network, blocks) > BLOCK
        && (long) LANES * network.populations().size() <= BLOCK) {
      blocks += threads;
    }
    return blocks;
  }

  private static long padded(Network network, int blocks) {
    long sum = 0;
    for (Population p : network.populations()) {
      sum += (((long) p.size() + blocks - 1) / blocks + LANES - 1) / LANES * LANES;
    }
    return sum;
  }

  private long synapses(Projection p) {
    return p.rule().expectedSynapses(network.sizeOf(p.source()), network.sizeOf(p.target()),
        p.source().equals(p.target()));
  }

  private MemoryEstimate.Part part(Projection p) {
    long synapses = synapses(p);
    int sources = network.sizeOf(p.source());
    SynapseModel model = models.synapses().get(p.synapse());
    Storage storage = storage(p);
    double bytes = (double) synapses * bytesPerSynapse(storage);
    double rows = exact ? sources : (double) sources * blocks;
    double perRow = Math.min(groups(p.delayMs()), rows == 0 ? 0 : Math.ceil(synapses / rows));
    double pieces = rows * perRow;
    if (PlasticProjection.isPlastic(p, models)) {
      // Target, weight and the rule's columns; 41 bytes for a piece of a row, which keeps its traces too.
      int width = storage == Storage.SINGLE ? Float.BYTES : Double.BYTES;
      int target = exact && network.sizeOf(p.target()) > BLOCK ? Integer.BYTES : Character.BYTES;
      int element = p.rule() instanceof Rule.Explicit ? Integer.BYTES : 0;
      bytes = (double) synapses * (target + element + width * (1 + model.description().variables().size()))
          + pieces * PIECE_BYTES;
    } else if (!exact && perRow > 1) {
      bytes += GROUP_BYTES * pieces;
    }
    return new MemoryEstimate.Part(MemoryEstimate.Kind.SYNAPSES, "projections." + p.name(), synapses, storage,
        MemoryEstimate.saturated(bytes), MemoryEstimate.saturated(buildBytes(p.rule(), synapses, sources)));
  }

  /** Rows of all sources, of every table that some projection needs, in every block. */
  private MemoryEstimate.Part index() {
    long sources = network.populations().stream().mapToLong(Population::size).sum()
        + network.spikeTrains().stream().mapToLong(SpikeTrains::size).sum();
    Set<String> tables = new LinkedHashSet<>();
    for (Projection p : network.projections()) {
      Population target = network.population(p.target());
      // In exact time neurons of different parameters lie in different units.
      String place = exact && target != null ? " " + target.model() + target.parameters()
          : isShared && storage(p) == Storage.FIXED16 ? " " + p.weight() : "";
      if (p.weight().max() >= 0) {
        tables.add("+" + storage(p) + place);
      }
      if (p.weight().min() < 0) {
        tables.add("-" + storage(p) + place);
      }
    }
    double rows = (double) sources * blocks * tables.size();
    double bytes = rows * (exact ? EXACT_ROW_BYTES : ROW_BYTES);
    return new MemoryEstimate.Part(MemoryEstimate.Kind.ROWS, "projections", MemoryEstimate.saturated(rows), null,
        MemoryEstimate.saturated(bytes), exact ? MemoryEstimate.saturated(bytes) : 0);
  }

  private Storage storage(Projection p) {
    if (PlasticProjection.isPlastic(p, models)) {
      return PlasticProjection.storage(p, singlePrecision && !exact);
    }
    if (p.storage() != Storage.AUTO) {
      return exact && p.storage() == Storage.FIXED16 ? Storage.SINGLE : p.storage();
    }
    if (exact) {
      return isSmall || p.rule() instanceof Rule.Explicit ? Storage.DOUBLE : Storage.SINGLE;
    }
    return p.weight() instanceof Distribution.Listed ? Storage.DOUBLE : Storage.FIXED16;
  }

  private int bytesPerSynapse(Storage storage) {
    return switch (storage) {
      case FIXED16 -> isShared ? 2 : 4;
      case PROCEDURAL -> 0;
      case SINGLE -> EXACT_BYTES;
      case DOUBLE, AUTO -> exact ? EXACT_FULL_BYTES : 12;
    };
  }

  /** How many different delays, in steps, a long row has. */
  private double groups(Distribution delayMs) {
    return switch (delayMs) {
      case Distribution.Constant c -> 1;
      case Distribution.Listed list ->
          Math.max(1, Arrays.stream(list.values()).mapToLong(d -> Math.round(d / dtMs)).distinct().count());
      default -> {
        long first = Math.max(1, Math.round(delayMs.value(0, TAIL) / dtMs));
        long last = Math.max(first, Math.round(delayMs.value(0, 1 - TAIL) / dtMs));
        yield last - first + 1.0;
      }
    };
  }

  /** Rules that do not choose targets source by source are sorted by source first. */
  private static double buildBytes(Rule rule, long synapses, int sources) {
    return switch (rule) {
      case Rule.FixedInDegree r -> 4.0 * synapses + 4.0 * sources;
      case Rule.Explicit r -> 8.0 * synapses + 4.0 * sources;
      case Rule.FixedTotalNumber r -> 4.0 * sources;
      case Rule.OneToOne r -> 0;
      case Rule.AllToAll r -> 0;
      case Rule.FixedOutDegree r -> 0;
      case Rule.PairwiseBernoulli r -> 0;
    };
  }
}
