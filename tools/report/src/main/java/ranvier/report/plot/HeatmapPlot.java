package ranvier.report.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ranvier.report.markup.Markup;
import ranvier.report.markup.Numerals;
import ranvier.scenarios.figure.Figure.Heatmap;

/**
 * Values over a rectangle, as colours: a rectangle for each cell with its value as hover text, or a picture when there
 * are many. Values on both sides of zero get the same colours at the same distance from it.
 */
final class HeatmapPlot {
  private static final int MOST_RECTANGLES = 1024;
  private static final int MOST_PIXELS = 500;
  private static final int MOST_LABELS = 24;
  private static final int LABEL_PX = 15;
  private static final int COLOURS = 255;
  private static final double FLATTEST = 3.2;
  private static final double STEEPEST = 0.75;
  /** Values are taken for deviations from zero when both sides reach this part of the farthest. */
  private static final double SIGNED = 0.1;
  /** Colours start at zero when the smallest value is nearer to it than this part of the largest. */
  private static final double NEAR_ZERO = 0.25;
  private static final int ANNOTATED_CELL_PX = 27;

  private final Heatmap figure;
  private final double[][] values;
  private final int columns;
  private final double low;
  private final double high;
  private final ColourMap map;
  private final int decimals;
  private final List<String> notes = new ArrayList<>();

  HeatmapPlot(Heatmap figure) {
    this.figure = figure;
    values = averaged(figure.values());
    columns = values.length == 0 ? 0 : values[0].length;
    Range range = Range.EMPTY;
    for (double[] row : values) {
      range = range.and(Range.of(false, row));
    }
    double least = range.isEmpty() ? 0 : range.low();
    double most = range.isEmpty() ? 1 : range.high();
    double farthest = Math.max(Math.abs(least), Math.abs(most));
    boolean signed = Math.min(-least, most) > SIGNED * farthest;
    boolean fromZero = least >= 0 && least < NEAR_ZERO * most;
    low = signed ? -farthest : fromZero ? 0 : least;
    high = signed ? farthest : most;
    map = signed ? ColourMap.DEVIATION : ColourMap.AMOUNT;
    decimals = Numerals.decimals(farthest, 2);
  }

  /** Whether it should have the whole width of the page. */
  static boolean isWide(Heatmap figure) {
    return figure.values().length > 0 && figure.values()[0].length > 2.2 * figure.values().length;
  }

  /** Draws it; returns what the caption must add. */
  List<String> write(Markup page) {
    if (columns == 0) {
      page.element("p", "No values.", "class", "empty");
      return List.of();
    }
    List<String> rowNames = names(figure.rowLabels(), figure.values().length);
    List<String> columnNames = names(figure.columnLabels(), figure.values()[0].length);
    double aspect = Math.clamp((double) columns / values.length, STEEPEST, FLATTEST);
    int least = figure.annotate() ? ANNOTATED_CELL_PX * columns : 0;
    int lowest = LABEL_PX * Math.min(MOST_LABELS, values.length);
    Frame frame = new Frame(page, figure.title(), describe(), rowNames, String.format(Locale.ROOT,
        "--aspect:%.4f;--low:%dpx;--least:%dpx;--columns:%d", aspect, lowest, least, columns)
        + (figure.yLabel().isEmpty() ? ";--top:8px" : "") + (isWide(figure) ? "" : ";--most:460px"));
    frame.nameVertical(figure.yLabel());
    frame.nameHorizontal(figure.xLabel(), 38);
    if (values.length * columns <= MOST_RECTANGLES || figure.annotate()) {
      rectangles(page, rowNames, columnNames);
    } else {
      picture(page);
    }
    labels(frame, page);
    frame.close();
    colourBar(page);
    return notes;
  }

  private void rectangles(Markup page, List<String> rowNames, List<String> columnNames) {
    for (int r = 0; r < values.length; r++) {
      for (int c = 0; c < columns; c++) {
        double value = values[r][c];
        boolean finite = Double.isFinite(value);
        page.open("rect", "class", finite ? "cell" : "cell none", "x", at(c, columns), "y", at(r, values.length),
            "width", at(1, columns), "height", at(1, values.length),
            "fill", finite ? ColourMap.css(map.at(fraction(value))) : null);
        page.element("title", rowNames.get(r) + ", " + columnNames.get(c) + ": " + Numerals.significant(value, 4));
        page.close();
      }
    }
    for (int r = 0; figure.annotate() && r < values.length; r++) {
      for (int c = 0; c < columns; c++) {
        double value = values[r][c];
        boolean bright = Double.isFinite(value) && ColourMap.luminance(map.at(fraction(value))) > 0.18;
        page.element("text", value == 0 ? "0" : Numerals.fixed(value, decimals), "class", Double.isFinite(value)
            ? bright ? "value onbright" : "value ondark" : "value", "x", at(c + 0.5, columns),
            "y", at(r + 0.5, values.length));
      }
    }
  }

