package ranvier.engine.kernel;

import java.util.HashMap;
import java.util.Map;
import ranvier.engine.model.ModelDescription;
import ranvier.engine.model.ParameterSpec;
import ranvier.engine.model.Parameters;
import ranvier.engine.network.Distribution;
import ranvier.engine.network.Population;
import ranvier.engine.random.Philox;
import ranvier.engine.random.Purpose;

/** The parameters of all neurons of a population, defaults filled in. Immutable, but for its draws: one thread. */
final class PopulationParameters implements Parameters {
  private final Population population;
  private final Map<String, Distribution> given = new HashMap<>();
  private final Map<String, Integer> index = new HashMap<>();
  private final Philox random;

  PopulationParameters(Population population, ModelDescription model, int number, long seed) {
    this.population = population;
    random = new Philox(seed, Purpose.PARAMETER, number);
    for (int k = 0; k < model.parameters().size(); k++) {
      ParameterSpec spec = model.parameters().get(k);
      given.put(spec.name(), population.parameters()
          .getOrDefault(spec.name(), Distribution.constant(spec.defaultValue())));
      index.put(spec.name(), k);
    }
  }

  private Distribution distribution(String name) {
    Distribution d = given.get(name);
    if (d == null) {
      throw new IllegalArgumentException("the model of population " + population.name() + " has no parameter " + name);
    }
    return d;
  }

  @Override
  public boolean uniform(String name) {
    Distribution d = distribution(name);
    return d.isConstant() || d.min() == d.max();
  }

  @Override
  public double shared(String name) {
    if (!uniform(name)) {
      throw new IllegalStateException("parameter " + name + " differs between neurons");
    }
    return distribution(name).min();
  }

  @Override
  public double of(String name, int neuron) {
    Distribution d = distribution(name);
    return d.isConstant() ? d.min() : d.value(neuron, random.uniform(neuron, index.get(name)));
  }

  @Override
  public int size() {
    return population.size();
  }

  /** The parameters of the neurons of one block. */
  Parameters ofBlock(int block, int blocks, int size) {
    PopulationParameters all = this;
    return new Parameters() {
      @Override
      public boolean uniform(String name) {
        return all.uniform(name);
      }

      @Override
      public double shared(String name) {
        return all.shared(name);
      }

      @Override
      public double of(String name, int neuron) {
        return all.of(name, block + blocks * neuron);
      }

      @Override
      public int size() {
        return size;
      }
    };
  }
}
