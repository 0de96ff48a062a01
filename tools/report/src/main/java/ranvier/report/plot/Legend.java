package ranvier.report.plot;

import java.util.List;
import ranvier.report.markup.Markup;

/** Says which series is drawn how: by colour and by shape. */
final class Legend {
  private Legend() {}

  /**
   * Writes it above a plot. Entry i has the class {@code k<i>}, like the drawing of series i.
   *
   * @param colours class of each
   * @param shapes class of each
   */
  static void write(Markup page, List<String> names, List<String> colours, List<String> shapes) {
    page.open("ul", "class", "legend");
    for (int i = 0; i < names.size(); i++) {
      page.open("li", "class", "k" + i);
      page.open("span", "class", "key " + shapes.get(i) + " " + colours.get(i), "aria-hidden", "true").close();
      page.text(names.get(i)).close();
    }
    page.closeLine();
  }
}
