package ranvier.engine.connectivity;

import java.util.Arrays;
import ranvier.engine.network.Distribution;
import ranvier.engine.network.Rule;
import ranvier.engine.random.Philox;
import ranvier.engine.random.Purpose;

/**
 * Reads the rows of one projection. {@link #read} draws or looks up the targets of a source; then targets, weights and
 * delays of synapse k of the row can be asked for. Every number depends on seed, projection, source and k only. One per
 * thread; arrays are reused.
 */
public final class RowReader {
  private final ProjectionRows rows;
  private final Philox connectivity;
  private final Philox values;
  private final Distribution weight;
  private final Distribution delayMs;
  private final DistinctDraw distinct;
  private final double logMiss;
  private int[] targets = new int[256];
  private int count;
  private int elementStart;
  private long valueKey;

  RowReader(ProjectionRows rows) {
    this.rows = rows;
    connectivity = new Philox(rows.seed(), Purpose.CONNECTIVITY, rows.number());
    values = new Philox(rows.seed(), Purpose.WEIGHT, rows.number());
    weight = rows.projection().weight();
    delayMs = rows.projection().delayMs();
    distinct = rows.projection().rule() instanceof Rule.FixedOutDegree r && !r.multapses()
        ? new DistinctDraw(available()) : null;
    logMiss = rows.projection().rule() instanceof Rule.PairwiseBernoulli r ? StrictMath.log1p(-r.probability()) : 0.0;
  }

  /** Goes to the row of a source and gives its length. */
  public int read(int source) {
    valueKey = values.bits(source, 0);
    elementStart = -1;
    if (rows.isSorted()) {
      int start = rows.rowStart(source);
      count = rows.rowStart(source + 1) - start;
      ensure(count);
      System.arraycopy(rows.sortedTargets(), start, targets, 0, count);
      elementStart = rows.sortedElements() == null ? -1 : start;
      return count;
    }
    switch (rows.projection().rule()) {
      case Rule.OneToOne r -> {
        targets[0] = source;
        count = 1;
      }
      case Rule.AllToAll r -> all(source);
      case Rule.FixedOutDegree r -> uniform(source, r.outDegree());
      case Rule.FixedTotalNumber r -> uniform(source, rows.outDegree(source));
      case Rule.PairwiseBernoulli r -> bernoulli(source, r.probability());
      case Rule.FixedInDegree r -> throw new IllegalStateException("sorted by source");
      case Rule.Explicit r -> throw new IllegalStateException("sorted by source");
    }
    return count;
  }

  /** Targets of the row, valid up to its length. */
  public int[] targets() {
    return targets;
  }

  /**
   * 64 random bits of synapse k: the upper half belongs to its weight, the lower half to its delay. A table of 2^16
   * quantiles uses the top 16 bits of each half, so that it agrees with {@link #weight} and {@link #delayMs}.
   */
  public long valueBits(int k) {
    return Philox.mix(valueKey + (k + 1) * ProjectionRows.GOLDEN);
  }

  /** Position of synapse k in an explicit list; k for drawn rules. */
  public int element(int k) {
    return elementStart < 0 ? k : rows.sortedElements()[elementStart + k];
  }

  /** Weight of synapse k, in the unit of the target's receptors. */
  public double weight(int k) {
    return weight.value(element(k), unit(valueBits(k) >>> 32));
  }

  /** Delay of synapse k in ms, as drawn: the kernel applies its resolution and its lower bound. */
  public double delayMs(int k) {
    return delayMs.value(element(k), unit(valueBits(k) & 0xFFFFFFFFL));
  }

  private static double unit(long bits32) {
    return (bits32 + 0.5) * 0x1.0p-32;
  }

  private int available() {
    return rows.targetSize() - (rows.excludeSelf() ? 1 : 0);
  }

  private void all(int source) {
    ensure(rows.targetSize());
    count = 0;
    for (int t = 0; t < rows.targetSize(); t++) {
      if (t != source || !rows.excludeSelf()) {
        targets[count++] = t;
      }
    }
  }

  private void uniform(int source, int degree) {
    ensure(degree);
    count = degree;
    int available = available();
    long key = connectivity.bits(source, 0);
    int[] out = targets;
    if (distinct != null) {
      distinct.draw(degree, key, out);
    } else {
      for (int k = 0; k < degree; k++) {
        out[k] = (int) Math.unsignedMultiplyHigh(Philox.mix(key + (k + 1) * ProjectionRows.GOLDEN), available);
      }
    }
    skipSelf(source);
  }

  /** Gaps between connected targets are geometric. */
  private void bernoulli(int source, double probability) {
    count = 0;
    if (probability <= 0) {
      return;
    }
    int available = available();
    long key = connectivity.bits(source, 0);
    double position = -1;
    for (int draw = 1;; draw++) {
      double u = ((Philox.mix(key + draw * ProjectionRows.GOLDEN) >>> 11) + 0.5) * 0x1.0p-53;
      position += 1 + (probability >= 1 ? 0.0 : StrictMath.floor(StrictMath.log(u) / logMiss));
      if (position >= available) {
        break;
      }
      ensure(count + 1);
      targets[count++] = (int) position;
    }
    skipSelf(source);
  }

  private void skipSelf(int source) {
    if (rows.excludeSelf()) {
      for (int k = 0; k < count; k++) {
        targets[k] += targets[k] >= source ? 1 : 0;
      }
    }
  }

  private void ensure(int length) {
    if (targets.length < length) {
      targets = Arrays.copyOf(targets, Math.max(length, 2 * targets.length));
    }
  }
}
