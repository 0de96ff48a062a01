package ranvier.synapses;

import java.util.Map;
import ranvier.testkit.SynapseMust;

class TsodyksProperties implements SynapseMust {
  @Override
  public String model() {
    return "tsodyks_synapse";
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
    return Map.of("tau_fac", 200.0, "U", 0.3);
  }
}
