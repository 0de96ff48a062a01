package ranvier.engine.kernel;

import java.util.Arrays;
import ranvier.engine.connectivity.ProjectionRows;
import ranvier.engine.connectivity.RowReader;
import ranvier.engine.memory.SynapseTable;
import ranvier.engine.network.Storage;

/** Builds rows, one at a time: reads all projections of a source and sorts them by (block, table, delay). */
final class RowBuilder {
  private final SynapseTable[][] tables;
  private final RowTarget[] targets;
  private final InputLayout layout;
  private final RowReader[] readers;
  private final long[] synapses;
  private final int kinds;
  private final int delays;
  private final int[] perKey;
  private final int[] place;
  private final int[][] words;
  private final float[][] singles;
  private final double[][] doubles;
  private int[] keys = new int[4096];
  private int[] values = new int[4096];
  private double[] weights = new double[0];
  private int count;

  /** For the projections that have rows and targets; those of plastic ones are null. */
  RowBuilder(SynapseTable[][] tables, SynapsePlan plan, ProjectionRows[] rows, RowTarget[] targets,
      InputLayout layout) {
    this.tables = tables;
    this.layout = layout;
    this.targets = targets;
    kinds = plan.kinds().size();
    delays = plan.longestDelay() + 1;
    readers = new RowReader[rows.length];
    for (int j = 0; j < rows.length; j++) {
      readers[j] = rows[j] == null ? null : rows[j].reader();
    }
    synapses = new long[rows.length];
    int size = tables.length * kinds * delays;
    perKey = new int[size];
    place = new int[size];
    words = new int[size][];
    singles = new float[size][];
    doubles = new double[size][];
    if (plan.kinds().stream().anyMatch(k -> k.storage() != Storage.FIXED16)) {
      weights = new double[keys.length];
    }
  }

  /**
   * Builds one row.
   *
   * @param projections positions of the projections that start at the source's population
   * @param row number of the source in its population
   * @param source global number of the source
   */
  void build(int[] projections, int row, int source) {
    count = 0;
    Arrays.fill(perKey, 0);
    for (int j : projections) {
      RowReader reader = readers[j];
      int length = reader.read(row);
      ensure(count + length);
      synapses[j] += length;
      RowTarget target = targets[j];
      if (target.isTabulated()) {
        addDrawn(reader, target, length);
      } else {
        addGeneral(reader, target, length);
      }
    }
    if (count > 0) {
      place(source);
    }
  }

  /** Fixed-point weights of one sign, and delays that are drawn or constant: table look-ups only. */
  private void addDrawn(RowReader reader, RowTarget target, int length) {
    int[] out = reader.targets();
    int[] places = target.places;
    int kind = target.kinds[target.receptor];
    short[] codes = target.codes;
    char[] steps = target.delaySteps;
    int code = target.constantCode;
    int delay = target.constantDelay;
    int n = count;
    for (int k = 0; k < length; k++) {
      int at = places[out[k]];
      if (codes != null || steps != null) {
        long bits = reader.valueBits(k);
        code = codes != null ? codes[(int) (bits >>> 48)] : code;
        delay = steps != null ? steps[(int) (bits >>> 16) & 0xFFFF] : delay;
      }
      int key = ((at >>> 16) * kinds + kind) * delays + delay;
      perKey[key]++;
      keys[n] = key;
      values[n++] = layout.word(code, at & 0xFFFF, delay);
    }
    count = n;
  }

  private void addGeneral(RowReader reader, RowTarget target, int length) {
    int[] out = reader.targets();
    for (int k = 0; k < length; k++) {
      int at = target.places[out[k]];
      double weight = reader.weight(k);
      int receptor = target.receptor >= 0 ? target.receptor : target.receptors.of(weight);
      int delay = target.listedDelays ? DelaySteps.of(reader.delayMs(k), target.dtMs)
          : target.delaySteps != null ? target.delaySteps[(int) (reader.valueBits(k) >>> 16) & 0xFFFF]
          : target.constantDelay;
      int key = ((at >>> 16) * kinds + target.kinds[receptor]) * delays + delay;
      perKey[key]++;
      keys[count] = key;
      if (target.fixed) {
        values[count] = layout.word(target.code(weight, receptor), at & 0xFFFF, delay);
      } else {
        values[count] = at & 0xFFFF;
        weights[count] = target.receptors.amount(receptor, weight);
      }
      count++;
    }
  }

  /** Reserves the row in each table and writes it there; the order within a group is that of the projections. */
  private void place(int source) {
    for (int b = 0; b < tables.length; b++) {
      for (int k = 0; k < kinds; k++) {
        int first = (b * kinds + k) * delays;
        int length = 0;
        for (int d = 0; d < delays; d++) {
          length += perKey[first + d];
        }
        if (length > 0) {
          SynapseTable table = tables[b][k];
          long start = table.reserve(source, perKey, first, delays);
          int segment = (int) (start >>> 32);
          int at = (int) start;
          for (int d = 0; d < delays; d++) {
            place[first + d] = at;
            at += perKey[first + d];
            words[first + d] = table.words(segment);
            if (table.storage() == Storage.SINGLE) {
              singles[first + d] = table.singles(segment);
            } else if (table.storage() == Storage.DOUBLE) {
              doubles[first + d] = table.doubles(segment);
            }
          }
        }
      }
    }
    for (int i = 0; i < count; i++) {
      int key = keys[i];
      int at = place[key]++;
      words[key][at] = values[i];
      if (doubles[key] != null) {
        doubles[key][at] = weights[i];
      } else if (singles[key] != null) {
        singles[key][at] = (float) weights[i];
      }
    }
  }

  private void ensure(int length) {
    if (length > keys.length) {
      int size = Math.max(length, 2 * keys.length);
      keys = Arrays.copyOf(keys, size);
      values = Arrays.copyOf(values, size);
      if (weights.length > 0) {
        weights = Arrays.copyOf(weights, size);
      }
    }
  }

  /** Synapses built of one projection. */
  long synapses(int projection) {
    return synapses[projection];
  }
}
