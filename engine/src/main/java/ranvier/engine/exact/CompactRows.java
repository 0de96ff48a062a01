package ranvier.engine.exact;

/** Synapses of 8 bytes: a 16-bit delay code and a 16-bit local target in one int, and a float weight. */
final class CompactRows extends Rows {
  private static final int MOST_CODES = 1 << 16;

  /** For which rate logs are made at first. */
  private static final double EXPECTED_RATE_KHZ = 0.01;
  private static final int LINE = 16;

  private final double binMs;
  private final double unitMs;
  private final int[] codes;
  private final float[] weights;
  private float touched;

  CompactRows(int[] start, double binMs, double unitMs) {
    super(start);
    this.binMs = binMs;
    this.unitMs = unitMs;
    codes = new int[synapses()];
    weights = new float[synapses()];
  }

  @Override
  int target(int synapse) {
    return codes[synapse] & 0xFFFF;
  }

  @Override
  double delayMs(int synapse) {
    return (codes[synapse] >>> 16) * unitMs;
  }

  @Override
  double weight(int synapse) {
    return weights[synapse];
  }

  @Override
  void put(int synapse, int target, double delayMs, double weight) {
    codes[synapse] = (int) Math.rint(delayMs / unitMs) << 16 | target;
    weights[synapse] = (float) weight;
  }

  @Override
  void sort(int source, RowSorter sorter) {
    sorter.sort(codes, weights, start[source], start[source + 1]);
  }

  @Override
  void addLate(int source, double offsetMs, LateArrivals late, int channel) {
    int end = start[source + 1];
    int limit = limit(binMs - offsetMs);
    for (int p = start[source]; p < end && codes[p] >>> 16 < limit; p++) {
      late.add(codes[p] & 0xFFFF, offsetMs + (codes[p] >>> 16) * unitMs, weights[p], channel);
    }
  }

  @Override
  void append(int source, long bin, double offsetMs, LogRing ring) {
    int p = start[source];
    int end = start[source + 1];
    int limit = limit(binMs - offsetMs);
    while (p < end && codes[p] >>> 16 < limit) {
      p++;
    }
    for (int m = 1; p < end; m++) {
      limit = limit((m + 1) * binMs - offsetMs);
      if (codes[p] >>> 16 < limit) {
        CompactLog log = (CompactLog) ring.of(bin + m);
        p += log.append(codes, weights, p, end, limit, offsetMs - m * binMs);
      }
    }
  }

  @Override
  void touch(int source, int synapses) {
    int from = start[source];
    int to = Math.min(start[source + 1], from + synapses);
    float sum = touched;
    for (int k = from; k < to; k += LINE) {
      sum += codes[k] + weights[k];
    }
    // Kept, or the reading would be optimised away.
    touched = sum;
  }

  /** The first code that does not arrive within a time. */
  private int limit(double ms) {
    return (int) Math.min(MOST_CODES, Math.ceil(ms / unitMs));
  }

  @Override
  BinLog newLog() {
    return new CompactLog(binMs, unitMs, (int) Math.max(LINE, synapses() * EXPECTED_RATE_KHZ * binMs));
  }

  @Override
  long bytes() {
    return 4L * codes.length + 4L * weights.length + 4L * start.length;
  }
}
