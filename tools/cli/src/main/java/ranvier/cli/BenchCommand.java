package ranvier.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import ranvier.bench.Bench;
import ranvier.bench.BenchException;
import ranvier.bench.Kernels;
import ranvier.bench.MachineSpeed;
import ranvier.bench.Measurement;
import ranvier.bench.Model;
import ranvier.bench.Observing;
import ranvier.bench.Peer;
import ranvier.bench.Series;
import ranvier.cli.terminal.Quantity;
import ranvier.cli.terminal.TextTable;
import ranvier.engine.network.Nearest;

/** Measures whole models, beside other simulators if asked, and single kernels. */
@Command(name = "bench", description = {"measures how fast models run, beside other simulators if asked",
    "Every run is a process of its own, from the first step, recording all spikes. Prints medians, with the smallest"
        + " and the largest of the runs. Without a name it lists what there is to measure."},
    footer = {
        "  ranvier bench microcircuit --precision single",
        "  ranvier bench brunel-stdp brunel-stp --threads 1",
        "  ranvier bench vogels-abbott-cuba vogels-abbott-coba --threads 1 --against brian2",
        "  ranvier bench scaling-grid --largest 100000 --runs 3 --json scaling.json",
        "  ranvier bench kernels --only Poisson",
        "  ranvier bench ttfs"},
    subcommands = BenchTtfsCommand.class)
final class BenchCommand implements Callable<Integer> {
  private static final String KERNELS = "kernels";
  private static final String OBSERVING = "observing";
  private static final int OBSERVED_PIECES = 40;
  private static final List<String> SCALING = List.of("scaling-grid", "scaling-exact");

  @Spec
  private CommandSpec spec;

  @Parameters(paramLabel = "NAME", arity = "0..*", description = "models, scaling-grid or scaling-exact (a balanced"
      + " network at growing size), observing, or kernels")
  private List<String> names = new ArrayList<>();

  @Option(names = "--runs", paramLabel = "N", description = "of each (default: 5)")
  private int runs = 5;

  @Option(names = "--duration", paramLabel = "MS", description = "biological time (default: the model's own)")
  private double durationMs;

  @Option(names = "--threads", paramLabel = "N,...", split = ",",
      description = "numbers of workers to measure (default: 1 and all cores)")
  private List<Integer> threads = Stream.of(1, Runtime.getRuntime().availableProcessors()).distinct().toList();

  @Option(names = "--precision", paramLabel = "double|single", description = "of the neurons' state (default: double)")
  private String precision = "double";

  @Option(names = "--seed", paramLabel = "N", description = "of all random numbers (default: 1)")
  private long seed = 1;

  @Option(names = "--against", paramLabel = "PEER,...", split = ",",
      description = "other simulators, in turn with ours: brian2")
  private List<String> against = new ArrayList<>();

  @Option(names = "--largest", paramLabel = "NEURONS", description = "where scaling ends (default: 100000)")
  private int largest = 100_000;

  @Option(names = "--only", paramLabel = "PATTERN", description = "kernels whose name matches (default: all)")
  private String only = ".*";

  @Option(names = "--json", paramLabel = "FILE", description = "write all measurements there, too")
  private Path json;

  @Override
  public Integer call() throws InterruptedException, IOException {
    if (names.isEmpty()) {
      list();
      return ExitCode.RAN;
    }
    check();
    MachineSpeed machine = MachineSpeed.measure();
    out().printf("this machine now: next cache line after %.1f ns in 32 KiB, %.1f in 512 KiB, %.0f in 64 MiB;"
        + " %.0f GB/s in order%n", machine.nearNanos(), machine.middleNanos(), machine.farNanos(),
        machine.gigabytesPerSecond());
    List<Series> all = new ArrayList<>();
    try {
      Bench bench = new Bench(new Bench.Options(runs, durationMs, precision.equals("single"), threads, seed,
          peers()), this::progress);
      for (String name : names) {
        if (name.equals(KERNELS)) {
          Kernels.run(only);
          continue;
        }
        if (name.equals(OBSERVING)) {
          observing();
          continue;
        }
        for (Model model : models(name)) {
          List<Series> measured = bench.measure(model);
          all.addAll(measured);
          print(model, measured);
          if (json != null) {
            Bench.writeJson(machine, all, json);
          }
        }
      }
    } catch (BenchException failed) {
      throw new FailedException(failed.getMessage(), failed);
    }
    return ExitCode.RAN;
  }

