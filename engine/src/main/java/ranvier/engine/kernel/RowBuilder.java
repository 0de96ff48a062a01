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
  private final int blocks;
  private final int kinds;
  private final int delays;
  private final int[] perKey;
  /** Where the next synapse of a key goes in the sorted row. */
  private final int[] place;
  private int[] keys = new int[4096];
  private int[] values = new int[4096];
  private int[] sorted = new int[4096];
  /** Weights in floating point; empty where there are none. */
  private double[] weights = new double[0];
  private double[] sortedWeights = new double[0];
  private int count;

  /** For the projections that have rows and targets; those of plastic ones are null. */
  RowBuilder(SynapseTable[][] tables, TableKinds tableKinds, int longestDelay, ProjectionRows[] rows,
      RowTarget[] targets, InputLayout layout) {
    this.tables = tables;
    this.layout = layout;
    this.targets = targets;
    blocks = tables.length;
    kinds = tableKinds.count();
    delays = longestDelay + 1;
    readers = new RowReader[rows.length];
    for (int j = 0; j < rows.length; j++) {
      readers[j] = rows[j] == null ? null : rows[j].reader();
    }
    synapses = new long[rows.length];
    int size = tables.length * kinds * delays;
    perKey = new int[size];
    place = new int[size];
    if (tableKinds.hasFloating()) {
      weights = new double[keys.length];
      sortedWeights = new double[keys.length];
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
      sort();
      store(source);
    }
  }

  /** Fixed-point weights of one sign, and delays that are drawn or constant: table look-ups only. */
  private void addDrawn(RowReader reader, RowTarget target, int length) {
    int[] out = reader.targets();
    int base = target.base;
    int inBlocks = blocks;
    int kind = target.kinds[target.receptor];
    short[] codes = target.codes;
    char[] steps = target.delaySteps;
    int code = target.constantCode;
    int delay = target.constantDelay;
    int n = count;
    for (int k = 0; k < length; k++) {
      // Divided, not looked up: the tables below need the cache.
      int local = out[k] / inBlocks;
      int block = out[k] - local * inBlocks;
      if (codes != null || steps != null) {
        long bits = reader.valueBits(k);
        code = codes != null ? codes[(int) (bits >>> 48)] : code;
        delay = steps != null ? steps[(int) (bits >>> 16) & 0xFFFF] : delay;
      }
      int key = (block * kinds + kind) * delays + delay;
      perKey[key]++;
      keys[n] = key;
      values[n++] = layout.word(code, base + local, delay);
    }
    count = n;
  }

  private void addGeneral(RowReader reader, RowTarget target, int length) {
    int[] out = reader.targets();
    for (int k = 0; k < length; k++) {
      int block = out[k] % blocks;
      int place = target.base + out[k] / blocks;
      double weight = reader.weight(k);
      int receptor = target.receptor >= 0 ? target.receptor : target.receptors.of(weight);
      int delay = target.listedDelays ? DelaySteps.of(reader.delayMs(k), target.dtMs)
          : target.delaySteps != null ? target.delaySteps[(int) (reader.valueBits(k) >>> 16) & 0xFFFF]
          : target.constantDelay;
      int key = (block * kinds + target.kinds[receptor]) * delays + delay;
      perKey[key]++;
      keys[count] = key;
      if (target.fixed) {
        values[count] = layout.word(target.code(weight, receptor), place, delay);
      } else {
        values[count] = place;
        weights[count] = target.receptors.amount(receptor, weight);
      }
      count++;
    }
  }

  /**
   * Sorts the row by key, those of a key as they came, in arrays that stay in the cache: the tables' memory is new, and
   * had better be written in order.
   */
  private void sort() {
    int at = 0;
    for (int key = 0; key < perKey.length; key++) {
      place[key] = at;
      at += perKey[key];
    }
    if (weights.length > 0) {
      for (int i = 0; i < count; i++) {
        int to = place[keys[i]]++;
        sorted[to] = values[i];
        sortedWeights[to] = weights[i];
      }
    } else {
      sort(keys, values, place, sorted, count);
    }
  }

  private static void sort(int[] keys, int[] values, int[] place, int[] sorted, int count) {
    for (int i = 0; i < count; i++) {
      sorted[place[keys[i]]++] = values[i];
    }
  }

  /** Reserves the row in each table and writes it there. */
  private void store(int source) {
    int from = 0;
    for (int b = 0; b < tables.length; b++) {
      for (int k = 0; k < kinds; k++) {
        int first = (b * kinds + k) * delays;
        int to = place[first + delays - 1];
        if (to > from) {
          store(tables[b][k], tables[b][k].reserve(source, perKey, first, delays), from, to - from);
          from = to;
        }
      }
    }
  }

  private void store(SynapseTable table, long start, int from, int length) {
    int segment = (int) (start >>> 32);
    int at = (int) start;
    if (table.isShared()) {
      char[] addresses = table.addresses(segment);
      for (int i = 0; i < length; i++) {
        addresses[at + i] = (char) sorted[from + i];
      }
    } else {
      System.arraycopy(sorted, from, table.words(segment), at, length);
    }
    if (table.storage() == Storage.DOUBLE) {
      System.arraycopy(sortedWeights, from, table.doubles(segment), at, length);
    } else if (table.storage() == Storage.SINGLE) {
      float[] singles = table.singles(segment);
      for (int i = 0; i < length; i++) {
        singles[at + i] = (float) sortedWeights[from + i];
      }
    }
  }

  private void ensure(int length) {
    if (length > keys.length) {
      int size = Math.max(length, 2 * keys.length);
      keys = Arrays.copyOf(keys, size);
      values = Arrays.copyOf(values, size);
      sorted = new int[size];
      if (weights.length > 0) {
        weights = Arrays.copyOf(weights, size);
        sortedWeights = new double[size];
      }
    }
  }

  /** Synapses built of one projection. */
  long synapses(int projection) {
    return synapses[projection];
  }
}
