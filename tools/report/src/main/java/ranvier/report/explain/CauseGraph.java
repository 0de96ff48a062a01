package ranvier.report.explain;

import java.util.Locale;
import ranvier.engine.exact.Explanation;
import ranvier.engine.exact.Explanation.Cause;
import ranvier.report.markup.Markup;

/**
 * Spikes as boxes, arrivals as lines from left to right: the causes of a spike stand to its left, the thicker the line
 * the more it added.
 */
final class CauseGraph {
  private static final int SHOWN = 6;
  private static final int BOX_WIDTH = 208;
  private static final int BOX_HEIGHT = 40;
  private static final int ROW = 50;
  private static final int COLUMN = 310;
  private static final int MARGIN = 4;

  private final Markup page;
  private final SourceNames names;
  private final int depth;
  private int rows;

  private CauseGraph(Markup page, SourceNames names, int depth) {
    this.page = page;
    this.names = names;
    this.depth = depth;
  }

  static void write(Markup page, ExplanationTree tree, SourceNames names) {
    int depth = depth(tree);
    int width = (depth - 1) * COLUMN + BOX_WIDTH + 2 * MARGIN;
    int height = leaves(tree) * ROW - (ROW - BOX_HEIGHT) + 2 * MARGIN;
    page.open("svg", "class", "causes", "role", "img", "width", Integer.toString(width), "height",
        Integer.toString(height), "viewBox", "0 0 " + width + " " + height);
    page.element("title", "What " + names.of(tree.spike().neuron()) + " received before it spiked");
    new CauseGraph(page, names, depth).spike(tree, 0, names.of(tree.spike().neuron()), "effect");
    page.closeLine();
  }

  private static int depth(ExplanationTree tree) {
    return 2 + tree.causes().stream().mapToInt(t -> depth(t) - 1).max().orElse(0);
  }

  private static int leaves(ExplanationTree tree) {
    int n = 0;
    for (Cause c : shown(tree.spike())) {
      n += tree.of(c) == null ? 1 : leaves(tree.of(c));
    }
    return Math.max(1, n + (tree.spike().causes().size() > SHOWN ? 1 : 0));
  }

  private static Iterable<Cause> shown(Explanation why) {
    return why.causes().subList(0, Math.min(SHOWN, why.causes().size()));
  }

  /** Draws a spike and what is left of it; returns the middle of its box. */
  private double spike(ExplanationTree tree, int level, String name, String style) {
    Explanation why = tree.spike();
    int first = rows;
    double largest = why.causes().stream().mapToDouble(c -> Math.abs(c.contributionMv())).max().orElse(1.0);
    int x = MARGIN + (depth - 1 - level) * COLUMN;
    int height = leaves(tree);
    double middle = MARGIN + (first + 0.5 * (height - 1)) * ROW + 0.5 * BOX_HEIGHT;
    for (Cause c : shown(why)) {
      ExplanationTree followed = tree.of(c);
      String source = names.of(c.source());
      double y = followed == null ? leaf(level + 1, source, c.source() == Explanation.POISSON
          ? "at " + ms(c.arrivalMs()) : "spike at " + ms(c.spikeMs())) : spike(followed, level + 1, source, "cause");
      arrival(x, y, middle, c.contributionMv(), largest, source + ": weight " + number(c.weight()) + ", arrived at "
          + ms(c.arrivalMs()));
    }
    if (why.causes().size() > SHOWN) {
      double rest = why.causes().subList(SHOWN, why.causes().size()).stream().mapToDouble(Cause::contributionMv).sum();
      double y = leaf(level + 1, (why.causes().size() - SHOWN) + " more", "arrivals");
      arrival(x, y, middle, rest, largest, "all others together");
    }
    rows = Math.max(rows, first + height);
    box(x, middle, name, "spike at " + ms(why.timeMs()), style);
    return middle;
  }

  private double leaf(int level, String name, String detail) {
    double middle = MARGIN + rows++ * ROW + 0.5 * BOX_HEIGHT;
    box(MARGIN + (depth - 1 - level) * COLUMN, middle, name, detail, "cause");
    return middle;
  }

  private void box(int x, double middle, String name, String detail, String style) {
    page.open("g", "class", style);
    page.leaf("rect", "x", Integer.toString(x), "y", number(middle - 0.5 * BOX_HEIGHT), "width",
        Integer.toString(BOX_WIDTH), "height", Integer.toString(BOX_HEIGHT), "rx", "8");
    page.element("text", name, "class", "name", "x", Integer.toString(x + 12), "y", number(middle - 3));
    page.element("text", detail, "x", Integer.toString(x + 12), "y", number(middle + 13));
    page.close();
  }

  /** The line of an arrival; what it added stands in the box where it begins. */
  private void arrival(int x, double from, double to, double addedMv, double largest, String meaning) {
    int left = x - COLUMN + BOX_WIDTH;
    int bend = (COLUMN - BOX_WIDTH) / 2;
    double width = 1.2 + 7.0 * Math.min(1.0, Math.abs(addedMv) / largest);
    page.open("g", "class", addedMv >= 0 ? "raises" : "lowers");
    page.element("title", meaning);
    page.leaf("path", "d", "M" + left + " " + number(from) + "C" + (left + bend) + " " + number(from) + " "
        + (x - bend) + " " + number(to) + " " + x + " " + number(to), "stroke-width", number(width));
    page.element("text", String.format(Locale.ROOT, "%+.3f mV", addedMv).replace('-', '\u2212'), "class",
        "end", "x", Integer.toString(left - 12), "y", number(from - 3));
    page.close();
  }

  private static String ms(double value) {
    return String.format(Locale.ROOT, "%.4f ms", value);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
