package ranvier.engine.exact;

import java.util.Arrays;

/**
 * Storage of pending events and their total order (time, kind, target, source, sequence). An event is an int handle;
 * freed handles are used again. Time is (slice, offset); a 63-bit key that grows with time decides nearly every
 * comparison, the full offset and the other fields the rest. Not thread-safe.
 */
public final class PendingEvents {
  private static final int FRACTION_BITS = 23;
  private static final double FRACTIONS = 0x1.0p23;
  private static final long MOST_SLICES = 1L << 40;

  private final double sliceMs;
  private long[] slices = new long[64];
  private double[] offsets = new double[64];
  private long[] keys = new long[64];
  private int[] kinds = new int[64];
  private int[] targets = new int[64];
  private int[] sources = new int[64];
  private long[] sequences = new long[64];
  private int[] free = new int[64];
  private int freeCount;
  private int used;

  /** Events whose offsets count from slices of this length. */
  public PendingEvents(double sliceMs) {
    this.sliceMs = sliceMs;
  }

  /** A new event. */
  public int create(long slice, double offsetMs, int kind, int target, int source, long sequence) {
    int event;
    if (freeCount > 0) {
      event = free[--freeCount];
    } else {
      if (used == slices.length) {
        grow(2 * used);
      }
      event = used++;
    }
    set(event, slice, offsetMs, kind, target, source, sequence);
    return event;
  }

  /** Changes an event that is not in a queue. */
  public void set(int event, long slice, double offsetMs, int kind, int target, int source, long sequence) {
    slices[event] = slice;
    offsets[event] = offsetMs;
    keys[event] = key(slice, offsetMs);
    kinds[event] = kind;
    targets[event] = target;
    sources[event] = source;
    sequences[event] = sequence;
  }

  /** Gives the handle back. */
  public void release(int event) {
    if (freeCount == free.length) {
      free = Arrays.copyOf(free, 2 * freeCount);
    }
    free[freeCount++] = event;
  }

  /** Grows with time: events with different keys are ordered as their keys are. */
  public long key(int event) {
    return keys[event];
  }

  /** Whether event a comes before event b in the total order. */
  public boolean before(int a, int b) {
    if (keys[a] != keys[b]) {
      return keys[a] < keys[b];
    }
    if (slices[a] != slices[b]) {
      return slices[a] < slices[b];
    }
    if (offsets[a] != offsets[b]) {
      return offsets[a] < offsets[b];
    }
    if (kinds[a] != kinds[b]) {
      return kinds[a] < kinds[b];
    }
    if (targets[a] != targets[b]) {
      return targets[a] < targets[b];
    }
    return sources[a] != sources[b] ? sources[a] < sources[b] : sequences[a] < sequences[b];
  }

  /** Slice of the event's time. */
  public long slice(int event) {
    return slices[event];
  }

  /** Offset of the event's time in ms. */
  public double offsetMs(int event) {
    return offsets[event];
  }

  /** Kind: at equal times lower kinds come first. */
  public int kind(int event) {
    return kinds[event];
  }

  /** Target. */
  public int target(int event) {
    return targets[event];
  }

  /** Source. */
  public int source(int event) {
    return sources[event];
  }

  /** Sequence number. */
  public long sequence(int event) {
    return sequences[event];
  }

  /** The key of a time. */
  long key(long slice, double offsetMs) {
    if (slice < 0 || slice >= MOST_SLICES) {
      throw new IllegalArgumentException("an event at slice " + slice + " of " + sliceMs
          + " ms is beyond the queue's range of 2^40 slices");
    }
    long fraction = (long) (offsetMs / sliceMs * FRACTIONS);
    return slice << FRACTION_BITS | Math.max(0L, Math.min((1L << FRACTION_BITS) - 1, fraction));
  }

  private void grow(int capacity) {
    slices = Arrays.copyOf(slices, capacity);
    offsets = Arrays.copyOf(offsets, capacity);
    keys = Arrays.copyOf(keys, capacity);
    kinds = Arrays.copyOf(kinds, capacity);
    targets = Arrays.copyOf(targets, capacity);
    sources = Arrays.copyOf(sources, capacity);
    sequences = Arrays.copyOf(sequences, capacity);
  }
}
