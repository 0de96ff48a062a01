package ranvier.engine.memory;

import java.util.ArrayList;
import java.util.List;

/**
 * The registry of every state array. Models declare arrays while a simulation is built, by one thread; afterwards the
 * registry does not change.
 */
public final class StateStore {
  private final List<StateArray> arrays = new ArrayList<>();

  /** Declares a double array. */
  public double[] doubles(String population, int block, String variable, int size, int paddedSize) {
    double[] values = new double[paddedSize];
    arrays.add(new StateArray(population, block, variable, values, size));
    return values;
  }

  /** Declares a float array. */
  public float[] singles(String population, int block, String variable, int size, int paddedSize) {
    float[] values = new float[paddedSize];
    arrays.add(new StateArray(population, block, variable, values, size));
    return values;
  }

  /** Declares an int array. */
  public int[] integers(String population, int block, String variable, int size, int paddedSize) {
    int[] values = new int[paddedSize];
    arrays.add(new StateArray(population, block, variable, values, size));
    return values;
  }

  /** The array of that name; null if no model declared it. */
  public StateArray find(String population, int block, String variable) {
    for (StateArray a : arrays) {
      if (a.block() == block && a.population().equals(population) && a.variable().equals(variable)) {
        return a;
      }
    }
    return null;
  }

  /** All arrays, in the order of declaration. */
  public List<StateArray> arrays() {
    return List.copyOf(arrays);
  }

  /** Bytes held by all arrays. */
  public long bytes() {
    return arrays.stream().mapToLong(StateArray::bytes).sum();
  }
}
