package ranvier.engine.plasticity;

/** One number per synapse, in single or double precision. */
sealed interface Column {
  void load(int from, int count, double[] into);

  void store(int from, int count, double[] values);

  double get(int k);

  void set(int k, double value);

  long bytes();

  static Column of(int size, boolean single) {
    return single ? new Narrow(new float[size]) : new Wide(new double[size]);
  }

  /** 4 bytes. */
  record Narrow(float[] values) implements Column {
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
    public double get(int k) {
      return values[k];
    }

    @Override
    public void set(int k, double value) {
      values[k] = (float) value;
    }

    @Override
    public long bytes() {
      return 4L * values.length;
    }
  }

  /** 8 bytes. */
  record Wide(double[] values) implements Column {
    @Override
    public void load(int from, int count, double[] into) {
      System.arraycopy(values, from, into, 0, count);
    }

    @Override
    public void store(int from, int count, double[] out) {
      System.arraycopy(out, 0, values, from, count);
    }

    @Override
    public double get(int k) {
      return values[k];
    }

    @Override
    public void set(int k, double value) {
      values[k] = value;
    }

    @Override
    public long bytes() {
      return 8L * values.length;
    }
  }
}
