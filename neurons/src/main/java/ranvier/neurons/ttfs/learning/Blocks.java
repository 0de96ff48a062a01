package ranvier.neurons.ttfs.learning;

/** Weights are stored in blocks of neurons: [block][input][neuron of the block], so that a block fits the L1 cache. */
final class Blocks {
  /** Neurons per block; a multiple of every vector length in use. */
  static final int WIDTH = 16;

  private Blocks() {}

  /** The next multiple of the width. */
  static int padded(int n) {
    return (n + WIDTH - 1) / WIDTH * WIDTH;
  }

  /** Number of blocks. */
  static int count(int neurons) {
    return padded(neurons) / WIDTH;
  }

  /** Where a weight stands. */
  static int index(int inputs, int input, int neuron) {
    return (neuron / WIDTH * inputs + input) * WIDTH + neuron % WIDTH;
  }
}
