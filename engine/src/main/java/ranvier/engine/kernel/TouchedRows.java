package ranvier.engine.kernel;

import ranvier.engine.memory.SynapseTable;

/**
 * Reads memory that will be needed soon, so that its misses overlap: Java has no prefetch, but loads whose values are
 * only added up wait for nothing. Touching pays for what is read at random places: the index of a row, the first and
 * the last line of a short piece (hardware follows in between), all lines of a long one.
 */
final class TouchedRows {
  /** From this mean length on all lines of a piece are touched. */
  private static final int LONG_PIECE = 500;
  private static final int LINE = 16;
  /** Pieces that are touched ahead: some 16 KiB of them if they are short. */
  private static final int SHORT_AHEAD = 64;
  /** Some 80 KiB of synapses. */
  private static final int LONG_AHEAD = 16;

  private final SynapseTable table;
  private final boolean isLong;
  private int touched;

  TouchedRows(SynapseTable table) {
    this.table = table;
    isLong = table.synapses() > (long) LONG_PIECE * table.groups().length;
  }

  /** How many pieces should be touched before the first of them is used. */
  int ahead() {
    return isLong ? LONG_AHEAD : SHORT_AHEAD;
  }

  /** The indices of the rows of some spikes. */
  void indices(SliceSpikes spikes, int from, int to) {
    int[] groups = table.groups();
    int t = 0;
    for (int k = from; k < to; k++) {
      int row = spikes.source(k);
      int count = table.groupCount(row);
      if (count > 0) {
        int first = table.firstGroup(row);
        t += groups[first] + groups[first + count - 1];
      }
    }
    touched += t;
  }

  /** The synapses of some pieces. */
  void pieces(long[] pieces, int from, int to) {
    int t = 0;
    for (int k = from; k < to; k++) {
      int[] words = table.words(SynapseTable.segment(pieces[k]));
      int start = SynapseTable.start(pieces[k]);
      int last = SynapseTable.end(pieces[k]) - 1;
      t += words[start] + words[last];
      if (isLong) {
        for (int i = start + LINE; i < last; i += LINE) {
          t += words[i];
        }
      }
    }
    touched += t;
  }

  /** Keeps the touching from being optimised away. */
  int touched() {
    return touched;
  }
}
