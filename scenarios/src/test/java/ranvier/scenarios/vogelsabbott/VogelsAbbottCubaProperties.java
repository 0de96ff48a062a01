package ranvier.scenarios.vogelsabbott;

import java.util.List;
import ranvier.scenarios.NetworkScenario;
import ranvier.scenarios.NetworkScenarioMust;

class VogelsAbbottCubaProperties implements NetworkScenarioMust {
  @Override
  public NetworkScenario scenario() {
    return new VogelsAbbott();
  }

  @Override
  public String[] parameters() {
    return new String[] {"synapses=cuba"};
  }

  @Override
  public List<Double> refusedScales() {
    return List.of(0.0, 0.5, 2.0, Double.NaN);
  }
}
