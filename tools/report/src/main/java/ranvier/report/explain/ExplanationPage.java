package ranvier.report.explain;

import java.util.List;
import java.util.Locale;
import ranvier.engine.exact.Explanation;
import ranvier.engine.exact.Explanation.Cause;
import ranvier.report.HtmlReport;
import ranvier.report.markup.Markup;
import ranvier.report.markup.Numerals;

/** One self-contained page that says why a neuron spiked: a graph of causes, and a table for each spike in it. */
public final class ExplanationPage {
  private static final int MOST_ROWS = 40;
  private static final String STYLE = """
      .causes { display: block; max-width: none; }
      .causes text { font-size: 11.5px; fill: var(--soft); }
      .causes .name { font-size: 13px; font-weight: 600; fill: var(--ink); }
      .causes rect { fill: var(--sunk); stroke: var(--line); }
      .causes .effect rect { fill: var(--card); stroke: var(--accent); stroke-width: 2; }
      .causes path { fill: none; stroke: var(--accent); stroke-opacity: 0.75; }
      .causes .lowers path { stroke: var(--bad); }
      """;

  private ExplanationPage() {}

  /** The page: a function of its arguments alone. */
  public static String render(ExplanationTree tree, SourceNames names, String version) {
    Markup page = new Markup();
    String name = names.of(tree.spike().neuron());
    HtmlReport.begin(page, "Why " + name + " spiked", version, STYLE);
    page.open("body").open("header");
    page.element("p", "Ranvier " + version, "class", "brand");
    page.element("h1", "Why " + name + " spiked at " + Numerals.fixed(tree.spike().timeMs(), 4) + " ms");
    page.element("p", lead(tree.spike()), "class", "lead").closeLine();
    page.open("main").open("section").element("h2", "Causes");
    page.element("p", "Each line is an arrival and what it added to the membrane potential at the time of the spike;"
        + " the thicker, the more. Blue raises the potential, red lowers it.");
    page.open("div", "class", "card scroll", "role", "region", "tabindex", "0", "aria-label", "Graph of causes");
    CauseGraph.write(page, tree, names);
    page.close().closeLine();
    tables(page, tree, names);
    page.closeLine();
    page.close().close();
    return page.finish() + "\n";
  }

  private static String lead(Explanation why) {
    return "The potential was " + Numerals.fixed(why.potentialMv(), 3) + " mV. Without the "
        + Numerals.count(why.causes().size()) + " arrivals since " + Numerals.fixed(Math.max(0.0, why.fromMs()), 1)
        + " ms it would have been " + Numerals.fixed(why.withoutMv(), 3) + " mV.";
  }

  private static void tables(Markup page, ExplanationTree tree, SourceNames names) {
    Explanation why = tree.spike();
    page.open("section").element("h2", names.of(why.neuron()) + ", " + String.format(Locale.ROOT, "%.6f ms",
        why.timeMs()));
    page.element("p", why.previousMs() == Double.NEGATIVE_INFINITY ? "Its first spike."
        : "Its spike before was at " + String.format(Locale.ROOT, "%.6f ms.", why.previousMs()));
    page.open("div", "class", "card scroll").open("table", "class", "plain").open("thead").open("tr");
    page.element("th", "source", "scope", "col");
    for (String head : List.of("spike (ms)", "delay (ms)", "arrival (ms)", "weight", "adds (mV)", "share")) {
      page.element("th", head, "scope", "col", "class", "number");
    }
    page.close().close().open("tbody");
    for (Cause c : why.causes().subList(0, Math.min(MOST_ROWS, why.causes().size()))) {
      boolean poisson = c.source() == Explanation.POISSON;
      page.open("tr").element("th", names.of(c.source()), "scope", "row");
      number(page, poisson ? "" : String.format(Locale.ROOT, "%.6f", c.spikeMs()));
      number(page, poisson ? "" : String.format(Locale.ROOT, "%.4f", c.arrivalMs() - c.spikeMs()));
      number(page, String.format(Locale.ROOT, "%.6f", c.arrivalMs()));
      number(page, Numerals.significant(c.weight(), 4));
      number(page, Numerals.fixed(c.contributionMv(), 4));
      number(page, Numerals.percent(why.share(c)));
      page.closeLine();
    }
    page.close().close().close();
    if (why.causes().size() > MOST_ROWS) {
      page.element("p", "and " + Numerals.count(why.causes().size() - MOST_ROWS) + " more.");
    }
    page.closeLine();
    tree.causes().forEach(cause -> tables(page, cause, names));
  }

  private static void number(Markup page, String text) {
    page.element("td", text, "class", "number");
  }
}
