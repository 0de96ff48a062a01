package ranvier.cli;

import picocli.CommandLine.Command;

/** Wait. */
@Command(name = "estimate", description = "wait")
final class EstimateCommand implements Runnable {
  @Override
  public void run() {
  }
}
