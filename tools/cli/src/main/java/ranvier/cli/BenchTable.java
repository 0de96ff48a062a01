package ranvier.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import ranvier.bench.Bench;
import ranvier.bench.Measurement;
import ranvier.bench.Model;
import ranvier.bench.Observing;
import ranvier.bench.RateCheck;
import ranvier.bench.Series;
import ranvier.cli.terminal.Quantity;
import ranvier.cli.terminal.TextTable;

/** What {@code ranvier bench} prints. */
final class BenchTable {
  private final PrintWriter out;

  BenchTable(PrintWriter out) {
    this.out = out;
  }

  /** What there is to measure. */
  static TextTable names() {
    TextTable table = new TextTable("llr");
    table.row("name", "what", "biological time");
    for (Model m : Model.all().values()) {
      table.row(m.name(), m.summary(), Quantity.milliseconds(m.durationMs()));
    }
    return table;
  }

  /**
   * Prints a model's runs, one column per program and number of threads, and how they compare pair by pair.
   *
   * @return what makes the comparison or the measurement worthless, one sentence each
   */
  List<String> print(Model model, List<Series> measured) {
    int runs = measured.getFirst().runs().size();
    out.println();
    out.println(model.name() + ": " + model.summary() + "; " + Quantity.milliseconds(measured.getFirst()
        .biologicalMs()) + " of biological time, " + model.timing() + ", " + runs
        + (runs == 1 ? " run" : " runs, median (least - most)"));
    TextTable table = new TextTable("l" + "r".repeat(measured.size()));
    List<String> heading = new ArrayList<>(List.of(""));
    measured.forEach(s -> heading.add(s.program() + " " + s.precision() + ", " + threads(s)));
    table.row(heading.toArray(String[]::new));
    for (Map.Entry<String, String> name : Measurement.NAMES.entrySet()) {
      List<String> cells = new ArrayList<>(List.of(name.getValue()));
      measured.forEach(s -> cells.add(cell(s.spreads().get(name.getKey()))));
      if (cells.stream().skip(1).anyMatch(c -> !c.isEmpty())) {
        table.row(cells.toArray(String[]::new));
      }
    }
    table.print(out, "  ");
    List<String> problems = new ArrayList<>();
    for (Series s : measured) {
      compare(model, measured, s, problems);
    }
    out.flush();
    return problems;
  }

  private void compare(Model model, List<Series> measured, Series s, List<String> problems) {
    if (s.program().equals(Bench.OURS)) {
      if (!s.sameSpikes()) {
        problems.add("runs of " + s.model() + " with the same seed gave different spikes");
      }
    } else if (s.program().equals(model.reference())) {
      measured.stream().filter(o -> o.program().equals(Bench.OURS) && o.threads() == s.threads()).forEach(o ->
          out.printf("  %s takes %s times as long per synaptic event as %s on %s%n", model.name(),
              cell(o.over(s, "nsPerSynapticEvent")), s.model(), threads(s)));
    } else {
      Series ours = measured.getFirst();
      out.printf("  %s takes %s times as long as ranvier on %s, run by run%n", s.program(),
          cell(s.over(ours, "wallSeconds")), threads(ours));
      RateCheck.difference(ours, s).ifPresent(problems::add);
    }
  }

  /** Prints what observing costs. */
  void print(int workers, List<Observing.Cost> costs) {
    TextTable table = new TextTable("lrrr");
    table.row("observed, " + workers + (workers == 1 ? " thread" : " threads"), "real-time factor", "costs",
        "95 % confidence");
    for (int k = 0; k < costs.size(); k++) {
      Observing.Cost cost = costs.get(k);
      Series.Spread extra = cost.extra();
      boolean first = k == 0;
      table.row(cost.kind(), Quantity.digits(cost.realTimeFactor()), first ? "" : percent(extra.median()),
          first ? "" : percent(extra.least()) + " to " + percent(extra.most()));
    }
    table.print(out, "");
    out.flush();
  }

  private static String percent(double fraction) {
    return String.format(Locale.ROOT, "%+.1f %%", 100 * fraction);
  }

  private static String threads(Series s) {
    return s.threads() + (s.threads() == 1 ? " thread" : " threads");
  }

  private static String cell(Series.Spread spread) {
    if (spread == null) {
      return "";
    }
    return spread.least() == spread.most() ? Quantity.digits(spread.median())
        : Quantity.digits(spread.median()) + " (" + Quantity.digits(spread.least()) + " - "
            + Quantity.digits(spread.most()) + ")";
  }
}
