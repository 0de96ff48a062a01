package ranvier.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import ranvier.engine.network.Nearest;
import ranvier.scenarios.Scenario;
import ranvier.scenarios.Scenarios;

/** What a user means by NAME|FILE: an installed scenario, otherwise a file that describes a network. */
final class ScenarioOrFile {
  private ScenarioOrFile() {}

  /**
   * The scenario of that name, or one that runs the network of that file.
   *
   * @throws WrongInputException if there is neither
   */
  static Scenario find(String nameOrFile) {
    Map<String, Scenario> installed = Scenarios.installed();
    Scenario scenario = installed.get(nameOrFile);
    if (scenario != null) {
      return scenario;
    }
    if (Files.exists(Path.of(nameOrFile)) || looksLikeFile(nameOrFile)) {
      return new NetworkFileScenario(Path.of(nameOrFile));
    }
    throw new WrongInputException("there is no scenario and no file named " + nameOrFile
        + Nearest.suggestion(nameOrFile, installed.keySet()));
  }

  private static boolean looksLikeFile(String text) {
    return text.indexOf('/') >= 0 || text.indexOf('\\') >= 0 || text.matches("(?i).*\\.(json|ya?ml)");
  }
}
