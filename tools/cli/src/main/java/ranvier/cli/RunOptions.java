package ranvier.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;
import ranvier.cli.terminal.Quantity;
import ranvier.engine.network.Nearest;
import ranvier.scenarios.RunDefaults;
import ranvier.scenarios.RunSettings;
import ranvier.scenarios.Scenario;
import ranvier.scenarios.ScenarioParameter;

/** The options that say how a scenario or a file is run; shared by every command that builds a network. */
final class RunOptions {
  private static final long DEFAULT_SEED = 1;
  private static final List<String> TIMINGS = List.of("grid", "exact");
  private static final List<String> PRECISIONS = List.of("double", "single");

  @Option(names = "--duration", paramLabel = "MS",
      description = "biological time that is evaluated, after the transient")
  private Double durationMs;

  @Option(names = "--transient", paramLabel = "MS",
      description = "biological time before, left out of the statistics")
  private Double transientMs;

  @Option(names = "--dt", paramLabel = "MS", description = "time step of the grid")
  private Double dtMs;

  @Option(names = "--timing", paramLabel = "grid|exact",
      description = "spikes at multiples of dt, or at real-numbered times (default: ${DEFAULT-VALUE})")
  private String timing = "grid";

  @Option(names = "--precision", paramLabel = "double|single",
      description = "of the neurons' state; single is faster (default: ${DEFAULT-VALUE})")
  private String precision = "double";

  @Option(names = "--threads", paramLabel = "N",
      description = "workers; results do not depend on them (default: all cores)")
  private Integer threads;

  @Option(names = "--seed", paramLabel = "N", description = "of all random numbers (default: ${DEFAULT-VALUE})")
  private long seed = DEFAULT_SEED;

  @Option(names = "--scale", paramLabel = "X",
      description = "of neuron numbers and in-degrees, for scenarios with a downscaling rule (default: 1)")
  private double scale = 1.0;

  @Option(names = "--set", paramLabel = "KEY=VALUE",
      description = "a parameter of the scenario, see ranvier describe; may be repeated")
  private List<String> assignments = List.of();

  @Option(names = "--record", paramLabel = "all|none|POP,...",
      description = "whose spikes are kept (default: ${DEFAULT-VALUE})")
  private String record = "all";

  /**
   * What the user asked for, the scenario's defaults filled in.
   *
   * @throws WrongInputException saying everything that is wrong
   */
  RunSettings settings(Scenario scenario) {
    RunDefaults defaults = scenario.defaults();
    List<String> problems = new ArrayList<>();
    double duration = durationMs == null ? defaults.durationMs() : durationMs;
    double before = transientMs == null ? defaults.transientMs() : transientMs;
    double dt = dtMs == null ? defaults.dtMs() : dtMs;
    int workers = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    require(problems, duration > 0 && Double.isFinite(duration), "--duration", "must be positive", duration);
    require(problems, before >= 0 && Double.isFinite(before), "--transient", "must not be negative", before);
    require(problems, dt > 0 && Double.isFinite(dt), "--dt", "must be positive", dt);
    require(problems, workers >= 1, "--threads", "must be at least 1", workers);
    require(problems, scale > 0 && Double.isFinite(scale), "--scale", "must be positive", scale);
    choice(problems, "--timing", timing, TIMINGS);
    choice(problems, "--precision", precision, PRECISIONS);
    if (record.isBlank()) {
      problems.add("--record: must be all, none, or names of populations separated by commas");
    }
    if (!problems.isEmpty()) {
      throw new WrongInputException(problems);
    }
    return new RunSettings(duration, before, dt, timing, precision.equals("single"), workers, seed, scale, recorded());
  }

  /**
   * The scenario's parameters, defaults filled in.
   *
   * @throws WrongInputException saying everything that is wrong
   */
  Map<String, String> parameters(Scenario scenario) {
    Map<String, ScenarioParameter> known = new LinkedHashMap<>();
    scenario.parameters().forEach(p -> known.put(p.key(), p));
    Map<String, String> given = new LinkedHashMap<>();
    List<String> problems = new ArrayList<>();
    for (String assignment : assignments) {
      int equals = assignment.indexOf('=');
      if (equals < 1) {
        problems.add("--set " + assignment + ": must be written KEY=VALUE");
        continue;
      }
      String key = assignment.substring(0, equals).strip();
      String value = assignment.substring(equals + 1).strip();
      ScenarioParameter parameter = known.get(key);
      if (parameter == null) {
        problems.add("--set " + assignment + ": " + scenario.name() + (known.isEmpty() ? " has no parameters"
            : " has no parameter " + key + Nearest.suggestion(key, known.keySet())));
      } else {
        if (given.put(key, value) != null) {
          problems.add("--set " + assignment + ": " + key + " is set twice");
        }
        value(problems, "--set " + assignment, parameter, value);
      }
    }
    if (!problems.isEmpty()) {
      throw new WrongInputException(problems);
    }
    Map<String, String> all = new LinkedHashMap<>();
    known.forEach((key, parameter) -> all.put(key, given.getOrDefault(key, parameter.defaultValue())));
    return all;
  }

  /** Names of the recorded populations; null: all; empty: none. */
  private List<String> recorded() {
    return switch (record) {
      case "all" -> null;
      case "none" -> List.of();
      default -> List.of(record.split(",")).stream().map(String::strip).filter(name -> !name.isEmpty()).distinct()
          .toList();
    };
  }

  private static void value(List<String> problems, String path, ScenarioParameter parameter, String value) {
    if (!parameter.choices().isEmpty()) {
      choice(problems, path, value, parameter.choices());
    } else if (isNumber(parameter.defaultValue()) && !isNumber(value)) {
      problems.add(path + ": must be a finite number" + (parameter.unit().isEmpty() ? "" : " (" + parameter.unit()
          + ")") + ", got " + value);
    }
  }

  private static boolean isNumber(String text) {
    try {
      return Double.isFinite(Double.parseDouble(text));
    } catch (NumberFormatException word) {
      return false;
    }
  }

  private static void choice(List<String> problems, String path, String value, List<String> choices) {
    if (!choices.contains(value)) {
      problems.add(path + ": must be one of " + String.join(", ", choices) + ", got " + value
          + Nearest.suggestion(value, choices));
    }
  }

  private static void require(List<String> problems, boolean holds, String option, String rule, double value) {
    if (!holds) {
      problems.add(option + ": " + rule + ", got " + Quantity.plain(value));
    }
  }
}
