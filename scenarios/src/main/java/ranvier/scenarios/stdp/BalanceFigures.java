package ranvier.scenarios.stdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import ranvier.engine.record.PopulationStatistics;
import ranvier.scenarios.figure.Figure;
import ranvier.scenarios.figure.Figure.Axis;
import ranvier.scenarios.figure.Figure.Series;
import ranvier.scenarios.figure.Figure.Series.Style;
import ranvier.scenarios.figure.Section;
import ranvier.scenarios.stdp.PlasticRun.WeightSample;

/**
 * The report of the plastic balanced network, grid and exact time side by side.
 *
 * @param predicted the theory's weights at the times of the samples, for the grid
 * @param highestPa the largest weight there can be
 */
record BalanceFigures(PlasticRun grid, PlasticRun exact, List<BalanceTheory.Weights> predicted, double highestPa,
    double transientMs) {
  List<Section> sections() {
    return List.of(
        new Section("Weights", "All plastic weights from excitatory to excitatory neurons. Theory: spikes at the rate"
            + " and with the pair correlation of the grid's run, and those that a synapse itself causes.",
            List.of(histogram(), course("Mean weight", "mean weight (pA)", WeightSample::meanPa,
                BalanceTheory.Weights::meanPa), course("Spread of the weights", "standard deviation (pA)",
                WeightSample::stdPa, BalanceTheory.Weights::stdPa))),
        new Section("Rates", "", List.of(rates(), table())));
  }

  private Figure histogram() {
    int low = PlasticRun.BINS;
    int high = 0;
    for (WeightSample s : List.of(grid.first(), grid.last(), exact.last())) {
      for (int b = 0; b < PlasticRun.BINS; b++) {
        if (s.counts()[b] > 0) {
          low = Math.min(low, b);
          high = Math.max(high, b);
        }
      }
    }
    List<Series> series = new ArrayList<>();
    series.add(density("start", grid.first(), low, high, Style.STEPS));
    series.add(density("end, grid", grid.last(), low, high, Style.STEPS));
    series.add(density("end, exact", exact.last(), low, high, Style.POINTS));
    return new Figure.Lines("Distribution of weights", String.format(Locale.ROOT,
        "Bins of %.2g pA; weights lie between 0 and %.4g pA.", highestPa / PlasticRun.BINS, highestPa),
        Axis.linear("weight (pA)"), Axis.linear("density (1/pA)"), series);
  }

  private Series density(String name, WeightSample sample, int low, int high, Style style) {
    double width = highestPa / PlasticRun.BINS;
    long total = 0;
    for (long c : sample.counts()) {
      total += c;
    }
    double[] x = new double[high - low + 1];
    double[] y = new double[x.length];
    for (int b = low; b <= high; b++) {
      x[b - low] = (b + 0.5) * width;
      y[b - low] = sample.counts()[b] / (total * width);
    }
    return new Series(name, x, y, style);
  }

  private Figure course(String title, String label, ToDoubleFunction<WeightSample> of,
      ToDoubleFunction<BalanceTheory.Weights> theory) {
    Function<PlasticRun, double[]> values = run -> run.weights().stream().mapToDouble(of).toArray();
    Function<PlasticRun, double[]> times = run -> run.weights().stream().mapToDouble(s -> 1e-3 * s.timeMs()).toArray();
    return new Figure.Lines(title, "", Axis.linear("time (s)"), Axis.linear(label), List.of(
        new Series("grid", times.apply(grid), values.apply(grid), Style.LINE),
        new Series("exact", times.apply(exact), values.apply(exact), Style.POINTS),
        new Series("theory", times.apply(grid), predicted.stream().mapToDouble(theory).toArray(), Style.DASHED)));
  }

  private Figure rates() {
    List<Series> series = new ArrayList<>();
    int bins = grid.populations().getFirst().activity().length;
    int width = Math.max(1, Math.min(bins, Math.max(100, bins / 100)));
    List<PlasticRun> runs = List.of(grid, exact);
    for (int r = 0; r < runs.size(); r++) {
      for (PopulationStatistics p : runs.get(r).populations()) {
        int points = Math.min(bins, p.activity().length) / width;
        double[] x = new double[points];
        double[] y = new double[points];
        for (int k = 0; k < points; k++) {
          for (int ms = k * width; ms < (k + 1) * width; ms++) {
            y[k] += p.activity()[ms] / (p.size() * width * 1e-3);
          }
          x[k] = 1e-3 * (transientMs + (k + 0.5) * width);
        }
        series.add(new Series(p.name() + (r == 0 ? ", grid" : ", exact"), x, y,
            r == 0 ? Style.LINE : Style.DASHED));
      }
    }
    return new Figure.Lines("Rates over time", "In bins of " + width + " ms, after the transient.",
        Axis.linear("time (s)"), Axis.linear("rate (Hz)"), series);
  }

  private Figure table() {
    List<List<String>> rows = new ArrayList<>();
    for (int p = 0; p < grid.populations().size(); p++) {
      PopulationStatistics g = grid.populations().get(p);
      PopulationStatistics e = exact.populations().get(p);
      rows.add(row("rate " + g.name() + " (Hz)", g.rateMeanHz(), e.rateMeanHz()));
      rows.add(row("CV of intervals " + g.name(), g.cvMean(), e.cvMean()));
    }
    rows.add(row("mean weight at the end (pA)", grid.last().meanPa(), exact.last().meanPa()));
    rows.add(row("standard deviation of weights at the end (pA)", grid.last().stdPa(), exact.last().stdPa()));
    rows.add(row("smallest weight (pA)", grid.last().lowestPa(), exact.last().lowestPa()));
    rows.add(row("largest weight (pA)", grid.last().highestPa(), exact.last().highestPa()));
    rows.add(row("simulation (s)", grid.simulationSeconds(), exact.simulationSeconds()));
    rows.add(row("ns per synaptic event", nsPerEvent(grid), nsPerEvent(exact)));
    return new Figure.Table("Side by side", "The same connections, initial weights and potentials; Poisson input is"
        + " drawn anew.", List.of("", "grid", "exact"), rows);
  }

  private static double nsPerEvent(PlasticRun run) {
    return run.simulationSeconds() * 1e9 / Math.max(1, run.simulation().synapticEvents());
  }

  private static List<String> row(String name, double grid, double exact) {
    return List.of(name, String.format(Locale.ROOT, "%.3f", grid), String.format(Locale.ROOT, "%.3f", exact));
  }
}
