package ranvier.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import ranvier.formats.reference.Comparison;
import ranvier.formats.reference.ReferenceCase;
import ranvier.formats.reference.ReferenceRun;

/** Simulates a reference case and says whether it holds. */
@Command(name = "reference", description = "simulates a reference case and says whether it holds",
    footer = {
        "  ranvier reference single_iaf_psc_exp.json",
        "  ranvier reference net_iaf_psc_delta.json --out out/delta"})
final class ReferenceCommand implements Callable<Integer> {
  @Spec
  private CommandSpec spec;

  @Parameters(paramLabel = "CASE.json", description = "a simulation with everything listed, and what is expected")
  private Path file;

  @Option(names = "--out", paramLabel = "DIR",
      description = "where spikes.csv, traces.csv and weights.csv go (default: out/CASE)")
  private Path out;

  @Option(names = "--threads", paramLabel = "N", description = "workers; the result is the same")
  private int threads = 1;

  @Override
  public Integer call() {
    ReferenceCase reference = ReferenceCase.read(file);
    ReferenceRun run = ReferenceRun.run(reference, threads);
    Path folder = out == null ? Path.of("out", reference.name()) : out;
    try {
      run.write(folder);
    } catch (IOException e) {
      throw new FailedException("cannot write to " + folder + ": " + e, e);
    }
    Comparison comparison = Comparison.of(run);
    PrintWriter text = spec.commandLine().getOut();
    comparison.lines().forEach(text::println);
    text.println("files: " + folder);
    return comparison.holds() ? ExitCode.RAN : ExitCode.FAILED;
  }
}
