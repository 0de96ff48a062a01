package ranvier.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import ranvier.cli.terminal.Quantity;
import ranvier.engine.memory.MemoryEstimate;
import ranvier.engine.network.Network;

/** Says whether a file describes a network that can run, and everything that is wrong with it. */
@Command(name = "check", description = "says everything that is wrong with a network file; runs nothing",
    footer = "  ranvier check my-network.yaml")
final class CheckCommand implements Runnable {
  @Spec
  private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "a network description in JSON or YAML")
  private Path file;

  @Override
  public void run() {
    NetworkFileScenario scenario = NetworkFileScenario.read(file, new RunOptions());
    Network network = scenario.network();
    MemoryEstimate estimate = Plan.estimate(network, scenario.base());
    spec.commandLine().getOut().println(file + ": valid; " + network.populations().size() + " populations, "
        + network.projections().size() + " projections, " + Quantity.count(estimate.neurons()) + " neurons, "
        + Quantity.count(estimate.synapses()) + " synapses");
  }
}
