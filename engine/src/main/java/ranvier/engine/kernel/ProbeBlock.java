package ranvier.engine.kernel;

import ranvier.engine.memory.StateArray;

/** What one block contributes to one probe. */
final class ProbeBlock {
  private final int interval;
  private final StateArray[] arrays;
  /** What the arrays hold: looking up its type for every number would cost more than the number. */
  private final double[][] doubles;
  private final float[][] singles;
  private final int[] neurons;
  private final double[] offsets;
  private final int[] columns;
  private final Samples samples;

  /** Column c of the samples gets {@code arrays[k]}'s value of {@code neurons[k]} plus {@code offsets[k]}. */
  ProbeBlock(int interval, StateArray[] arrays, int[] neurons, double[] offsets, int[] columns, Samples samples) {
    this.interval = interval;
    this.arrays = arrays;
    doubles = new double[arrays.length][];
    singles = new float[arrays.length][];
    for (int k = 0; k < arrays.length; k++) {
      switch (arrays[k].values()) {
        case double[] d -> doubles[k] = d;
        case float[] f -> singles[k] = f;
        default -> { }
      }
    }
    this.neurons = neurons;
    this.offsets = offsets;
    this.columns = columns;
    this.samples = samples;
  }

  void sample(int step) {
    if (step % interval == 0) {
      double[] row = samples.row(step / interval - 1);
      for (int k = 0; k < arrays.length; k++) {
        double[] d = doubles[k];
        float[] f = singles[k];
        int neuron = neurons[k];
        row[columns[k]] = (d != null ? d[neuron] : f != null ? f[neuron] : arrays[k].raw(neuron)) + offsets[k];
      }
    }
  }

  /** The samples of one probe, shared by the blocks: each writes its own columns. */
  static final class Samples {
    private final int columns;
    private double[][] rows = new double[0][];

    Samples(int columns) {
      this.columns = columns;
    }

    /** Makes room up to a number of samples; between runs only. */
    void reserve(int count) {
      int old = rows.length;
      if (count > old) {
        rows = java.util.Arrays.copyOf(rows, count);
        for (int s = old; s < count; s++) {
          rows[s] = new double[columns];
        }
      }
    }

    double[] row(int sample) {
      return rows[sample];
    }

    double[][] first(int count) {
      return java.util.Arrays.copyOf(rows, count);
    }

    int columns() {
      return columns;
    }
  }
}
