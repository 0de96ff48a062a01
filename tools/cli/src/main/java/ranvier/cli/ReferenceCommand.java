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
import ranvier.cli.output.OutputFolder;
import ranvier.formats.reference.Comparison;
import ranvier.formats.reference.ReferenceCase;
import ranvier.formats.reference.ReferenceRun;

/** Simulates a reference case, writes what it gives, and says whether it holds. */
@Command(name = "reference",
    description = {"runs a reference case and says whether it holds",
        "Writes spikes.csv, traces.csv and weights.csv. Exits with 0 if the case holds, with 1 if it does not."},
    footer = "  ranvier reference net_iaf_psc_exp.json --out out/net_iaf_psc_exp")
final class ReferenceCommand implements Callable<Integer> {
  @Spec
  private CommandSpec spec;

  @Parameters(paramLabel = "CASE.json", description = "a complete simulation with its expected spikes and traces")
  private Path file;

  @Option(names = "--out", paramLabel = "DIR", description = "where the files go (default: out/NAME of the case)")
  private Path out;

  @Option(names = "--threads", paramLabel = "N", description = "workers; results do not depend on them (default: 1)")
  private int threads = 1;

  @Override
  public Integer call() throws IOException {
    if (threads < 1) {
      throw new WrongInputException("--threads: must be at least 1, got " + threads);
    }
    ReferenceCase reference = ReferenceCase.read(file);
    try (OutputFolder folder = OutputFolder.take(out == null ? Path.of("out", reference.name()) : out)) {
      ReferenceRun run = ReferenceRun.run(reference, threads);
      run.write(folder.path());
      Comparison comparison = Comparison.of(run);
      PrintWriter stdout = spec.commandLine().getOut();
      comparison.lines().forEach(stdout::println);
      stdout.println("files: " + folder.path());
      return comparison.holds() ? ExitCode.RAN : ExitCode.FAILED;
    }
  }
}
