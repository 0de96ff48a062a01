package ranvier.scenarios.polychronous;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import ranvier.scenarios.analysis.Spectrum;
import ranvier.scenarios.figure.Figure;
import ranvier.scenarios.figure.Figure.Axis;
import ranvier.scenarios.figure.Figure.Series;
import ranvier.scenarios.figure.Figure.Series.Style;
import ranvier.scenarios.figure.Section;
import ranvier.scenarios.polychronous.PolychronousGroup.Link;
import ranvier.scenarios.polychronous.PolychronousGroup.Spike;

/**
 * The report of a polychronous network.
 *
 * @param looks weights from time to time
 * @param groups that were found
 * @param around neurons they were looked for around
 * @param search what they were found with
 */
record PolychronousFigures(ActivityLog activity, List<Look> looks, List<PolychronousGroup> groups, double endMs,
    int around, GroupSearch search) {
  private static final int BINS = 50;
  private static final int SPECTRUM_MS = 20_000;
  private static final int MOST_POINTS = 300;

  /** Mean and histogram of all excitatory weights at a time. */
  record Look(double timeMs, double mean, double[] density) {
    static Look of(double timeMs, double[]... parts) {
      double width = PolychronousNetwork.LARGEST_WEIGHT / BINS;
      double[] density = new double[BINS];
      double sum = 0;
      int n = 0;
      for (double[] weights : parts) {
        for (double w : weights) {
          sum += w;
          density[(int) Math.clamp(w / width, 0, BINS - 1)]++;
        }
        n += weights.length;
      }
      for (int b = 0; b < BINS; b++) {
        density[b] /= n * width;
      }
      return new Look(timeMs, sum / n, density);
    }
  }

  List<Section> sections() {
    return List.of(new Section("Activity", "", List.of(raster(), rates(), spectrum())),
        new Section("Weights", "Of all synapses of excitatory neurons.", List.of(histogram(), course())),
        new Section("Polychronous groups", groups.size() + " groups of " + search.tried() + " triplets of strong"
            + " synapses onto " + around + " neurons. The same pattern may begin with several triplets; each counts. "
            + search.endless() + " triplets were followed until the limit of 980 ms or 1,000 spikes.",
            groupFigures()));
  }

  private Figure raster() {
    double from = Math.max(0, endMs - 1000);
    double[] times = activity.timesAfter(from);
    int[] rows = activity.neuronsAfter(from);
    int top = PolychronousNetwork.N - 1;
    for (int k = 0; k < rows.length; k++) {
      rows[k] = top - rows[k];
      times[k] -= from;
    }
    return new Figure.Raster("The last second", "Every neuron; times from " + from / 1e3 + " s on.", times, rows,
        PolychronousNetwork.N, List.of(new Figure.Raster.Band("I", PolychronousNetwork.N_I),
            new Figure.Raster.Band("E", PolychronousNetwork.N_E)));
  }

  private Figure rates() {
    int widthMs = (int) Math.max(100, Math.ceil(endMs / MOST_POINTS / 100) * 100);
    int points = (int) (endMs / widthMs);
    double[] x = new double[points];
    double[] e = new double[points];
    double[] i = new double[points];
    for (int k = 0; k < points; k++) {
      x[k] = (k + 0.5) * widthMs / 1e3;
      e[k] = activity.rateHz(true, k * widthMs, (k + 1) * widthMs, endMs);
      i[k] = activity.rateHz(false, k * widthMs, (k + 1) * widthMs, endMs);
    }
    return new Figure.Lines("Rates", "In bins of " + widthMs + " ms.", Axis.linear("time (s)"),
        Axis.linear("rate (Hz)"), List.of(new Series("E", x, e, Style.LINE), new Series("I", x, i, Style.LINE)));
  }

  private Figure spectrum() {
    List<Series> series = new ArrayList<>();
    int length = (int) Math.min(SPECTRUM_MS, endMs);
    if (length >= Spectrum.FEWEST_SAMPLES) {
      series.add(spectrum("first " + length / 1000.0 + " s", 0, length));
      series.add(spectrum("last " + length / 1000.0 + " s", (int) endMs - length, (int) endMs));
    }
    return new Figure.Lines("Power spectrum of the rate of all neurons", "", Axis.linear("frequency (Hz)"),
        Axis.logarithmic("density (Hz²/Hz)"), series);
  }

  private Series spectrum(String name, int fromMs, int toMs) {
    Spectrum s = Spectrum.of(activity.rates(fromMs, toMs), 1);
    int shown = 1;
    while (shown < s.frequenciesHz().length && s.frequenciesHz()[shown] <= 100) {
      shown++;
    }
    return new Series(name, java.util.Arrays.copyOfRange(s.frequenciesHz(), 1, shown),
        java.util.Arrays.copyOfRange(s.density(), 1, shown), Style.LINE);
  }

  private Figure histogram() {
    double[] x = new double[BINS];
    for (int b = 0; b < BINS; b++) {
      x[b] = (b + 0.5) * PolychronousNetwork.LARGEST_WEIGHT / BINS;
    }
    Look middle = looks.get(looks.size() / 2);
    return new Figure.Lines("Distribution of weights", "All start at 6; the largest is 10.", Axis.linear("weight"),
        Axis.linear("density"), List.of(
            new Series(seconds(middle), x, middle.density(), Style.STEPS),
            new Series(seconds(looks.getLast()), x, looks.getLast().density(), Style.STEPS)));
  }

  private static String seconds(Look look) {
    return "after " + Math.round(look.timeMs() / 1e3) + " s";
  }

  private Figure course() {
    return new Figure.Lines("Mean weight", "", Axis.linear("time (s)"), Axis.linear("mean weight"),
        List.of(new Series("mean", looks.stream().mapToDouble(l -> l.timeMs() / 1e3).toArray(),
            looks.stream().mapToDouble(Look::mean).toArray(), Style.LINE)));
  }

  private List<Figure> groupFigures() {
    if (groups.isEmpty()) {
      return List.of();
    }
    List<PolychronousGroup> ordered = groups.stream().sorted(Comparator.comparingInt(PolychronousGroup::layers)
        .thenComparingInt(g -> g.spikes().size())).toList();
    return List.of(drawn("A typical group", ordered.get(ordered.size() / 2)),
        drawn("The group with the longest chain", ordered.getLast()),
        distribution("Sizes of groups", "spikes", groups.stream().mapToInt(g -> g.spikes().size()).toArray()),
        distribution("Time spans of groups", "time span (ms)",
            groups.stream().mapToInt(PolychronousGroup::spanMs).toArray()),
        distribution("Longest chains", "layers", groups.stream().mapToInt(PolychronousGroup::layers).toArray()));
  }

  private static Figure drawn(String title, PolychronousGroup group) {
    double[] linkX = new double[3 * group.links().size()];
    double[] linkY = new double[linkX.length];
    for (int k = 0; k < group.links().size(); k++) {
      Link link = group.links().get(k);
      Spike from = group.spikes().get(link.from());
      Spike to = group.spikes().get(link.to());
      linkX[3 * k] = from.timeMs();
      linkY[3 * k] = from.neuron();
      linkX[3 * k + 1] = to.timeMs();
      linkY[3 * k + 1] = to.neuron();
      linkX[3 * k + 2] = Double.NaN;
      linkY[3 * k + 2] = Double.NaN;
    }
    return new Figure.Lines(title, group.spikes().size() + " spikes, longest chain " + group.layers()
        + " layers, " + group.spanMs() + " ms. Neurons from 800 on are inhibitory.", Axis.linear("time (ms)"),
        Axis.linear("neuron"), List.of(new Series("helped to fire", linkX, linkY, Style.LINE),
            new Series("spike", group.spikes().stream().mapToDouble(Spike::timeMs).toArray(),
                group.spikes().stream().mapToDouble(Spike::neuron).toArray(), Style.POINTS)));
  }

  private static Figure distribution(String title, String label, int[] values) {
    int high = java.util.Arrays.stream(values).max().orElse(0);
    int width = Math.max(1, high / 40);
    double[] x = new double[high / width + 1];
    double[] y = new double[x.length];
    for (int b = 0; b < x.length; b++) {
      x[b] = (b + 0.5) * width - 0.5;
    }
    for (int v : values) {
      y[v / width]++;
    }
    return new Figure.Lines(title, "", Axis.linear(label), Axis.linear("groups"),
        List.of(new Series("groups", x, y, Style.STEPS)));
  }
}
