package ranvier.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes generated data sets; each is a command of its own below this one. */
@Command(name = "data", description = "writes a generated data set to a file", synopsisSubcommandLabel = "SET",
    footer = "  ranvier data yinyang --seed 42 --samples 5000 --out yinyang-train.csv",
    subcommands = DataYinYangCommand.class)
final class DataCommand implements Runnable {
  @Spec
  private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "which data set?");
  }
}
