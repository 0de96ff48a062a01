package ranvier.synapses;

import java.util.Map;
import ranvier.testkit.SynapseMust;

class InhibitoryStdpProperties implements SynapseMust {
  @Override
  public String model() {
    return "stdp_synapse";
  }

  @Override
  public double lowest() {
    return -30.0;
  }

  @Override
  public double highest() {
    return 0.0;
  }

  @Override
  public Map<String, Double> parameters() {
    return Map.of("Wmax", -30.0, "lambda", 0.3, "tau_minus", 34.0);
  }
}
