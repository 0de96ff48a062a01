package ranvier.engine.record;

import java.util.Arrays;

/**
 * Spikes in canonical order: ascending time, then ascending neuron. The time of spike k is {@code step[k] * unitMs +
 * offsetMs[k]}, where {@code unitMs} is the step on the grid (offsets are 0) and the slice length in exact time. Used
 * by one thread at a time and reused, so consumers copy what they keep.
 */
public final class SpikeBlock {
  private final double unitMs;
  private long[] steps;
  private double[] offsets;
  private int[] neurons;
  private int count;

  /** An empty block for {@code capacity} spikes; it grows when more are added. */
  public SpikeBlock(double unitMs, int capacity) {
    this.unitMs = unitMs;
    steps = new long[capacity];
    offsets = new double[capacity];
    neurons = new int[capacity];
  }

  /** Adds a spike. */
  public void add(long step, double offsetMs, int neuron) {
    if (count == neurons.length) {
      steps = Arrays.copyOf(steps, 2 * count);
      offsets = Arrays.copyOf(offsets, 2 * count);
      neurons = Arrays.copyOf(neurons, 2 * count);
    }
    steps[count] = step;
    offsets[count] = offsetMs;
    neurons[count++] = neuron;
  }

  /** Forgets all spikes. */
  public void clear() {
    count = 0;
  }

  /** Number of spikes. */
  public int count() {
    return count;
  }

  /** Length of the unit of {@link #step} in ms. */
  public double unitMs() {
    return unitMs;
  }

  /** Whole units of time of spike k. */
  public long step(int k) {
    return steps[k];
  }

  /** Time within the unit in ms; 0 on the grid. */
  public double offsetMs(int k) {
    return offsets[k];
  }

  /** Time of spike k in ms. */
  public double timeMs(int k) {
    return steps[k] * unitMs + offsets[k];
  }

  /** Global number of the neuron of spike k: neurons are numbered through the populations in their order. */
  public int neuron(int k) {
    return neurons[k];
  }
}
