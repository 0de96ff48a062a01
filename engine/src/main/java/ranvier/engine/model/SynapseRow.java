package ranvier.engine.model;

/**
 * A piece of a row: synapses of one source with one delay and equal parameters. Element k of each array, k &lt;
 * {@link #count}, belongs to synapse k; targets ascend. Filled by the kernel before each call of a rule and written
 * back after it.
 */
public final class SynapseRow {
  /** Most synapses in one piece: copies of a piece stay in the caches, and its own numbers are soon paid for. */
  public static final int MOST = 1024;

  private final int[] targets = new int[MOST];
  private final double[] weights = new double[MOST];
  private final double[] transmitted = new double[MOST];
  private final double[][] columns;
  private final double[] own;
  private int source;
  private int count;
  private double nowMs;
  private double seenMs;
  private double previousMs;
  private double backMs;
  private double factor = 1.0;

  /** For the kernel: room for a piece with some columns and some numbers of its own. */
  public SynapseRow(int columns, int rowVariables) {
    this.columns = new double[columns][MOST];
    own = new double[rowVariables];
  }

  /** Number of the source within its population. */
  public int source() {
    return source;
  }

  /** Number of synapses. */
  public int count() {
    return count;
  }

  /** Index of each target in the histories. */
  public int[] targets() {
    return targets;
  }

  /** Weights, signed as described; read and written. */
  public double[] weights() {
    return weights;
  }

  /** A further column, as {@link SynapseBlock#column} numbered it; read and written. */
  public double[] column(int number) {
    return columns[number];
  }

  /** What each target gets instead of the weight; written. */
  public double[] transmitted() {
    return transmitted;
  }

  /** The numbers of the piece; read and written. */
  public double[] own() {
    return own;
  }

  /** The present at the synapse in ms. */
  public double nowMs() {
    return nowMs;
  }

  /** Up to when, at the synapse, the rule has caught up. */
  public double seenMs() {
    return seenMs;
  }

  /** When, at the synapse, the previous presynaptic spike was; minus infinity if there was none. */
  public double previousMs() {
    return previousMs;
  }

  /** The dendritic part of the delay in ms. */
  public double backMs() {
    return backMs;
  }

  /** What multiplies the weights of the piece when they are transmitted; see {@link SynapseRule#transmitsMultiple}. */
  public double factor() {
    return factor;
  }

  /** Sets what multiplies the weights of the piece. */
  public void setFactor(double newFactor) {
    factor = newFactor;
  }

  /** For the kernel. */
  public void set(int newSource, int newCount, double newNowMs, double newSeenMs, double newPreviousMs,
      double newBackMs) {
    source = newSource;
    count = newCount;
    nowMs = newNowMs;
    seenMs = newSeenMs;
    previousMs = newPreviousMs;
    backMs = newBackMs;
  }
}
