package ranvier.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import ranvier.bench.Bench;
import ranvier.bench.BenchException;
import ranvier.bench.Cache;
import ranvier.bench.Kernels;
import ranvier.bench.MachineSpeed;
import ranvier.bench.Model;
import ranvier.bench.Observing;
import ranvier.bench.Peer;
import ranvier.bench.Processes;
import ranvier.bench.ScalingFigure;
import ranvier.bench.Series;
import ranvier.cli.terminal.StopRequest;
import ranvier.cli.terminal.TextTable;
import ranvier.engine.network.Nearest;
import ranvier.formats.AtomicFile;
import ranvier.formats.Machine;
import ranvier.report.plot.SvgDrawing;

/** Measures whole models, beside other simulators if asked, and single kernels. */
@Command(name = "bench", description = {"measures how fast models run, beside other simulators if asked",
    "Every run is a process of its own, from the first step, recording all spikes. Prints medians, with the smallest"
        + " and the largest of the runs. Without a name it lists what there is to measure."},
    footer = {
        "  ranvier bench microcircuit --precision single",
        "  ranvier bench brunel-stdp brunel-stp --threads 1",
        "  ranvier bench vogels-abbott-cuba vogels-abbott-coba --threads 1 --against brian2,neuron",
        "  ranvier bench scaling-grid scaling-exact --largest 1000000 --runs 3 --svg scaling.svg",
        "  ranvier bench kernels --only Poisson",
        "  ranvier bench ttfs"},
    subcommands = BenchTtfsCommand.class)
