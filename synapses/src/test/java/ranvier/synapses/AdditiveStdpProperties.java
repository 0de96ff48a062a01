package ranvier.synapses;

import java.util.Map;
import ranvier.testkit.SynapseMust;

class AdditiveStdpProperties implements SynapseMust {
  @Override
  public String model() {
    return "stdp_synapse";
  }

  @Override
  public double lowest() {
    return 0.0;
  }

  @Override
  public double highest() {
    return 70.0;
  }

  @Override
  public Map<String, Double> parameters() {
    return Map.of("mu_plus", 0.0, "mu_minus", 0.0, "Wmax", 70.0, "lambda", 0.3);
  }
}
