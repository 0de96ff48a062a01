package ranvier.engine.kernel;

import ranvier.engine.memory.Prefetch;
import ranvier.engine.memory.SynapseTable;

/**
 * Reads memory that will be needed soon, so that its misses overlap. Synapses are asked for by {@link Prefetch} where
 * it is present, all lines of the next pieces while the present ones are added. Elsewhere, and for the index of rows,
 * loads whose values are only added up serve, which wait for each other least if there are many of them in a row; they
 * pay for what is read at random places: the index of a row, the first and the last line of a short piece (hardware
 * follows in between), all lines of a long one.
 */
final class TouchedRows {
  /** From this mean length on all lines of a piece are touched. */
  private static final int LONG_PIECE = 500;
  private static final int LINE = 16;
  /** Pieces that are touched ahead: some 16 KiB of them if they are short. */
  private static final int SHORT_AHEAD = 64;
  /** Some 80 KiB of synapses. */
  private static final int LONG_AHEAD = 16;
  /** Pieces that are asked for: 4 to 40 KiB. */
  private static final int PREFETCHED = 16;

  private final SynapseTable table;
  private final boolean isLong;
  private final int rowsAhead;
  /** Per segment of the table; null where it is not present. */
  private final Prefetch[] segments;
  private int touched;

  TouchedRows(SynapseTable table) {
    this.table = table;
    isLong = table.synapses() > LONG_PIECE * table.allGroups();
    rowsAhead = isLong ? LONG_AHEAD : SHORT_AHEAD;
    segments = Prefetch.isPresent() ? new Prefetch[table.segments()] : null;
    for (int s = 0; segments != null && s < segments.length; s++) {
      segments[s] = table.isShared() ? Prefetch.of(table.addresses(s), s) : Prefetch.of(table.words(s), s);
    }
  }

  /** How many rows' indices should be touched before the first of them is used. */
  int rowsAhead() {
    return rowsAhead;
  }

  /** How many pieces should be touched while as many before them are used. */
  int piecesAhead() {
    return segments != null ? PREFETCHED : rowsAhead;
  }

  /** The indices of the rows of some spikes. */
  void indices(SliceSpikes spikes, int from, int to) {
    int[] groups = table.groups();
    int t = touched;
    for (int k = from; k < to; k++) {
      int row = spikes.source(k);
      int count = table.groupCount(row);
      t += count;
      if (count > 1) {
        int first = table.firstGroup(row);
        t += groups[first] + groups[first + count - 1];
      }
    }
    touched = t;
  }

  /** The indices of the rows of some spikes, and the first synapses: what follows is read in order. */
  void rows(SliceSpikes spikes, int from, int to) {
    indices(spikes, from, to);
    int t = touched;
    for (int k = from; k < to; k++) {
      int row = spikes.source(k);
      if (table.groupCount(row) > 0) {
        int segment = (int) (table.rowStart(row) >>> 32);
        int start = (int) table.rowStart(row);
        t += table.isShared() ? table.addresses(segment)[start] : table.words(segment)[start];
      }
    }
    // Kept, or the reading would be optimised away.
    touched = t;
  }

  /** The synapses of some pieces. */
  void pieces(long[] pieces, int from, int to) {
    if (segments != null) {
      if (from < to) {
        // Those in the first one's segment: nearly always there is only one.
        segments[SynapseTable.segment(pieces[from])].pieces(pieces, from, to);
      }
      return;
    }
    int t = touched;
    for (int k = from; k < to; k++) {
      int segment = SynapseTable.segment(pieces[k]);
      int start = SynapseTable.start(pieces[k]);
      int last = SynapseTable.end(pieces[k]) - 1;
      t += table.isShared() ? ends(table.addresses(segment), start, last) : ends(table.words(segment), start, last);
    }
    touched = t;
  }

  private int ends(int[] words, int start, int last) {
    int t = words[start] + words[last];
    for (int i = start + LINE; isLong && i < last; i += LINE) {
      t += words[i];
    }
    return t;
  }

  private int ends(char[] addresses, int start, int last) {
    int t = addresses[start] + addresses[last];
    for (int i = start + 2 * LINE; isLong && i < last; i += 2 * LINE) {
      t += addresses[i];
    }
    return t;
  }
}
