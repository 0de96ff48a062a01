package ranvier.scenarios.microcircuit;

import ranvier.scenarios.NetworkScenario;
import ranvier.scenarios.NetworkScenarioMust;

class MicrocircuitDcProperties implements NetworkScenarioMust {
  @Override
  public NetworkScenario scenario() {
    return new Microcircuit();
  }

  @Override
  public String[] parameters() {
    return new String[] {"background=dc"};
  }

  @Override
  public double scale() {
    return 0.05;
  }
}