  private void check() throws InterruptedException {
    List<String> known = new ArrayList<>(Model.all().keySet());
    known.addAll(SCALING);
    known.add(KERNELS);
    known.add(OBSERVING);
    for (String name : names) {
      if (!known.contains(name)) {
        throw new WrongInputException("nothing to measure is called " + name + Nearest.suggestion(name, known)
            + "; see ranvier bench");
      }
    }
    if (runs < 1 || threads.stream().anyMatch(t -> t < 1) || durationMs < 0 || largest < 1_000) {
      throw new WrongInputException("--runs and --threads must be at least 1, --duration not negative, --largest at"
          + " least 1000");
    }
    if (!List.of("double", "single").contains(precision)) {
      throw new WrongInputException("--precision must be double or single, got " + precision);
    }
    if (json != null && json.toAbsolutePath().getParent() != null
        && !Files.isDirectory(json.toAbsolutePath().getParent())) {
      throw new WrongInputException("--json: no folder " + json.toAbsolutePath().getParent());
    }
    for (Peer peer : peers()) {
      if (peer.missing() != null) {
        throw new WrongInputException(peer.missing());
      }
      if (names.stream().noneMatch(peer::has)) {
        throw new WrongInputException("there is no model file for " + peer.program() + " of " + String.join(", ", names)
            + "; there are: " + String.join(", ", peer.models().stream().sorted().toList()));
      }
    }
  }

  private void observing() throws InterruptedException {
    for (int workers : threads) {
      double[] factors = Observing.realTimeFactors(workers, OBSERVED_PIECES);
      TextTable table = new TextTable("lrr");
      table.row("observed, " + workers + (workers == 1 ? " thread" : " threads"), "real-time factor", "costs");
      for (int k = 0; k < factors.length; k++) {
        table.row(Observing.KINDS.get(k), Quantity.digits(factors[k]),
            k == 0 ? "" : String.format(Locale.ROOT, "%+.1f %%", 100 * (factors[k] / factors[0] - 1)));
      }
      table.print(out(), "");
    }
  }

  private List<Peer> peers() {
    return against.stream().map(name -> Arrays.stream(Peer.values()).filter(p -> p.program().equals(name)).findFirst()
        .orElseThrow(() -> new WrongInputException("--against must be of "
            + String.join(", ", Arrays.stream(Peer.values()).map(Peer::program).toList()) + ", got " + name))).toList();
  }

  private List<Model> models(String name) {
    return SCALING.contains(name) ? Model.scaling(name.substring(name.indexOf('-') + 1), largest)
        : List.of(Model.all().get(name));
  }

  private void list() {
    TextTable table = new TextTable("llr");
    table.row("name", "what", "biological time");
    for (Model m : Model.all().values()) {
      table.row(m.name(), m.summary(), Quantity.milliseconds(m.durationMs()));
    }
    for (String name : SCALING) {
      table.row(name, "balanced networks of 1,000 neurons to --largest, 1,000 inputs", "");
    }
    table.row(OBSERVING, "what recording spikes and probing potentials costs, in turn with neither", "");
    table.row(KERNELS, "single kernels, by JMH", "");
    table.row("ttfs", "first-spike networks, inference and learning; see ranvier bench ttfs --help", "");
    table.print(out(), "");
  }

  private void print(Model model, List<Series> measured) {
    out().println();
    out().println(model.name() + ": " + model.summary() + "; " + Quantity.milliseconds(measured.getFirst()
        .biologicalMs()) + " of biological time, " + model.timing() + ", " + runs
        + (runs == 1 ? " run" : " runs, median (least - most)"));
    TextTable table = new TextTable("l" + "r".repeat(measured.size()));
    List<String> heading = new ArrayList<>(List.of(""));
    measured.forEach(s -> heading.add(s.program() + " " + s.precision() + ", " + s.threads()
        + (s.threads() == 1 ? " thread" : " threads")));
    table.row(heading.toArray(String[]::new));
    for (Map.Entry<String, String> name : Measurement.NAMES.entrySet()) {
      List<String> cells = new ArrayList<>(List.of(name.getValue()));
      measured.forEach(s -> cells.add(cell(s.spreads().get(name.getKey()))));
      if (cells.stream().skip(1).anyMatch(c -> !c.isEmpty())) {
        table.row(cells.toArray(String[]::new));
      }
    }
    table.print(out(), "  ");
    for (Series s : measured) {
      if (s.program().equals(model.reference())) {
        Series.Spread times = measured.stream().filter(o -> o.program().equals("ranvier")
            && o.threads() == s.threads()).findFirst().orElseThrow().over(s, "nsPerSynapticEvent");
        out().printf("  %s takes %s times as long per synaptic event as %s on %s%n", model.name(), cell(times),
            s.model(),
            s.threads() == 1 ? "1 thread" : s.threads() + " threads");
      } else if (!s.program().equals("ranvier")) {
        out().printf("  %s takes %s times as long as ranvier on 1 thread%n", s.program(),
            Quantity.digits(s.median("wallSeconds") / measured.getFirst().median("wallSeconds")));
      } else if (!s.sameSpikes()) {
        throw new FailedException("runs with the same seed gave different spikes", null);
      }
    }
    out().flush();
  }

  private static String cell(Series.Spread spread) {
    if (spread == null) {
      return "";
    }
    return spread.least() == spread.most() ? Quantity.digits(spread.median())
        : Quantity.digits(spread.median()) + " (" + Quantity.digits(spread.least()) + " - "
            + Quantity.digits(spread.most()) + ")";
  }

  private void progress(String what) {
    spec.commandLine().getErr().println(what);
    spec.commandLine().getErr().flush();
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
