package ranvier.scenarios.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import ranvier.engine.record.PopulationStatistics;
import ranvier.engine.record.SpikeStatistics;
import ranvier.scenarios.figure.Figure;
import ranvier.scenarios.figure.Figure.Axis;
import ranvier.scenarios.figure.Figure.Series;
import ranvier.scenarios.figure.Figure.Series.Style;

/** Distributions over the neurons or intervals of each population, as step lines. */
final class DistributionFigures {
  private static final int BINS = 40;
  private static final double CV_BIN = 0.05;
  private static final double LARGEST_CV = 3.0;
  private static final double SHOWN = 0.995;

  private DistributionFigures() {}

  /** How many neurons have which rate. */
  static Figure rates(List<PopulationStatistics> populations) {
    // A rate is a whole number of spikes per duration: bins of whole multiples hold equally many possible rates.
    double quantumHz = 1000.0 / populations.get(0).durationMs();
    double highest = populations.stream().mapToDouble(p -> quantile(p.ratesHz())).max().orElse(0.0);
    double width = quantumHz * Math.max(1.0, Math.ceil(highest / BINS / quantumHz));
    // Half a quantum below: a rate that is not exact in doubles still falls into its own bin.
    return histogram("Rates of neurons", "Silent neurons included.", "rate (Hz)", populations,
        PopulationStatistics::ratesHz, -0.5 * quantumHz, width, bins(highest, width), 0.5 * quantumHz);
  }

  /** How many neurons have which CV of interspike intervals; null if none has one. */
  static Figure cvs(List<PopulationStatistics> populations) {
    long with = populations.stream().mapToLong(p -> p.cvs().length).sum();
    long all = populations.stream().mapToLong(PopulationStatistics::size).sum();
    if (with == 0) {
      return null;
    }
    double highest = Math.min(LARGEST_CV, populations.stream().mapToDouble(p -> quantile(p.cvs())).max().orElse(0.0));
    return histogram("Regularity of neurons", String.format(Locale.ROOT, "Coefficient of variation of interspike"
        + " intervals: 0 is a clock, 1 a Poisson process. Neurons with at least %d spikes: %,d of %,d.",
        SpikeStatistics.CV_SPIKES, with, all), "CV of interspike intervals", populations, PopulationStatistics::cvs,
        0.0, CV_BIN, bins(highest, CV_BIN), 0.0);
  }

  /** How often which interval occurs; null if there is none. */
  static Figure intervals(List<PopulationStatistics> populations) {
    double[] edges = SpikeStatistics.isiEdgesMs();
    long[] sum = new long[edges.length + 1];
    populations.forEach(p -> Arrays.setAll(sum, k -> sum[k] + p.isiCounts()[k]));
    long all = Arrays.stream(sum).sum();
    long outside = sum[0] + sum[edges.length];
    if (all == outside) {
      return null;
    }
    int first = 1;
    int last = edges.length - 1;
    while (sum[first] == 0) {
      first++;
    }
    while (sum[last] == 0) {
      last--;
    }
    List<Series> series = new ArrayList<>();
    for (PopulationStatistics p : populations) {
      double total = Arrays.stream(p.isiCounts()).sum();
      double[] x = new double[last - first + 2];
      double[] y = new double[x.length];
      for (int k = first; k <= last; k++) {
        x[k - first] = edges[k - 1];
        y[k - first] = p.isiCounts()[k] / total / StrictMath.log10(edges[k] / edges[k - 1]);
      }
      x[x.length - 1] = edges[last];
      if (total > 0) {
        series.add(new Series(p.name(), x, y, Style.STEPS));
      }
    }
    return new Figure.Lines("Interspike intervals", String.format(Locale.ROOT, "%,d intervals, pooled over the neurons"
        + " of a population; equal areas are equal shares.", all - outside)
        + (outside > 0 ? String.format(Locale.ROOT, " %,d below %s ms or above %s s are left out.", outside,
            Numbers.significant(edges[0], 3), Numbers.significant(edges[edges.length - 1] * 1e-3, 3)) : ""),
        Axis.logarithmic("interval (ms)"), Axis.linear("density per decade"), series);
  }

  private static Figure histogram(String title, String caption, String label, List<PopulationStatistics> populations,
      Function<PopulationStatistics, double[]> values, double start, double width, int bins, double shift) {
    List<Series> series = new ArrayList<>();
    long above = 0;
    for (PopulationStatistics p : populations) {
      double[] x = new double[bins + 1];
      double[] y = new double[bins + 1];
      double[] of = values.apply(p);
      for (double v : of) {
        int b = (int) ((v - start) / width);
        if (b < bins) {
          y[b] += 1.0 / of.length;
        } else {
          above++;
        }
      }
      for (int k = 0; k <= bins; k++) {
        x[k] = start + shift + k * width;
      }
      if (of.length > 0) {
        series.add(new Series(p.name(), x, y, Style.STEPS));
      }
    }
    String binned = " Bins of " + Numbers.significant(width, 3) + ".";
    String cut = above == 0 ? "" : String.format(Locale.ROOT, " %,d neurons above %s are left out.", above,
        Numbers.significant(start + shift + bins * width, 3));
    return new Figure.Lines(title, caption + binned + cut, Axis.linear(label), Axis.linear("share of neurons"),
        series);
  }

  private static int bins(double highest, double width) {
    return (int) Math.floor(highest / width) + 1;
  }

  /** Below it are almost all values; 0 if there are none. */
  private static double quantile(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted.length == 0 ? 0.0 : sorted[(int) Math.ceil(SHOWN * sorted.length) - 1];
  }
}
