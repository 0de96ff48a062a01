package ranvier.scenarios.figure;

import java.util.List;

/** One figure of a report, as data. All arrays are taken over, not copied, and not changed afterwards. */
public sealed interface Figure {
  /** What the figure shows, one line. */
  String title();

  /** One or two sentences below the figure: how to read it, what was left out. May be empty. */
  String caption();

  /**
   * An axis.
   *
   * @param label with unit: {@code time (ms)}
   * @param log whether logarithmic
   */
  record Axis(String label, boolean log) {
    /** A linear axis. */
    public static Axis linear(String label) {
      return new Axis(label, false);
    }

    /** A logarithmic axis. */
    public static Axis logarithmic(String label) {
      return new Axis(label, true);
    }
  }

  /** A named line or set of points; {@code style} is how it is drawn. NaN interrupts a line. */
  record Series(String name, double[] x, double[] y, Style style) {
    /** How a series is drawn. */
    public enum Style { LINE, DASHED, POINTS, STEPS }
  }

  /**
   * Lines and points over two axes.
   *
   * @param marks places along the horizontal axis that have a name; those outside the data are not drawn
   */
  record Lines(String title, String caption, Axis x, Axis y, List<Series> series, List<Mark> marks) implements Figure {
    /** A place along the horizontal axis. */
    public record Mark(double x, String name) {}

    /** Without marks. */
    public Lines(String title, String caption, Axis x, Axis y, List<Series> series) {
      this(title, caption, x, y, series, List.of());
    }
  }

  /**
   * Groups of bars: bar {@code values[g][k]} for group g and series k.
   *
   * @param groups names along the axis
   * @param series names in the legend
   * @param tolerance half length of an error bar, the same shape as values; null: none
   */
  record Bars(String title, String caption, String valueLabel, List<String> groups, List<String> series,
      double[][] values, double[][] tolerance) implements Figure {}

  /**
   * Spikes as dots.
   *
   * @param timesMs one per spike
   * @param rows one per spike: the row it is drawn in, from 0 at the bottom
   * @param rowCount number of rows
   * @param bands consecutive groups of rows from the bottom up
   */
  record Raster(String title, String caption, double[] timesMs, int[] rows, int rowCount, List<Band> bands)
      implements Figure {
    /** A named group of rows. */
    public record Band(String name, int rows) {}
  }

  /**
   * Values over a rectangle, as colours.
   *
   * @param values shape (rows, columns), the first row at the top
   * @param rowLabels one per row, or empty
   * @param columnLabels one per column, or empty
   * @param annotate whether to write the numbers into the cells
   * @param x what the columns span; null: nothing, they are named or counted
   * @param y what the rows span, from the bottom to the top; null: nothing, they are named or counted
   */
  record Heatmap(String title, String caption, String xLabel, String yLabel, double[][] values,
      List<String> rowLabels, List<String> columnLabels, boolean annotate, Extent x, Extent y) implements Figure {
    /** Values of a coordinate at the two ends of an axis. */
    public record Extent(double low, double high) {
      /** Checks the order. */
      public Extent {
        if (!(low < high) || Double.isInfinite(high - low)) {
          throw new IllegalArgumentException("an axis goes from a lower to a higher value, got " + low + " to " + high);
        }
      }
    }

    /** Rows and columns that have names, or are counted. */
    public Heatmap(String title, String caption, String xLabel, String yLabel, double[][] values,
        List<String> rowLabels, List<String> columnLabels, boolean annotate) {
      this(title, caption, xLabel, yLabel, values, rowLabels, columnLabels, annotate, null, null);
    }

    /** A function of two coordinates. */
    public static Heatmap of(String title, String caption, String xLabel, Extent x, String yLabel, Extent y,
        double[][] values) {
      return new Heatmap(title, caption, xLabel, yLabel, values, List.of(), List.of(), false, x, y);
    }
  }

  /** Rows of text; numbers are already formatted. */
  record Table(String title, String caption, List<String> header, List<List<String>> rows) implements Figure {}
}
