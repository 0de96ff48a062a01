package ranvier.cli;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import ranvier.cli.terminal.Quantity;
import ranvier.cli.terminal.TextTable;
import ranvier.engine.memory.MemoryEstimate;

/** Says what a network would take in memory, without building it. */
@Command(name = "estimate", description = "says how many synapses and bytes a network would take; builds nothing",
    footer = {"  ranvier estimate microcircuit", "  ranvier estimate my-network.yaml --threads 1"})
final class EstimateCommand implements Runnable {
  private static final int LARGEST = 10;

  @Spec
  private CommandSpec spec;

  @Parameters(paramLabel = "NAME|FILE", description = "a scenario, or a network description in JSON or YAML")
  private String nameOrFile;

  @Mixin
  private RunOptions options;

  @Override
  public void run() {
    Plan plan = Plan.of(nameOrFile, options);
    MemoryEstimate estimate = Plan.estimate(plan.network().orElseThrow(() -> new WrongInputException(
        nameOrFile + " is not one spiking network; there is nothing to estimate")), plan.settings());
    PrintWriter out = spec.commandLine().getOut();
    out.println(plan.scenario().name() + ": " + Quantity.count(estimate.neurons()) + " neurons, "
        + Quantity.count(estimate.synapses()) + " synapses");
    out.println();
    parts(estimate).print(out, "");
    out.println();
    long available = MemoryEstimate.availableBytes();
    boolean fits = estimate.problem(available).isEmpty();
    out.println(MemoryEstimate.text(estimate.bytes()) + " while it runs, " + MemoryEstimate.text(estimate.peakBytes())
        + " while it is built; the heap may grow to " + MemoryEstimate.text(available) + ": "
        + (fits ? "it fits" : "it does NOT fit"));
  }

  private static TextTable parts(MemoryEstimate estimate) {
    TextTable table = new TextTable("lrlr").row("part", "elements", "", "memory");
    List<MemoryEstimate.Part> parts = estimate.parts().stream()
        .sorted(Comparator.comparingLong(MemoryEstimate.Part::bytes).reversed()).toList();
    parts.stream().limit(LARGEST).forEach(p -> table.row(p.path(), Quantity.count(p.elements()), kind(p),
        MemoryEstimate.text(p.bytes())));
    if (parts.size() > LARGEST) {
      long rest = parts.stream().skip(LARGEST).mapToLong(MemoryEstimate.Part::bytes).sum();
      table.row((parts.size() - LARGEST) + " smaller parts", "", "", MemoryEstimate.text(rest));
    }
    return table;
  }

  private static String kind(MemoryEstimate.Part part) {
    String elements = part.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return part.storage() == null ? elements : elements + ", " + part.storage().name().toLowerCase(Locale.ROOT);
  }
}
