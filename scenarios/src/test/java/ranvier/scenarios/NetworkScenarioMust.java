package ranvier.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import ranvier.engine.network.Network;
import ranvier.scenarios.figure.Section;
import ranvier.scenarios.result.Check;
import ranvier.scenarios.result.PopulationResult;
import ranvier.scenarios.result.RunResult;
import ranvier.testkit.ScenarioMust;

/** What each of our scenarios that is one network must do. */
public interface NetworkScenarioMust extends ScenarioMust {
  /** The scenario. */
  NetworkScenario scenario();

  /** Its parameters in these tests, as "key=value". */
  default String[] parameters() {
    return new String[0];
  }

  /** A time after which there are spikes to look at. */
  default double durationMs() {
    return 40.0;
  }

  /** A scale at which the tests run; 1 for scenarios without a downscaling rule. */
  default double scale() {
    return 1.0;
  }

  /** Scales that must be refused. */
  default List<Double> refusedScales() {
    return List.of(0.0, -1.0, 1.5, Double.NaN);
  }

  /** The settings of a run. */
  default RunSettings settings(String timing, int threads, long seed, double scale) {
    return new RunSettings(durationMs(), 20.0, scenario().defaults().dtMs(), timing, false, threads, seed, scale,
        List.of());
  }

  @Override
  default Ran run(String timing, int threads, long seed) throws Exception {
    RunResult result = Runs.run(scenario(), settings(timing, threads, seed, scale()), parameters());
    return new Ran(result.spikeHash(), result.spikes());
  }

  private Network network(double scale, String... parameters) {
    return scenario().network(Runs.context(scenario(), settings("grid", 1, 1, scale), parameters));
  }

  @Override
  default Map<String, Attempt> refused() {
    Map<String, Attempt> wrong = new LinkedHashMap<>();
    for (ScenarioParameter p : scenario().parameters()) {
      wrong.put(p.key(), () -> network(1.0, p.key() + "=nonsense"));
    }
    return wrong;
  }

  /** A scale without a meaning is refused by name. */
  @Example
  default void refuseScalesThatMeanNothing() {
    for (double scale : refusedScales()) {
      String message = assertThrows(IllegalArgumentException.class, () -> network(scale, parameters()),
          "scale " + scale).getMessage();
      assertTrue(message.contains("scale"), message);
    }
  }

  /** Every population keeps its share of the neurons when the network is scaled. */
  @Example
  default void scaleAllPopulationsAlike() {
    Network full = network(1.0, parameters());
    Network small = network(scale(), parameters());
    assertEquals(full.populations().size(), small.populations().size());
    for (int p = 0; p < full.populations().size(); p++) {
      assertEquals(scale() * full.populations().get(p).size(), small.populations().get(p).size(), 1.0);
    }
    assertEquals(full.projections().size(), small.projections().size());
  }

  /** At full size the network is one that can run, in every timing. */
  @Example
  default void describeANetworkThatCanRun() {
    for (String timing : timings()) {
      assertEquals(List.of(), NetworkRun.problems(network(1.0, parameters()), settings(timing, 1, 1, 1.0)));
    }
  }

  /** What a report needs is there: statistics of all populations, checks with sources, figures with titles. */
  @Example
  default void fillAReport() throws Exception {
    for (String timing : timings()) {
      RunResult result = Runs.run(scenario(), settings(timing, 2, 3, scale()), parameters());
      assertTrue(result.complete());
      assertEquals(timing, result.timing());
      assertEquals(result.network().populations().size(), result.populations().size());
      for (PopulationResult p : result.populations()) {
        assertTrue(p.rateHz() >= 0 && p.silentFraction() >= 0 && p.silentFraction() <= 1, p.toString());
      }
      for (Check c : result.checks()) {
        assertFalse(c.name().isBlank() || c.source().isBlank(), c.toString());
        assertTrue(c.tolerance() >= 0 && Double.isFinite(c.expected()), c.toString());
      }
      assertFalse(result.sections().isEmpty());
      for (Section s : result.sections()) {
        assertFalse(s.title().isBlank() || s.figures().isEmpty(), s.title());
        s.figures().forEach(f -> assertFalse(f.title().isBlank(), s.title()));
      }
    }
  }
}
