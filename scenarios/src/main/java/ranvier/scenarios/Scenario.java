package ranvier.scenarios;

import java.util.List;
import ranvier.scenarios.result.RunResult;

/** A published system that runs from the command line, found by name through {@link java.util.ServiceLoader}. */
public interface Scenario {
  /** As typed after {@code ranvier run}. */
  String name();

  /** One sentence: what it is, with the paper. */
  String summary();

  /** A paragraph for {@code ranvier describe}. */
  String details();

  /** The scenario's own parameters, set by {@code --set KEY=VALUE}. */
  List<ScenarioParameter> parameters();

  /** What a bare {@code ranvier run NAME} uses. */
  RunDefaults defaults();

  /**
   * Runs it.
   *
   * @throws IllegalArgumentException on settings that cannot run, with a message for the user
   */
  RunResult run(RunContext context) throws InterruptedException;
}
