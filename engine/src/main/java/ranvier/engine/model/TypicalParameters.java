package ranvier.engine.model;

import java.util.Map;
import ranvier.engine.network.Distribution;

/**
 * The parameters of a population before anything is drawn: constants and lists as given, random distributions at their
 * median. Without lists one neuron stands for all.
 */
final class TypicalParameters implements Parameters {
  private static final double MEDIAN = 0.5;

  private final ModelDescription model;
  private final Map<String, Distribution> given;
  private final int size;

  TypicalParameters(ModelDescription model, Map<String, Distribution> given, int size) {
    this.model = model;
    this.given = given;
    this.size = given.values().stream().anyMatch(d -> d instanceof Distribution.Listed) ? size : 1;
  }

  @Override
  public boolean uniform(String name) {
    return !(given.get(name) instanceof Distribution.Listed);
  }

  @Override
  public double shared(String name) {
    if (!uniform(name)) {
      throw new IllegalStateException(name + " differs between neurons");
    }
    return of(name, 0);
  }

  @Override
  public double of(String name, int neuron) {
    Distribution values = given.get(name);
    if (values != null) {
      return values.value(neuron, MEDIAN);
    }
    ParameterSpec spec = model.parameter(name);
    if (spec == null) {
      throw new IllegalArgumentException(model.name() + " has no parameter " + name);
    }
    return spec.defaultValue();
  }

  @Override
  public int size() {
    return size;
  }
}
