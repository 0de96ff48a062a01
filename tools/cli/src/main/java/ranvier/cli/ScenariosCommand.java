package ranvier.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import ranvier.cli.terminal.TextTable;
import ranvier.scenarios.Scenarios;

/** Lists the scenarios. */
@Command(name = "scenarios", description = "lists the published systems that run by name",
    footer = "  ranvier scenarios")
final class ScenariosCommand implements Runnable {
  @Spec
  private CommandSpec spec;

  @Override
  public void run() {
    TextTable table = new TextTable("ll");
    Scenarios.installed().values().forEach(s -> table.row(s.name(), s.summary()));
    table.print(spec.commandLine().getOut(), "");
  }
}
