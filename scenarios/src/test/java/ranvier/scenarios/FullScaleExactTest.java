package ranvier.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ranvier.scenarios.result.Check;
import ranvier.scenarios.result.RunResult;

/**
 * The published networks at full scale in exact time, as {@code ranvier run NAME --timing exact --compare-grid} does
 * it: the figures of their papers hold there, too. Minutes and gigabytes, so in the profile {@code full-scale} only.
 */
@Tag("full-scale")
class FullScaleExactTest {
  @ParameterizedTest
  @CsvSource({"microcircuit, background=dc", "brunel,", "vogels-abbott, synapses=delta",
      "vogels-abbott, synapses=cuba"})
  void checksHoldAndGridIsComparedWith(String name, String parameter) throws Exception {
    Scenario scenario = Scenarios.installed().get(name);
    RunDefaults defaults = scenario.defaults();
    RunSettings settings = new RunSettings(defaults.durationMs(), defaults.transientMs(), defaults.dtMs(), "exact",
        false, 2, 1, 1.0, List.of(), "auto", true);
    RunResult result = Runs.run(scenario, settings, parameter == null ? new String[0] : new String[] {parameter});
    assertFalse(result.checks().isEmpty());
    assertEquals(List.of(), result.checks().stream().filter(c -> !c.holds()).map(Check::name).toList());
    assertTrue(result.spikes() > 0);
  }
}
