package ranvier.engine.kernel;

import ranvier.engine.memory.SynapseTable;
import ranvier.engine.network.Storage;

/** Synapses with weights in floating point: every event waits in the calendar for its step, so that order is kept. */
final class FloatingRows implements Delivery {
  private final SynapseTable table;
  private final Calendar calendar;
  private final double[] sums;
  private long synapticEvents;

  FloatingRows(SynapseTable table, int horizon, double[] sums) {
    this.table = table;
    this.sums = sums;
    calendar = new Calendar(horizon);
  }

  @Override
  public void schedule(SliceSpikes merged, int stepInSlice, int step) {
    for (int k = merged.start(stepInSlice); k < merged.end(stepInSlice); k++) {
      int row = merged.source(k);
      long address = table.rowStart(row);
      for (int g = 0; g < table.groupCount(row); g++) {
        int group = table.group(row, g);
        int length = SynapseTable.length(group);
        calendar.schedule(step + SynapseTable.delay(group), SynapseTable.piece(address, length));
        address += length;
      }
    }
  }

  @Override
  public void deliver(int step) {
    long[] pieces = calendar.list(step);
    for (int k = 0; k < calendar.count(step); k++) {
      int segment = SynapseTable.segment(pieces[k]);
      int start = SynapseTable.start(pieces[k]);
      int end = SynapseTable.end(pieces[k]);
      int[] targets = table.words(segment);
      if (table.storage() == Storage.DOUBLE) {
        double[] weights = table.doubles(segment);
        for (int i = start; i < end; i++) {
          sums[targets[i]] += weights[i];
        }
      } else {
        float[] weights = table.singles(segment);
        for (int i = start; i < end; i++) {
          sums[targets[i]] += weights[i];
        }
      }
      synapticEvents += end - start;
    }
    calendar.clear(step);
  }

  @Override
  public long synapticEvents() {
    return synapticEvents;
  }
}
