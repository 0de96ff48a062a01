package ranvier.scenarios.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;
import ranvier.engine.kernel.ProjectionStorage;
import ranvier.engine.network.Storage;
import ranvier.scenarios.figure.Figure;
import ranvier.scenarios.figure.Figure.Axis;
import ranvier.scenarios.figure.Figure.Series;
import ranvier.scenarios.figure.Figure.Series.Style;

/** What the simulation cost: wall time of slices, memory of synapses. */
final class MachineFigures {
  private static final double POINTS_PER_DOUBLING = 4.0;
  private static final double[] PERCENTILES = {50.0, 90.0, 99.0, 99.9, 99.99};

  private MachineFigures() {}

  /** Wall time of a slice over its rank, from the median-like half to the single slowest slice. */
  static Figure percentiles(Histogram sliceNanos, double sliceMs) {
    double slices = (double) sliceNanos.getTotalCount();
    int points = 1 + (int) Math.ceil(POINTS_PER_DOUBLING * Math.log(slices) / Math.log(2.0));
    double[] x = new double[points];
    double[] y = new double[points];
    double[] realTime = new double[points];
    for (int k = 0; k < points; k++) {
      x[k] = Math.min(Math.pow(2.0, k / POINTS_PER_DOUBLING), slices);
      y[k] = sliceNanos.getValueAtPercentile(100.0 * (1.0 - 1.0 / x[k])) * 1e-3;
    }
    y[points - 1] = sliceNanos.getMaxValue() * 1e-3;
    Arrays.fill(realTime, sliceMs * 1e3);
    return new Figure.Lines("Wall time of a slice", String.format(Locale.ROOT, "One of so many slices took longer than"
        + " the line says: 2 is the median, 100 the 99th percentile; the last point is the slowest of %,d slices."
        + " Dashed: the %s ms of biology in a slice, so below it is faster than real time.",
        sliceNanos.getTotalCount(), Numbers.significant(sliceMs, 6)), Axis.logarithmic("one of so many slices"),
        Axis.logarithmic("wall time (\u00b5s)"), List.of(new Series("slice", x, y, Style.LINE),
        new Series("real time", x.clone(), realTime, Style.DASHED)));
  }

  /** The usual percentiles in numbers. */
  static Figure percentileTable(Histogram sliceNanos, double sliceMs) {
    List<List<String>> rows = new ArrayList<>();
    for (double percentile : PERCENTILES) {
      // Fewer slices than that, and the percentile is the maximum.
      if (sliceNanos.getTotalCount() >= Math.round(100.0 / (100.0 - percentile))) {
        rows.add(row("p" + Double.toString(percentile).replace(".0", ""),
            (double) sliceNanos.getValueAtPercentile(percentile), sliceMs));
      }
    }
    rows.add(row("max", (double) sliceNanos.getMaxValue(), sliceMs));
    rows.add(row("mean", sliceNanos.getMean(), sliceMs));
    return new Figure.Table("Percentiles", "All slices, the first ones included.",
        List.of("of slices", "wall time (\u00b5s)", "wall time / biological time"), rows);
  }

  private static List<String> row(String name, double nanos, double sliceMs) {
    return List.of(name, String.format(Locale.ROOT, "%,.1f", nanos * 1e-3),
        String.format(Locale.ROOT, "%,.3f", nanos * 1e-6 / sliceMs));
  }

  /** Storage and resolution of each projection. */
  static Figure storage(List<ProjectionStorage> projections) {
    List<List<String>> rows = new ArrayList<>();
    for (ProjectionStorage p : projections) {
      rows.add(List.of(p.projection(), String.format(Locale.ROOT, "%,d", p.synapses()),
          storageName(p.storage()), String.format(Locale.ROOT, "%,d", p.bytes()),
          p.synapses() == 0 ? "" : String.format(Locale.ROOT, "%.2f", (double) p.bytes() / p.synapses()),
          p.resolution() == 0.0 ? "floating point" : Numbers.significant(p.resolution(), 3)));
    }
    return new Figure.Table("Storage of projections", "Bytes of the synapses themselves; indices are shared."
        + " Resolution is the distance of neighbouring weights in the unit of the weights.",
        List.of("projection", "synapses", "storage", "bytes", "bytes per synapse", "resolution"), rows);
  }

  private static String storageName(Storage storage) {
    return switch (storage) {
      case AUTO -> "automatic";
      case FIXED16 -> "16-bit fixed point";
      case SINGLE -> "single precision";
      case DOUBLE -> "double precision";
      case PROCEDURAL -> "none, drawn at every spike";
    };
  }
}
