package ranvier.report.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import ranvier.report.markup.Markup;
import ranvier.report.markup.Numerals;
import ranvier.scenarios.figure.Figure.Raster;

/** Spikes as dots, one path for each band of rows; the bands are named beside the plot. */
final class RasterPlot {
  private static final int MOST_DOTS = 40_000;
  private static final int LOWEST_PX = 180;
  private static final int HIGHEST_PX = 520;
  private static final int LABEL_PX = 14;
  /** Part of the plot that dots may cover, at the width of a desktop; they are smaller when there are more. */
  private static final double COVERED = 0.06;
  private static final double WIDTH_PX = 1050;
  private static final double SMALLEST_DOT_PX = 1.4;
  private static final double LARGEST_DOT_PX = 3.6;
  private static final int TIME_INTERVALS = 10;

  private final Raster figure;
  private final Scale time;
  private final int heightPx;
  private final List<String> names;
  private final List<String> colours;
  private final int[] firstRow;
  private final int every;

  RasterPlot(Raster figure, Palette palette) {
    this.figure = figure;
    time = Scale.aroundData(false, Range.of(false, figure.timesMs()), TIME_INTERVALS);
    heightPx = Math.clamp(Math.max(figure.rowCount() + 60L, 22L * figure.bands().size()), LOWEST_PX, HIGHEST_PX);
    List<Raster.Band> bands = figure.bands().isEmpty() ? List.of(new Raster.Band("", figure.rowCount()))
        : figure.bands();
    names = bands.stream().map(Raster.Band::name).toList();
    colours = palette.forFigure(names);
    firstRow = new int[names.size() + 1];
    for (int b = 0; b < names.size(); b++) {
      firstRow[b + 1] = firstRow[b] + bands.get(b).rows();
    }
    every = everyRow();
  }

  /** Draws it; returns what the caption must add. */
  List<String> write(Markup page) {
    Frame frame = new Frame(page, figure.title(), describe(), names,
        "--top:8px;--height:" + heightPx + "px;--dot:" + dotPx() + "px");
    double[] centres = labelCentres();
    for (int b = 0; b < names.size(); b++) {
      frame.label(names.get(b), centres[b]);
      if (b > 0) {
        String y = Frame.percent(top(firstRow[b]));
        page.leaf("line", "class", "grid", "x1", "0", "x2", "100%", "y1", y, "y2", y);
      }
    }
    frame.horizontalAxis(time, "time (ms)");
    Dots dots = place();
    frame.openData();
    int below = Strokes.UNITS;
    for (int b = 0; b < names.size(); b++) {
      int above = b + 1 < names.size() ? Strokes.units(top(firstRow[b + 1])) : 0;
      int last = b == 0 ? Integer.MAX_VALUE : below;
      page.leaf("path", "class", "dots " + colours.get(b), "d", dots.path(above, last));
      below = above;
    }
    frame.closeData();
    for (int b = 0; b < names.size(); b++) {
      page.open("rect", "class", "sense", "x", "0", "width", "100%", "y", Frame.percent(top(firstRow[b + 1])),
          "height", Frame.percent(top(firstRow[b]) - top(firstRow[b + 1])));
      page.element("title", hint(b)).close();
    }
    frame.close();
    List<String> notes = new ArrayList<>();
    if (every > 1) {
      notes.add("There are more spikes than can be told apart: one row in " + Numerals.count(every) + " is drawn.");
    }
    if (dots.merged() > 0) {
      notes.add("Spikes of a row within " + Numerals.significant(dots.merged() * (time.high() - time.low()), 2)
          + " ms of each other are drawn as one.");
    }
    return notes;
  }

  /** One row in so many is drawn, the same number for all bands, so that the dots keep within their number. */
  private int everyRow() {
    long[] spikes = new long[Math.max(1, figure.rowCount())];
    for (int row : figure.rows()) {
      if (row >= 0 && row < figure.rowCount()) {
        spikes[row]++;
      }
    }
    int step = 1;
    while (true) {
      long drawn = 0;
      for (int row = 0; row < spikes.length; row++) {
        drawn += isDrawn(row, step) ? spikes[row] : 0;
      }
      if (drawn <= MOST_DOTS || step >= spikes.length) {
        return step;
      }
      step = (int) Math.min(spikes.length, Math.max(step + 1L, step * drawn / MOST_DOTS));
    }
  }

  /** Counted from the first row of a band, so that no band disappears. */
  private boolean isDrawn(int row, int step) {
    int band = Arrays.binarySearch(firstRow, row);
    int first = firstRow[Math.max(0, band < 0 ? -band - 2 : band)];
    return (row - first) % step == 0;
  }

  private Dots place() {
    int count = Math.min(figure.timesMs().length, figure.rows().length);
    int[] x = new int[count];
    int[] y = new int[count];
    for (int i = 0; i < count; i++) {
      double at = time.fraction(figure.timesMs()[i]);
      int row = figure.rows()[i];
      boolean shown = !Double.isNaN(at) && row >= 0 && row < figure.rowCount() && isDrawn(row, every);
      x[i] = shown ? Strokes.units(at) : -1;
      y[i] = shown ? Strokes.units((top(row) + top(row + 1)) / 2) : -1;
    }
    return Dots.place(x, y, true, MOST_DOTS);
  }

  private String dotPx() {
    double side = Math.sqrt(COVERED * WIDTH_PX * heightPx / Math.max(1, figure.timesMs().length / every));
    return Numerals.fixed(Math.clamp(side, SMALLEST_DOT_PX, LARGEST_DOT_PX), 1);
  }

  /** Upper end of the row below the given one, as a part of the height from the top. */
  private double top(int row) {
    return 1 - (double) row / Math.max(1, figure.rowCount());
  }

  /** The middles of the bands, moved apart where the bands are too low for their names. */
  private double[] labelCentres() {
    double[] centres = new double[names.size()];
    for (int b = 0; b < centres.length; b++) {
      centres[b] = (top(firstRow[b]) + top(firstRow[b + 1])) / 2;
    }
    double apart = (double) LABEL_PX / heightPx;
    double limit = 1.0;
    for (int b = 0; b < centres.length; b++) {
      centres[b] = Math.min(centres[b], limit);
      limit = centres[b] - apart;
    }
    limit = 0;
    for (int b = centres.length - 1; b >= 0; b--) {
      centres[b] = Math.max(centres[b], limit);
      limit = centres[b] + apart;
    }
    return Arrays.stream(centres).map(c -> Math.clamp(c, 0, 1)).toArray();
  }

  private String describe() {
    StringBuilder text = new StringBuilder("Spikes over time (ms), from bottom to top: ");
    for (int b = 0; b < names.size(); b++) {
      text.append(hint(b)).append(". ");
    }
    return text.toString().strip();
  }

  private String hint(int b) {
    int from = firstRow[b];
    int to = firstRow[b + 1];
    long spikes = Arrays.stream(figure.rows()).filter(row -> row >= from && row < to).count();
    return names.get(b) + ": " + Numerals.count(spikes) + " spikes in " + Numerals.count(to - from) + " rows";
  }
}
