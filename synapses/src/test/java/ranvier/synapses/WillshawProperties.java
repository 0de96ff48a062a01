package ranvier.synapses;

import java.util.Map;
import ranvier.testkit.SynapseMust;

class WillshawProperties implements SynapseMust {
  @Override
  public String model() {
    return "willshaw_synapse";
  }

  @Override
  public double lowest() {
    return 0.0;
  }

  @Override
  public double highest() {
    return 1.0;
  }

  @Override
  public Map<String, Double> parameters() {
    return Map.of("window", 1.0);
  }
}
