package ranvier.scenarios.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import ranvier.engine.record.PopulationStatistics;
import ranvier.scenarios.figure.Figure;
import ranvier.scenarios.figure.Figure.Axis;
import ranvier.scenarios.figure.Figure.Series;
import ranvier.scenarios.figure.Figure.Series.Style;

/** Figures of what populations do as a whole: their mean rates, their activity over time, its spectrum. */
final class ActivityFigures {
  /** Long enough to see slow changes, short enough to see fast rhythms. */
  private static final int LONGEST_MS = 500;
  private static final int MOST_POINTS = 250;

  private ActivityFigures() {}

  /** Mean rates, beside published ones if {@code publishedHz} is not null; NaN where there is none. */
  static Figure rates(List<PopulationStatistics> populations, double[] publishedHz) {
    double[][] values = new double[populations.size()][];
    for (int p = 0; p < values.length; p++) {
      double ours = populations.get(p).rateMeanHz();
      values[p] = publishedHz == null ? new double[] {ours} : new double[] {ours, publishedHz[p]};
    }
    return new Figure.Bars("Mean rates", "Mean over all neurons of a population, silent ones included"
        + (publishedHz == null ? "." : ", beside the published rate."), "rate (Hz)",
        populations.stream().map(PopulationStatistics::name).toList(),
        publishedHz == null ? List.of("this run") : List.of("this run", "published"), values, null);
  }

  /** Rate over time, from {@code fromMs} on for half a second at most. */
  static Figure activity(List<PopulationStatistics> populations, double fromMs) {
    int bins = populations.stream().mapToInt(p -> p.activity().length).max().orElse(0);
    int shownMs = Math.min(bins, LONGEST_MS);
    int width = Math.max(1, (shownMs + MOST_POINTS - 1) / MOST_POINTS);
    List<Series> series = new ArrayList<>();
    for (PopulationStatistics p : populations) {
      int points = shownMs / width;
      double[] x = new double[points];
      double[] y = new double[points];
      for (int k = 0; k < points; k++) {
        long spikes = 0;
        for (int ms = k * width; ms < (k + 1) * width; ms++) {
          spikes += p.activity()[ms];
        }
        x[k] = fromMs + (k + 0.5) * width;
        y[k] = spikes / (p.size() * width * 1e-3);
      }
      series.add(new Series(p.name(), x, y, Style.LINE));
    }
    return new Figure.Lines("Population activity", String.format(Locale.ROOT,
        "Spikes per neuron and second in bins of %d ms, all neurons.", width)
        + (shownMs < bins ? String.format(Locale.ROOT, " The first %,d of %,d ms.", shownMs, bins) : ""),
        Axis.linear("time (ms)"), Axis.linear("rate (Hz)"), series);
  }

  /** Power spectra; null if the activity is too short for one. */
  static Figure spectrum(List<PopulationStatistics> populations) {
    List<Series> series = new ArrayList<>();
    Spectrum last = null;
    for (PopulationStatistics p : populations) {
      if (p.activity().length < Spectrum.FEWEST_SAMPLES) {
        return null;
      }
      double[] rate = new double[p.activity().length];
      for (int k = 0; k < rate.length; k++) {
        rate[k] = p.activity()[k] / (p.size() * 1e-3);
      }
      last = Spectrum.of(rate, 1.0);
      series.add(new Series(p.name(), withoutFirst(last.frequenciesHz()), withoutFirst(last.density()), Style.LINE));
    }
    return last == null ? null : new Figure.Lines("Power spectrum of the population activity", String.format(
        Locale.ROOT, "Welch's method on the rate in bins of 1 ms: Hann windows of %.0f ms, half overlapping, %,d"
        + " averaged; frequencies are %s Hz apart, and peaks closer than twice that are not told apart."
        + " N independent Poisson neurons of rate r have a flat spectrum of 2 r / N.", last.segmentMs(),
        last.segments(), Numbers.significant(last.frequenciesHz()[1], 3)), Axis.logarithmic("frequency (Hz)"),
        Axis.logarithmic("power (Hz\u00b2/Hz)"), series);
  }

  /** Zero cannot be drawn on a logarithmic axis, and the mean was removed. */
  private static double[] withoutFirst(double[] values) {
    return Arrays.copyOfRange(values, 1, values.length);
  }
}
