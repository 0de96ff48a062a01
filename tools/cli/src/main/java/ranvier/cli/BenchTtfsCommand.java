package ranvier.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import ranvier.bench.BenchException;
import ranvier.bench.TtfsRates;
import ranvier.cli.terminal.Quantity;
import ranvier.cli.terminal.TextTable;
import ranvier.scenarios.ttfs.TtfsThroughput;

/** Throughput of the first-spike networks on one thread. */
@Command(name = "ttfs",
    description = {"samples per second of first-spike networks, inference and learning",
        "One thread, single precision, medians, by JMH, each in a process of its own. Wall time counts what other"
            + " programs take from the core; CPU time does not. 'in C': hand-written C with AVX-512 on an AMD EPYC"
            + " (Zen 5) core."},
    footer = {
        "  ranvier bench ttfs",
        "  ranvier bench ttfs --repetitions 9 --seconds 2"})
final class BenchTtfsCommand implements Callable<Integer> {
  @Spec
  private CommandSpec spec;

  @Option(names = "--repetitions", paramLabel = "N", description = "of each measurement (default: 5)")
  private int repetitions = 5;

  @Option(names = "--seconds", paramLabel = "S", description = "that each repetition takes (default: 1)")
  private double seconds = 1;

  @Override
  public Integer call() {
    List<String> problems = new ArrayList<>();
    if (repetitions < 1) {
      problems.add("--repetitions: must be at least 1, got " + repetitions);
    }
    if (!(seconds > 0) || Double.isInfinite(seconds)) {
      problems.add("--seconds: must be positive, got " + seconds);
    }
    WrongInputException.throwIfAny(problems);
    TextTable table = new TextTable("llrrrrl").row("network", "work", "samples/s", "per CPU second", "required",
        "in C", "reached");
    try {
      TtfsRates.measure(repetitions, seconds, r -> add(table, r));
    } catch (BenchException failed) {
      throw new FailedException(failed.getMessage(), failed);
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println("medians of " + repetitions + " x " + Quantity.seconds(seconds) + ", one thread");
    out.println();
    table.print(out, "");
    return ExitCode.RAN;
  }

  private void add(TextTable table, TtfsRates.Rate r) {
    TtfsThroughput.Workload w = r.workload();
    String work = w.isLearning() ? "forward, backward, Adam" : "forward";
    spec.commandLine().getErr().println(w.network() + ", " + work + ": " + count(r.perCpuSecond())
        + " samples per CPU second");
    spec.commandLine().getErr().flush();
    table.row(w.network(), work, count(r.perSecond()), count(r.perCpuSecond()), count(w.required()),
        w.inC() > 0 ? count(w.inC()) : "-", r.perCpuSecond() >= w.required() ? "yes" : "NO");
  }

  private static String count(double value) {
    return Quantity.count(Math.round(value));
  }
}
