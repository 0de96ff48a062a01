package ranvier.scenarios;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ranvier.scenarios.result.RunResult;

/** Runs scenarios in tests. */
public final class Runs {
  private Runs() {}

  /** A context with the scenario's defaults, but for the given settings; parameters as "key=value". */
  public static RunContext context(Scenario scenario, RunSettings settings, String... parameters) {
    Map<String, String> values = new LinkedHashMap<>();
    scenario.parameters().forEach(p -> values.put(p.key(), p.defaultValue()));
    for (String p : parameters) {
      values.put(p.substring(0, p.indexOf('=')), p.substring(p.indexOf('=') + 1));
    }
    return new RunContext(settings, values, Path.of(System.getProperty("java.io.tmpdir")), Progress.SILENT,
        () -> false);
  }

  /** Grid settings of a scenario's own step, without recorded spikes. */
  public static RunSettings grid(Scenario scenario, double durationMs, double transientMs, int threads, long seed,
      double scale) {
    return new RunSettings(durationMs, transientMs, scenario.defaults().dtMs(), "grid", false, threads, seed, scale,
        List.of());
  }

  /** Runs in a temporary folder. */
  public static RunResult run(Scenario scenario, RunSettings settings, String... parameters)
      throws InterruptedException, IOException {
    RunContext context = context(scenario, settings, parameters);
    Path folder = Files.createTempDirectory("ranvier-test");
    try {
      return scenario.run(new RunContext(settings, context.parameters(), folder, Progress.SILENT, () -> false));
    } finally {
      try (var files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
  }
}
