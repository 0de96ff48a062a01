package ranvier.report.plot;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives names their colours, as classes of the style sheet: {@code c0} to {@code c7} and, for names that are not
 * populations, {@code n0} (accent) and {@code n1} (neutral) first. A population has one colour on the whole page; other
 * names get theirs within a figure, in order. The colours differ for the colour-blind as well, and stand out from the
 * page in both themes; tests of the style sheet hold them to it.
 */
public final class Palette {
  /** Number of colours before they are repeated, with dotted lines. */
  static final int COLOURS = 8;

  private static final String CONDITION = ", ";

  private final Map<String, Integer> populations = new LinkedHashMap<>();

  /** A palette for the populations of a run, in their order. */
  public Palette(List<String> populations) {
    populations.forEach(name -> this.populations.putIfAbsent(name, this.populations.size()));
  }

  /** The class of a population's colour, also where a condition follows ("E, exact"); null if it is no population. */
  public String population(String name) {
    Integer index = populations.get(name);
    if (index == null && name.contains(CONDITION)) {
      index = populations.get(name.substring(0, name.indexOf(CONDITION)));
    }
    return index == null ? null : colour(index);
  }

  /** The classes of the colours of the names of one figure, in their order. */
  List<String> forFigure(List<String> names) {
    boolean mixed = names.stream().anyMatch(name -> population(name) != null);
    Map<String, Integer> others = new LinkedHashMap<>();
    return names.stream().map(name -> {
      String population = population(name);
      if (population != null) {
        return population;
      }
      int index = others.computeIfAbsent(name, n -> others.size() + (mixed ? 1 : 0));
      return index < 2 ? "n" + index : colour(index - 2 + populations.size());
    }).toList();
  }

  private static String colour(int index) {
    return "c" + index % COLOURS + (index / COLOURS % 2 == 1 ? " again" : "");
  }
}
