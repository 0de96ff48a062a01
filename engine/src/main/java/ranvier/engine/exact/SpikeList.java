package ranvier.engine.exact;

import java.util.Arrays;

/** Spikes of one window of one bin: offset within the bin and source. */
public final class SpikeList {
  private static final int INSERTION = 32;

  private double[] offsets = new double[256];
  private int[] sources = new int[256];
  private double[] otherOffsets = new double[256];
  private int[] otherSources = new int[256];
  private int count;

  void clear() {
    count = 0;
  }

  void add(double offsetMs, int source) {
    if (count == sources.length) {
      offsets = Arrays.copyOf(offsets, 2 * count);
      sources = Arrays.copyOf(sources, 2 * count);
    }
    offsets[count] = offsetMs;
    sources[count++] = source;
  }

  void addAll(SpikeList other) {
    for (int k = 0; k < other.count; k++) {
      add(other.offsets[k], other.sources[k]);
    }
  }

  /** Number of spikes. */
  public int count() {
    return count;
  }

  /** Offset of spike k within the bin, in ms. */
  public double offsetMs(int k) {
    return offsets[k];
  }

  /** Source of spike k; numbers from the number of neurons on are spike trains. */
  public int source(int k) {
    return sources[k];
  }

  /** Sorts by (offset, source). */
  void sort() {
    for (int from = 0; from < count; from += INSERTION) {
      insertion(from, Math.min(count, from + INSERTION));
    }
    for (int width = INSERTION; width < count; width *= 2) {
      if (otherOffsets.length < offsets.length) {
        otherOffsets = new double[offsets.length];
        otherSources = new int[offsets.length];
      }
      for (int from = 0; from < count; from += 2 * width) {
        merge(from, Math.min(count, from + width), Math.min(count, from + 2 * width));
      }
      double[] o = offsets;
      offsets = otherOffsets;
      otherOffsets = o;
      int[] s = sources;
      sources = otherSources;
      otherSources = s;
    }
  }

  private boolean before(int a, int b) {
    return offsets[a] != offsets[b] ? offsets[a] < offsets[b] : sources[a] < sources[b];
  }

  private void insertion(int from, int to) {
    for (int k = from + 1; k < to; k++) {
      double offset = offsets[k];
      int source = sources[k];
      int hole = k;
      while (hole > from && (offsets[hole - 1] > offset
          || (offsets[hole - 1] == offset && sources[hole - 1] > source))) {
        offsets[hole] = offsets[hole - 1];
        sources[hole] = sources[hole - 1];
        hole--;
      }
      offsets[hole] = offset;
      sources[hole] = source;
    }
  }

  private void merge(int from, int middle, int to) {
    int a = from;
    int b = middle;
    for (int k = from; k < to; k++) {
      int take = b >= to || (a < middle && !before(b, a)) ? a++ : b++;
      otherOffsets[k] = offsets[take];
      otherSources[k] = sources[take];
    }
  }
}
