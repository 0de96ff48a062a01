package ranvier.report.plot;

import java.util.ArrayList;
import java.util.List;
import ranvier.report.markup.Markup;
import ranvier.report.markup.Numerals;
import ranvier.scenarios.figure.Figure.Lines;
import ranvier.scenarios.figure.Figure.Series;

/** Lines and points over two axes. */
final class LinesPlot {
  private static final int HEIGHT_PX = 264;
  /** A series of more points than this is drawn more finely. */
  private static final int MANY_POINTS = 1500;
  private static final int MOST_DOTS = 20_000;
  /** Of the legend in a drawing of its own: its height above the plot, and the length of the stroke before a name. */
  private static final int LEGEND_PX = 34;
  private static final int KEY_PX = 24;

  private final Lines figure;
  private final Scale x;
  private final Scale y;
  private final List<String> colours;
  private final List<String> notes = new ArrayList<>();

  LinesPlot(Lines figure, Palette palette) {
    this.figure = figure;
    Range xRange = Range.EMPTY;
    Range yRange = Range.EMPTY;
    for (Series series : figure.series()) {
      xRange = xRange.and(Range.of(figure.x().log(), series.x()));
      yRange = yRange.and(Range.of(figure.y().log(), series.y()));
    }
    x = Scale.horizontal(figure.x(), xRange);
    y = Scale.vertical(figure.y(), yRange);
    colours = palette.forFigure(figure.series().stream().map(Series::name).toList());
  }

  /** Draws it; returns what the caption must add. */
  List<String> write(Markup page) {
    if (figure.series().size() > 1) {
      Legend.write(page, figure.series().stream().map(Series::name).toList(), colours,
          figure.series().stream().map(s -> shape(s.style())).toList());
    }
    Frame frame = new Frame(page, figure.title(), describe(), y.ticks().labels(), "--height:" + HEIGHT_PX + "px",
        "data-x", axis(x), "data-y", axis(y), "data-name", figure.x().label());
    draw(page, frame);
    noteWhatIsMissing();
    return notes;
  }

  /** Draws it into an SVG of its own: the plot area, and the legend above it. */
  void writeAlone(Markup drawing, int leftPx, int topPx, int widthPx, int heightPx) {
    for (int i = 0, at = leftPx; i < figure.series().size(); i++) {
      Series series = figure.series().get(i);
      String y = Integer.toString(topPx - LEGEND_PX);
      drawing.open("g", "class", "data").leaf("path", "class", shape(series.style()) + " " + colours.get(i),
          "d", "M" + at + " " + y + "h" + KEY_PX).close();
      drawing.element("text", series.name(), "class", "tick", "x", Integer.toString(at + KEY_PX + 7), "y", y,
          "dy", "4");
      at += KEY_PX + 30 + Frame.widthPx(series.name());
    }
    draw(drawing, new Frame(drawing, figure.title(), describe(), leftPx, topPx, widthPx, heightPx));
  }

  private void draw(Markup page, Frame frame) {
    frame.verticalAxis(y, figure.y().label());
    frame.horizontalAxis(x, figure.x().label());
    List<Lines.Mark> marks = figure.marks().stream().filter(m -> m.x() >= x.low() && m.x() <= x.high()).toList();
    for (int i = 0; i < marks.size(); i++) {
      frame.mark(x.fraction(marks.get(i).x()), marks.get(i).name(), i);
    }
    frame.openData();
    for (int i = 0; i < figure.series().size(); i++) {
      Series series = figure.series().get(i);
      String fine = series.x().length > MANY_POINTS ? " fine" : "";
      page.leaf("path", "class", "s k" + i + " " + shape(series.style()) + " " + colours.get(i) + fine,
          "d", path(series), "data-name", series.name());
    }
    frame.closeData();
    if (isEmpty()) {
      page.element("text", "no values", "class", "tick middle", "x", "50%", "y", "50%");
    }
    frame.close();
  }

  private boolean isEmpty() {
    return figure.series().stream().allMatch(s -> Range.of(figure.x().log(), s.x()).isEmpty()
        || Range.of(figure.y().log(), s.y()).isEmpty());
  }

  private String path(Series series) {
    if (series.style() != Series.Style.POINTS) {
      return Strokes.path(series, x, y);
    }
    int count = Math.min(series.x().length, series.y().length);
    int[] atX = new int[count];
    int[] atY = new int[count];
    for (int i = 0; i < count; i++) {
      double fx = x.fraction(series.x()[i]);
      double fy = y.fraction(series.y()[i]);
      boolean shown = !Double.isNaN(fx + fy);
      atX[i] = shown ? Strokes.units(fx) : -1;
      atY[i] = shown ? Strokes.units(1 - fy) : -1;
    }
    Dots dots = Dots.place(atX, atY, false, MOST_DOTS);
    if (dots.merged() > 0) {
      notes.add("Points of " + series.name() + " that are nearer to each other than "
          + Numerals.percent(dots.merged()) + " of the plot are drawn as one.");
    }
    return dots.path(0, Integer.MAX_VALUE);
  }

  private void noteWhatIsMissing() {
    long missing = figure.series().stream().mapToLong(this::missing).sum();
    if (missing > 0) {
      notes.add(Numerals.count(missing) + (missing == 1 ? " value is" : " values are") + " infinite"
          + (x.log() || y.log() ? " or not positive" : "") + " and cannot be drawn on "
          + (x.log() || y.log() ? "a logarithmic axis." : "an axis."));
    }
  }

  private long missing(Series series) {
    long missing = 0;
    for (int i = 0; i < Math.min(series.x().length, series.y().length); i++) {
      boolean gap = Double.isNaN(series.x()[i]) || Double.isNaN(series.y()[i]);
      missing += gap || (x.shows(series.x()[i]) && y.shows(series.y()[i])) ? 0 : 1;
    }
    return missing;
  }

  private String describe() {
    StringBuilder text = new StringBuilder();
    text.append(figure.y().label()).append(" over ").append(figure.x().label()).append(". ");
    for (Series series : figure.series()) {
      Range range = Range.of(figure.y().log(), series.y());
      text.append(series.name()).append(": ");
      text.append(range.isEmpty() ? "no values" : "from " + Numerals.significant(range.low(), 3) + " to "
          + Numerals.significant(range.high(), 3)).append(". ");
    }
    return text.toString().strip();
  }

  private static String shape(Series.Style style) {
    return switch (style) {
      case LINE -> "line";
      case DASHED -> "dashed";
      case POINTS -> "points";
      case STEPS -> "steps";
    };
  }

  /** What the hover help needs to read values off the drawing. */
  private static String axis(Scale scale) {
    return scale.low() + " " + scale.high() + (scale.log() ? " log" : "");
  }
}
