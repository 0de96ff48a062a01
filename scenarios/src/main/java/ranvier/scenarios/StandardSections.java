package ranvier.scenarios;

import java.util.List;
import ranvier.engine.kernel.Simulation;
import ranvier.scenarios.figure.Section;

/** The sections that every network's report has. */
final class StandardSections {
  private StandardSections() {}

  static List<Section> of(Simulation simulation, NetworkOutcome outcome, double[] publishedRatesHz) {
    return List.of();
  }
}
