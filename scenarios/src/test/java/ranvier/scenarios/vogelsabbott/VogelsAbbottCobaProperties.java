package ranvier.scenarios.vogelsabbott;

import java.util.List;
import ranvier.scenarios.NetworkScenario;
import ranvier.scenarios.NetworkScenarioMust;

/** On the grid only: conductances are integrated event by event in exact time, which takes too long here. */
class VogelsAbbottCobaProperties implements NetworkScenarioMust {
  @Override
  public NetworkScenario scenario() {
    return new VogelsAbbott();
  }

  @Override
  public String[] parameters() {
    return new String[] {"synapses=coba"};
  }

  @Override
  public List<Double> refusedScales() {
    return List.of(0.0, 0.5, 2.0, Double.NaN);
  }

  @Override
  public List<String> timings() {
    return List.of("grid");
  }
}
