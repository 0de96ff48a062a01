package ranvier.report.plot;

import java.util.List;
import java.util.Locale;
import ranvier.report.markup.Markup;
import ranvier.scenarios.figure.Figure;
import ranvier.scenarios.figure.Figure.Bars;
import ranvier.scenarios.figure.Figure.Heatmap;
import ranvier.scenarios.figure.Figure.Lines;
import ranvier.scenarios.figure.Figure.Raster;
import ranvier.scenarios.figure.Figure.Table;

/** Writes a figure with its title and its caption. */
public final class FigureWriter {
  private static final int MOST_BARS_IN_HALF = 30;
  private static final int MOST_COLUMNS_IN_HALF = 5;

  private final Markup page;
  private final Palette palette;

  /** A writer into a page. */
  public FigureWriter(Markup page, Palette palette) {
    this.page = page;
    this.palette = palette;
  }

  /** Writes it; what had to be left out is said in the caption. */
  public void write(Figure figure) {
    String kind = figure.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    page.open("figure", "class", "card " + kind + (isWide(figure) ? " wide" : ""));
    page.element("h3", figure.title());
    List<String> notes = draw(figure);
    if (!figure.caption().isBlank() || !notes.isEmpty()) {
      page.element("figcaption", (figure.caption() + " " + String.join(" ", notes)).strip());
    }
    page.closeLine();
  }

  private List<String> draw(Figure figure) {
    return switch (figure) {
      case Lines lines -> new LinesPlot(lines, palette).write(page);
      case Bars bars -> new BarsPlot(bars, palette).write(page);
      case Raster raster -> new RasterPlot(raster, palette).write(page);
      case Heatmap heatmap -> new HeatmapPlot(heatmap).write(page);
      case Table table -> {
        TableBlock.write(page, table);
        yield List.of();
      }
    };
  }

  private static boolean isWide(Figure figure) {
    return switch (figure) {
      case Lines lines -> false;
      case Bars bars -> bars.groups().size() * bars.series().size() > MOST_BARS_IN_HALF;
      case Raster raster -> true;
      case Heatmap heatmap -> HeatmapPlot.isWide(heatmap);
      case Table table -> table.header().size() > MOST_COLUMNS_IN_HALF;
    };
  }
}
