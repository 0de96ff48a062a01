package ranvier.scenarios;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import ranvier.engine.kernel.Simulation;
import ranvier.scenarios.analysis.NetworkFigures;
import ranvier.scenarios.figure.Section;

/** The sections that every network's report has. */
final class StandardSections {
  private StandardSections() {}

  static List<Section> of(Simulation simulation, NetworkOutcome outcome, double[] publishedRatesHz) {
    try {
      return new NetworkFigures(outcome.populations(), outcome.spikeFile(), outcome.transientMs(), outcome.endMs(),
          publishedRatesHz, simulation.sliceTimes(), simulation.sliceMs(), simulation.storage()).sections();
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }
}
