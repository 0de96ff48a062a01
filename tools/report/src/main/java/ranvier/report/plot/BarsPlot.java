package ranvier.report.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import ranvier.report.markup.Markup;
import ranvier.report.markup.Numerals;
import ranvier.scenarios.figure.Figure.Bars;

/**
 * Groups of bars, which always stand on zero. Series differ by colour and by filling: solid, hollow, tinted. With one
 * series whose groups are populations, the bars have the populations' colours.
 */
final class BarsPlot {
  private static final int HEIGHT_PX = 264;
  /** Width of the plot when it stands beside another; the numbers on the bars must have room there. */
  private static final double HALF_PX = 450;
  private static final double DIGIT_PX = 5;
  private static final int LONGEST_NAME = 16;
  private static final double WIDEST_BAR = 0.09;
  private static final double CHARACTER_PX = 6.6;
  private static final double PHONE_PX = 285;
  private static final String[] FILLINGS = {"solid", "hollow", "tinted"};

  private final Bars figure;
  private final Scale scale;
  private final int seriesCount;
  private final List<String> seriesColours;
  private final List<String> groupColours;
  private final boolean slanted;
  private final List<List<String>> numbers;
  private int missing;

  BarsPlot(Bars figure, Palette palette) {
    this.figure = figure;
    seriesCount = figure.series().size();
    Range range = new Range(0, 0);
    for (int g = 0; g < figure.groups().size(); g++) {
      for (int k = 0; k < seriesCount; k++) {
        double value = value(g, k);
        double tolerance = tolerance(g, k);
        range = range.and(Range.of(false, value, value - tolerance, value + tolerance));
      }
    }
    scale = Scale.fromTickToTick(false, range.low() == range.high() ? range.including(1) : range);
    numbers = numbers();
    seriesColours = palette.forFigure(figure.series());
    groupColours = figure.groups().stream().map(palette::population).toList();
    int longest = figure.groups().stream().mapToInt(String::length).max().orElse(0);
    slanted = (longest * CHARACTER_PX + 4) * figure.groups().size() > PHONE_PX;
  }

  /** Draws it; returns what the caption must add. */
  List<String> write(Markup page) {
    if (seriesCount > 1) {
      List<String> shapes = new ArrayList<>();
      for (int k = 0; k < seriesCount; k++) {
        shapes.add("block " + filling(k));
      }
      Legend.write(page, figure.series(), seriesColours, shapes);
    }
    int leastPx = figure.groups().size() * Math.max(14, 9 * seriesCount + 5);
    Frame frame = new Frame(page, figure.title(), describe(), scale.ticks().labels(), "--height:" + HEIGHT_PX
        + "px;--least:" + leastPx + "px" + (slanted ? ";--bottom:" + (14 + slantPx()) + "px" : ";--bottom:26px"));
    frame.verticalAxis(scale, figure.valueLabel());
    String zero = Frame.percent(1 - scale.fraction(0));
    double slot = 1.0 / Math.max(1, figure.groups().size());
    double width = Math.min(0.8 * slot / Math.max(1, seriesCount), WIDEST_BAR);
    for (int g = 0; g < figure.groups().size(); g++) {
      double middle = (g + 0.5) * slot;
      for (int k = 0; k < seriesCount; k++) {
        bar(page, g, k, middle + (k - 0.5 * seriesCount) * width, width);
      }
      groupLabel(page, figure.groups().get(g), middle);
    }
    page.leaf("line", "class", "axis", "x1", "0", "x2", "100%", "y1", zero, "y2", zero);
    frame.close();
    return missing == 0 ? List.of()
        : List.of("Without a finite value, and marked " + Numerals.NONE + ": " + Numerals.count(missing) + ".");
  }

