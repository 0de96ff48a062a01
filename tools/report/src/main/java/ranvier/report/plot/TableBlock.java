package ranvier.report.plot;

import java.util.List;
import java.util.regex.Pattern;
import ranvier.report.markup.Markup;
import ranvier.scenarios.figure.Figure.Table;

/** Rows of text; columns of numbers are set flush right. A table wider than the page scrolls inside itself. */
final class TableBlock {
  private static final Pattern NUMBER = Pattern.compile("[-−+±~≈<>≤≥]?\\s?[\\d.,]*\\d.{0,12}|[-–—−]|∞|n/a|NaN|");

  private TableBlock() {}

  static void write(Markup page, Table table) {
    page.open("div", "class", "scroll", "role", "region", "tabindex", "0", "aria-label", table.title());
    page.open("table", "class", "plain").open("thead").open("tr");
    for (int c = 0; c < table.header().size(); c++) {
      page.element("th", table.header().get(c), "scope", "col", "class", align(table, c));
    }
    page.close().close().open("tbody");
    for (List<String> row : table.rows()) {
      page.open("tr");
      for (int c = 0; c < row.size(); c++) {
        page.element("td", row.get(c), "class", align(table, c));
      }
      page.closeLine();
    }
    page.close().close().close();
  }

  private static String align(Table table, int column) {
    boolean any = false;
    for (List<String> row : table.rows()) {
      if (column < row.size()) {
        if (!NUMBER.matcher(row.get(column)).matches()) {
          return null;
        }
        any |= !row.get(column).isEmpty();
      }
    }
    return any ? "number" : null;
  }
}
