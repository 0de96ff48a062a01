package ranvier.report;

import ranvier.report.markup.Markup;
import ranvier.report.markup.Numerals;
import ranvier.scenarios.result.Check;
import ranvier.scenarios.result.RunResult;

/** What was run and whether it agrees with its paper, at a glance. */
final class Header {
  private final RunResult result;

  Header(RunResult result) {
    this.result = result;
  }

  void write(Markup page) {
    page.open("header");
    page.open("p", "class", "brand");
    Icon.RANVIER.write(page);
    page.text("Ranvier " + result.version()).close();
    page.element("h1", result.scenario());
    page.open("p", "class", "verdicts");
    verdict(page);
    if (result.complete()) {
      badge(page, "plain", Icon.END, "complete");
    } else {
      badge(page, "warn", Icon.STOPPED, "stopped early, after " + Numerals.seconds(result.biologicalMs() / 1000));
    }
    page.close();
    page.element("p", lead(), "class", "lead");
    page.closeLine();
  }

  private void verdict(Markup page) {
    int count = result.checks().size();
    long hold = result.checks().stream().filter(Check::holds).count();
    if (count == 0) {
      badge(page, "plain", Icon.NONE, "no checks");
    } else if (hold == count) {
      badge(page, "good", Icon.HOLDS, count == 1 ? "1 of 1 checks holds" : "all " + count + " checks hold");
    } else {
      badge(page, "bad", Icon.FAILS, hold + " of " + count + " checks hold");
    }
  }

  private static void badge(Markup page, String style, Icon icon, String text) {
    page.open("span", "class", "badge " + style);
    icon.write(page);
    page.text(text).close().text(" ");
  }

  private String lead() {
    String size = Numerals.count(result.neurons()) + " neurons and " + Numerals.compact(result.synapses())
        + " synapses";
    if (!(result.biologicalMs() > 0)) {
      return size + ", not simulated.";
    }
    return size + ": " + Numerals.seconds(result.biologicalMs() / 1000) + " of biological time in "
        + Numerals.seconds(result.simulationSeconds()) + ", " + pace(result.realTimeFactor()) + ".";
  }

  /** How a real-time factor compares with real time, in words. */
  static String pace(double realTimeFactor) {
    if (!(realTimeFactor > 0) || Double.isInfinite(realTimeFactor)) {
      return "at no measurable pace";
    }
    // What would be "1 times" in two digits.
    if (realTimeFactor >= 0.95 && realTimeFactor < 1.05) {
      return "in real time";
    }
    return realTimeFactor < 1
        ? Numerals.significant(1 / realTimeFactor, 2) + " times faster than real time"
        : Numerals.significant(realTimeFactor, 2) + " times slower than real time";
  }
}