  private void bar(Markup page, int g, int k, double left, double width) {
    double value = value(g, k);
    double tolerance = tolerance(g, k);
    String hint = hint(g, k);
    String middle = Frame.percent(left + 0.5 * width);
    if (!Double.isFinite(value)) {
      missing++;
      page.open("text", "class", "tick middle", "x", middle, "y", Frame.percent(1 - scale.fraction(0)), "dy", "-4");
      page.text(Numerals.NONE).element("title", hint).close();
      return;
    }
    String colour = seriesCount == 1 && groupColours.get(g) != null ? groupColours.get(g) : seriesColours.get(k);
    double top = 1 - scale.fraction(Math.max(value, 0));
    double bottom = 1 - scale.fraction(Math.min(value, 0));
    double inset = 0.06 * width;
    page.open("g", "class", "s k" + k + " " + colour);
    page.open("rect", "class", "bar " + filling(k), "x", Frame.percent(left + inset), "y", Frame.percent(top),
        "width", Frame.percent(width - 2 * inset), "height", Frame.percent(bottom - top));
    page.element("title", hint).close();
    double reach = value;
    if (tolerance > 0 && Double.isFinite(tolerance)) {
      errorBar(page, left + 0.5 * width, 0.22 * width, height(value - tolerance),
          height(value + tolerance), hint);
      reach = value < 0 ? value - tolerance : value + tolerance;
    }
    if (!numbers.isEmpty()) {
      page.element("text", numbers.get(g).get(k), "class", "number middle", "x", middle,
          "y", Frame.percent(1 - height(reach)), "dy", value < 0 ? "13" : "-5");
    }
    page.close();
  }

  /** What is written at the ends of the bars; empty if there is no room. */
  private List<List<String>> numbers() {
    double largest = Math.max(Math.abs(scale.low()), Math.abs(scale.high()));
    boolean plain = largest < 1e5 && largest >= 1e-3;
    int decimals = Numerals.decimals(figure.values(), 3);
    List<List<String>> texts = Arrays.stream(figure.values()).map(group -> Arrays.stream(group)
        .mapToObj(v -> plain ? Numerals.fixed(v, decimals) : Numerals.significant(v, 3)).toList()).toList();
    int longest = texts.stream().flatMap(List::stream).mapToInt(String::length).max().orElse(0);
    double room = HALF_PX / Math.max(1, texts.size()) * (seriesCount == 1 ? 1 : 0.9 / seriesCount);
    return longest * DIGIT_PX <= room ? texts : List.of();
  }

  /** Where a value stands in the plot; what exceeds every number stands at the end. */
  private double height(double value) {
    return scale.fraction(Math.clamp(value, scale.low(), scale.high()));
  }

  private static void errorBar(Markup page, double at, double halfCap, double low, double high, String hint) {
    String x = Frame.percent(at);
    String from = Frame.percent(1 - low);
    String to = Frame.percent(1 - high);
    page.open("g", "class", "whisker").element("title", hint);
    page.leaf("line", "x1", x, "x2", x, "y1", from, "y2", to);
    for (String y : List.of(from, to)) {
      page.leaf("line", "x1", Frame.percent(at - halfCap), "x2", Frame.percent(at + halfCap), "y1", y, "y2", y);
    }
    page.close();
  }

  private void groupLabel(Markup page, String name, double at) {
    page.open("svg", "x", Frame.percent(at), "y", "100%", "class", "open");
    if (slanted) {
      page.open("text", "class", "tick end", "x", "4", "y", "13", "transform", "rotate(-50 4 13)");
    } else {
      page.open("text", "class", "tick middle", "x", "0", "y", "17");
    }
    page.text(Frame.shorten(name, LONGEST_NAME)).element("title", name).close().close();
  }

  private int slantPx() {
    int longest = figure.groups().stream().mapToInt(String::length).max().orElse(0);
    return (int) (Math.min(longest, LONGEST_NAME) * CHARACTER_PX * 0.77) + 10;
  }

  private static String filling(int k) {
    return FILLINGS[k % FILLINGS.length];
  }

  private double value(int g, int k) {
    return figure.values()[g][k];
  }

  /** The half length of an error bar; 0 if there is none. */
  private double tolerance(int g, int k) {
    double tolerance = figure.tolerance() == null ? 0 : figure.tolerance()[g][k];
    return Double.isNaN(tolerance) ? 0 : tolerance;
  }

  private String hint(int g, int k) {
    String value = Numerals.significant(value(g, k), 4);
    String tolerance = tolerance(g, k) > 0 ? " ± " + Numerals.significant(tolerance(g, k), 3) : "";
    return figure.groups().get(g) + ", " + figure.series().get(k) + ": " + value + tolerance;
  }

  private String describe() {
    StringBuilder text = new StringBuilder(figure.valueLabel()).append(". ");
    for (int g = 0; g < figure.groups().size(); g++) {
      for (int k = 0; k < seriesCount; k++) {
        text.append(hint(g, k)).append(". ");
      }
    }
    return text.toString().strip();
  }
}
