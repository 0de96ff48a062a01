package ranvier.engine.random;

/**
 * Poisson trains with real-valued times, by cells of time: a cell holds a Poisson number of arrivals, each at a uniform
 * place. Count and places are functions of (seed, stream, neuron, cell), so a cell can be drawn at any time, and as
 * often as wanted. Count: one hash of {@link PoissonTable} against the distribution function, resolution 2^-32; place
 * j: one hash under keys of (cell, j), resolution 2^-32 of a cell. Mutable scratch: one instance per thread.
 *
 * <p>The width of a cell follows from the rate alone: the power of two of a millisecond in which 3 to 6 arrivals are
 * expected.
 */
public final class PoissonCells {
  /** Neurons that are drawn together, at most. */
  public static final int BLOCK = 128;

  private static final double BELOW_PER_CELL = 6.0;
  private static final double WIDEST_MS = 0x1.0p20;
  private static final double NARROWEST_MS = 0x1.0p-20;
  /** A hash times this, plus {@link #MIDDLE}, is a place as a share of the cell. */
  public static final double TO_SHARE = 0x1.0p-32;
  /** Half a cell, and half of the resolution: places are above 0 and below 1. */
  public static final double MIDDLE = 0.5 + 0.5 * TO_SHARE;
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final int GUIDES = 256;

  private final double widthMs;
  private final long streamKey;
  /** The count is the number of these that are not above the hash. */
  private final long[] distribution;
  private final int[] limits;
  private final int[] guide = new int[GUIDES];
  private final int[] block = new int[BLOCK];
  private final int[] counts = new int[BLOCK];
  private int[] index = new int[8 * BLOCK];
  private int[] ids = new int[8 * BLOCK];
  private double[] place = new double[8 * BLOCK];

  /** Trains of one rate under one seed; {@code stream} distinguishes Poisson inputs. */
  public PoissonCells(double rateHz, long seed, int stream) {
    double width = WIDEST_MS;
    while (rateHz * 1e-3 * width >= BELOW_PER_CELL && width > NARROWEST_MS) {
      width *= 0.5;
    }
    widthMs = width;
    streamKey = new Philox(seed, Purpose.POISSON, stream).bits(0, 1);
    distribution = distribution(rateHz * 1e-3 * width);
    limits = limits(distribution);
    for (int g = 0; g < GUIDES; g++) {
      guide[g] = count(g << 24, 0);
    }
  }

  /** Width of a cell in ms; cell 0 starts at time 0. */
  public double widthMs() {
    return widthMs;
  }

  /** Which of its neurons each arrival of the block last drawn belongs to; good until the next one is drawn. */
  public int[] index() {
    return index;
  }

  /** Where the arrivals last drawn are, as a share of the cell: above 0 and below 1; good until the next draw. */
  public double[] place() {
    return place;
  }

  private static long[] distribution(double mean) {
    long[] all = new long[(int) (mean + 16.0 * Math.sqrt(mean) + 32.0)];
    double term = StrictMath.exp(-mean);
    double sum = 0.0;
    for (int k = 0; k < all.length - 1; k++) {
      sum += term;
      all[k] = Math.min(1L << 32, Math.round(sum * 0x1.0p32));
      term *= mean / (k + 1);
    }
    all[all.length - 1] = 1L << 32;
    return all;
  }

  private static int[] limits(long[] distribution) {
    int possible = 0;
    while (distribution[possible] < 1L << 32) {
      possible++;
    }
    int[] limits = new int[possible];
    for (int j = 0; j < possible; j++) {
      limits[j] = (int) distribution[j] ^ Integer.MIN_VALUE;
    }
    return limits;
  }

  /**
   * A cell holds a j-th arrival, counted from 0, if its hash under the keys of the cell, with the highest bit inverted,
   * is not below the j-th of these; more there never are.
   */
  public int[] limits() {
    return limits;
  }

  private int count(int hash, int atLeast) {
    long h = hash & 0xFFFFFFFFL;
    int count = atLeast;
    while (h >= distribution[count]) {
      count++;
    }
    return count;
  }

  /** Draws one cell of one neuron into {@link #place()}, sorted; returns how many arrivals it holds. */
  public int draw(int id, long cell) {
    long keys = keys(cell);
    int hash = PoissonTable.hash(id, (int) keys, (int) (keys >>> 32));
    int n = count(hash, guide[hash >>> 24]);
    reserve(n);
    for (int j = 0; j < n; j++) {
      long own = keys(keys, j);
      double drawn = share(PoissonTable.hash(id, (int) own, (int) (own >>> 32)));
      int hole = j;
      while (hole > 0 && place[hole - 1] > drawn) {
        place[hole] = place[hole - 1];
        hole--;
      }
      place[hole] = drawn;
    }
    return n;
  }

  /**
   * Draws one cell of several neurons into {@link #index()} and {@link #place()}; the arrivals of each neuron are in
   * the order in which they are drawn.
   *
   * @param neuronIds {@code from <= k < to} of them are drawn for, at most {@link #BLOCK}
   * @return how many arrivals there are
   */
  public int draw(int[] neuronIds, int from, int to, long cell) {
    int neurons = to - from;
    System.arraycopy(neuronIds, from, block, 0, neurons);
    long keys = keys(cell);
    hash((int) keys, (int) (keys >>> 32), neurons);
    int total = 0;
    int most = 0;
    for (int k = 0; k < neurons; k++) {
      counts[k] = count(counts[k], guide[counts[k] >>> 24]);
      total += counts[k];
      most = Math.max(most, counts[k]);
    }
    // One arrival more may be written than there are.
    reserve(total + 1);
    int n = 0;
    for (int k = 0; k < neurons; k++) {
      index[n] = k;
      ids[n] = block[k];
      n += counts[k] > 0 ? 1 : 0;
    }
    int begin = 0;
    for (int j = 0; j < most; j++) {
      int end = n;
      long own = keys(keys, j);
      places((int) own, (int) (own >>> 32), begin, end);
      // Those that have another one, without branches: they would be taken at random.
      for (int p = begin; p < end; p++) {
        int k = index[p];
        index[n] = k;
        ids[n] = block[k];
        n += counts[k] > j + 1 ? 1 : 0;
      }
      begin = end;
    }
    return n;
  }

  /** The loop is simple enough to be vectorised. */
  private void hash(int key1, int key2, int n) {
    for (int k = 0; k < n; k++) {
      counts[k] = PoissonTable.hash(block[k], key1, key2);
    }
  }

  /** The loop is simple enough to be vectorised. */
  private void places(int key1, int key2, int from, int to) {
    for (int p = from; p < to; p++) {
      place[p] = share(PoissonTable.hash(ids[p], key1, key2));
    }
  }

  private static double share(int hash) {
    return hash * TO_SHARE + MIDDLE;
  }

  /** Both keys of a cell's hash. */
  public long keys(long cell) {
    return Philox.mix(streamKey + cell * GOLDEN);
  }

  /** Both keys of the hash that places the j-th arrival of a cell. */
  public static long keys(long ofCell, int j) {
    return Philox.mix(ofCell + (j + 1) * GOLDEN);
  }

  private void reserve(int arrivals) {
    if (arrivals > place.length) {
      index = new int[2 * arrivals];
      place = new double[2 * arrivals];
      ids = new int[2 * arrivals];
    }
  }
}
