package ranvier.engine.memory;

import java.util.Arrays;
import ranvier.engine.network.Storage;

/**
 * The synapses of one storage kind and one receptor onto one block of neurons: compressed rows by source, each row
 * grouped by delay, each group one contiguous piece of memory. A row's place depends on the order in which threads
 * reserve it, its content does not.
 *
 * <p>A piece of a row is addressed by one long, {@code segment << 48 | offset << 16 | (length - 1)}: what an entry of a
 * calendar holds. Building is thread-safe; afterwards the table is read by the worker that owns the block.
 */
public final class SynapseTable {
  /** Longest piece that one address can describe; longer groups are split. */
  public static final int MAX_GROUP = 1 << 16;

  /** Longest delay in steps. */
  public static final int MAX_DELAY = (1 << 16) - 1;

  private static final int MIN_SEGMENT = 1 << 10;
  private static final int MAX_SEGMENT = 1 << 30;

  private final Storage storage;
  private final int receptor;
  /**
   * Per row its first synapse and its groups, beside each other so that both are in one line of the cache: their number
   * in the low 16 bits, above them the only group itself, or where several begin.
   */
  private final long[] rows;
  private int[] groups = new int[1024];
  private int groupsUsed;
  private long allGroups;
  private final int code;
  private int segments;
  private int capacity;
  private int[][] words = new int[0][];
  private char[][] addresses = new char[0][];
  private float[][] singles = new float[0][];
  private double[][] doubles = new double[0][];
  private int used;
  private long synapses;
  private final long expected;

  /**
   * An empty table.
   *
   * @param code of the weight that all synapses share, of which only addresses are kept then; 0 if each has its own
   * @param rows number of sources
   * @param expected about how many synapses there will be; decides the size of the segments
   */
  public SynapseTable(Storage storage, int receptor, int code, int rows, long expected) {
    this.storage = storage;
    this.receptor = receptor;
    this.code = code;
    this.expected = expected;
    this.rows = new long[2 * rows];
  }

  /**
   * Takes the memory for the expected synapses. The operating system hands out new memory slowly, so that it pays to
   * open several tables at once, on as many threads; a table that is not opened opens itself.
   */
  public synchronized void open() {
    if (segments == 0 && expected > 0) {
      addSegment(1);
    }
  }

  /** How weights are kept. */
  public Storage storage() {
    return storage;
  }

  /** Which receptor of the targets the synapses belong to. */
  public int receptor() {
    return receptor;
  }

  /**
   * Makes room for a row.
   *
   * @param perDelay perDelay[from + d] synapses of delay d, for d in [0, delays)
   * @return the address of the first synapse, {@code segment << 32 | offset}; groups follow each other by ascending
   * delay
   */
  public synchronized long reserve(int row, int[] perDelay, int from, int delays) {
    int length = 0;
    int first = groupsUsed;
    for (int d = 0; d < delays; d++) {
      int left = perDelay[from + d];
      length += left;
      while (left > 0) {
        int group = Math.min(left, MAX_GROUP);
        if (groupsUsed == groups.length) {
          groups = Arrays.copyOf(groups, 2 * groupsUsed);
        }
        groups[groupsUsed++] = d << 16 | (group - 1);
        left -= group;
      }
    }
    int count = groupsUsed - first;
    if (count > Character.MAX_VALUE) {
      throw new IllegalStateException("more than 65535 delay groups in one row");
    }
    allGroups += count;
    if (count == 1) {
      // Rows are read at random: one miss of the cache less.
      groupsUsed = first;
      first = groups[first];
    }
    if (segments == 0 || used + length > capacity) {
      addSegment(length);
    }
    rows[2 * row] = (long) (segments - 1) << 32 | used;
    rows[2 * row + 1] = (first & 0xFFFF_FFFFL) << 16 | count;
    used += length;
    synapses += length;
    return rows[2 * row];
  }

