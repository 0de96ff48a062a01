package ranvier.report;

import java.util.List;
import java.util.Locale;
import ranvier.report.markup.Markup;
import ranvier.report.markup.Numerals;
import ranvier.scenarios.result.Check;

/**
 * The paper's figures against ours. Each row shows where ours lies between the limits of the tolerance; whether it
 * holds is said by a word, a sign and a colour. On a phone a row becomes a small card.
 */
final class ChecksTable {
  private static final double SHOWN_TOLERANCES = 1.75;

  private ChecksTable() {}

  static void write(Markup page, List<Check> checks) {
    if (checks.isEmpty()) {
      return;
    }
    page.open("section", "id", "checks").element("h2", "Checks against the paper");
    long fail = checks.stream().filter(c -> !c.holds()).count();
    page.element("p", fail == 0 ? "Every figure lies within its tolerance."
        : fail == 1 ? "One figure lies outside its tolerance." : fail + " figures lie outside their tolerances.");
    page.open("div", "class", "card").open("table", "class", "checks", "role", "table");
    page.open("thead", "role", "rowgroup").open("tr", "role", "row");
    for (String name : List.of("verdict", "figure", "expected", "ours", "distance", "source")) {
      page.element("th", name, "role", "columnheader", "scope", "col", "class", name);
    }
    page.close().close().open("tbody", "role", "rowgroup");
    checks.forEach(check -> row(page, check));
    page.close().close().close().closeLine();
  }

  private static void row(Markup page, Check check) {
    int decimals = decimals(check);
    page.open("tr", "role", "row", "class", check.holds() ? "good" : "bad");
    page.open("td", "role", "cell", "class", "verdict");
    (check.holds() ? Icon.HOLDS : Icon.FAILS).write(page);
    page.text(check.holds() ? "holds" : "fails").close();
    page.element("td", check.name(), "role", "cell", "class", "figure");
    page.open("td", "role", "cell", "class", "expected").text(number(check.expected(), decimals) + " ");
    page.element("span", check.tolerance() == 0 ? "exactly" : "± " + number(check.tolerance(), decimals),
        "class", "soft").close();
    page.element("td", number(check.actual(), decimals), "role", "cell", "class", "ours");
    page.open("td", "role", "cell", "class", "distance");
    gauge(page, check);
    page.close();
    page.element("td", check.source(), "role", "cell", "class", "source");
    page.closeLine();
  }

  /** Just the decimals that show two digits of the tolerance; -1: the numbers are too large or small for decimals. */
  private static int decimals(Check check) {
    double finest = check.tolerance();
    double largest = Math.max(Math.abs(check.expected()), Math.abs(check.actual()));
    if (largest >= 1e12 || !(Math.abs(check.expected()) <= 1e12) || Double.isInfinite(finest)) {
      return -1;
    }
    if (!(finest > 0)) {
      return check.expected() == Math.rint(check.expected()) && check.actual() == Math.rint(check.actual()) ? 0 : -1;
    }
    int decimals = 1 - (int) Math.floor(StrictMath.log10(finest));
    return decimals > 6 ? -1 : Math.max(0, decimals);
  }

  private static String number(double value, int decimals) {
    return decimals < 0 ? Numerals.significant(value, 6) : Numerals.fixed(value, decimals);
  }

  private static void gauge(Markup page, Check check) {
    double distance = (check.actual() - check.expected()) / check.tolerance();
    page.open("svg", "class", "gauge", "role", "img", "width", "128", "height", "18", "viewBox", "-64 -9 128 18");
    page.element("title", words(check, distance));
    double limit = 64 / SHOWN_TOLERANCES;
    page.leaf("rect", "class", "allowed", "x", place(-limit), "width", place(2 * limit), "y", "-6", "height", "12",
        "rx", "3");
    page.leaf("line", "class", "expected", "x1", "0", "x2", "0", "y1", "-6", "y2", "6");
    if (check.actual() == check.expected() || !Double.isNaN(distance)) {
      double at = check.actual() == check.expected() ? 0 : distance * limit;
      if (Math.abs(at) > 59) {
        int side = at > 0 ? 1 : -1;
        page.leaf("path", "class", "beyond", "d", "M" + 52 * side + " -6l" + 10 * side + " 6l" + -10 * side + " 6z");
      } else {
        page.leaf("circle", "cx", place(at), "cy", "0", "r", "4.5");
      }
    }
    page.close();
  }

  private static String words(Check check, double distance) {
    if (Double.isNaN(check.actual())) {
      return "ours has no value";
    }
    if (check.actual() == check.expected()) {
      return "ours is the expected value";
    }
    return Double.isFinite(distance)
        ? "ours is " + Numerals.significant(Math.abs(distance), 2) + " times the tolerance "
            + (distance > 0 ? "above" : "below")
        : "ours is " + (check.actual() > check.expected() ? "above" : "below") + ", where no distance is allowed";
  }

  private static String place(double px) {
    return String.format(Locale.ROOT, "%.1f", px);
  }
}
