package ranvier.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import ranvier.cli.terminal.Quantity;
import ranvier.engine.memory.MemoryEstimate;
import ranvier.engine.model.Models;
import ranvier.engine.network.Nearest;
import ranvier.engine.network.Network;
import ranvier.engine.network.Population;
import ranvier.formats.NetworkFile;
import ranvier.formats.RunRequest;
import ranvier.scenarios.NetworkScenario;
import ranvier.scenarios.Progress;
import ranvier.scenarios.RunContext;
import ranvier.scenarios.RunDefaults;
import ranvier.scenarios.RunSettings;
import ranvier.scenarios.Scenario;
import ranvier.scenarios.Scenarios;
import ranvier.scenarios.Version;

/**
 * One run as the user wants it.
 *
 * @param nameOrFile as typed
 * @param scenario an installed one, otherwise one that runs the network of a file
 * @param settings defaults filled in
 * @param parameters of the scenario, defaults filled in
 */
record Plan(String nameOrFile, Scenario scenario, RunSettings settings, Map<String, String> parameters) {
  /** Name under which a run keeps the network of the file that it ran. */
  static final String NETWORK_FILE = "network.yaml";
  private static final long SEED = 1;

  /**
   * What the user means by NAME|FILE and its options: the scenario of that name, otherwise the file of that name.
   *
   * @throws WrongInputException if there is neither, or if anything is wrong with the options
   * @throws ranvier.engine.network.InvalidNetworkException if the file describes no network that can run
   */
  static Plan of(String nameOrFile, RunOptions options) {
    Map<String, Scenario> installed = Scenarios.installed();
    Scenario scenario = installed.get(nameOrFile);
    RunSettings base;
    if (scenario != null) {
      base = base(scenario.defaults());
    } else if (Files.exists(Path.of(nameOrFile)) || looksLikeFile(nameOrFile)) {
      NetworkFileScenario file = NetworkFileScenario.read(Path.of(nameOrFile), options);
      scenario = file;
      base = file.base();
    } else {
      throw new WrongInputException("there is no scenario and no file named " + nameOrFile
          + Nearest.suggestion(nameOrFile, installed.keySet()));
    }
    List<String> problems = new ArrayList<>();
    Plan plan = new Plan(nameOrFile, scenario, options.settings(base, problems),
        options.parameters(scenario, problems));
    WrongInputException.throwIfAny(problems);
    plan.checkRecorded();
    return plan;
  }

  /** What a run uses where neither the user nor a file says anything. */
  static RunSettings base(RunDefaults defaults) {
    return new RunSettings(defaults.durationMs(), defaults.transientMs(), defaults.dtMs(), "grid", false,
        Runtime.getRuntime().availableProcessors(), SEED, 1.0, null);
  }

  /** What the scenario is given. */
  RunContext context(Path workFolder, Progress progress, BooleanSupplier stop) {
    return new RunContext(settings, parameters, workFolder, progress, stop);
  }

  /** The network that would be simulated; empty if the scenario is not one network. */
  Optional<Network> network() {
    return scenario instanceof NetworkScenario one
        ? Optional.of(one.network(context(Path.of(""), Progress.SILENT, () -> false))) : Optional.empty();
  }

  /** What a network would take with these settings. */
  static MemoryEstimate estimate(Network network, RunSettings settings) {
    return MemoryEstimate.of(network, Models.installed(), settings.dtMs(), settings.exact(),
        settings.singlePrecision(), settings.threads());
  }

  /** Whether the network of a file is run, not an installed scenario. */
  boolean isFile() {
    return scenario instanceof NetworkFileScenario;
  }

  /** The network of the file that is run, as a file of its own. */
  NetworkFile networkFile() {
    return ((NetworkFileScenario) scenario).file();
  }

  /** What is needed to do the run again. */
  RunRequest request() {
    return new RunRequest(Version.TEXT, isFile() ? null : scenario.name(), isFile() ? NETWORK_FILE : null, settings,
        parameters);
  }

  /**
   * What a folder's run was asked to do.
   *
   * @throws WrongInputException if the folder holds no run, or one that cannot be done again
   * @throws IOException if it cannot be read
   */
  static Plan ofRun(Path folder) throws IOException {
    Path file = folder.resolve(RunRequest.FILE);
    if (!Files.isReadable(file)) {
      throw new WrongInputException(folder + " holds no run: there is no " + file + ", which ranvier run writes");
    }
    RunRequest request = RunRequest.read(file);
    if (request.network() != null) {
      Path network = folder.resolve(request.network());
      return new Plan(network.toString(), NetworkFileScenario.read(network), request.settings(), Map.of());
    }
    Scenario scenario = Scenarios.installed().get(request.scenario());
    if (scenario == null) {
      throw new WrongInputException(file + " names the scenario " + request.scenario() + ", which is not installed"
          + Nearest.suggestion(String.valueOf(request.scenario()), Scenarios.installed().keySet()));
    }
    return new Plan(request.scenario(), scenario, request.settings(), request.parameters());
  }

  /** The command that gives the same result again, with every setting that matters to it. */
  List<String> command() {
    List<String> words = new ArrayList<>(List.of("./tools/ranvier", "run", nameOrFile,
        "--duration", Quantity.plain(settings.durationMs()), "--transient", Quantity.plain(settings.transientMs()),
        "--dt", Quantity.plain(settings.dtMs()), "--timing", settings.timing(),
        "--precision", settings.singlePrecision() ? "single" : "double", "--seed", Long.toString(settings.seed())));
    if (settings.scale() != 1.0) {
      words.addAll(List.of("--scale", Quantity.plain(settings.scale())));
    }
    parameters.forEach((key, value) -> words.addAll(List.of("--set", key + "=" + value)));
    if (settings.exact()) {
      words.addAll(List.of("--kernel", settings.kernel()));
    }
    if (settings.compareGrid()) {
      words.add("--compare-grid");
    }
    if (settings.record() != null) {
      words.addAll(List.of("--record", settings.record().isEmpty() ? "none" : String.join(",", settings.record())));
    }
    return words;
  }

  private void checkRecorded() {
    if (settings.record() == null || settings.record().isEmpty()) {
      return;
    }
    network().ifPresent(network -> {
      List<String> known = network.populations().stream().map(Population::name).toList();
      WrongInputException.throwIfAny(settings.record().stream().filter(name -> !known.contains(name))
          .map(name -> "--record: there is no population " + name + Nearest.suggestion(name, known)).toList());
    });
  }

  private static boolean looksLikeFile(String text) {
    return text.indexOf('/') >= 0 || text.indexOf('\\') >= 0 || text.matches("(?i).*\\.(json|ya?ml)");
  }
}
