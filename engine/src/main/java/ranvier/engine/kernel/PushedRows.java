package ranvier.engine.kernel;

import ranvier.engine.memory.SynapseTable;

/**
 * Synapses in fixed point, added as soon as their spike is known, each to the slot of the step in which it is due: for
 * networks whose slots of all delays fit the cache together. No calendar is kept.
 */
final class PushedRows implements Delivery {
  private final SynapseTable table;
  private final TouchedRows touched;
  private final InputSlots input;
  private long synapticEvents;

  PushedRows(SynapseTable table, InputSlots input) {
    this.table = table;
    this.input = input;
    touched = new TouchedRows(table);
  }

  @Override
  public void schedule(SliceSpikes merged, int stepInSlice, int step) {
    int end = merged.end(stepInSlice);
    touched.rows(merged, merged.start(stepInSlice), end);
    for (int k = merged.start(stepInSlice); k < end; k++) {
      int row = merged.source(k);
      long address = table.rowStart(row);
      int segment = (int) (address >>> 32);
      int start = (int) address;
      for (int g = 0; g < table.groupCount(row); g++) {
        int group = table.group(row, g);
        int length = SynapseTable.length(group);
        int shift = input.offset(step + SynapseTable.delay(group));
        if (table.isShared()) {
          input.addSharedShifted(table.addresses(segment), start, start + length, shift, table.code());
        } else {
          input.addShifted(table.words(segment), start, start + length, shift);
        }
        start += length;
      }
      synapticEvents += start - (int) address;
    }
  }

  @Override
  public void deliver(int step) {
    // Everything was added when its spike became known.
  }

  @Override
  public long synapticEvents() {
    return synapticEvents;
  }
}