  private void picture(Markup page) {
    byte[][] pixels = new byte[values.length][columns];
    int[] colours = new int[COLOURS + 1];
    for (int i = 0; i < COLOURS; i++) {
      colours[i + 1] = map.at(i / (COLOURS - 1.0));
    }
    for (int r = 0; r < values.length; r++) {
      for (int c = 0; c < columns; c++) {
        double value = values[r][c];
        pixels[r][c] = (byte) (Double.isFinite(value) ? 1 + Math.rint(fraction(value) * (COLOURS - 1)) : 0);
      }
    }
    page.leaf("rect", "class", "cell none", "width", "100%", "height", "100%");
    page.leaf("image", "class", "pixels", "width", "100%", "height", "100%", "preserveAspectRatio", "none",
        "href", Png.dataUri(pixels, colours));
  }

  private void labels(Frame frame, Markup page) {
    int rows = figure.values().length;
    int every = every(figure.rowLabels().isEmpty(), rows);
    for (int r = 0; r < rows; r += every) {
      frame.label(figure.rowLabels().isEmpty() ? Numerals.count(r) : figure.rowLabels().get(r), (r + 0.5) / rows);
    }
    int all = figure.values()[0].length;
    every = every(figure.columnLabels().isEmpty(), all);
    for (int c = 0; c < all; c += every) {
      String label = figure.columnLabels().isEmpty() ? Numerals.count(c) : figure.columnLabels().get(c);
      page.open("text", "class", c / every % 2 == 1 && all / every > 10 ? "tick middle odd" : "tick middle",
          "x", at(c + 0.5, all), "y", "100%", "dy", "17");
      page.text(Frame.shorten(label, 10)).element("title", label).close();
    }
  }

  /** Every so many rows or columns have a label: round numbers where they are counted. */
  private static int every(boolean counted, int count) {
    if (!counted) {
      return (count + MOST_LABELS - 1) / MOST_LABELS;
    }
    int every = 1;
    for (int factor = 0; count / every > 10; factor++) {
      every = factor % 3 == 1 ? every / 2 * 5 : every * 2;
    }
    return every;
  }

  private void colourBar(Markup page) {
    String id = page.newId("g");
    page.open("div", "class", "colourbar", "aria-hidden", "true");
    page.element("span", Numerals.significant(low, 3));
    page.open("svg", "width", "160", "height", "10").open("defs").open("linearGradient", "id", id);
    for (int i = 0; i <= 10; i++) {
      page.leaf("stop", "offset", 10 * i + "%", "stop-color", ColourMap.css(map.at(i / 10.0)));
    }
    page.close().close().leaf("rect", "width", "160", "height", "10", "rx", "2", "fill", "url(#" + id + ")").close();
    page.element("span", Numerals.significant(high, 3)).closeLine();
  }

  private double fraction(double value) {
    return high > low ? (value / 2 - low / 2) / (high / 2 - low / 2) : 0.5;
  }

  private static String at(double index, int count) {
    return Frame.percent(index / count);
  }

  private static List<String> names(List<String> labels, int count) {
    List<String> names = new ArrayList<>(labels);
    for (int i = names.size(); i < count; i++) {
      names.add(Integer.toString(i));
    }
    return names;
  }

  /** The values, or the means of blocks of them when there are more than a screen has pixels. */
  private double[][] averaged(double[][] all) {
    int across = all.length == 0 ? 0 : all[0].length;
    int down = (all.length + MOST_PIXELS - 1) / MOST_PIXELS;
    int right = (across + MOST_PIXELS - 1) / MOST_PIXELS;
    if ((down <= 1 && right <= 1) || figure.annotate()) {
      return all;
    }
    notes.add("A pixel is the mean of " + down + " by " + right + " values.");
    double[][] means = new double[(all.length + down - 1) / down][(across + right - 1) / right];
    for (int r = 0; r < means.length; r++) {
      for (int c = 0; c < means[r].length; c++) {
        double sum = 0;
        int count = 0;
        for (int i = r * down; i < Math.min(all.length, (r + 1) * down); i++) {
          for (int j = c * right; j < Math.min(across, (c + 1) * right); j++) {
            sum += Double.isFinite(all[i][j]) ? all[i][j] : 0;
            count += Double.isFinite(all[i][j]) ? 1 : 0;
          }
        }
        means[r][c] = count == 0 ? Double.NaN : sum / count;
      }
    }
    return means;
  }

  private String describe() {
    return figure.yLabel() + " by " + figure.xLabel() + ": " + figure.values().length + " rows, "
        + figure.values()[0].length + " columns, values from " + Numerals.significant(low, 3) + " to "
        + Numerals.significant(high, 3) + ".";
  }
}
