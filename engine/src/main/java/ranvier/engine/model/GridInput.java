package ranvier.engine.model;

/**
 * What arrives at a range of neurons in one step. Element k of each array of inputs belongs to neuron from + k.
 */
public final class GridInput {
  private final float[][] single;
  private final double[][] doubles;
  private double[] current;

  /** Buffers for {@code channels} receptors and at most {@code length} neurons at once. */
  public GridInput(int channels, int length, boolean singlePrecision) {
    single = new float[singlePrecision ? channels : 0][length];
    doubles = new double[singlePrecision ? 0 : channels][length];
  }

  /** Sum of the weights per neuron of the range, in single precision. */
  public float[] single(int channel) {
    return single[channel];
  }

  /** Sum of the weights per neuron of the range, in double precision. */
  public double[] doubles(int channel) {
    return doubles[channel];
  }

  /**
   * Stimulus current per neuron of the <em>block</em> (element i belongs to neuron i), in addition to the model's own;
   * null if no stimulus drives this block.
   */
  public double[] current() {
    return current;
  }

  /** For the kernel. */
  public void setCurrent(double[] perNeuron) {
    current = perNeuron;
  }
}
