package ranvier.neurons;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import ranvier.engine.model.NeuronModel;
import ranvier.engine.model.Parameters;

/** Neurons of one model as a description would give them: parameters and initial values, shared or per neuron. */
final class TestPopulation implements Parameters {
  private final NeuronModel model;
  private final int size;
  private final Map<String, double[]> parameters = new HashMap<>();
  private final Map<String, double[]> initial = new HashMap<>();

  TestPopulation(NeuronModel model, int size) {
    this.model = model;
    this.size = size;
  }

  /** Sets a parameter: one value for all neurons, or one each. */
  TestPopulation set(String name, double... values) {
    if (model.description().parameter(name) == null) {
      throw new IllegalArgumentException(name);
    }
    parameters.put(name, values.clone());
    return this;
  }

  /** Sets an initial value: one for all neurons, or one each. */
  TestPopulation start(String variable, double... values) {
    if (!model.description().variable(variable).settable()) {
      throw new IllegalArgumentException(variable);
    }
    initial.put(variable, values.clone());
    return this;
  }

  NeuronModel model() {
    return model;
  }

  double[] initial(String variable) {
    if (initial.containsKey(variable)) {
      return spread(initial.get(variable));
    }
    String from = model.description().variable(variable).initialParameter();
    return from == null ? new double[size] : values(from);
  }

  double[] values(String name) {
    return spread(given(name));
  }

  @Override
  public boolean uniform(String name) {
    return Arrays.stream(given(name)).allMatch(x -> x == given(name)[0]);
  }

  @Override
  public double shared(String name) {
    if (!uniform(name)) {
      throw new IllegalStateException(name);
    }
    return given(name)[0];
  }

  @Override
  public double of(String name, int neuron) {
    return given(name)[given(name).length == 1 ? 0 : neuron];
  }

  @Override
  public int size() {
    return size;
  }

  private double[] given(String name) {
    return parameters.computeIfAbsent(name, n -> new double[] {model.description().parameter(n).defaultValue()});
  }

  private double[] spread(double[] values) {
    if (values.length == 1) {
      double[] all = new double[size];
      Arrays.fill(all, values[0]);
      return all;
    }
    return values.clone();
  }
}
