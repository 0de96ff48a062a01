package ranvier.engine.connectivity;

import java.util.Arrays;
import ranvier.engine.network.Network;
import ranvier.engine.network.Projection;
import ranvier.engine.network.Rule;
import ranvier.engine.random.Philox;
import ranvier.engine.random.Purpose;

/** The synapses of one projection, row by row. Immutable once built; read it through {@link #reader()}. */
public final class ProjectionRows {
  /** Weyl increment of splitmix64. */
  static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private static final int SLICE = 1 << 16;

  private final Projection projection;
  private final int number;
  private final int sourceSize;
  private final int targetSize;
  private final boolean excludeSelf;
  private final long seed;

  /** Row lengths of rules that fix only their total; null otherwise. */
  private int[] outDegree;

  /** Rows sorted by source, for rules that do not choose targets row by row; null otherwise. */
  private int[] rowStart;
  private int[] targets;
  private int[] elements;

  private ProjectionRows(Network network, int number, long seed) {
    this.projection = network.projections().get(number);
    this.number = number;
    this.seed = seed;
    sourceSize = network.sizeOf(projection.source());
    targetSize = network.sizeOf(projection.target());
    excludeSelf = projection.source().equals(projection.target()) && !autapses(projection.rule());
  }

  /**
   * Prepares the rows of one projection.
   *
   * @param number position of the projection in the network; part of the random streams' keys
   */
  public static ProjectionRows of(Network network, int number, long seed, Parallel parallel) {
    ProjectionRows rows = new ProjectionRows(network, number, seed);
    switch (rows.projection.rule()) {
      case Rule.FixedTotalNumber r -> rows.drawOutDegrees(r.number(), parallel);
      case Rule.FixedInDegree r -> rows.drawInDegrees(r, parallel);
      case Rule.Explicit r -> rows.sortBySource(r);
      default -> { }
    }
    return rows;
  }

  /** A reader for one thread. */
  public RowReader reader() {
    return new RowReader(this);
  }

  /** The description. */
  public Projection projection() {
    return projection;
  }

  /** Number of sources, that is of rows. */
  public int sourceSize() {
    return sourceSize;
  }

  /** Number of possible targets. */
  public int targetSize() {
    return targetSize;
  }

  /** Bytes held for rules that cannot be drawn on demand. */
  public long bytes() {
    return 4L * ((outDegree == null ? 0 : outDegree.length) + (rowStart == null ? 0 : rowStart.length)
        + (targets == null ? 0 : targets.length) + (elements == null ? 0 : elements.length));
  }

  int number() {
    return number;
  }

  long seed() {
    return seed;
  }

  boolean excludeSelf() {
    return excludeSelf;
  }

  int outDegree(int source) {
    return outDegree[source];
  }

  boolean isSorted() {
    return rowStart != null;
  }

  int rowStart(int source) {
    return rowStart[source];
  }

  int[] sortedTargets() {
    return targets;
  }

  int[] sortedElements() {
    return elements;
  }

  private static boolean autapses(Rule rule) {
    return switch (rule) {
      case Rule.AllToAll r -> r.autapses();
      case Rule.FixedInDegree r -> r.autapses();
      case Rule.FixedOutDegree r -> r.autapses();
      case Rule.FixedTotalNumber r -> r.autapses();
      case Rule.PairwiseBernoulli r -> r.autapses();
      case Rule.OneToOne r -> true;
      case Rule.Explicit r -> true;
    };
  }

  /** Each synapse chooses its source; counting them gives the row lengths, in any order of the slices. */
  private void drawOutDegrees(long synapses, Parallel parallel) {
    long key = new Philox(seed, Purpose.CONNECTIVITY, number).bits(-1L, 0);
    int parts = (int) Math.min(parallel.threads(), 1 + synapses / SLICE);
    int[][] counts = new int[parts][];
    parallel.forEach(parts, part -> {
      int[] count = new int[sourceSize];
      long from = synapses * part / parts;
      long to = synapses * (part + 1) / parts;
      for (long k = from; k < to; k++) {
        count[(int) Math.unsignedMultiplyHigh(Philox.mix(key + (k + 1) * GOLDEN), sourceSize)]++;
      }
      counts[part] = count;
    });
    outDegree = counts[0];
    for (int part = 1; part < parts; part++) {
      for (int s = 0; s < sourceSize; s++) {
        outDegree[s] += counts[part][s];
      }
    }
  }

  /** Each target chooses its sources; a counting sort by source, targets ascending, makes the rows. */
  private void drawInDegrees(Rule.FixedInDegree rule, Parallel parallel) {
    long synapses = (long) rule.inDegree() * targetSize;
    if (synapses > Integer.MAX_VALUE - 16) {
      throw new IllegalArgumentException("projection " + projection.name() + ": a fixed in-degree gives at most 2^31"
          + " synapses per projection, this one has " + synapses + "; split the target population");
    }
    int parts = Math.max(1, Math.min(parallel.threads(), targetSize));
    int[][] next = new int[parts][];
    parallel.forEach(parts, part -> {
      int[] count = new int[sourceSize];
      SourceChooser chooser = new SourceChooser(this, rule);
      for (int t = firstTarget(part, parts); t < firstTarget(part + 1, parts); t++) {
        int[] chosen = chooser.choose(t);
        for (int k = 0; k < rule.inDegree(); k++) {
          count[chosen[k]]++;
        }
      }
      next[part] = count;
    });
    rowStart = new int[sourceSize + 1];
    int position = 0;
    for (int s = 0; s < sourceSize; s++) {
      rowStart[s] = position;
      for (int part = 0; part < parts; part++) {
        int length = next[part][s];
        next[part][s] = position;
        position += length;
      }
    }
    rowStart[sourceSize] = position;
    targets = new int[position];
    parallel.forEach(parts, part -> {
      int[] place = next[part];
      SourceChooser chooser = new SourceChooser(this, rule);
      for (int t = firstTarget(part, parts); t < firstTarget(part + 1, parts); t++) {
        int[] chosen = chooser.choose(t);
        for (int k = 0; k < rule.inDegree(); k++) {
          targets[place[chosen[k]]++] = t;
        }
      }
    });
  }

  private int firstTarget(int part, int parts) {
    return (int) ((long) targetSize * part / parts);
  }

  private void sortBySource(Rule.Explicit rule) {
    int[] sources = rule.sources();
    rowStart = new int[sourceSize + 1];
    for (int s : sources) {
      rowStart[s + 1]++;
    }
    for (int s = 0; s < sourceSize; s++) {
      rowStart[s + 1] += rowStart[s];
    }
    int[] place = Arrays.copyOf(rowStart, sourceSize);
    targets = new int[sources.length];
    elements = new int[sources.length];
    for (int k = 0; k < sources.length; k++) {
      int p = place[sources[k]]++;
      targets[p] = rule.targets()[k];
      elements[p] = k;
    }
  }
}
