package ranvier.engine.exact;

import java.util.Arrays;

/**
 * Where pending arrivals stand, by the number of their event: a spike is one event per set of rows (or per piece of
 * plastic synapses), which moves along the row.
 */
final class ArrivalCursors {
  private int[] unit = new int[64];
  private int[] set = new int[64];
  private int[] position = new int[64];
  private long[] spikeSlice = new long[64];
  private double[] spikeOffset = new double[64];

  /** Starts at the first synapse of a piece of a table of plastic synapses. */
  void startInPiece(int event, int table, int piece, long slice, double offset) {
    start(event, -1 - table, piece, 0, slice, offset);
  }

  /** Starts at a synapse of a set of one unit's rows; the time of the spike is (slice, offset). */
  void start(int event, int ofUnit, int ofSet, int at, long slice, double offset) {
    if (event >= unit.length) {
      int length = 2 * event;
      unit = Arrays.copyOf(unit, length);
      set = Arrays.copyOf(set, length);
      position = Arrays.copyOf(position, length);
      spikeSlice = Arrays.copyOf(spikeSlice, length);
      spikeOffset = Arrays.copyOf(spikeOffset, length);
    }
    unit[event] = ofUnit;
    set[event] = ofSet;
    position[event] = at;
    spikeSlice[event] = slice;
    spikeOffset[event] = offset;
  }

  boolean isPlastic(int event) {
    return unit[event] < 0;
  }

  int unit(int event) {
    return unit[event];
  }

  /** Which of the unit's rows. */
  int set(int event) {
    return set[event];
  }

  int table(int event) {
    return -1 - unit[event];
  }

  int piece(int event) {
    return set[event];
  }

  /** The synapse in its rows, or in its piece. */
  int position(int event) {
    return position[event];
  }

  /** On to the next synapse. */
  void step(int event) {
    position[event]++;
  }

  long spikeSlice(int event) {
    return spikeSlice[event];
  }

  double spikeOffset(int event) {
    return spikeOffset[event];
  }
}
