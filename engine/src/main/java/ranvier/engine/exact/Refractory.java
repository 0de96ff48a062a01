package ranvier.engine.exact;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** The neurons of a unit that are refractory at the start of a bin, and until when. Used by one worker. */
final class Refractory {
  private final double binMs;
  /** The neurons, and the bins in which they cease to be refractory, to be read in order. */
  private int[] neurons = new int[64];
  private long[] untilBin = new long[64];
  private int count;
  /** The same by neuron: the bin, and the time from its start. */
  private final long[] endBin;
  private final double[] endOffset;

  Refractory(int size, double binMs) {
    this.binMs = binMs;
    endBin = new long[size];
    Arrays.fill(endBin, -1L);
    endOffset = new double[size];
  }

  /** End of a neuron's refractoriness from the start of a bin on; negative if it has ended before. */
  double until(int neuron, long bin) {
    return endBin[neuron] >= bin ? (endBin[neuron] - bin) * binMs + endOffset[neuron] : -1.0;
  }

  /** A neuron stays refractory beyond the end of a bin, until a time from its start on. */
  void add(int neuron, long bin, double untilMs) {
    long bins = (long) (untilMs / binMs);
    endBin[neuron] = bin + bins;
    endOffset[neuron] = untilMs - bins * binMs;
    if (count == neurons.length) {
      neurons = Arrays.copyOf(neurons, 2 * count);
      untilBin = Arrays.copyOf(untilBin, 2 * count);
    }
    untilBin[count] = endBin[neuron];
    neurons[count++] = neuron;
  }

  void each(IntConsumer visitor) {
    for (int k = 0; k < count; k++) {
      visitor.accept(neurons[k]);
    }
  }

  /**
   * Visits all in a new bin and forgets those that cease to be refractory in it.
   *
   * @param held takes those that are refractory for the whole bin
   * @param ending takes the others
   */
  void open(long bin, IntConsumer held, IntConsumer ending) {
    int kept = 0;
    for (int k = 0; k < count; k++) {
      int neuron = neurons[k];
      if (untilBin[k] > bin) {
        untilBin[kept] = untilBin[k];
        neurons[kept++] = neuron;
        held.accept(neuron);
      } else {
        ending.accept(neuron);
      }
    }
    count = kept;
  }
}
