package ranvier.testkit;

import java.util.Map;
import ranvier.engine.model.EventNeurons;
import ranvier.engine.model.ExactBlock;
import ranvier.engine.model.NeuronModel;
import ranvier.engine.model.VariableSpec;

/** One neuron of a model in exact time, without a kernel. */
public final class OneNeuron implements ExactBlock {
  private final NeuronModel model;
  private final Map<String, Double> given;

  private OneNeuron(NeuronModel model, Map<String, Double> given) {
    this.model = model;
    this.given = given;
  }

  /**
   * The neuron, number 0 of its block.
   *
   * @param given parameters and initial values by name; the others have the model's defaults
   */
  public static EventNeurons of(NeuronModel model, Map<String, Double> given) {
    return model.exactTime().events(new OneNeuron(model, given));
  }

  @Override
  public int size() {
    return 1;
  }

  @Override
  public double[] values(String parameter) {
    return new double[] {given.containsKey(parameter) ? given.get(parameter)
        : model.description().parameter(parameter).defaultValue()};
  }

  @Override
  public double[] initial(String variable) {
    VariableSpec spec = model.description().variable(variable);
    if (given.containsKey(variable)) {
      return new double[] {given.get(variable)};
    }
    return spec == null || spec.initialParameter() == null ? new double[1] : values(spec.initialParameter());
  }

  @Override
  public double[] doubles(String variable) {
    return new double[1];
  }
}
