package ranvier.scenarios.izhikevich;

import java.util.List;
import ranvier.scenarios.NetworkScenario;
import ranvier.scenarios.NetworkScenarioMust;

/** On the grid only, to which its step of 1 ms belongs. */
class Izhikevich2003Properties implements NetworkScenarioMust {
  @Override
  public NetworkScenario scenario() {
    return new Izhikevich2003();
  }

  @Override
  public double durationMs() {
    return 300.0;
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
