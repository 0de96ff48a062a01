package ranvier.scenarios;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ranvier.scenarios.figure.Figure;
import ranvier.scenarios.figure.Section;
import ranvier.scenarios.result.Check;
import ranvier.scenarios.result.PopulationResult;
import ranvier.scenarios.result.RunResult;

/**
 * One network in exact time and on a grid, side by side: what it did, and what that cost.
 *
 * @param exact the run in exact time
 * @param grid the run on the grid, with the same settings otherwise
 */
record TimingComparison(RunResult exact, RunResult grid) {
  /** A section for the report. */
  Section section() {
    return new Section("Exact time and grid", "The same network with the same seed once more, on a grid of "
        + exact.dtMs() + " ms. Connections, weights, initial values and the means of all inputs are the same; Poisson"
        + " input is drawn anew, and spikes and delays are rounded to steps. A recurrent network amplifies"
        + " such differences, so statistics can be compared, and single spikes cannot.",
        List.of(activity(), rates(), cost()));
  }

  private Figure activity() {
    List<List<String>> rows = new ArrayList<>();
    for (int p = 0; p < exact.populations().size(); p++) {
      PopulationResult e = exact.populations().get(p);
      PopulationResult g = grid.populations().get(p);
      rows.add(List.of(e.name(), digits(e.rateHz()), digits(g.rateHz()),
          percent(g.rateHz() / e.rateHz() - 1.0), digits(e.cvIsi()), digits(g.cvIsi()), digits(e.synchrony()),
          digits(g.synchrony())));
    }
    return new Figure.Table("Activity", "After the transient.", List.of("population", "rate exact (Hz)",
        "rate grid (Hz)", "difference", "CV exact", "CV grid", "synchrony exact", "synchrony grid"), rows);
  }

  private Figure rates() {
    int n = exact.populations().size();
    double[][] values = new double[n][];
    List<String> names = new ArrayList<>();
    for (int p = 0; p < n; p++) {
      names.add(exact.populations().get(p).name());
      values[p] = new double[] {exact.populations().get(p).rateHz(), grid.populations().get(p).rateHz()};
    }
    return new Figure.Bars("Mean rates", "", "rate (Hz)", names, List.of("exact", "grid"), values, null);
  }

  private Figure cost() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("kernel", kernel(exact), kernel(grid)));
    rows.add(row("real-time factor", exact.realTimeFactor(), grid.realTimeFactor()));
    rows.add(row("simulation (s)", exact.simulationSeconds(), grid.simulationSeconds()));
    rows.add(row("ns per synaptic event", nsPerEvent(exact), nsPerEvent(grid)));
    rows.add(row("construction (s)", exact.buildSeconds(), grid.buildSeconds()));
    rows.add(row("bytes per synapse", bytesPerSynapse(exact), bytesPerSynapse(grid)));
    rows.add(List.of("spikes", String.format(Locale.ROOT, "%,d", exact.spikes()),
        String.format(Locale.ROOT, "%,d", grid.spikes())));
    rows.add(List.of("synaptic events", String.format(Locale.ROOT, "%,d", exact.synapticEvents()),
        String.format(Locale.ROOT, "%,d", grid.synapticEvents())));
    rows.add(List.of("checks that hold", holding(exact), holding(grid)));
    return new Figure.Table("Cost", "Wall time with " + exact.threads() + (exact.threads() == 1 ? " thread"
        : " threads")
        + "; the grid runs second, in a virtual machine that is warm.", List.of("", "exact", "grid"), rows);
  }

  private static List<String> row(String name, double exact, double grid) {
    return List.of(name, digits(exact), digits(grid));
  }

  private static double nsPerEvent(RunResult r) {
    return r.simulationSeconds() * 1e9 / Math.max(1, r.synapticEvents());
  }

  private static double bytesPerSynapse(RunResult r) {
    return (double) r.synapseBytes() / Math.max(1, r.synapses());
  }

  private static String kernel(RunResult r) {
    return String.valueOf(r.metrics().get("kernel"));
  }

  private static String holding(RunResult r) {
    return r.checks().stream().filter(Check::holds).count() + " of " + r.checks().size();
  }

  private static String digits(double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, Math.abs(value) < 100 ? "%.3f" : "%.1f", value);
  }

  private static String percent(double fraction) {
    return Double.isFinite(fraction) ? String.format(Locale.ROOT, "%+.1f %%", 100 * fraction) : "-";
  }
}
