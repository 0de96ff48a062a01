package ranvier.neurons;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ranvier.engine.memory.StateArray;
import ranvier.engine.memory.StateStore;
import ranvier.engine.model.GridBlock;
import ranvier.engine.model.Parameters;
import ranvier.engine.model.Receptor;

/** A whole population as one block, without a kernel. */
final class TestBlock implements GridBlock {
  /** How a run is made; none of it may change a result, except precision to rounding. */
  record Form(double dtMs, boolean single, boolean vectorised, boolean separate, long seed) {
    static Form plain(double dtMs) {
      return new Form(dtMs, false, false, true, 1);
    }

    Form withSingle(boolean value) {
      return new Form(dtMs, value, vectorised, separate, seed);
    }

    Form withVectors(boolean value) {
      return new Form(dtMs, single, value, separate, seed);
    }

    Form withSeparate(boolean value) {
      return new Form(dtMs, single, vectorised, value, seed);
    }

    Form withSeed(long value) {
      return new Form(dtMs, single, vectorised, separate, value);
    }
  }

  private final TestPopulation population;
  private final Form form;
  private final List<Receptor> receptors;
  private final StateStore store = new StateStore();
  private final Map<String, String> offsets = new HashMap<>();

  TestBlock(TestPopulation population, Form form) {
    this.population = population;
    this.form = form;
    receptors = population.model().receptors(population, form.separate());
  }

  /** The number a probe would record. */
  double value(String variable, int neuron) {
    StateArray array = store.find("p", 0, variable);
    String offset = offsets.get(variable);
    return array.raw(neuron) + (offset == null ? 0 : population.of(offset, neuron));
  }

  TestPopulation population() {
    return population;
  }

  /** All state arrays. */
  List<StateArray> arrays() {
    return store.arrays();
  }

  @Override
  public int size() {
    return population.size();
  }

  @Override
  public int paddedSize() {
    return (size() + 15) / 16 * 16;
  }

  @Override
  public double dtMs() {
    return form.dtMs();
  }

  @Override
  public boolean singlePrecision() {
    return form.single();
  }

  @Override
  public boolean vectorised() {
    return form.vectorised();
  }

  @Override
  public Parameters parameters() {
    return population;
  }

  @Override
  public double[] values(String parameter) {
    return padded(population.values(parameter));
  }

  @Override
  public double[] initial(String variable) {
    return padded(population.initial(variable));
  }

  @Override
  public List<Receptor> receptors() {
    return receptors;
  }

  @Override
  public double[] doubles(String variable) {
    return store.doubles("p", 0, variable, size(), paddedSize());
  }

  @Override
  public float[] singles(String variable) {
    return store.singles("p", 0, variable, size(), paddedSize());
  }

  @Override
  public int[] integers(String variable) {
    return store.integers("p", 0, variable, size(), paddedSize());
  }

  @Override
  public void relativeTo(String variable, String parameter) {
    offsets.put(variable, parameter);
  }

  @Override
  public int steps(double timeMs) {
    return (int) Math.max(0, Math.min(Integer.MAX_VALUE, Math.round(timeMs / form.dtMs())));
  }

  @Override
  public long seed() {
    return form.seed();
  }

  @Override
  public int globalNeuron(int neuron) {
    return 1000 + neuron;
  }

  private double[] padded(double[] values) {
    double[] result = Arrays.copyOf(values, paddedSize());
    Arrays.fill(result, values.length, result.length, values[values.length - 1]);
    return result;
  }
}
