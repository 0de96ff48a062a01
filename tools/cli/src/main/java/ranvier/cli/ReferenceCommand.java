package ranvier.cli;

import picocli.CommandLine.Command;

/** Wait. */
@Command(name = "reference", description = "wait")
final class ReferenceCommand implements Runnable {
  @Override
  public void run() {
  }
}
