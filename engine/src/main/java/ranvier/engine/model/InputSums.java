package ranvier.engine.model;

/**
 * The integer sums behind the input of a range of neurons in one step, for models that turn them into input themselves,
 * in the loop in which they use it: a sum times the channel's unit is the input. Who takes the sums sets them to 0. To
 * channel 0 the spikes of a Poisson train of each neuron may come in addition, their count times an amount, if
 * {@link GridNeurons#takesCounts}.
 */
public final class InputSums {
  private final int[][] sums;
  private final int[] first;
  private final double[] units;
  private int[] counts;
  private double amount;

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

  /** How many spikes the Poisson train of each neuron of the range brings, from index 0; null if there are none. */
  public int[] counts() {
    return counts;
  }

  /** The input that one of these spikes stands for. */
  public double amount() {
    return amount;
  }

  /** For the kernel. */
  public void setCounts(int[] newCounts, double newAmount) {
    counts = newCounts;
    amount = newAmount;
  }

  /** For the kernel. */
  public void setFirst(int channel, int index) {
    first[channel] = index;
  }
}
