package ranvier.scenarios.microcircuit;

import ranvier.scenarios.NetworkScenario;
import ranvier.scenarios.NetworkScenarioMust;

class MicrocircuitProperties implements NetworkScenarioMust {
  @Override
  public NetworkScenario scenario() {
    return new Microcircuit();
  }

  @Override
  public double scale() {
    return 0.05;
  }
}
