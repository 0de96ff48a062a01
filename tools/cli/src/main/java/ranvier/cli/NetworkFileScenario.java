package ranvier.cli;

import java.nio.file.Path;
import java.util.List;
import ranvier.scenarios.RunContext;
import ranvier.scenarios.RunDefaults;
import ranvier.scenarios.Scenario;
import ranvier.scenarios.ScenarioParameter;
import ranvier.scenarios.result.RunResult;

/** The network that a file describes, run like a scenario. */
final class NetworkFileScenario implements Scenario {
  private final Path file;

  NetworkFileScenario(Path file) {
    this.file = file;
  }

  @Override
  public String name() {
    String name = file.getFileName().toString();
    return name.replaceFirst("(?i)\\.(json|ya?ml)$", "");
  }

  @Override
  public String summary() {
    return file.toString();
  }

  @Override
  public String details() {
    return "";
  }

  @Override
  public List<ScenarioParameter> parameters() {
    return List.of();
  }

  @Override
  public RunDefaults defaults() {
    return new RunDefaults(1000, 0, 0.1);
  }

  @Override
  public RunResult run(RunContext context) throws InterruptedException {
    throw new WrongInputException("wait");
  }
}
