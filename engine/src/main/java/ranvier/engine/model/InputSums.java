package ranvier.engine.model;

/**
 * The integer sums behind the input of a range of neurons in one step, for models that turn them into input themselves,
 * in the loop in which they use it: a sum times the channel's unit is the input. Who takes the sums sets them to 0.
 */
public final class InputSums {
  private final int[][] sums;
  private final int[] first;
  private final double[] units;

  /**
   * Sums of all channels.
   *
   * @param sums per channel
   * @param units per channel
   */
  public InputSums(int[][] sums, double[] units) {
    this.sums = sums.clone();
    this.units = units.clone();
    first = new int[sums.length];
  }

  /** The sums of a channel. */
  public int[] of(int channel) {
    return sums[channel];
  }

  /** Where the sum of the first neuron of the range is. */
  public int first(int channel) {
    return first[channel];
  }

  /** The input that a sum of 1 stands for. */
  public double unit(int channel) {
    return units[channel];
  }

  /** For the kernel. */
  public void setFirst(int channel, int index) {
    first[channel] = index;
  }
}
