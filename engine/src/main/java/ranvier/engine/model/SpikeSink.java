package ranvier.engine.model;

/** Takes the spikes of one block of neurons in one step. */
public final class SpikeSink {
  private final int limit;
  private int[] neurons;
  private int count;

  /** A sink for a block of {@code size} neurons; indices from {@code size} on are padding and are dropped. */
  public SpikeSink(int size) {
    limit = size;
    neurons = new int[Math.max(16, size)];
  }

  /** Neuron {@code neuron} of the block spikes in this step. A neuron may be named more than once per step. */
  public void spike(int neuron) {
    if (neuron < limit) {
      if (count == neurons.length) {
        neurons = java.util.Arrays.copyOf(neurons, 2 * count);
      }
      neurons[count++] = neuron;
    }
  }

  /** Number of spikes. */
  public int count() {
    return count;
  }

  /** The k-th spike. */
  public int get(int k) {
    return neurons[k];
  }

  /** Forgets all spikes. */
  public void clear() {
    count = 0;
  }
}
