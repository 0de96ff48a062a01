package ranvier.engine.kernel;

import java.util.List;
import ranvier.engine.network.Network;
import ranvier.engine.network.Population;
import ranvier.engine.network.SpikeTrains;

/**
 * Which block owns which neuron, and where in the block it is. Neuron i of a population belongs to block i mod B, so
 * that the load is equal by construction; within a block, populations follow each other, padded to 16.
 */
final class GridLayout {
  /** Neurons of a block must be addressable with 16 bits. */
  static final int MAX_BLOCK = 1 << 16;

  final int blocks;
  final int[] firstSource;
  final int sources;
  final int neurons;
  private final int[] sizes;
  private final int[] bases;
  private final int blockSize;

  /** As many blocks as threads, or the least multiple whose blocks are small enough. */
  GridLayout(Network network, int threads) {
    List<Population> populations = network.populations();
    int entities = populations.size() + network.spikeTrains().size();
    sizes = new int[populations.size()];
    firstSource = new int[entities];
    int next = 0;
    for (int p = 0; p < entities; p++) {
      firstSource[p] = next;
      if (p < sizes.length) {
        sizes[p] = populations.get(p).size();
        next += sizes[p];
      } else {
        next += trains(network, p).size();
      }
    }
    sources = next;
    neurons = network.neurons();
    int b = threads;
    while (padded(b) > MAX_BLOCK) {
      b += threads;
    }
    blocks = b;
    bases = new int[sizes.length];
    int base = 0;
    for (int p = 0; p < sizes.length; p++) {
      bases[p] = base;
      base += pad(ceilDiv(sizes[p], blocks));
    }
    blockSize = base;
  }

  private static SpikeTrains trains(Network network, int entity) {
    return network.spikeTrains().get(entity - network.populations().size());
  }

  private long padded(int blockCount) {
    long sum = 0;
    for (int size : sizes) {
      sum += pad(ceilDiv(size, blockCount));
    }
    return sum;
  }

  private static int ceilDiv(int a, int b) {
    return (int) (((long) a + b - 1) / b);
  }

  static int pad(int size) {
    return (size + 15) & ~15;
  }

  /** Length of a block's input slots. */
  int blockSize() {
    return blockSize;
  }

  /** Address of a population's first neuron within each block. */
  int base(int population) {
    return bases[population];
  }

  /** Number of a population's neurons in a block. */
  int localSize(int population, int block) {
    return block >= sizes[population] ? 0 : (sizes[population] - block + blocks - 1) / blocks;
  }

  /** {@code block << 16 | address} of every neuron of a population. */
  int[] places(int population) {
    int[] places = new int[sizes[population]];
    for (int i = 0; i < places.length; i++) {
      places[i] = (i % blocks) << 16 | (bases[population] + i / blocks);
    }
    return places;
  }
}
