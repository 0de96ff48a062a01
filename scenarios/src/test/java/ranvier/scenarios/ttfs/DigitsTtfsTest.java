package ranvier.scenarios.ttfs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ranvier.scenarios.Progress;
import ranvier.scenarios.RunContext;
import ranvier.scenarios.RunSettings;
import ranvier.scenarios.ScenarioParameter;
import ranvier.scenarios.data.DigitsFile;
import ranvier.scenarios.result.Check;
import ranvier.scenarios.result.RunResult;

/** Real images small enough to be learned to the end in a test, where they are installed. */
class DigitsTtfsTest {
  @TempDir
  private Path folder;

  @BeforeEach
  void isInstalled() {
    Assumptions.assumeTrue(Files.isReadable(DigitsFile.INSTALLED),
        "the digits are not installed: sudo apt-get install --no-install-recommends python3-sklearn");
  }

  private RunResult run(Map<String, String> changes) {
    return run(changes, () -> false);
  }

  private RunResult run(Map<String, String> changes, BooleanSupplier stop) {
    DigitsTtfs scenario = new DigitsTtfs();
    Map<String, String> parameters = new HashMap<>();
    for (ScenarioParameter p : scenario.parameters()) {
      parameters.put(p.key(), p.defaultValue());
    }
    parameters.putAll(changes);
    RunSettings settings = new RunSettings(4, 0, 0.1, "exact", true, 1, 1, 1, List.of());
    return scenario.run(
        new RunContext(settings, parameters, folder.resolve("work"), Progress.SILENT, stop));
  }

  @Test
  void theDefaultsReachWhatTheReportPromisesAndTheNetworkAnswers() {
    String file = folder.resolve("digits.ttfs").toString();
    RunResult result = run(Map.of("save", file));
    assertTrue(result.checks().stream().allMatch(Check::holds), result.checks().toString());
    try (TtfsInference network = new TtfsInference(Path.of(file), TtfsInference.Engine.EXACT)) {
      List<Question> asked = network.questions(List.of("0-199"), null);
      long right = asked.stream().filter(q -> network.ask(q).decision() == q.label()).count();
      assertTrue(right > 170, right + " of 200");
    }
  }

  /** The decay of the rate is a function of the epochs wanted: both runs want four. */
  @Test
  void resumedIsAsIfItHadNotStopped() {
    String file = folder.resolve("half.ttfs").toString();
    RunResult whole = run(Map.of("epochs", "4"));
    AtomicInteger epochs = new AtomicInteger();
    run(Map.of("epochs", "4", "save", file), () -> epochs.incrementAndGet() == 2);
    assertEquals(whole.spikeHash(), run(Map.of("epochs", "4", "resume", file)).spikeHash());
  }
}