  private void addSegment(int atLeast) {
    long wanted = Math.max(MIN_SEGMENT, Math.max(atLeast, expected - synapses));
    // After the first segment the estimate was short: add little by little.
    int size = (int) Math.min(MAX_SEGMENT, segments == 0 ? wanted : Math.max(atLeast, synapses / 16 + MIN_SEGMENT));
    int n = segments++;
    capacity = size;
    used = 0;
    if (isShared()) {
      addresses = Arrays.copyOf(addresses, segments);
      addresses[n] = new char[size];
      return;
    }
    words = Arrays.copyOf(words, segments);
    words[n] = new int[size];
    if (storage == Storage.SINGLE) {
      singles = Arrays.copyOf(singles, segments);
      singles[n] = new float[size];
    } else if (storage == Storage.DOUBLE) {
      doubles = Arrays.copyOf(doubles, segments);
      doubles[n] = new double[size];
    }
  }

  /** Ends the building: gives back what was reserved too much. */
  public void seal() {
    groups = Arrays.copyOf(groups, groupsUsed);
    int last = segments - 1;
    if (last >= 0 && capacity - used > used / 16 + MIN_SEGMENT) {
      capacity = used;
      if (isShared()) {
        addresses[last] = Arrays.copyOf(addresses[last], used);
        return;
      }
      words[last] = Arrays.copyOf(words[last], used);
      if (storage == Storage.SINGLE) {
        singles[last] = Arrays.copyOf(singles[last], used);
      } else if (storage == Storage.DOUBLE) {
        doubles[last] = Arrays.copyOf(doubles[last], used);
      }
    }
  }

  /** Whether all synapses share one weight. */
  public boolean isShared() {
    return code != 0;
  }

  /** The weight that all synapses share, in fixed point; 0 if each has its own. */
  public int code() {
    return code;
  }

  /** Number of segments. */
  public int segments() {
    return segments;
  }

  /** Addresses of one segment of a table whose synapses share their weight. */
  public char[] addresses(int segment) {
    return addresses[segment];
  }

  /** Words of one segment: the target, and in fixed point its weight above it, as the kernel lays them out. */
  public int[] words(int segment) {
    return words[segment];
  }

  /** Single-precision weights of one segment. */
  public float[] singles(int segment) {
    return singles[segment];
  }

  /** Double-precision weights of one segment. */
  public double[] doubles(int segment) {
    return doubles[segment];
  }

  /** Number of delay groups of a row. */
  public int groupCount(int row) {
    return (char) rows[2 * row + 1];
  }

  /** The group of a row that has one. */
  public int onlyGroup(int row) {
    return (int) (rows[2 * row + 1] >>> 16);
  }

  /** Index in {@link #groups} of the first group of a row that has several. */
  public int firstGroup(int row) {
    return (int) (rows[2 * row + 1] >>> 16);
  }

  /** The k-th group of a row. */
  public int group(int row, int k) {
    return groupCount(row) == 1 ? onlyGroup(row) : groups[firstGroup(row) + k];
  }

  /** Address of a row's first synapse, {@code segment << 32 | offset}. */
  public long rowStart(int row) {
    return rows[2 * row];
  }

  /** Groups of rows that have several: {@code delay << 16 | (length - 1)}. */
  public int[] groups() {
    return groups;
  }

  /** Delay of a group, in steps. */
  public static int delay(int group) {
    return group >>> 16;
  }

  /** Length of a group. */
  public static int length(int group) {
    return (group & 0xFFFF) + 1;
  }

  /** Address of some synapses that follow each other: those of a group, or of groups of one row. */
  public static long piece(long firstSynapse, int length) {
    return firstSynapse << 16 | (length - 1);
  }

  /** Segment of a piece. */
  public static int segment(long piece) {
    return (int) (piece >>> 48);
  }

  /** First synapse of a piece in its segment. */
  public static int start(long piece) {
    return (int) (piece >>> 16);
  }

  /** End of a piece in its segment. */
  public static int end(long piece) {
    return (int) (piece >>> 16) + (int) (piece & 0xFFFF) + 1;
  }

  /** Number of groups of all rows. */
  public long allGroups() {
    return allGroups;
  }

  /** Number of synapses. */
  public long synapses() {
    return synapses;
  }

  /** Bytes held, indices included. */
  public long bytes() {
    long bytes = 8L * rows.length + 4L * groups.length;
    for (int[] s : words) {
      bytes += 4L * s.length;
    }
    for (char[] s : addresses) {
      bytes += 2L * s.length;
    }
    for (float[] s : singles) {
      bytes += 4L * s.length;
    }
    for (double[] s : doubles) {
      bytes += 8L * s.length;
    }
    return bytes;
  }
}
