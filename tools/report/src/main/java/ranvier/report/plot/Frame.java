package ranvier.report.plot;

import java.util.List;
import java.util.Locale;
import ranvier.report.markup.Markup;

/**
 * The plot area of a figure with its axes. Left of it is room for the labels of the vertical axis, below for those of
 * the horizontal one; the vertical axis is named above its upper end, where the name can be read without turning the
 * head.
 */
final class Frame {
  private static final int CHARACTER_PX = 7;
  private static final int WIDEST_LABEL_PX = 132;
  private static final int GAP_PX = 9;
  private static final int MARK_PX = 15;

  private final Markup page;
  private final int leftPx;
  private final int elements;

  /**
   * Opens the plot area in a page.
   *
   * @param labels of the vertical axis: decide how much room it gets
   * @param style class names and CSS properties that give the area its height
   */
  Frame(Markup page, String title, String description, List<String> labels, String style, String... attributes) {
    this.page = page;
    int widest = labels.stream().mapToInt(Frame::widthPx).max().orElse(0);
    leftPx = Math.clamp((long) widest + GAP_PX + 4, 24, WIDEST_LABEL_PX);
    elements = 3;
    page.open("div", "class", "scroll").open("div", "class", "frame", "style", "--left:" + leftPx + "px;" + style);
    plot(title, description, attributes);
  }

  /**
   * Opens the plot area in a drawing of its own, at a place and of a size in pixels.
   *
   * @param leftPx room to the left of it, for the labels of the vertical axis
   */
  Frame(Markup drawing, String title, String description, int leftPx, int topPx, int widthPx, int heightPx) {
    page = drawing;
    this.leftPx = leftPx;
    elements = 1;
    plot(title, description, "x", Integer.toString(leftPx), "y", Integer.toString(topPx),
        "width", Integer.toString(widthPx), "height", Integer.toString(heightPx));
  }

  private void plot(String title, String description, String... attributes) {
    String titleId = page.newId("t");
    String descriptionId = page.newId("d");
    String[] all = new String[attributes.length + 6];
    System.arraycopy(new String[] {"class", "plot", "role", "img", "aria-labelledby", titleId + " " + descriptionId}, 0,
        all, 0, 6);
    System.arraycopy(attributes, 0, all, 6, attributes.length);
    page.open("svg", all);
    page.element("title", title, "id", titleId);
    page.element("desc", description, "id", descriptionId);
  }

  /** Grid lines, ticks, labels and name of the vertical axis. */
  void verticalAxis(Scale scale, String name) {
    for (double minor : scale.ticks().minor()) {
      String y = percent(1 - scale.fraction(minor));
      page.leaf("line", "class", "minor", "x1", "-4", "x2", "0", "y1", y, "y2", y);
    }
    for (int i = 0; i < scale.ticks().at().length; i++) {
      double at = scale.fraction(scale.ticks().at()[i]);
      String y = percent(1 - at);
      page.leaf("line", "class", at == 0 ? "axis" : "grid", "x1", "0", "x2", "100%", "y1", y, "y2", y);
      page.element("text", scale.ticks().labels().get(i), "class", "tick end", "x", "-" + GAP_PX, "y", y, "dy", "4");
    }
    nameVertical(name);
  }

  /** Ticks, labels and name of the horizontal axis. */
  void horizontalAxis(Scale scale, String name) {
    axisLine();
    for (double minor : scale.ticks().minor()) {
      tick(scale.fraction(minor), "minor", 4);
    }
    int count = scale.ticks().at().length;
    for (int i = 0; i < count; i++) {
      double at = scale.fraction(scale.ticks().at()[i]);
      tick(at, "mark", 5);
      // On a narrow page every other label steps aside.
      page.element("text", scale.ticks().labels().get(i), "class", count > 5 && i % 2 == 1 ? "tick middle odd"
          : "tick middle", "x", percent(at), "y", "100%", "dy", "18");
    }
    nameHorizontal(name, 38);
  }

  /** The line along the foot of the plot. */
  void axisLine() {
    page.leaf("line", "class", "axis", "x1", "0", "x2", "100%", "y1", "100%", "y2", "100%");
  }

  /** The name of the vertical axis. */
  void nameVertical(String name) {
    if (!name.isEmpty()) {
      page.element("text", name, "class", "name", "x", "-" + (leftPx - 2), "y", "-13");
    }
  }

  /** The name of the horizontal axis, so far below the plot. */
  void nameHorizontal(String name, int belowPx) {
    if (!name.isEmpty()) {
      page.element("text", name, "class", "name middle", "x", "50%", "y", "100%", "dy", Integer.toString(belowPx));
    }
  }

  /** About how much room a text takes. */
  static int widthPx(String text) {
    return text.codePointCount(0, text.length()) * CHARACTER_PX;
  }

  /** A label beside the plot, cut to the room there is. */
  void label(String text, double fractionFromTop) {
    page.open("text", "class", "tick end", "x", "-" + GAP_PX, "y", percent(fractionFromTop), "dy", "4");
    page.text(shorten(text, (WIDEST_LABEL_PX - GAP_PX - 4) / CHARACTER_PX));
    page.element("title", text).close();
  }

  /** Starts the stretched view box for data. */
  void openData() {
    page.open("svg", "class", "data", "width", "100%", "height", "100%", "viewBox",
        "0 0 " + Strokes.UNITS + " " + Strokes.UNITS, "preserveAspectRatio", "none");
  }

  /** Ends the view box for data. */
  void closeData() {
    page.close();
  }

  /** Ends the plot area. */
  void close() {
    for (int k = 0; k < elements; k++) {
      page.close();
    }
  }

  /** A named line across the plot; the name is near its upper end, where there is room, lower for each mark before. */
  void mark(double fraction, String name, int marksBefore) {
    String x = percent(fraction);
    page.leaf("line", "class", "marked", "x1", x, "x2", x, "y1", "0", "y2", "100%");
    boolean left = fraction > 0.75;
    page.element("text", name, "class", left ? "tick end" : "tick", "x", x,
        "y", Integer.toString(MARK_PX * (marksBefore + 1)), "dx", left ? "-5" : "5");
  }

  /** A part of the plot's width or height. */
  static String percent(double fraction) {
    String text = String.format(Locale.ROOT, "%.3f", 100 * fraction);
    return text.replaceAll("\\.?0+$", "") + "%";
  }

  /** A text cut to a number of characters in its middle, the cut marked: names often differ at their ends. */
  static String shorten(String text, int characters) {
    if (text.codePointCount(0, text.length()) <= characters) {
      return text;
    }
    int start = text.offsetByCodePoints(0, characters / 2);
    int end = text.offsetByCodePoints(text.length(), -(characters - 1 - characters / 2));
    return text.substring(0, start) + "…" + text.substring(end);
  }

  private void tick(double at, String style, int lengthPx) {
    String x = percent(at);
    page.open("svg", "x", x, "y", "100%", "class", "open");
    page.leaf("line", "class", style, "x1", "0", "x2", "0", "y1", "0", "y2", Integer.toString(lengthPx));
    page.close();
  }
}
