package ranvier.report.plot;

import ranvier.report.markup.Markup;
import ranvier.report.markup.Numerals;

/**
 * How values become colours. Values on both sides of zero get colours by their distance from it.
 *
 * @param low value of the first colour
 * @param high value of the last
 */
record ColourScale(double low, double high, ColourMap map) {
  /** Values are taken for deviations from zero when both sides reach this part of the farthest. */
  private static final double SIGNED = 0.1;
  /** Colours start at zero when the smallest value is nearer to it than this part of the largest. */
  private static final double NEAR_ZERO = 0.25;
  private static final int BAR_PX = 160;
  private static final int STOPS = 10;

  /** A scale for what is finite among the values. */
  static ColourScale of(double[][] values) {
    Range range = Range.EMPTY;
    for (double[] row : values) {
      range = range.and(Range.of(false, row));
    }
    if (range.isEmpty()) {
      return new ColourScale(0, 1, ColourMap.AMOUNT);
    }
    double least = range.low();
    double most = range.high();
    double farthest = Math.max(Math.abs(least), Math.abs(most));
    if (Math.min(-least, most) > SIGNED * farthest) {
      return new ColourScale(-farthest, farthest, ColourMap.DEVIATION);
    }
    boolean fromZero = least >= 0 && least < NEAR_ZERO * most;
    return new ColourScale(fromZero ? 0 : least, most, ColourMap.AMOUNT);
  }

  /** Where a finite value stands: 0 for the first colour, 1 for the last. */
  double fraction(double value) {
    return high > low ? (value / 2 - low / 2) / (high / 2 - low / 2) : 0.5;
  }

  /** The colour of a finite value, 0xRRGGBB. */
  int colour(double value) {
    return map.at(fraction(value));
  }

  /** Draws all colours in a row, with the values of the first and the last. */
  void write(Markup page) {
    String id = page.newId("g");
    String width = Integer.toString(BAR_PX);
    page.open("div", "class", "colourbar", "aria-hidden", "true");
    page.element("span", Numerals.significant(low, 3));
    page.open("svg", "width", width, "height", "10").open("defs").open("linearGradient", "id", id);
    for (int i = 0; i <= STOPS; i++) {
      page.leaf("stop", "offset", 100 * i / STOPS + "%", "stop-color", ColourMap.css(map.at((double) i / STOPS)));
    }
    page.close().close();
    page.leaf("rect", "width", width, "height", "10", "rx", "2", "fill", "url(#" + id + ")").close();
    page.element("span", Numerals.significant(high, 3)).closeLine();
  }
}
