package ranvier.engine.memory;

/**
 * One state array: a variable of the neurons of one block of a population.
 *
 * @param population name of the population
 * @param block number of the worker's block
 * @param variable the field's name: {@code V_m}
 * @param values a double[], float[] or int[] of the padded size
 * @param size number of neurons, the rest is padding
 */
public record StateArray(String population, int block, String variable, Object values, int size) {
  /** The stored number of one neuron of the block. */
  public double raw(int neuron) {
    return switch (values) {
      case double[] d -> d[neuron];
      case float[] f -> f[neuron];
      case int[] i -> i[neuron];
      default -> throw new IllegalStateException("not a state array: " + values.getClass());
    };
  }

  /** Index of the first neuron whose number is NaN or infinite; -1 if all are finite. */
  public int firstNotFinite() {
    return firstNotFinite(0, size);
  }

  /** The same among the neurons from one index up to, but without, another. */
  public int firstNotFinite(int from, int to) {
    int wrong = 0;
    switch (values) {
      case double[] d -> {
        for (int i = from; i < to; i++) {
          wrong += Math.abs(d[i]) <= Double.MAX_VALUE ? 0 : 1;
        }
      }
      case float[] f -> {
        for (int i = from; i < to; i++) {
          wrong += Math.abs(f[i]) <= Float.MAX_VALUE ? 0 : 1;
        }
      }
      default -> { }
    }
    if (wrong == 0) {
      return -1;
    }
    for (int i = from; i < to; i++) {
      if (!Double.isFinite(raw(i))) {
        return i;
      }
    }
    return -1;
  }

  /** Bytes held. */
  public long bytes() {
    return switch (values) {
      case double[] d -> 8L * d.length;
      case float[] f -> 4L * f.length;
      case int[] i -> 4L * i.length;
      default -> 0L;
    };
  }
}
