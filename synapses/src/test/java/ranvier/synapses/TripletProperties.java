package ranvier.synapses;

import java.util.Map;
import ranvier.testkit.SynapseMust;

class TripletProperties implements SynapseMust {
  @Override
  public String model() {
    return "stdp_triplet_synapse";
  }

  @Override
  public double lowest() {
    return 0.0;
  }

  @Override
  public double highest() {
    return 5.0;
  }

  @Override
  public Map<String, Double> parameters() {
    return Map.of("Wmax", 5.0, "Aplus", 0.1, "Aminus", 0.2);
  }
}
