package ranvier.report.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import ranvier.report.markup.Markup;
import ranvier.report.markup.Numerals;
import ranvier.scenarios.figure.Figure.Heatmap;

/**
 * Values over a rectangle, as colours: a rectangle for each cell with its value as hover text, or a picture when there
 * are many.
 */
final class HeatmapPlot {
  private static final int MOST_RECTANGLES = 1024;
  private static final int MOST_PIXELS = 500;
  private static final int MOST_LABELS = 24;
  private static final int LONGEST_NAME = 10;
  private static final double CHARACTER_PX = 7.5;
  /** Width of a plot on a phone. */
  private static final double PHONE_PX = 250;
  private static final int LABEL_PX = 15;
  private static final int STAGGER_PX = 14;
  private static final int X_INTERVALS = 6;
  private static final int Y_INTERVALS = 5;
  private static final int SHADES = 255;
  /** Black and white text are equally readable on it. */
  private static final double MIDDLE_LUMINANCE = 0.18;
  private static final double FLATTEST = 3.2;
  private static final double STEEPEST = 0.75;
  private static final int ANNOTATED_CELL_PX = 27;
  private static final int ROOMY_CELL_PX = 40;
  /** Width of a plot beside another. */
  private static final int HALF_PX = 460;
  /** What is wider than high by this is given the width of the page. */
  private static final double FLAT = 2.2;

  private final Heatmap figure;
  private final double[][] values;
  private final int columns;
  private final ColourScale colours;
  private final List<String> notes = new ArrayList<>();

  HeatmapPlot(Heatmap figure) {
    this.figure = figure;
    if (figure.annotate()) {
      values = figure.values();
    } else {
      Blocks blocks = Blocks.of(figure.values(), MOST_PIXELS);
      values = blocks.values();
      if (blocks.down() > 1 || blocks.across() > 1) {
        notes.add("A pixel is the mean of " + blocks.down() + " by " + blocks.across() + " values.");
      }
    }
    columns = values.length == 0 ? 0 : values[0].length;
    colours = ColourScale.of(values);
    if (Arrays.stream(values).flatMapToDouble(Arrays::stream).anyMatch(v -> !Double.isFinite(v))) {
      notes.add("Cells without a finite value are left empty.");
    }
  }

  /** Whether it should have the whole width of the page. */
  static boolean isWide(Heatmap figure) {
    int rows = figure.values().length;
    int columns = rows == 0 ? 0 : figure.values()[0].length;
    return columns > FLAT * rows || (figure.annotate() && columns * ANNOTATED_CELL_PX > HALF_PX);
  }

  /** Draws it; returns what the caption must add. */
  List<String> write(Markup page) {
    if (columns == 0) {
      page.element("p", "No values.", "class", "empty");
      return List.of();
    }
    List<String> rowNames = names(figure.rowLabels(), figure.values().length, figure.y(), true);
    List<String> columnNames = names(figure.columnLabels(), figure.values()[0].length, figure.x(), false);
    double aspect = Math.clamp((double) columns / values.length, STEEPEST, FLATTEST);
    int least = figure.annotate() ? ANNOTATED_CELL_PX * columns : 0;
    int lowest = LABEL_PX * Math.min(MOST_LABELS, values.length);
    Frame frame = new Frame(page, figure.title(), describe(), rowNames, String.format(Locale.ROOT,
        "--aspect:%.4f;--low:%dpx;--least:%dpx;--columns:%d", aspect, lowest, least, columns)
        + (figure.yLabel().isEmpty() ? ";--top:8px" : "") + (isStaggered() ? ";--bottom:62px" : "")
        + (columns > FLAT * values.length ? ""
            : ";--most:" + (isWide(figure) ? ROOMY_CELL_PX * columns : HALF_PX) + "px"));
    frame.nameVertical(figure.yLabel());
    frame.nameHorizontal(figure.xLabel(), isStaggered() ? 38 + STAGGER_PX : 38);
    if (values.length * columns <= MOST_RECTANGLES || figure.annotate()) {
      rectangles(page, rowNames, columnNames);
    } else {
      picture(page);
    }
    labels(frame, page);
    frame.close();
    colours.write(page);
    return notes;
  }

  private void rectangles(Markup page, List<String> rowNames, List<String> columnNames) {
    for (int r = 0; r < values.length; r++) {
      for (int c = 0; c < columns; c++) {
        double value = values[r][c];
        boolean finite = Double.isFinite(value);
        page.open("rect", "class", finite ? "cell" : "cell none", "x", at(c, columns), "y", at(r, values.length),
            "width", at(1, columns), "height", at(1, values.length),
            "fill", finite ? ColourMap.css(colours.colour(value)) : null);
        page.element("title", rowNames.get(r) + ", " + columnNames.get(c) + ": " + Numerals.significant(value, 4));
        page.close();
      }
    }
    if (figure.annotate()) {
      annotate(page);
    }
  }

