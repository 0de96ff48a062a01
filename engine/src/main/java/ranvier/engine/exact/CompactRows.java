package ranvier.engine.exact;

/** Synapses of 8 bytes: a 16-bit delay code and a 16-bit local target in one int, and a float weight. */
final class CompactRows extends Rows {
  private static final int MOST_CODES = 1 << 16;

  /** For which rate logs are made at first. */
  private static final double EXPECTED_RATE_KHZ = 0.01;
  private static final int LINE = 16;
  /** Synapses of a sorted row that are looked at together. */
  private static final int STRIDE = 16;
  /** Parts of rows that are so long on average are read where they are when they are due. */
  private static final int LONG_PART = 256;

  private final double binMs;
  private final double unitMs;
  private final int[] codes;
  private final float[] weights;
  /** First and, in the upper half, last delay code of each row: a row of one part is not read before it is due. */
  private final int[] ends;
  private boolean inPlace;
  /** What logs copy into; null if synapses stay in place. */
  private LogChunks chunks;
  private float touched;

  CompactRows(int[] start, double binMs, double unitMs) {
    super(start);
    this.binMs = binMs;
    this.unitMs = unitMs;
    codes = new int[synapses() + VectorPairSums.PADDING];
    weights = new float[synapses() + VectorPairSums.PADDING];
    ends = new int[start.length - 1];
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
    if (p == end) {
      return;
    }
    int last = ends[source] >>> 16;
    int first = (char) ends[source];
    for (int m = 0; p < end; m++) {
      int limit = limit((m + 1) * binMs - offsetMs);
      if (first < limit) {
        int to = firstFrom(limit, p, end, last);
        // What arrives in the bin of the spike is taken window by window.
        if (m > 0) {
          ((CompactLog) ring.of(bin + m)).append(codes, weights, p, to, offsetMs - m * binMs);
        }
        p = to;
        first = p < end ? codes[p] >>> 16 : 0;
      }
    }
  }

  /** The first synapse of a sorted row whose code is not below the limit. */
  private int firstFrom(int limit, int from, int end, int last) {
    if (last < limit) {
      return end;
    }
    int p = from;
    while (p + STRIDE <= end && codes[p + STRIDE - 1] >>> 16 < limit) {
      p += STRIDE;
    }
    while (p < end && codes[p] >>> 16 < limit) {
      p++;
    }
    return p;
  }

  @Override
  void touch(int source, int synapses) {
    if (inPlace) {
      // The row will be read when it is due.
      return;
    }
    int to = Math.min(start[source + 1], start[source] + synapses);
    float sum = touched;
    for (int k = start[source]; k < to; k += LINE) {
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
  BinLog[] newLogs(int count) {
    BinLog[] logs = new BinLog[count];
    // On average an arrival waits for half of the longest delay.
    chunks = inPlace ? null : new LogChunks((int) (synapses() * EXPECTED_RATE_KHZ * 0.5 * longestMs()));
    for (int k = 0; k < count; k++) {
      logs[k] = inPlace ? new CompactLog(binMs, unitMs, codes, weights) : new CompactLog(binMs, unitMs, chunks);
    }
    return logs;
  }

  @Override
  void built() {
    // Into how many parts, each due in another bin, all rows fall.
    double parts = 0.0;
    for (int s = 0; s < ends.length; s++) {
      if (start[s] < start[s + 1]) {
        int first = codes[start[s]] >>> 16;
        int last = codes[start[s + 1] - 1] >>> 16;
        ends[s] = first | last << 16;
        parts += 1.0 + (last - first) * unitMs / binMs;
      }
    }
    inPlace = synapses() > LONG_PART * parts;
  }

  @Override
  void readInPlace(boolean stay) {
    inPlace = stay;
  }

  @Override
  long bytes() {
    return 8L * codes.length + 4L * start.length + 4L * ends.length + (chunks == null ? 0L : chunks.bytes());
  }
}
