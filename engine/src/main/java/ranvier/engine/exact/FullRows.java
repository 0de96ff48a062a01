package ranvier.engine.exact;

import java.util.Arrays;

/** Synapses of 20 bytes: delay and weight in double precision, nothing rounded. */
final class FullRows extends Rows {
  private final double binMs;
  private final int[] targets;
  private final double[] delays;
  private final double[] weights;

  FullRows(int[] start, double binMs) {
    super(start);
    this.binMs = binMs;
    targets = new int[synapses()];
    delays = new double[synapses()];
    weights = new double[synapses()];
  }

  @Override
  int target(int synapse) {
    return targets[synapse];
  }

  @Override
  double delayMs(int synapse) {
    return delays[synapse];
  }

  @Override
  double weight(int synapse) {
    return weights[synapse];
  }

  @Override
  void put(int synapse, int target, double delayMs, double weight) {
    targets[synapse] = target;
    delays[synapse] = delayMs;
    weights[synapse] = weight;
  }

  @Override
  void sort(int source, RowSorter sorter) {
    sorter.sort(delays, targets, weights, start[source], start[source + 1]);
  }

  @Override
  void addLate(int source, double offsetMs, LateArrivals late, int channel) {
    for (int p = start[source]; p < start[source + 1] && offsetMs + delays[p] < binMs; p++) {
      late.add(targets[p], offsetMs + delays[p], weights[p], channel);
    }
  }

  @Override
  void append(int source, long bin, double offsetMs, LogRing ring) {
    int m = 0;
    for (int p = start[source]; p < start[source + 1]; p++) {
      double arrival = offsetMs + delays[p];
      while (arrival >= (m + 1) * binMs) {
        m++;
      }
      if (m > 0) {
        ((Log) ring.of(bin + m)).add(targets[p], (offsetMs - m * binMs) + delays[p], weights[p]);
      }
    }
  }

  @Override
  BinLog newLog() {
    return new Log(binMs);
  }

  @Override
  long bytes() {
    return 20L * targets.length + 4L * start.length;
  }

  private static final class Log extends BinLog {
    private final double binMs;
    private int[] targets = new int[64];
    private double[] offsets = new double[64];
    private double[] weights = new double[64];

    Log(double binMs) {
      this.binMs = binMs;
    }

    void add(int target, double offsetMs, double weight) {
      if (count == targets.length) {
        targets = Arrays.copyOf(targets, 2 * count);
        offsets = Arrays.copyOf(offsets, 2 * count);
        weights = Arrays.copyOf(weights, 2 * count);
      }
      targets[count] = target;
      offsets[count] = offsetMs;
      weights[count++] = weight;
    }

    @Override
    int read(int from, int[] intoTargets, double[] x, double[] values) {
      int n = Math.min(intoTargets.length, count - from);
      double scale = 2.0 / binMs;
      for (int k = 0; k < n; k++) {
        intoTargets[k] = targets[from + k];
        x[k] = offsets[from + k] * scale - 1.0;
        values[k] = weights[from + k];
      }
      return n;
    }

    @Override
    void rewind() {}

    @Override
    void collect(byte[] status, byte which, Walks walks, int channel) {
      for (int k = 0; k < count; k++) {
        if (status[targets[k]] == which) {
          walks.of(targets[k]).add(offsets[k], weights[k], channel);
        }
      }
    }

    @Override
    void touch(long[] blocks) {
      for (int k = 0; k < count; k++) {
        int block = targets[k] >> ExactLayout.BLOCK_SHIFT;
        blocks[block >> 6] |= 1L << block;
      }
    }

    @Override
    long bytes() {
      return 20L * targets.length;
    }
  }
}
