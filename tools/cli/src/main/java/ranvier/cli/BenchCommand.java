package ranvier.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures what this machine makes of a workload; each workload is a command of its own below this one. */
@Command(name = "bench", description = "measures how fast this machine runs a workload",
    synopsisSubcommandLabel = "WORKLOAD",
    footer = "  taskset -c 1 ranvier bench ttfs",
    subcommands = BenchTtfsCommand.class)
final class BenchCommand implements Runnable {
  @Spec
  private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "which workload?");
  }
}