  private void annotate(Markup page) {
    int decimals = Numerals.decimals(values, 2);
    for (int r = 0; r < values.length; r++) {
      for (int c = 0; c < columns; c++) {
        double value = values[r][c];
        String contrast = !Double.isFinite(value) ? ""
            : ColourMap.luminance(colours.colour(value)) > MIDDLE_LUMINANCE ? " onbright" : " ondark";
        page.element("text", value == 0 ? "0" : Numerals.fixed(value, decimals), "class", "value" + contrast,
            "x", at(c + 0.5, columns), "y", at(r + 0.5, values.length));
      }
    }
  }

  private void picture(Markup page) {
    int[] shades = new int[SHADES + 1];
    for (int i = 0; i < SHADES; i++) {
      shades[i + 1] = colours.map().at(i / (SHADES - 1.0));
    }
    byte[][] pixels = new byte[values.length][columns];
    for (int r = 0; r < values.length; r++) {
      for (int c = 0; c < columns; c++) {
        double value = values[r][c];
        pixels[r][c] = (byte) (Double.isFinite(value) ? 1 + Math.rint(colours.fraction(value) * (SHADES - 1)) : 0);
      }
    }
    page.leaf("rect", "class", "cell none", "width", "100%", "height", "100%");
    page.leaf("image", "class", "pixels", "width", "100%", "height", "100%", "preserveAspectRatio", "none",
        "href", Png.dataUri(pixels, shades));
  }

  private void labels(Frame frame, Markup page) {
    if (figure.y() == null) {
      rowLabels(frame);
    } else {
      Ticks ticks = ticks(figure.y(), Y_INTERVALS);
      for (int i = 0; i < ticks.at().length; i++) {
        frame.label(ticks.labels().get(i), 1 - fraction(figure.y(), ticks.at()[i]));
      }
    }
    if (figure.x() == null) {
      columnLabels(page);
    } else {
      Ticks ticks = ticks(figure.x(), X_INTERVALS);
      for (int i = 0; i < ticks.at().length; i++) {
        page.open("text", "class", "tick middle", "x", Frame.percent(fraction(figure.x(), ticks.at()[i])), "y", "100%",
            "dy", "17");
        page.text(ticks.labels().get(i)).close();
      }
    }
  }

  private static Ticks ticks(Heatmap.Extent extent, int intervals) {
    return Ticks.linear(extent.low(), extent.high(), intervals).within(extent.low(), extent.high());
  }

  private static double fraction(Heatmap.Extent extent, double value) {
    return (value - extent.low()) / (extent.high() - extent.low());
  }

  private void rowLabels(Frame frame) {
    int rows = figure.values().length;
    int every = every(figure.rowLabels().isEmpty(), rows);
    for (int r = 0; r < rows; r += every) {
      frame.label(figure.rowLabels().isEmpty() ? Numerals.count(r) : figure.rowLabels().get(r), (r + 0.5) / rows);
    }
  }

  private void columnLabels(Markup page) {
    int all = figure.values()[0].length;
    int every = every(figure.columnLabels().isEmpty(), all);
    boolean crowded = columnLabelsPx() > PHONE_PX;
    for (int c = 0; c < all; c += every) {
      String label = figure.columnLabels().isEmpty() ? Numerals.count(c) : figure.columnLabels().get(c);
      boolean odd = c / every % 2 == 1;
      page.open("text", "class", crowded && odd ? "tick middle odd" : "tick middle", "x", at(c + 0.5, all),
          "y", "100%", "dy", Integer.toString(odd && isStaggered() ? 17 + STAGGER_PX : 17));
      page.text(Frame.shorten(label, LONGEST_NAME)).element("title", label).close();
    }
  }

  /** Width of the labels of the columns side by side. */
  private double columnLabelsPx() {
    int all = figure.values()[0].length;
    int longest = figure.columnLabels().stream().mapToInt(String::length).max().orElse(3);
    return Math.min(longest, LONGEST_NAME) * CHARACTER_PX * all / every(figure.columnLabels().isEmpty(), all);
  }

  /** Whether every other column has its label a line lower. */
  private boolean isStaggered() {
    return figure.x() == null && !isWide(figure) && columnLabelsPx() > HALF_PX;
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

  private static String at(double index, int count) {
    return Frame.percent(index / count);
  }

  private static List<String> names(List<String> labels, int count, Heatmap.Extent extent, boolean isDownwards) {
    List<String> names = new ArrayList<>(labels);
    for (int i = names.size(); i < count; i++) {
      double middle = (isDownwards ? count - i - 0.5 : i + 0.5) / count;
      names.add(extent == null ? Integer.toString(i)
          : Numerals.significant(extent.low() + middle * (extent.high() - extent.low()), 4));
    }
    return names;
  }

  private String describe() {
    return figure.yLabel() + " by " + figure.xLabel() + ": " + figure.values().length + " rows, "
        + figure.values()[0].length + " columns, values from " + Numerals.significant(colours.low(), 3) + " to "
        + Numerals.significant(colours.high(), 3) + ".";
  }
}
