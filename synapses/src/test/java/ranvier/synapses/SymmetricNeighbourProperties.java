package ranvier.synapses;

import java.util.Map;
import ranvier.testkit.SynapseMust;

class SymmetricNeighbourProperties implements SynapseMust {
  @Override
  public String model() {
    return "stdp_nn_symm_synapse";
  }

  @Override
  public double lowest() {
    return 0.0;
  }

  @Override
  public double highest() {
    return 100.0;
  }

  @Override
  public Map<String, Double> parameters() {
    return Map.of("lambda", 0.3);
  }
}
