package ranvier.report;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ranvier.report.markup.Markup;
import ranvier.report.markup.Numerals;

/** Further numbers by name, in alphabetical order; what is nested is named by its path. */
final class MetricsTable {
  private static final int MOST_ELEMENTS = 40;

  private MetricsTable() {}

  static void write(Markup page, Map<String, Object> metrics) {
    if (metrics.isEmpty()) {
      return;
    }
    Map<String, String> lines = new TreeMap<>();
    metrics.forEach((name, value) -> collect(name, value, lines));
    page.open("section", "id", "metrics").element("h2", "Metrics");
    page.open("dl", "class", "card metrics");
    lines.forEach((name, value) -> page.open("div").element("dt", name).element("dd", value).closeLine());
    page.close().closeLine();
  }

  private static void collect(String name, Object value, Map<String, String> lines) {
    if (value instanceof Map<?, ?> nested) {
      nested.forEach((key, inner) -> collect(name + "." + key, inner, lines));
    } else {
      lines.put(name, words(value));
    }
  }

  private static String words(Object value) {
    return switch (value) {
      case null -> Numerals.NONE;
      case Double number -> Numerals.significant(number, 5);
      case Float number -> Numerals.significant(number, 5);
      case Number whole when whole instanceof Integer || whole instanceof Long || whole instanceof Short ->
          Numerals.count(whole.longValue());
      case Iterable<?> elements -> {
        List<Object> all = new ArrayList<>();
        elements.forEach(all::add);
        yield join(all);
      }
      case Object array when array.getClass().isArray() -> {
        List<Object> all = new ArrayList<>();
        for (int i = 0; i < Array.getLength(array); i++) {
          all.add(Array.get(array, i));
        }
        yield join(all);
      }
      default -> value.toString();
    };
  }

  private static String join(List<Object> elements) {
    List<String> words = elements.stream().limit(MOST_ELEMENTS).map(MetricsTable::words).toList();
    int left = elements.size() - words.size();
    return String.join("; ", words) + (left > 0 ? "; and " + Numerals.count(left) + " more" : "");
  }
}
