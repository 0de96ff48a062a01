package ranvier.engine.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Spikes of all neurons of a {@link History} with one sum and one decay, in the order of time, numbered from the start.
 * Each knows the number of its neuron's spike before. In chunks, which are used again once their spikes are forgotten:
 * copies to ever larger arrays had been the longest steps of a run. Used by one thread.
 */
final class SpikeQueue {
  private static final int CHUNK_BITS = 10;
  private static final int CHUNK = 1 << CHUNK_BITS;

  /** Per neuron: sum 0 and number of its last spike; 0 and -1 if it has not spiked. */
  private final double[] lastSums;
  private final long[] last;
  private final List<Chunk> chunks = new ArrayList<>();
  private final Deque<Chunk> free = new ArrayDeque<>();
  /** Number of the first spike of the first chunk. */
  private long base;
  private long begin;
  private long end;

  /** Some spikes. */
  private static final class Chunk {
    final int[] neurons = new int[CHUNK];
    final double[] times = new double[CHUNK];
    final double[] sums = new double[CHUNK];
    final double[] decays = new double[CHUNK];
    final long[] before = new long[CHUNK];
  }

  SpikeQueue(int ofNeurons) {
    lastSums = new double[ofNeurons];
    last = new long[ofNeurons];
    Arrays.fill(last, -1);
  }

  /**
   * The next spike.
   *
   * @param growth what it adds to the sum of its neuron
   */
  void add(int neuron, double timeMs, double growth, double decay) {
    int at = at(end);
    if (at == 0) {
      chunks.add(free.isEmpty() ? new Chunk() : free.pop());
    }
    Chunk chunk = chunk(end);
    lastSums[neuron] += growth;
    chunk.neurons[at] = neuron;
    chunk.times[at] = timeMs;
    chunk.sums[at] = lastSums[neuron];
    chunk.decays[at] = decay;
    chunk.before[at] = last[neuron];
    last[neuron] = end++;
  }

  private Chunk chunk(long k) {
    return chunks.get((int) (k - base >> CHUNK_BITS));
  }

  /** Where in its chunk a spike is. */
  private static int at(long k) {
    return (int) k & CHUNK - 1;
  }

  long begin() {
    return begin;
  }

  long end() {
    return end;
  }

  int neuron(long k) {
    return chunk(k).neurons[at(k)];
  }

  /** Infinite at the end. */
  double timeMs(long k) {
    return k == end ? Double.POSITIVE_INFINITY : chunk(k).times[at(k)];
  }

  double sum(long k) {
    return chunk(k).sums[at(k)];
  }

  double decay(long k) {
    return chunk(k).decays[at(k)];
  }

  /** Number of the neuron's spike before spike k, which may be forgotten; -1 if there was none. */
  long before(long k) {
    return chunk(k).before[at(k)];
  }

  /** Number of a neuron's last spike, which may be forgotten; -1 if there was none. */
  long last(int neuron) {
    return last[neuron];
  }

  /** Number of the first spike at or after a time. */
  long firstAt(double fromMs) {
    long from = begin;
    long to = end;
    while (from < to) {
      long middle = from + to >>> 1;
      if (timeMs(middle) < fromMs) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  /** Forgets everything before a number, and rescales the rest. */
  void forget(long until, double ofSum, double ofDecay) {
    begin = until;
    int empty = (int) (begin - base >> CHUNK_BITS);
    free.addAll(chunks.subList(0, empty));
    chunks.subList(0, empty).clear();
    base += (long) empty << CHUNK_BITS;
    for (Chunk chunk : chunks) {
      for (int k = 0; k < CHUNK; k++) {
        chunk.sums[k] *= ofSum;
        chunk.decays[k] *= ofDecay;
      }
    }
    for (int i = 0; i < lastSums.length; i++) {
      lastSums[i] *= ofSum;
    }
  }

  long bytes() {
    return 36L * CHUNK * (chunks.size() + free.size()) + 16L * last.length;
  }
}
