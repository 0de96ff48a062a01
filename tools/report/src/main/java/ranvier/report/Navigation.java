package ranvier.report;

import ranvier.report.markup.Markup;
import ranvier.scenarios.result.RunResult;

/** Links to the parts of the page. */
final class Navigation {
  private Navigation() {}

  static void write(Markup page, RunResult result) {
    page.open("nav", "aria-label", "Parts of this report").open("div");
    if (!result.checks().isEmpty()) {
      link(page, "checks", "Checks");
    }
    if (!result.populations().isEmpty()) {
      link(page, "populations", "Populations");
    }
    for (int i = 0; i < result.sections().size(); i++) {
      link(page, Sections.anchor(i), result.sections().get(i).title());
    }
    if (!result.metrics().isEmpty()) {
      link(page, "metrics", "Metrics");
    }
    link(page, "again", "Run it again");
    page.close().closeLine();
  }

  private static void link(Markup page, String anchor, String text) {
    page.element("a", text, "href", "#" + anchor).text(" ");
  }
}
