package ranvier.cli;

import ranvier.cli.terminal.Terminal;

/** The program. */
public final class Main {
  private Main() {}

  /** Runs one command and exits with its {@link ExitCode}. */
  public static void main(String[] arguments) {
    Terminal.eraseIncubatorWarning(System.err);
    System.exit(Ranvier.commandLine().execute(arguments));
  }
}
