package ranvier.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import ranvier.cli.output.OutputFolder;
import ranvier.cli.output.ResultFiles;
import ranvier.cli.terminal.StopRequest;
import ranvier.cli.terminal.Terminal;
import ranvier.cli.terminal.TerminalProgress;
import ranvier.engine.memory.MemoryEstimate;
import ranvier.formats.AtomicFile;
import ranvier.formats.RunRequest;
import ranvier.formats.SonataSpikes;
import ranvier.formats.SpikeCsv;
import ranvier.formats.Summary;
import ranvier.report.HtmlReport;
import ranvier.scenarios.Progress;
import ranvier.scenarios.result.RunResult;

/** Runs a scenario or a network file and leaves its results in a folder. */
@Command(name = "run", description = "runs a scenario or a network file and writes its report",
    footer = {
        "  ranvier run microcircuit",
        "  ranvier run microcircuit --scale 0.1 --set background=dc --threads 1",
        "  ranvier run brunel --duration 2000 --seed 7 --out out/brunel-7 --csv",
        "  ranvier run my-network.yaml --record E,I"})
final class RunCommand implements Callable<Integer> {
  private static final String REPORT = "report.html";

  @Spec
  private CommandSpec spec;

  @Parameters(paramLabel = "NAME|FILE", description = "a scenario, or a network description in JSON or YAML")
  private String nameOrFile;

  @Mixin
  private RunOptions options;

  @Option(names = "--out", paramLabel = "DIR", description = "where the results go (default: out/NAME)")
  private Path out;

  @Option(names = "--csv", description = "write the spikes as spikes.csv, too")
  private boolean csv;

  @Option(names = "--quiet", description = "no progress; print the path of the report only")
  private boolean quiet;

  @Override
  public Integer call() throws InterruptedException, IOException {
    Plan plan = Plan.of(nameOrFile, options);
    warnOfThreads(plan.settings().threads());
    try (OutputFolder folder = OutputFolder.take(out == null ? Path.of("out", plan.scenario().name()) : out);
        StopRequest stop = StopRequest.listening(err())) {
      RunResult result = run(plan, folder, stop);
      if (!quiet) {
        // Files and pictures take a second.
        new RunText(result).print(out());
        out().flush();
      }
      resultFiles(plan, result).write(result, folder.path());
      out().println((quiet ? "" : "report: ") + folder.path().resolve(REPORT));
      return result.complete() ? ExitCode.RAN : stop.getAsBoolean() ? stop.exitCode() : ExitCode.FAILED;
    }
  }

  private RunResult run(Plan plan, OutputFolder folder, StopRequest stop) throws InterruptedException {
    int columns = quiet ? 0 : Terminal.columns();
    String name = plan.scenario().name();
    try (TerminalProgress line = new TerminalProgress(err(), name, columns, System::nanoTime)) {
      return plan.scenario().run(plan.context(folder.workFolder(), columns > 0 ? line : Progress.SILENT, stop));
    } catch (OutOfMemoryError full) {
      throw new FailedException(name + " does not fit into the heap of " + MemoryEstimate.text(
          MemoryEstimate.availableBytes()) + "; see ranvier estimate " + nameOrFile
          + ", or give the virtual machine more with RANVIER_JAVA_OPTS=-Xmx...", full);
    }
  }

  private ResultFiles resultFiles(Plan plan, RunResult result) {
    boolean recorded = result.spikeFile() != null;
    return new ResultFiles()
        .file("spikes.h5", recorded ? (r, file) -> SonataSpikes.write(r.spikeFile(), file) : null)
        .file("spikes.csv", recorded && csv ? (r, file) -> SpikeCsv.write(r.spikeFile(), file) : null)
        .file(RunRequest.FILE, (r, file) -> plan.request().write(file))
        .file(Plan.NETWORK_FILE, plan.isFile() ? (r, file) -> plan.networkFile().write(file) : null)
        .file(REPORT, (r, file) -> AtomicFile.write(file, part -> Files.writeString(part,
            HtmlReport.render(r, EffectiveDescription.of(r.network(), plan.settings()), plan.command()))))
        .file("summary.json", Summary::write);
  }

  private void warnOfThreads(int threads) {
    int cores = Runtime.getRuntime().availableProcessors();
    if (threads > cores && !quiet) {
      err().println("warning: " + threads + " threads on " + cores + " cores are slower than " + cores
          + "; the result is the same");
    }
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
