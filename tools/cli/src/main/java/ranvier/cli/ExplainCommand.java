package ranvier.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import ranvier.cli.explain.ExplanationText;
import ranvier.cli.explain.GivenSpikes;
import ranvier.cli.terminal.Quantity;
import ranvier.engine.exact.ExactOptions;
import ranvier.engine.kernel.SpikeExplainer;
import ranvier.engine.model.Models;
import ranvier.engine.network.InvalidNetworkException;
import ranvier.engine.network.Network;
import ranvier.formats.AtomicFile;
import ranvier.report.explain.ExplanationPage;
import ranvier.report.explain.ExplanationTree;
import ranvier.report.explain.SourceNames;
import ranvier.scenarios.NetworkRun;
import ranvier.scenarios.RunSettings;
import ranvier.scenarios.Version;

/** Says why a neuron of a run in exact time spiked. */
@Command(name = "explain", description = {"says why a neuron spiked: what had arrived, and what each arrival added",
    "A run's folder is enough: the run is repeated up to the spike, which gives the same spikes to the last bit. With"
        + " a spike file nothing is repeated; its network is that of run.json beside it, or --network."},
    footer = {
        "  ranvier run brunel --timing exact",
        "  ranvier explain out/brunel --neuron E:17 --time 412.6",
        "  ranvier explain out/brunel --neuron E:17 --time 412.6 --depth 2 --html why.html",
        "  ranvier explain spikes.h5 --network my-network.yaml --timing exact --neuron 3 --time 80"})
final class ExplainCommand implements Callable<Integer> {
  /** Typed times have few digits; the nearest spike of a neuron is meant if it is as near as this. */
  private static final double NEAR_MS = 0.1;
  /** How far after the time in question a run is repeated, to name a spike that comes after it. */
  private static final double BEYOND_MS = 50.0;
  private static final int MOST_DEPTH = 8;
  private static final List<String> OWN = List.of("--neuron", "--time", "--depth", "--top", "--html", "--network");

  @Spec
  private CommandSpec spec;

  @Parameters(paramLabel = "RUN|SPIKES", description = "the folder of a run, or a spike file (.h5 or .csv) of one")
  private Path source;

  @Option(names = "--neuron", required = true, paramLabel = "N",
      description = "global number as in spikes.csv, or POPULATION:INDEX as in spikes.h5")
  private String neuron;

  @Option(names = "--time", required = true, paramLabel = "MS", description = "of the spike, to 0.1 ms")
  private double timeMs;

  @Option(names = "--depth", paramLabel = "N",
      description = "1: the causes of the spike; 2: those of its three largest causes, too; and so on (default: 1)")
  private int depth = 1;

  @Option(names = "--top", paramLabel = "N", description = "arrivals that are printed per spike (default: 10)")
  private int top = 10;

  @Option(names = "--html", paramLabel = "FILE", description = "writes a page with the graph of causes")
  private Path html;

  @Option(names = "--network", paramLabel = "NAME|FILE",
      description = "what a spike file is from; the options below are for it")
  private String network;

  @Mixin
  private RunOptions options;

  @Override
  public Integer call() throws IOException {
    check();
    boolean isFolder = Files.isDirectory(source);
    if (!isFolder && !Files.isReadable(source)) {
      throw new WrongInputException(source + ": there is no such folder or file");
    }
    Plan plan = plan(isFolder);
    Network described = described(plan, isFolder);
    SourceNames names = new SourceNames(described);
    int number = names.neuron(neuron);
    SpikeExplainer explainer = explainer(plan, described, isFolder);
    double spike = explainer.nearest(number, timeMs);
    if (!(Math.abs(spike - timeMs) <= NEAR_MS)) {
      throw new WrongInputException(none(names.of(number), spike));
    }
    ExplanationTree tree = ExplanationTree.grow(explainer, explainer.explain(number, spike), depth);
    PrintWriter out = spec.commandLine().getOut();
    new ExplanationText(names, top).print(tree, out);
    if (html != null) {
      String page = ExplanationPage.render(tree, names, Version.TEXT);
      AtomicFile.write(html, file -> Files.writeString(file, page));
      out.println("graph: " + html);
    }
    return ExitCode.RAN;
  }

