package ranvier.cli;

import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program without a command: what there is to choose from. */
@Command(name = "ranvier", mixinStandardHelpOptions = true, versionProvider = VersionCommand.class,
    scope = ScopeType.INHERIT, usageHelpAutoWidth = true, sortOptions = false,
    synopsisSubcommandLabel = "COMMAND",
    description = "Simulates spiking neural networks, event by event.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
        "0:it ran", "1:it failed while running", "2:wrong usage or input; nothing was run",
        "130:stopped by Ctrl-C (143: by SIGTERM) at the end of a slice; what there was is written"},
    footerHeading = "%nExamples:%n",
    footer = {
        "  ranvier run microcircuit",
        "  ranvier describe microcircuit",
        "  ranvier COMMAND --help"},
    subcommands = {
        RunCommand.class, ExplainCommand.class, InferCommand.class, ReferenceCommand.class, ScenariosCommand.class,
        ModelsCommand.class, DescribeCommand.class, CheckCommand.class, EstimateCommand.class, DataCommand.class,
        BenchCommand.class, DoctorCommand.class, VersionCommand.class,
        AutoComplete.GenerateCompletion.class})
final class Ranvier implements Runnable {
  @Spec
  private CommandSpec spec;

  /** The whole command line, ready to execute. */
  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Ranvier());
    line.setParameterExceptionHandler(Failures::wrongUsage);
    line.setExecutionExceptionHandler(Failures::thrown);
    line.getSubcommands().get("generate-completion").getCommandSpec().usageMessage().hidden(true);
    return line;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "which command?");
  }
}
