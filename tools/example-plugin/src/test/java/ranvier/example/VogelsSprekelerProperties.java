package ranvier.example;

import java.util.Map;
import ranvier.testkit.SynapseMust;

class VogelsSprekelerProperties implements SynapseMust {
  @Override
  public String model() {
    return "vogels_sprekeler_synapse";
  }

  @Override
  public Map<String, Double> parameters() {
    return Map.of("eta", 2.0, "Wmax", -30.0);
  }

  @Override
  public double lowest() {
    return -30.0;
  }

  @Override
  public double highest() {
    return 0.0;
  }
}
