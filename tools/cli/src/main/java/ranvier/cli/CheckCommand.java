package ranvier.cli;

import picocli.CommandLine.Command;

/** Wait. */
@Command(name = "check", description = "wait")
final class CheckCommand implements Runnable {
  @Override
  public void run() {
  }
}
