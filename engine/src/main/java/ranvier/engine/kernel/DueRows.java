package ranvier.engine.kernel;

import ranvier.engine.memory.SynapseTable;

/**
 * Synapses in fixed point, added when they are due. For each piece of a row, all of one delay, an entry in the calendar
 * says in which window it is due; at the first step of a window everything due in it is added.
 *
 * <p>A window has one step, where rows are long: then one slot of input receives everything, and fits the cache. Where
 * rows are short a window has two or four steps and as many slots: pieces are as much longer, and fewer. The low bits
 * of a synapse are its delay, modulo the window, and its target; adding the phase of the spike in its own window gives
 * the slot. What is due in the window in which its spike falls is added as soon as the spike is known.
 */
final class DueRows implements Delivery {
  private final SynapseTable table;
  private final TouchedRows touched;
  private final Calendar calendar;
  private final InputSlots input;
  private final InputLayout layout;
  private final int window;
  private long synapticEvents;

  DueRows(SynapseTable table, int horizon, InputSlots input, InputLayout layout) {
    this.table = table;
    this.input = input;
    this.layout = layout;
    window = layout.slots();
    touched = new TouchedRows(table);
    calendar = new Calendar(horizon + window);
  }

  @Override
  public void schedule(SliceSpikes merged, int stepInSlice, int step) {
    int end = merged.end(stepInSlice);
    for (int from = merged.start(stepInSlice); from < end; from += touched.rowsAhead()) {
      int to = Math.min(end, from + touched.rowsAhead());
      touched.indices(merged, from, to);
      for (int k = from; k < to; k++) {
        schedule(merged.source(k), step);
      }
    }
  }

  private void schedule(int row, int step) {
    int phase = step & (window - 1);
    long address = table.rowStart(row);
    int count = table.groupCount(row);
    if (count == 1) {
      int group = table.onlyGroup(row);
      calendar.schedule(window(step, group) + phase, SynapseTable.piece(address, SynapseTable.length(group)));
      return;
    }
    int[] groups = table.groups();
    int g = table.firstGroup(row);
    int last = g + count;
    while (g < last) {
      // One entry for all delays that are due in the same window.
      int due = window(step, groups[g]);
      int length = SynapseTable.length(groups[g]);
      g++;
      while (window > 1 && g < last && window(step, groups[g]) == due
          && length + SynapseTable.length(groups[g]) <= SynapseTable.MAX_GROUP) {
        length += SynapseTable.length(groups[g]);
        g++;
      }
      calendar.schedule(due + phase, SynapseTable.piece(address, length));
      address += length;
    }
  }

  /** The first step of the window in which a group is due. */
  private int window(int step, int group) {
    return (step + SynapseTable.delay(group)) & -window;
  }

  @Override
  public void deliver(int step) {
    int first = step & -window;
    for (int phase = 0; phase < window; phase++) {
      int count = calendar.count(first + phase);
      if (count > 0) {
        add(calendar.list(first + phase), count, phase << layout.targetBits());
        calendar.clear(first + phase);
      }
    }
  }

  private void add(long[] pieces, int count, int shift) {
    long events = 0;
    int ahead = touched.piecesAhead();
    touched.pieces(pieces, 0, Math.min(count, ahead));
    for (int from = 0; from < count; from += ahead) {
      int to = Math.min(count, from + ahead);
      touched.pieces(pieces, to, Math.min(count, to + ahead));
      for (int k = from; k < to; k++) {
        int segment = SynapseTable.segment(pieces[k]);
        int start = SynapseTable.start(pieces[k]);
        int end = SynapseTable.end(pieces[k]);
        add(segment, start, end, shift);
        events += end - start;
      }
    }
    synapticEvents += events;
  }

  private void add(int segment, int start, int end, int shift) {
    if (table.isShared()) {
      if (window == 1) {
        input.addShared(table.addresses(segment), start, end, table.code());
      } else {
        input.addSharedShifted(table.addresses(segment), start, end, shift, table.code());
      }
    } else if (window == 1) {
      input.add(table.words(segment), start, end);
    } else {
      input.addShifted(table.words(segment), start, end, shift);
    }
  }

  @Override
  public long synapticEvents() {
    return synapticEvents;
  }
}
