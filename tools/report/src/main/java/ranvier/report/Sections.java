package ranvier.report;

import java.util.List;
import ranvier.report.markup.Markup;
import ranvier.report.plot.FigureWriter;
import ranvier.report.plot.Palette;
import ranvier.scenarios.figure.Section;

/** The sections that the scenario wrote, with their figures. */
final class Sections {
  private Sections() {}

  static void write(Markup page, List<Section> sections, Palette palette) {
    FigureWriter figures = new FigureWriter(page, palette);
    for (int i = 0; i < sections.size(); i++) {
      Section section = sections.get(i);
      page.open("section", "id", anchor(i)).element("h2", section.title());
      for (String paragraph : section.text().split("\\R\\s*\\R", -1)) {
        if (!paragraph.isBlank()) {
          page.element("p", paragraph.strip());
        }
      }
      page.open("div", "class", "figures");
      section.figures().forEach(figures::write);
      page.close().closeLine();
    }
  }

  /** Where section i begins. */
  static String anchor(int i) {
    return "section-" + (i + 1);
  }
}
