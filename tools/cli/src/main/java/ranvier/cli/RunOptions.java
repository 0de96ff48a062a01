package ranvier.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Option;
import ranvier.cli.terminal.Quantity;
import ranvier.engine.network.Nearest;
import ranvier.scenarios.RunSettings;
import ranvier.scenarios.Scenario;
import ranvier.scenarios.ScenarioParameter;

/** The options that say how a scenario or a file is run; shared by every command that builds a network. */
final class RunOptions {
  private static final int MOST_THREADS = 1024;
  private static final List<String> TIMINGS = List.of("grid", "exact");
  private static final List<String> KERNELS = List.of("auto", "bins", "strict");
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
      description = "spikes at multiples of dt, or at real-numbered times (default: grid)")
  private String timing;

  @Option(names = "--kernel", paramLabel = "auto|bins|strict",
      description = "of exact time: work bins, event by event, or what suits the network (default: auto); spikes agree"
          + " to rounding")
  private String kernel;

  @Option(names = "--compare-grid",
      description = "after a run in exact time run on the grid, too, and compare both in the report")
  private boolean compareGrid;

  @Option(names = "--precision", paramLabel = "double|single",
      description = "of the neurons' state; single is faster (default: double)")
  private String precision;

  @Option(names = "--threads", paramLabel = "N",
      description = "workers; results do not depend on them (default: all cores)")
  private Integer threads;

  @Option(names = "--seed", paramLabel = "N", description = "of all random numbers (default: 1)")
  private Long seed;

  @Option(names = "--scale", paramLabel = "X",
      description = "of neuron numbers and in-degrees, for scenarios with a downscaling rule (default: 1)")
  private Double scale;

  @Option(names = "--set", paramLabel = "KEY=VALUE",
      description = "a parameter of the scenario, see ranvier describe; may be repeated")
  private List<String> assignments = List.of();

  @Option(names = "--record", paramLabel = "all|none|POP,...",
      description = "whose spikes are kept (default: all)")
  private String record;

  /**
   * What the user asked for.
   *
   * @param base used where the user asked for nothing
   * @param problems takes everything that is wrong
   */
  RunSettings settings(RunSettings base, List<String> problems) {
    RunSettings asked = new RunSettings(
        durationMs == null ? base.durationMs() : durationMs,
        transientMs == null ? base.transientMs() : transientMs,
        dtMs == null ? base.dtMs() : dtMs,
        timing == null ? base.timing() : timing,
        precision == null ? base.singlePrecision() : precision.equals("single"),
        threads == null ? base.threads() : threads,
        seed == null ? base.seed() : seed,
        scale == null ? base.scale() : scale,
        record == null ? base.record() : recorded(problems),
        kernel == null ? base.kernel() : kernel,
        compareGrid || base.compareGrid());
    require(problems, positive(asked.durationMs()), "--duration", "must be positive", asked.durationMs());
    require(problems, positive(asked.transientMs()) || asked.transientMs() == 0, "--transient", "must not be negative",
        asked.transientMs());
    require(problems, positive(asked.dtMs()), "--dt", "must be positive", asked.dtMs());
    require(problems, asked.threads() >= 1 && asked.threads() <= MOST_THREADS, "--threads", "must be in 1.."
        + MOST_THREADS, asked.threads());
    require(problems, positive(asked.scale()), "--scale", "must be positive", asked.scale());
    choice(problems, "--timing", asked.timing(), TIMINGS);
    choice(problems, "--kernel", asked.kernel(), KERNELS);
    if (!asked.exact() && (kernel != null || asked.compareGrid())) {
      problems.add((kernel != null ? "--kernel" : "--compare-grid") + ": is for exact time only; add --timing exact");
    }
    choice(problems, "--precision", precision == null ? PRECISIONS.getFirst() : precision, PRECISIONS);
    return asked;
  }

  /**
   * The scenario's parameters, defaults filled in.
   *
   * @param problems takes everything that is wrong
   */
  Map<String, String> parameters(Scenario scenario, List<String> problems) {
    Map<String, ScenarioParameter> known = new LinkedHashMap<>();
    scenario.parameters().forEach(p -> known.put(p.key(), p));
    Map<String, String> given = new LinkedHashMap<>();
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
    Map<String, String> all = new LinkedHashMap<>();
    known.forEach((key, parameter) -> all.put(key, given.getOrDefault(key, parameter.defaultValue())));
    return all;
  }

  /** Names of the recorded populations; null: all; empty: none. */
  private List<String> recorded(List<String> problems) {
    if (record.equals("all")) {
      return null;
    }
    if (record.equals("none")) {
      return List.of();
    }
    List<String> names = Stream.of(record.split(",", -1)).map(String::strip).filter(name -> !name.isEmpty()).distinct()
        .toList();
    if (names.isEmpty()) {
      problems.add("--record: must be all, none, or names of populations separated by commas");
    }
    return names;
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

  private static boolean positive(double value) {
    return value > 0 && Double.isFinite(value);
  }

  private static void require(List<String> problems, boolean holds, String option, String rule, double value) {
    if (!holds) {
      problems.add(option + ": " + rule + ", got " + Quantity.plain(value));
    }
  }
}
