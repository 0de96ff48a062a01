package ranvier.synapses;

import java.util.Map;
import ranvier.testkit.SynapseMust;

class DopamineProperties implements SynapseMust {
  @Override
  public String model() {
    return "stdp_dopamine_synapse";
  }

  @Override
  public double lowest() {
    return 0.0;
  }

  @Override
  public double highest() {
    return 200.0;
  }

  @Override
  public Map<String, Double> parameters() {
    return Map.of("b", 0.002, "A_plus", 30.0, "A_minus", 40.0);
  }
}
