package ranvier.engine.kernel;

import java.util.List;
import ranvier.engine.memory.SynapseTable;
import ranvier.engine.network.Storage;

/**
 * Some neurons, all synapses onto them and all their state: what one worker owns. Events that are due in a step are
 * added into one row of sums that fits the cache, in the canonical order (time of the spike, source, connection).
 */
final class Block {
  /** Groups whose first memory lines are touched before they are added: their misses overlap. */
  private static final int TOUCHED = 64;

  /** From this mean group length on, every line is touched, not the first only. */
  private static final int LONG_GROUP = 500;

  private final PopulationBlock[] populations;
  private final TrainBlock[] trains;
  private final SynapseTable[] tables;
  private final Calendar[] calendars;
  private final int[][] sums;
  private final double[][] floatingSums;
  private final ProbeBlock[] probes;
  private final SliceSpikes[] out;
  private final boolean[] longGroups;
  private long synapticEvents;
  private int touched;
  /** Events of rows that are not kept, per receptor; null where there are none. */
  private WordCalendar[] drawn = {};
  /** Synapses that learn; null if there are none. */
  private PlasticBlock plastic;

  Block(List<PopulationBlock> populations, List<TrainBlock> trains, List<SynapseTable> tables, int horizon,
      int[][] sums, double[][] floatingSums, List<ProbeBlock> probes, int sliceSteps) {
    this.populations = populations.toArray(PopulationBlock[]::new);
    this.trains = trains.toArray(TrainBlock[]::new);
    this.tables = tables.toArray(SynapseTable[]::new);
    this.sums = sums;
    this.floatingSums = floatingSums;
    this.probes = probes.toArray(ProbeBlock[]::new);
    calendars = new Calendar[this.tables.length];
    longGroups = new boolean[this.tables.length];
    for (int t = 0; t < calendars.length; t++) {
      calendars[t] = new Calendar(horizon);
      longGroups[t] = this.tables[t].synapses() > (long) LONG_GROUP * this.tables[t].groups().length;
    }
    out = new SliceSpikes[] {new SliceSpikes(sliceSteps), new SliceSpikes(sliceSteps)};
  }

  /** Spikes of a slice; two slices alternate, so that one can be read while the next is written. */
  SliceSpikes spikes(long slice) {
    return out[(int) (slice & 1)];
  }

  /** Takes the calendars that {@link DrawnRows} fills, one per receptor or null. */
  void drawn(WordCalendar[] calendarsOfReceptors) {
    drawn = calendarsOfReceptors;
  }

  /** Takes the plastic synapses onto these neurons. */
  void plastic(PlasticBlock synapses) {
    plastic = synapses;
  }

  /** The plastic synapses; null if there are none. */
  PlasticBlock plastic() {
    return plastic;
  }

  /** Advances all neurons to the end of a step. */
  void advance(int step, SliceSpikes spikes) {
    int first = spikes.count();
    for (PopulationBlock p : populations) {
      p.advance(step, spikes);
    }
    if (plastic != null) {
      plastic.observe(step, spikes, first, spikes.count());
    }
    for (TrainBlock t : trains) {
      t.emit(step, spikes);
    }
    spikes.endStep();
    for (ProbeBlock p : probes) {
      p.sample(step);
    }
  }

  /** Spikes of trains at time 0, as a slice of one step. */
  void emitAtStart(SliceSpikes spikes) {
    spikes.clear();
    for (TrainBlock t : trains) {
      t.emit(0, spikes);
    }
    spikes.endStep();
  }

  /** Notes for each spike of a step which part of its row is due when. */
  void schedule(SliceSpikes merged, int stepInSlice, int step) {
    if (plastic != null) {
      plastic.schedule(merged, stepInSlice, step);
    }
    for (int t = 0; t < tables.length; t++) {
      SynapseTable table = tables[t];
      Calendar calendar = calendars[t];
      int[] groups = table.groups();
      for (int k = merged.start(stepInSlice); k < merged.end(stepInSlice); k++) {
        int row = merged.source(k);
        int count = table.groupCount(row);
        if (count > 0) {
          int first = table.firstGroup(row);
          long start = table.rowStart(row);
          long segment = start >>> 32 << 48;
          long offset = start & 0xFFFFFFFFL;
          for (int g = first; g < first + count; g++) {
            int less = groups[g] & 0xFFFF;
            calendar.schedule(step + (groups[g] >>> 16), segment | offset << 16 | less);
            offset += less + 1;
          }
        }
      }
    }
  }

  /** Adds everything that is listed for a step to the sums. */
  void deliver(int step) {
    for (int t = 0; t < tables.length; t++) {
      Calendar calendar = calendars[t];
      int count = calendar.count(step);
      if (count > 0) {
        long[] list = calendar.list(step);
        SynapseTable table = tables[t];
        if (table.storage() == Storage.FIXED16) {
          addFixed(table, list, count, sums[table.receptor()], longGroups[t]);
        } else {
          addFloating(table, list, count, floatingSums[table.receptor()]);
        }
        calendar.clear(step);
      }
    }
    for (int r = 0; r < drawn.length; r++) {
      if (drawn[r] != null && drawn[r].count(step) > 0) {
        add(drawn[r].list(step), 0, drawn[r].count(step), sums[r]);
        synapticEvents += drawn[r].count(step);
        drawn[r].clear(step);
      }
    }
    if (plastic != null) {
      plastic.deliver(step);
    }
  }

  private void addFixed(SynapseTable table, long[] list, int count, int[] sum, boolean everyLine) {
    long events = 0;
    for (int from = 0; from < count; from += TOUCHED) {
      int to = Math.min(count, from + TOUCHED);
      int t = 0;
      for (int k = from; k < to; k++) {
        int[] words = table.words((int) (list[k] >>> 48));
        int start = (int) (list[k] >>> 16);
        t += words[start];
        if (everyLine) {
          int end = start + (int) (list[k] & 0xFFFF);
          for (int i = start + 16; i <= end; i += 16) {
            t += words[i];
          }
        }
      }
      touched += t;
      for (int k = from; k < to; k++) {
        int start = (int) (list[k] >>> 16);
        int length = (int) (list[k] & 0xFFFF) + 1;
        add(table.words((int) (list[k] >>> 48)), start, start + length, sum);
        events += length;
      }
    }
    synapticEvents += events;
  }

  private static void add(int[] words, int from, int to, int[] sum) {
    for (int i = from; i < to; i++) {
      int x = words[i];
      sum[x & 0xFFFF] += x >> 16;
    }
  }

  private void addFloating(SynapseTable table, long[] list, int count, double[] sum) {
    for (int k = 0; k < count; k++) {
      int segment = (int) (list[k] >>> 48);
      int start = (int) (list[k] >>> 16);
      int end = start + (int) (list[k] & 0xFFFF) + 1;
      int[] targets = table.words(segment);
      if (table.storage() == Storage.DOUBLE) {
        double[] weights = table.doubles(segment);
        for (int i = start; i < end; i++) {
          sum[targets[i]] += weights[i];
        }
      } else {
        float[] weights = table.singles(segment);
        for (int i = start; i < end; i++) {
          sum[targets[i]] += weights[i];
        }
      }
      synapticEvents += end - start;
    }
  }

  long synapticEvents() {
    return synapticEvents + (plastic == null ? 0 : plastic.synapticEvents());
  }

  /** Keeps the touching from being optimised away. */
  int touched() {
    return touched;
  }

  /** Tables, for accounting. */
  SynapseTable[] tables() {
    return tables;
  }
}