final class BenchCommand implements Callable<Integer> {
  private static final String KERNELS = "kernels";
  private static final String OBSERVING = "observing";
  private static final int OBSERVED_ROUNDS = 400;
  private static final int SMALLEST = 1_000;
  private static final int MOST_THREADS = 1_024;
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
      description = "other simulators, in turn with ours: brian2, neuron")
  private List<String> against = new ArrayList<>();

  @Option(names = "--largest", paramLabel = "NEURONS", description = "where scaling ends (default: 100000)")
  private int largest = 100_000;

  @Option(names = "--only", paramLabel = "PATTERN", description = "kernels whose name matches (default: all)")
  private String only = ".*";

  @Option(names = "--json", paramLabel = "FILE", description = "write all measurements there, too")
  private Path json;

  @Option(names = "--svg", paramLabel = "FILE", description = "draw what scaling-grid and scaling-exact found")
  private Path svg;

  @Option(names = "--with", paramLabel = "FILE,...", split = ",",
      description = "draw what these files of --json hold, too")
  private List<Path> with = new ArrayList<>();

  private final List<Series> all = new ArrayList<>();
  private final List<Series> scaling = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  @Override
  public Integer call() throws InterruptedException, IOException {
    if (names.isEmpty() && svg == null) {
      list();
      return ExitCode.RAN;
    }
    check();
    for (Path file : with) {
      scaling.addAll(Bench.series(Files.readString(file)).stream().filter(s -> isScaling(s.model())).toList());
    }
    if (names.isEmpty()) {
      draw();
      return ExitCode.RAN;
    }
    if (OtherBenches.run()) {
      progress("another ranvier bench runs on this machine at the same time: what either measures is worth little");
    }
    MachineSpeed machine = MachineSpeed.measure();
    out().printf("this machine now: next cache line after %.1f ns in 32 KiB, %.1f in 512 KiB, %.0f in 64 MiB;"
        + " %.0f GB/s in order%n", machine.nearNanos(), machine.middleNanos(), machine.farNanos(),
        machine.gigabytesPerSecond());
    try {
      for (String name : names) {
        if (name.equals(KERNELS)) {
          Kernels.run(only);
          continue;
        }
        try (StopRequest stop = StopRequest.listening(spec.commandLine().getErr(),
            "Stopping, then printing what was measured; once more to abort without.", Processes::stop)) {
          measure(name, machine, stop);
          if (stop.getAsBoolean()) {
            return stop.exitCode();
          }
        }
      }
    } catch (BenchException failed) {
      throw new FailedException(failed.getMessage(), failed);
    }
    if (!problems.isEmpty()) {
      throw new FailedException(String.join("\n", problems), null);
    }
    return ExitCode.RAN;
  }

  /** Measures what has this name, and prints and writes what came out, complete or not. */
  private void measure(String name, MachineSpeed machine, StopRequest stop) throws InterruptedException, IOException {
    BenchTable table = new BenchTable(out());
    if (name.equals(OBSERVING)) {
      for (int workers : threads) {
        table.print(workers, Observing.measure(workers, OBSERVED_ROUNDS, stop));
      }
      return;
    }
    Bench bench = new Bench(new Bench.Options(runs, durationMs, precision.equals("single"), threads, seed, peers()),
        this::progress, stop);
    for (Model model : models(name)) {
      List<Series> measured = bench.measure(model);
      if (measured.isEmpty()) {
        return;
      }
      all.addAll(measured);
      problems.addAll(table.print(model, measured));
      if (json != null) {
        AtomicFile.write(json, part -> Files.writeString(part, Bench.json(machine, all)));
      }
      if (svg != null && isScaling(model.name())) {
        scaling.addAll(measured);
        draw();
      }
    }
  }

  private void draw() throws IOException {
    String drawing = SvgDrawing.of(ScalingFigure.of(scaling, Machine.inWords(), Cache.ofThisMachine()));
    AtomicFile.write(svg, part -> Files.writeString(part, drawing));
  }

  private static boolean isScaling(String name) {
    return SCALING.stream().anyMatch(name::startsWith);
  }

  private void check() throws InterruptedException {
    List<String> wrong = new ArrayList<>();
    List<String> known = new ArrayList<>(Model.all().keySet());
    known.addAll(SCALING);
    known.add(KERNELS);
    known.add(OBSERVING);
    for (String name : names) {
      if (!known.contains(name) && Model.named(name).isEmpty()) {
        wrong.add("nothing to measure is called " + name + Nearest.suggestion(name, known) + "; see ranvier bench");
      }
    }
    if (runs < 1) {
      wrong.add("--runs: must be at least 1, got " + runs);
    }
    if (threads.stream().anyMatch(t -> t < 1 || t > MOST_THREADS)) {
      wrong.add("--threads: must be in 1.." + MOST_THREADS + ", got " + threads);
    }
    if (!(durationMs >= 0) || Double.isInfinite(durationMs)) {
      wrong.add("--duration: must be positive, got " + durationMs);
    }
    if (largest < SMALLEST) {
      wrong.add("--largest: must be at least " + SMALLEST + ", got " + largest);
    }
    if (!List.of("double", "single").contains(precision)) {
      wrong.add("--precision: must be double or single, got " + precision);
    }
    if (svg != null && with.isEmpty() && names.stream().noneMatch(BenchCommand::isScaling)) {
      wrong.add("--svg: draws " + String.join(" and ", SCALING) + ", none of which is measured");
    }
    with.stream().filter(f -> !Files.isRegularFile(f)).forEach(f -> wrong.add("--with: there is no file " + f));
    try {
      Pattern.compile(only);
    } catch (PatternSyntaxException e) {
      wrong.add("--only: not a regular expression: " + e.getDescription() + " in " + only);
    }
    OutputFile.check("--json", json, wrong);
    OutputFile.check("--svg", svg, wrong);
    checkPeers(wrong);
    WrongInputException.throwIfAny(wrong);
  }

  private void checkPeers(List<String> wrong) throws InterruptedException {
    for (String name : against) {
      if (peer(name).isEmpty()) {
        wrong.add("--against: must be of " + String.join(", ", Arrays.stream(Peer.values()).map(Peer::program)
            .toList()) + ", got " + name);
      }
    }
    for (Peer peer : peers()) {
      String missing = peer.missing();
      if (missing != null) {
        wrong.add(missing);
      }
      if (names.stream().noneMatch(peer::has)) {
        wrong.add("there is no model file for " + peer.program() + " of " + String.join(", ", names)
            + "; there are: " + String.join(", ", peer.models().stream().sorted().toList()));
      }
    }
  }

  private List<Peer> peers() {
    return against.stream().flatMap(name -> peer(name).stream()).distinct().toList();
  }

  private static Optional<Peer> peer(String name) {
    return Arrays.stream(Peer.values()).filter(p -> p.program().equals(name)).findFirst();
  }

  private List<Model> models(String name) {
    return SCALING.contains(name) ? Model.scaling(name.substring(name.indexOf('-') + 1), largest)
        : List.of(Model.named(name).orElseThrow());
  }

  private void list() {
    TextTable table = BenchTable.names();
    for (String name : SCALING) {
      table.row(name, "balanced networks of 1,000 neurons to --largest, 1,000 inputs", "");
    }
    table.row(OBSERVING, "what recording spikes and probing potentials costs, in turn with neither", "");
    table.row(KERNELS, "single kernels, by JMH", "");
    table.row("ttfs", "first-spike networks, inference and learning; see ranvier bench ttfs --help", "");
    table.print(out(), "");
  }

  private void progress(String what) {
    spec.commandLine().getErr().println(what);
    spec.commandLine().getErr().flush();
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
