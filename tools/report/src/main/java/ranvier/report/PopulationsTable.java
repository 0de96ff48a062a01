package ranvier.report;

import java.util.List;
import ranvier.report.markup.Markup;
import ranvier.report.markup.Numerals;
import ranvier.report.plot.Palette;
import ranvier.scenarios.result.PopulationResult;

/** The statistics of each population, with the colour that it has in every figure. */
final class PopulationsTable {
  private PopulationsTable() {}

  static void write(Markup page, List<PopulationResult> populations, Palette palette) {
    if (populations.isEmpty()) {
      return;
    }
    double highest = populations.stream().mapToDouble(PopulationResult::rateHz).filter(Double::isFinite).max()
        .orElse(0);
    page.open("section", "id", "populations").element("h2", "Populations");
    page.element("p", "Statistics of what follows the transient. Regularity is the mean coefficient of variation of"
        + " interspike intervals over neurons with at least 5 spikes; synchrony is variance over mean of the"
        + " population's spike count in bins of 3 ms.");
    page.open("div", "class", "card scroll", "role", "region", "tabindex", "0", "aria-label", "Populations");
    page.open("table", "class", "plain populations").open("thead").open("tr");
    page.element("th", "population", "scope", "col");
    for (String name : List.of("neurons", "rate (Hz)", "s.d. over neurons (Hz)", "CV of intervals", "silent",
        "synchrony")) {
      page.element("th", name, "scope", "col", "class", "number");
    }
    page.close().close().open("tbody");
    populations.forEach(population -> row(page, population, palette.population(population.name()), highest));
    page.close().close().close().closeLine();
  }

  private static void row(Markup page, PopulationResult population, String colour, double highest) {
    page.open("tr").open("th", "scope", "row");
    page.open("span", "class", "swatch " + colour, "aria-hidden", "true").close();
    page.text(population.name()).close();
    number(page, Numerals.count(population.size()));
    page.open("td", "class", "number rate");
    bar(page, colour, population.rateHz() / highest);
    page.text(Numerals.fixed(population.rateHz(), 2)).close();
    number(page, Numerals.fixed(population.rateStdHz(), 2));
    number(page, Numerals.fixed(population.cvIsi(), 2));
    number(page, Numerals.percent(population.silentFraction()));
    number(page, Numerals.fixed(population.synchrony(), 2));
    page.closeLine();
  }

  private static void bar(Markup page, String colour, double part) {
    if (part > 0 && part <= 1) {
      page.open("svg", "class", "rule", "aria-hidden", "true", "width", "72", "height", "8");
      page.leaf("rect", "class", colour, "width", Long.toString(Math.max(1, Math.round(72 * part))), "height", "8",
          "rx", "2").close();
    }
  }

  private static void number(Markup page, String text) {
    page.element("td", text, "class", "number");
  }
}
