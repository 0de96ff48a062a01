package ranvier.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import ranvier.engine.model.Models;
import ranvier.engine.model.NetworkCheck;
import ranvier.engine.network.Network;
import ranvier.formats.NetworkFile;
import ranvier.scenarios.NetworkOutcome;
import ranvier.scenarios.NetworkScenario;
import ranvier.scenarios.RunContext;
import ranvier.scenarios.RunDefaults;
import ranvier.scenarios.RunSettings;
import ranvier.scenarios.ScenarioParameter;
import ranvier.scenarios.result.Check;

/** The network that a file describes, run like a scenario. It has no parameters and claims nothing. */
final class NetworkFileScenario extends NetworkScenario {
  private static final RunDefaults DEFAULTS = new RunDefaults(1000.0, 0.0, 0.1);

  private final Path path;
  private final NetworkFile file;

  private NetworkFileScenario(Path path, NetworkFile file) {
    this.path = path;
    this.file = file;
  }

  /**
   * Reads and checks the file, against the models and the time step with which it would run.
   *
   * @throws ranvier.engine.network.InvalidNetworkException with everything that is wrong with the file
   */
  static NetworkFileScenario read(Path path, RunOptions options) {
    NetworkFile file = NetworkFile.read(path, (network, run, paths) -> {
      RunSettings settings = options.settings(run.over(Plan.base(DEFAULTS)), new ArrayList<>());
      return NetworkCheck.problems(network, Models.installed(), settings.dtMs(), settings.exact(),
          paths);
    });
    return new NetworkFileScenario(path, file);
  }

  /** Reads a file that a run has written. */
  static NetworkFileScenario read(Path path) {
    return new NetworkFileScenario(path, NetworkFile.read(path));
  }

  /** The file's content. */
  NetworkFile file() {
    return file;
  }

  /** What the file asks for, defaults filled in. */
  RunSettings base() {
    return file.run().over(Plan.base(DEFAULTS));
  }

  /** What the file describes. */
  Network network() {
    return file.network();
  }

  @Override
  public String name() {
    return path.getFileName().toString().replaceFirst("(?i)\\.(json|ya?ml)$", "");
  }

  @Override
  public String summary() {
    return "The network that " + path + " describes.";
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
    return DEFAULTS;
  }

  @Override
  public Network network(RunContext context) {
    if (context.settings().scale() != 1.0) {
      throw new IllegalArgumentException("--scale: a network file has no downscaling rule; change its sizes instead");
    }
    return network();
  }

  @Override
  protected List<Check> checks(RunContext context, NetworkOutcome outcome) {
    return List.of();
  }
}
