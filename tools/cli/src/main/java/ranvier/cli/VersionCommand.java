package ranvier.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import ranvier.scenarios.Version;

/** Says which version this is. */
@Command(name = "version", description = "says which version this is, and on which Java it runs",
    footer = "  ranvier version")
final class VersionCommand implements Runnable, IVersionProvider {
  @Spec
  private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().getOut().println(getVersion()[0]);
  }

  @Override
  public String[] getVersion() {
    return new String[] {"ranvier " + Version.TEXT + ", Java " + Runtime.version() + " ("
        + System.getProperty("java.vendor") + ")"};
  }
}
