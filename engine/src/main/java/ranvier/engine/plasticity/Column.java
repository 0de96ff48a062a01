package ranvier.engine.plasticity;

import java.util.Arrays;
import ranvier.engine.memory.Prefetch;

/** One number per synapse, in single or double precision. */
sealed interface Column {
  /** Numbers that one call looks at: calls are soon compiled, a loop over all of them is interpreted at first. */
  int CHECKED = 64;

  void load(int from, int count, double[] into);

  void store(int from, int count, double[] values);

  double get(int k);

  /** Numbers that are kept. */
  int size();

  /** The first number in [from, to) that is infinite or none; -1 if all are finite. */
  int firstNotFinite(int from, int to);

  /** The first of all numbers that is infinite or none; -1 if all are finite. */
  default int firstNotFinite() {
    for (int k = 0; k < size(); k += CHECKED) {
      int found = firstNotFinite(k, Math.min(k + CHECKED, size()));
      if (found >= 0) {
        return found;
      }
    }
    return -1;
  }

  long bytes();

  /** Reads one number of each line of memory, so that what follows finds them in the cache. */
  long touch(int from, int count);

  /** Asks for lines of memory, if that is present; null if there is no memory. */
  Prefetch prefetch();

  /** Adds {@code factor} times each number to the sum of its target. */
  void addTo(double[] sums, char[] targets, int from, int count, double factor);

  /** The same for targets of 4 bytes. */
  void addTo(double[] sums, int[] targets, int from, int count, double factor);

  static Column of(int size, boolean single) {
    return single ? new Narrow(new float[size]) : new Wide(new double[size]);
  }

  /** Numbers that are all the same at first. */
  static Column filled(int size, boolean single, double value) {
    if (single) {
      float[] values = new float[size];
      Arrays.fill(values, (float) value);
      return new Narrow(values);
    }
    double[] values = new double[size];
    Arrays.fill(values, value);
    return new Wide(values);
  }

  /** Numbers that are all the same and stay so. */
  static Column constant(double value) {
    return new Constant(value);
  }

  /** No bytes. */
  record Constant(double value) implements Column {
    @Override
    public Prefetch prefetch() {
      return null;
    }

    @Override
    public void load(int from, int count, double[] into) {
      Arrays.fill(into, 0, count, value);
    }

    @Override
    public void store(int from, int count, double[] values) {
      throw new UnsupportedOperationException("a constant was to be changed");
    }

    @Override
    public void addTo(double[] sums, char[] targets, int from, int count, double factor) {
      double amount = value * factor;
      for (int k = from; k < from + count; k++) {
        sums[targets[k]] += amount;
      }
    }

    @Override
    public void addTo(double[] sums, int[] targets, int from, int count, double factor) {
      double amount = value * factor;
      for (int k = from; k < from + count; k++) {
        sums[targets[k]] += amount;
      }
    }

    @Override
    public double get(int k) {
      return value;
    }

    @Override
    public int size() {
      return 1;
    }

    @Override
    public int firstNotFinite(int from, int to) {
      return Double.isFinite(value) ? -1 : 0;
    }

    @Override
    public long bytes() {
      return 0;
    }

    @Override
    public long touch(int from, int count) {
      return 0;
    }
  }

  /** 4 bytes. */
  record Narrow(float[] values) implements Column {
    @Override
    public Prefetch prefetch() {
      return Prefetch.of(values);
    }

    @Override
    public void load(int from, int count, double[] into) {
      for (int k = 0; k < count; k++) {
        into[k] = values[from + k];
      }
    }

    @Override
    public void store(int from, int count, double[] out) {
      for (int k = 0; k < count; k++) {
        values[from + k] = (float) out[k];
      }
    }

    @Override
    public void addTo(double[] sums, char[] targets, int from, int count, double factor) {
      for (int k = from; k < from + count; k++) {
        sums[targets[k]] += values[k] * factor;
      }
    }

    @Override
    public void addTo(double[] sums, int[] targets, int from, int count, double factor) {
      for (int k = from; k < from + count; k++) {
        sums[targets[k]] += values[k] * factor;
      }
    }

    @Override
    public double get(int k) {
      return values[k];
    }

    @Override
    public int size() {
      return values.length;
    }

    @Override
    public int firstNotFinite(int from, int to) {
      for (int k = from; k < to; k++) {
        if (!Float.isFinite(values[k])) {
          return k;
        }
      }
      return -1;
    }

    @Override
    public long bytes() {
      return 4L * values.length;
    }

    @Override
    public long touch(int from, int count) {
      int bits = 0;
      for (int k = from; k < from + count; k += 16) {
        bits ^= Float.floatToRawIntBits(values[k]);
      }
      return bits;
    }
  }

  /** 8 bytes. */
  record Wide(double[] values) implements Column {
    @Override
    public Prefetch prefetch() {
      return Prefetch.of(values);
    }

    @Override
    public void load(int from, int count, double[] into) {
      System.arraycopy(values, from, into, 0, count);
    }

    @Override
    public void store(int from, int count, double[] out) {
      System.arraycopy(out, 0, values, from, count);
    }

    @Override
    public void addTo(double[] sums, char[] targets, int from, int count, double factor) {
      for (int k = from; k < from + count; k++) {
        sums[targets[k]] += values[k] * factor;
      }
    }

    @Override
    public void addTo(double[] sums, int[] targets, int from, int count, double factor) {
      for (int k = from; k < from + count; k++) {
        sums[targets[k]] += values[k] * factor;
      }
    }

    @Override
    public double get(int k) {
      return values[k];
    }

    @Override
    public int size() {
      return values.length;
    }

    @Override
    public int firstNotFinite(int from, int to) {
      for (int k = from; k < to; k++) {
        if (!Double.isFinite(values[k])) {
          return k;
        }
      }
      return -1;
    }

    @Override
    public long bytes() {
      return 8L * values.length;
    }

    @Override
    public long touch(int from, int count) {
      long bits = 0;
      for (int k = from; k < from + count; k += 8) {
        bits ^= Double.doubleToRawLongBits(values[k]);
      }
      return bits;
    }
  }
}
