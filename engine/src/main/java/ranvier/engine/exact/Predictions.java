package ranvier.engine.exact;

import java.util.Arrays;

/**
 * The predicted next spike of each neuron: an indexed 4-ary heap in the order (time, neuron), in which a prediction can
 * be moved or cancelled in O(log n). Not thread-safe; allocates nothing.
 */
public final class Predictions {
  private static final int NONE = -1;

  private final double[] offsets;
  private final long[] slices;
  private final int[] heap;
  private final int[] place;
  private int size;

  /** No prediction for any of {@code neurons} neurons. */
  public Predictions(int neurons) {
    offsets = new double[neurons];
    slices = new long[neurons];
    heap = new int[neurons];
    place = new int[neurons];
    Arrays.fill(place, NONE);
  }

  /** Predicts a spike, in place of what was predicted for this neuron. */
  public void set(int neuron, long slice, double offsetMs) {
    slices[neuron] = slice;
    offsets[neuron] = offsetMs;
    if (place[neuron] == NONE) {
      place[neuron] = size;
      heap[size++] = neuron;
    }
    rise(neuron);
    sink(neuron);
  }

  /** Cancels the prediction of a neuron, if there is one. */
  public void cancel(int neuron) {
    int hole = place[neuron];
    if (hole == NONE) {
      return;
    }
    place[neuron] = NONE;
    int last = heap[--size];
    if (last != neuron) {
      heap[hole] = last;
      place[last] = hole;
      rise(last);
      sink(last);
    }
  }

  /** The neuron that is predicted to spike first; -1 if there is none. */
  public int first() {
    return size == 0 ? NONE : heap[0];
  }

  /** Number of predictions. */
  public int size() {
    return size;
  }

  /** Slice of a neuron's prediction. */
  public long slice(int neuron) {
    return slices[neuron];
  }

  /** Offset of a neuron's prediction in ms. */
  public double offsetMs(int neuron) {
    return offsets[neuron];
  }

  private void rise(int neuron) {
    int hole = place[neuron];
    while (hole > 0) {
      int parent = heap[(hole - 1) >> 2];
      if (!before(neuron, parent)) {
        break;
      }
      heap[hole] = parent;
      place[parent] = hole;
      hole = (hole - 1) >> 2;
    }
    heap[hole] = neuron;
    place[neuron] = hole;
  }

  private void sink(int neuron) {
    int hole = place[neuron];
    for (int child = 4 * hole + 1; child < size; child = 4 * hole + 1) {
      int best = child;
      int end = Math.min(child + 4, size);
      for (int c = child + 1; c < end; c++) {
        if (before(heap[c], heap[best])) {
          best = c;
        }
      }
      if (!before(heap[best], neuron)) {
        break;
      }
      heap[hole] = heap[best];
      place[heap[hole]] = hole;
      hole = best;
    }
    heap[hole] = neuron;
    place[neuron] = hole;
  }

  private boolean before(int a, int b) {
    if (slices[a] != slices[b]) {
      return slices[a] < slices[b];
    }
    return offsets[a] != offsets[b] ? offsets[a] < offsets[b] : a < b;
  }
}
