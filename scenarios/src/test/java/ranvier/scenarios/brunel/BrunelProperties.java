package ranvier.scenarios.brunel;

import ranvier.scenarios.NetworkScenario;
import ranvier.scenarios.NetworkScenarioMust;

class BrunelProperties implements NetworkScenarioMust {
  @Override
  public NetworkScenario scenario() {
    return new Brunel();
  }

  @Override
  public double scale() {
    return 0.1;
  }
}
