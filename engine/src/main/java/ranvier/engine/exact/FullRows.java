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
    targets = new int[synapses() + VectorPairSums.PADDING];
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
    int p = start[source];
    int end = start[source + 1];
    for (int m = 0; p < end; m++) {
      int to = firstFrom((m + 1) * binMs, p, end, offsetMs);
      if (m > 0 && to > p) {
        ring.of(bin + m).segment(p, to, offsetMs - m * binMs);
      }
      p = to;
    }
  }

  /** The first synapse of a sorted row that does not arrive before a time. */
  private int firstFrom(double untilMs, int from, int end, double offsetMs) {
    if (offsetMs + delays[end - 1] < untilMs) {
      return end;
    }
    int p = from;
    while (offsetMs + delays[p] < untilMs) {
      p++;
    }
    return p;
  }

  @Override
  BinLog[] newLogs(int count) {
    BinLog[] logs = new BinLog[count];
    Arrays.setAll(logs, k -> new Log());
    return logs;
  }

  @Override
  long bytes() {
    return 20L * targets.length + 4L * start.length;
  }

  /** The synapses stay where they are: large tables are hardly ever kept in full. */
  private final class Log extends BinLog {
    @Override
    int[] targets() {
      return targets;
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
    void decode(int from, int n, double base, double[] x, double[] values, int at) {
      double scale = 2.0 / binMs;
      double first = base * scale - 1.0;
      System.arraycopy(delays, from, x, at, n);
      for (int k = at; k < at + n; k++) {
        x[k] = first + x[k] * scale;
      }
      System.arraycopy(weights, from, values, at, n);
    }
  }
}
