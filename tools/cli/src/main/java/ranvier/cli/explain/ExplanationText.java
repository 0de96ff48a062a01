package ranvier.cli.explain;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import ranvier.cli.terminal.Quantity;
import ranvier.cli.terminal.TextTable;
import ranvier.engine.exact.Explanation;
import ranvier.engine.exact.Explanation.Cause;
import ranvier.report.explain.ExplanationTree;
import ranvier.report.explain.SourceNames;

/**
 * An explanation as text: a paragraph and a table for each spike, its causes after it.
 *
 * @param names of neurons and other sources
 * @param most arrivals that are listed per spike
 */
public record ExplanationText(SourceNames names, int most) {
  /** Prints the spike and, indented, those of its causes that are explained. */
  public void print(ExplanationTree tree, PrintWriter out) {
    print(tree, out, "");
  }

  private void print(ExplanationTree tree, PrintWriter out, String indent) {
    Explanation why = tree.spike();
    out.println(indent + names.of(why.neuron()) + " spiked at " + ms(why.timeMs()) + " ms"
        + (why.previousMs() == Double.NEGATIVE_INFINITY ? ", for the first time"
            : ", " + Quantity.digits(why.timeMs() - why.previousMs()) + " ms after its spike before"));
    List<Cause> causes = why.causes();
    out.println(indent + "membrane potential " + mv(why.potentialMv()) + " mV; " + mv(why.withoutMv())
        + " mV without the " + Quantity.count(causes.size()) + " arrivals since "
        + ms(Math.max(0.0, why.fromMs())) + " ms");
    out.println(indent + "which added " + mv(sum(causes, 1)) + " and " + mv(sum(causes, -1)) + " mV"
        + (Math.abs(why.olderMv()) > 1e-6 ? " (older ones: " + mv(why.olderMv()) + " mV)" : ""));
    if (!causes.isEmpty()) {
      TextTable table = new TextTable("lrrrrrr").row("source", "spike (ms)", "delay (ms)", "arrival (ms)", "weight",
          "adds (mV)", "share");
      for (Cause c : causes.subList(0, Math.min(most, causes.size()))) {
        table.row(names.of(c.source()), c.source() == Explanation.POISSON ? "" : ms(c.spikeMs()),
            c.source() == Explanation.POISSON ? "" : String.format(Locale.ROOT, "%.4f", c.arrivalMs() - c.spikeMs()),
            ms(c.arrivalMs()), Quantity.digits(c.weight()), mv(c.contributionMv()),
            String.format(Locale.ROOT, "%.1f %%", 100 * why.share(c)));
      }
      table.print(out, indent);
      if (causes.size() > most) {
        double rest = causes.subList(most, causes.size()).stream().mapToDouble(Cause::contributionMv).sum();
        out.println(indent + "and " + Quantity.count(causes.size() - most) + " more, " + mv(rest) + " mV together");
      }
    }
    out.println();
    tree.causes().forEach(cause -> print(cause, out, indent + "  "));
  }

  private static double sum(List<Cause> causes, int sign) {
    return causes.stream().mapToDouble(Cause::contributionMv).filter(c -> c * sign > 0).sum();
  }

  private static String ms(double value) {
    return String.format(Locale.ROOT, "%.6f", value);
  }

  private static String mv(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
