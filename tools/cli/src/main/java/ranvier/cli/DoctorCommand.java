package ranvier.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import ranvier.cli.doctor.Examination;
import ranvier.cli.doctor.Finding;
import ranvier.cli.terminal.TextTable;

/** Says what this machine offers and what to install for the rest. */
@Command(name = "doctor", description = "says what this machine offers to a run, and what to install for the rest",
    footer = "  ranvier doctor")
final class DoctorCommand implements Runnable {
  @Spec
  private CommandSpec spec;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    List<Finding> findings = new Examination(Path.of("/"), System.getenv().getOrDefault("PATH", "")).findings();
    TextTable table = new TextTable("lll");
    findings.forEach(f -> table.row(f.isGood() ? "ok" : "--", f.subject(), f.found()));
    table.print(out, "");
    out.println();
    if (findings.stream().allMatch(Finding::isGood)) {
      out.println("Nothing is missing.");
    } else {
      TextTable remedies = new TextTable("ll");
      findings.stream().filter(f -> !f.isGood()).forEach(f -> remedies.row(f.subject(), f.remedy()));
      out.println("What to do:");
      remedies.print(out, "  ");
    }
  }
}
