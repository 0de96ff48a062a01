package ranvier.scenarios.figure;

import java.util.List;

/** A part of a report. */
public record Section(String title, String text, List<Figure> figures) {
  /** Copies the list. */
  public Section {
    figures = List.copyOf(figures);
  }
}
