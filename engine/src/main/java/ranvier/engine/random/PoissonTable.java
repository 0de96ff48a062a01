package ranvier.engine.random;

import ranvier.engine.math.Vectors;

/**
 * Poisson counts per neuron and step from one 32-bit counter hash each, by the alias method with 16 cells (Walker
 * 1977).
 * The hash of neuron {@code id} under the two keys of a step is
 *
 * <pre>h = id 0x9e3779b9 + k1;  h = (h ^ h&gt;&gt;&gt;16) 0x21f0aaad ^ k2;  h = (h ^ h&gt;&gt;&gt;15) 0x735a2d97;  h
 * ^= h&gt;&gt;&gt;15</pre>
 *
 * its top 4 bits choose a cell, the low 28 bits are compared with the cell's threshold. Resolution 2^-32; counts above
 * 15 are folded into 15 (3e-9 of the probability at the largest mean per draw, 2.4); larger means are sums of several
 * draws, which is exact. Vector and scalar code give the same counts. Thread-safe.
 */
public final class PoissonTable {
  static final int CELLS = 16;
  /** Factor of a neuron's id in the hash. */
  public static final int ID_FACTOR = 0x9e3779b9;
  /** The hash's first factor after that. */
  public static final int FACTOR_1 = 0x21f0aaad;
  /** The hash's second factor. */
  public static final int FACTOR_2 = 0x735a2d97;
  static final int LOW_BITS = 0x0fffffff;
  private static final double LARGEST_MEAN = 2.4;

  private final int draws;
  private final int[] thresholds = new int[CELLS];
  private final int[] aliases = new int[CELLS];
  private final long[] drawKeys;
  private final boolean vectorised;

  /**
   * Counts of the given mean.
   *
   * @param mean expected count per neuron and step, at least 0
   * @param seed of the simulation
   * @param stream distinguishes Poisson inputs
   * @param vectorised whether explicit vector code may be used
   */
  public PoissonTable(double mean, long seed, int stream, boolean vectorised) {
    draws = (int) Math.max(1, StrictMath.ceil(mean / LARGEST_MEAN));
    this.vectorised = vectorised && Vectors.present() && PoissonVectors.wideEnough();
    fill(mean / draws);
    drawKeys = new long[draws];
    Philox keys = new Philox(seed, Purpose.POISSON, stream);
    for (int d = 0; d < draws; d++) {
      drawKeys[d] = keys.bits(d, 0);
    }
  }

  /** Vose's construction of the alias table; the probabilities sum to 1, what is above 15 goes to 15. */
  private void fill(double mean) {
    double[] p = new double[CELLS];
    double term = StrictMath.exp(-mean);
    double sum = 0;
    for (int k = 0; k < CELLS - 1; k++) {
      p[k] = term;
      sum += term;
      term *= mean / (k + 1);
    }
    p[CELLS - 1] = Math.max(0.0, 1.0 - sum);
    boolean[] done = new boolean[CELLS];
    for (int k = 0; k < CELLS; k++) {
      p[k] *= CELLS;
    }
    for (int round = 0; round < CELLS; round++) {
      int small = -1;
      int large = -1;
      for (int k = 0; k < CELLS; k++) {
        if (!done[k]) {
          small = small < 0 || p[k] < p[small] ? k : small;
          large = large < 0 || p[k] > p[large] ? k : large;
        }
      }
      done[small] = true;
      aliases[small] = large;
      double keep = Math.min(1.0, p[small]);
      thresholds[small] = (int) Math.min(LOW_BITS + 1L, Math.round(keep * (LOW_BITS + 1.0)));
      p[large] -= 1.0 - keep;
    }
  }

  /** Whether several draws are summed per neuron and step. */
  public int draws() {
    return draws;
  }

  /**
   * Draws the counts of neurons {@code firstId, firstId + stride, ...} in one step.
   *
   * @param counts receives {@code length} counts, from index 0
   * @param length a multiple of 16 (counts must be as long)
   */
  public void draw(int[] counts, int length, int firstId, int stride, long step) {
    draw(counts, length, firstId, stride, step, true);
  }

  /**
   * The same.
   *
   * @param vectors whether vector code may be used now
   */
  public void draw(int[] counts, int length, int firstId, int stride, long step, boolean vectors) {
    for (int d = 0; d < draws; d++) {
      long keys = keys(d, step);
      int k1 = (int) keys;
      int k2 = (int) (keys >>> 32);
      if (vectorised && vectors) {
        PoissonVectors.draw(counts, length, firstId, stride, k1, k2, thresholds, aliases, d > 0);
      } else {
        drawPlain(counts, length, firstId, stride, k1, k2, d > 0);
      }
    }
  }

  private void drawPlain(int[] counts, int length, int firstId, int stride, int k1, int k2, boolean add) {
    for (int k = 0; k < length; k++) {
      int h = hash(firstId + k * stride, k1, k2);
      int cell = h >>> 28;
      int count = (h & LOW_BITS) < thresholds[cell] ? cell : aliases[cell];
      counts[k] = add ? counts[k] + count : count;
    }
  }

  /** The 32 random bits of a neuron in a step that has these keys. */
  static int hash(int id, int k1, int k2) {
    int h = id * ID_FACTOR + k1;
    h = (h ^ h >>> 16) * FACTOR_1 ^ k2;
    h = (h ^ h >>> 15) * FACTOR_2;
    return h ^ h >>> 15;
  }

  /** The keys of a step in a draw. */
  long keys(int draw, long step) {
    return Philox.mix(drawKeys[draw] + step * 0x9E3779B97F4A7C15L);
  }
}
