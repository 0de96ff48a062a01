package ranvier.cli;

import java.io.PrintWriter;
import java.util.List;
import ranvier.cli.terminal.Quantity;
import ranvier.cli.terminal.TextTable;
import ranvier.engine.memory.MemoryEstimate;
import ranvier.scenarios.result.Check;
import ranvier.scenarios.result.PopulationResult;
import ranvier.scenarios.result.RunResult;

/** A run's result as text for a terminal: the run in three lines, a table of populations, a table of checks. */
final class RunText {
  private final RunResult result;

  RunText(RunResult result) {
    this.result = result;
  }

  /** Prints all of it. */
  void print(PrintWriter out) {
    run(out);
    if (!result.populations().isEmpty()) {
      out.println();
      populations().print(out, "");
    }
    if (!result.checks().isEmpty()) {
      out.println();
      checks().print(out, "");
      long holding = result.checks().stream().filter(Check::holds).count();
      out.println();
      out.println(holding == result.checks().size() ? "all " + holding + " checks hold"
          : holding + " of " + result.checks().size() + " checks hold");
    }
  }

  private void run(PrintWriter out) {
    out.println(result.scenario() + ": " + Quantity.count(result.neurons()) + " neurons, "
        + Quantity.count(result.synapses()) + " synapses in " + MemoryEstimate.text(result.synapseBytes())
        + ", built in "
        + Quantity.seconds(result.buildSeconds()));
    out.println((result.complete() ? "" : "stopped early: ") + Quantity.milliseconds(result.biologicalMs())
        + " of biological time in " + Quantity.seconds(result.simulationSeconds()) + ", real-time factor "
        + Quantity.digits(result.realTimeFactor()) + " (" + result.timing() + ", " + result.precision() + ", "
        + result.threads() + (result.threads() == 1 ? " thread" : " threads") + ", seed " + result.seed() + ")");
    if (result.timing().equals("exact") && result.metrics().containsKey("kernel")) {
      out.println("kernel: " + result.metrics().get("kernel") + " (" + result.metrics().get("kernelReason") + ")");
    }
    out.println(Quantity.count(result.spikes()) + " spikes, " + Quantity.count(result.synapticEvents())
        + " synaptic events, spike hash " + result.spikeHash());
  }

  private TextTable populations() {
    boolean published = result.populations().stream().anyMatch(p -> publishedRate(p.name()) != null);
    TextTable table = new TextTable(published ? "lrrrrrr" : "lrrrrr");
    row(table, published, "population", "neurons", "rate (Hz)", "published", "CV of ISI", "synchrony", "silent");
    for (PopulationResult p : result.populations()) {
      Check rate = publishedRate(p.name());
      row(table, published, p.name(), Quantity.count(p.size()), Quantity.digits(p.rateHz()),
          rate == null ? "" : Quantity.digits(rate.expected()), Quantity.digits(p.cvIsi()),
          Quantity.digits(p.synchrony()), Math.round(100 * p.silentFraction()) + " %");
    }
    return table;
  }

  private static void row(TextTable table, boolean published, String name, String size, String rate,
      String publishedRate, String cv, String synchrony, String silent) {
    if (published) {
      table.row(name, size, rate, publishedRate, cv, synchrony, silent);
    } else {
      table.row(name, size, rate, cv, synchrony, silent);
    }
  }

  /** The check of that population's rate; null if there is none. Such checks are named {@code rate L23E (Hz)}. */
  private Check publishedRate(String population) {
    return result.checks().stream().filter(c -> List.of("rate " + population, "rate " + population + " (Hz)")
        .contains(c.name())).findFirst().orElse(null);
  }

  private TextTable checks() {
    TextTable table = new TextTable("lrrrl").row("check", "expected", "tolerance", "actual", "holds");
    for (Check c : result.checks()) {
      table.row(c.name(), Quantity.digits(c.expected()), Quantity.digits(c.tolerance()), Quantity.digits(c.actual()),
          c.holds() ? "yes" : "NO");
    }
    return table;
  }
}