  private void check() {
    if (!(timeMs >= 0 && Double.isFinite(timeMs))) {
      throw new WrongInputException("--time: must be finite and not negative, got " + Quantity.plain(timeMs));
    }
    if (depth < 1 || depth > MOST_DEPTH) {
      throw new WrongInputException("--depth: must be in 1.." + MOST_DEPTH + ", got " + depth);
    }
    if (top < 1) {
      throw new WrongInputException("--top: must be at least 1, got " + top);
    }
    if (network == null) {
      WrongInputException.throwIfAny(spec.commandLine().getParseResult().matchedOptions().stream()
          .map(o -> o.longestName()).filter(name -> !OWN.contains(name))
          .map(name -> name + ": the run says so itself; only with --network").toList());
    }
  }

  private Plan plan(boolean isFolder) throws IOException {
    if (network != null) {
      if (isFolder) {
        throw new WrongInputException("--network: " + source + " is the folder of a run, which says itself what was"
            + " run; leave out --network, or give a spike file");
      }
      return Plan.of(network, options);
    }
    if (isFolder) {
      return Plan.ofRun(source);
    }
    Path folder = source.toAbsolutePath().getParent();
    if (!Files.isReadable(folder.resolve(ranvier.formats.RunRequest.FILE))) {
      throw new WrongInputException(source + ": which network is it from? There is no run.json beside it; name the"
          + " network by --network");
    }
    return Plan.ofRun(folder);
  }

  private Network described(Plan plan, boolean isFolder) {
    RunSettings settings = plan.settings();
    if (!settings.exact()) {
      throw new WrongInputException(network != null
          ? "--network " + network + " would run on a grid; explaining needs spikes in exact time: add --timing exact,"
              + " if the spikes are from such a run"
          : source + " is from a run on a grid of " + Quantity.plain(settings.dtMs()) + " ms, where arrivals are summed"
              + " by steps and no arrival carries a neuron over its threshold alone; run it in exact time and explain"
              + " that: ranvier run " + plan.nameOrFile() + " --timing exact");
    }
    double endMs = settings.transientMs() + settings.durationMs();
    if (isFolder && timeMs > endMs) {
      throw new WrongInputException("--time: the run ended at " + Quantity.plain(endMs) + " ms, got "
          + Quantity.plain(timeMs));
    }
    Network described = plan.network().orElseThrow(() -> new WrongInputException(plan.nameOrFile()
        + " is not one network of spiking neurons; there is no single spike to explain"));
    var problems = NetworkRun.problems(described, settings);
    if (!problems.isEmpty()) {
      throw new InvalidNetworkException(problems);
    }
    return described;
  }

  private SpikeExplainer explainer(Plan plan, Network described, boolean isFolder) throws IOException {
    RunSettings settings = plan.settings();
    ExactOptions exact = NetworkRun.exactOptions(settings);
    if (isFolder) {
      double untilMs = Math.min(timeMs + BEYOND_MS, settings.transientMs() + settings.durationMs());
      return new SpikeExplainer(described, Models.installed(), exact, untilMs);
    }
    GivenSpikes spikes = GivenSpikes.read(source, described);
    return new SpikeExplainer(described, Models.installed(), exact, spikes.neurons(), spikes.timesMs());
  }

  private String none(String name, double nearest) {
    String at = Quantity.plain(timeMs);
    return Double.isNaN(nearest) ? "neuron " + name + " did not spike " + (Files.isDirectory(source)
        ? "up to " + Quantity.plain(timeMs + BEYOND_MS) + " ms" : "in " + source)
        : String.format(Locale.ROOT, "neuron %s did not spike at %s ms; its nearest spike is at %.9f ms", name, at,
            nearest);
  }
}
