package ranvier.engine.kernel;

import java.util.List;
import ranvier.engine.math.VectorGate;
import ranvier.engine.memory.StateStore;
import ranvier.engine.model.GridBlock;
import ranvier.engine.model.ModelDescription;
import ranvier.engine.model.ParameterSpec;
import ranvier.engine.model.Parameters;
import ranvier.engine.model.Receptor;
import ranvier.engine.model.VariableSpec;
import ranvier.engine.network.Distribution;
import ranvier.engine.network.Population;
import ranvier.engine.random.Philox;
import ranvier.engine.random.Purpose;

/** What a model is given to build the neurons of one block of a population, on the grid. */
final class GridPopulation implements GridBlock {
  private final Population population;
  private final ModelDescription model;
  private final PopulationParameters parameters;
  private final SimulationOptions options;
  private final StateStore store;
  private final List<Receptor> receptors;
  private final java.util.Map<String, double[]> offsets;
  private final Philox initial;
  private final int firstSource;
  private final int block;
  private final int blocks;
  private final int size;
  private final boolean single;
  private final VectorGate gate;
  private boolean hasVectorForm;

  GridPopulation(Population population, ModelDescription model, PopulationParameters parameters, int number,
      SimulationOptions options, StateStore store, List<Receptor> receptors,
      java.util.Map<String, double[]> offsets, int firstSource, int block, int blocks, int size, boolean single,
      VectorGate gate) {
    this.gate = gate;
    this.population = population;
    this.model = model;
    this.parameters = parameters;
    this.options = options;
    this.store = store;
    this.receptors = receptors;
    this.offsets = offsets;
    this.firstSource = firstSource;
    this.block = block;
    this.blocks = blocks;
    this.size = size;
    this.single = single;
    initial = new Philox(options.seed(), Purpose.INITIAL_STATE, number);
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public int paddedSize() {
    return GridLayout.pad(size);
  }

  @Override
  public double dtMs() {
    return options.dtMs();
  }

  @Override
  public boolean singlePrecision() {
    return single;
  }

  @Override
  public boolean vectorised() {
    return options.vectorised();
  }

  /** Whether the model has a vector form, which asked for the gate. */
  boolean hasVectorForm() {
    return hasVectorForm;
  }

  @Override
  public VectorGate vectorGate() {
    hasVectorForm = true;
    return gate;
  }

  @Override
  public Parameters parameters() {
    return parameters.ofBlock(block, blocks, size);
  }

  @Override
  public double[] values(String parameter) {
    double[] values = new double[paddedSize()];
    for (int i = 0; i < values.length; i++) {
      values[i] = parameters.of(parameter, inPopulation(i));
    }
    return values;
  }

  @Override
  public double[] initial(String variable) {
    VariableSpec spec = model.variable(variable);
    Distribution given = population.initial().get(variable);
    double[] values = new double[paddedSize()];
    int index = model.variables().indexOf(spec);
    for (int i = 0; i < values.length; i++) {
      int neuron = inPopulation(i);
      if (given != null) {
        values[i] = given.value(neuron, initial.uniform(neuron, index));
      } else if (spec.initialParameter() != null) {
        values[i] = parameters.of(spec.initialParameter(), neuron);
      }
    }
    return values;
  }

  private int inPopulation(int local) {
    return block + blocks * Math.min(local, size - 1);
  }

  @Override
  public List<Receptor> receptors() {
    return receptors;
  }

  @Override
  public double[] doubles(String variable) {
    return store.doubles(population.name(), block, variable, size, paddedSize());
  }

  @Override
  public float[] singles(String variable) {
    return store.singles(population.name(), block, variable, size, paddedSize());
  }

  @Override
  public int[] integers(String variable) {
    return store.integers(population.name(), block, variable, size, paddedSize());
  }

  @Override
  public void relativeTo(String variable, String parameter) {
    ParameterSpec spec = model.parameter(parameter);
    if (spec == null) {
      throw new IllegalArgumentException(model.name() + " has no parameter " + parameter);
    }
    offsets.put(StateOffsets.key(population.name(), block, variable), values(parameter));
  }

  @Override
  public int steps(double timeMs) {
    return Steps.nearest(timeMs, options.dtMs());
  }

  @Override
  public long seed() {
    return options.seed();
  }

  @Override
  public int globalNeuron(int neuron) {
    return firstSource + inPopulation(neuron);
  }
}
