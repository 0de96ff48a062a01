package ranvier.synapses;

import java.util.Map;
import ranvier.testkit.SynapseMust;

class PowerLawStdpProperties implements SynapseMust {
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
    return 100.0;
  }

  @Override
  public Map<String, Double> parameters() {
    return Map.of("mu_plus", 0.4, "mu_minus", 0.7, "lambda", 0.3);
  }
}
