package ranvier.formats.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import ranvier.engine.network.Nearest;
import ranvier.engine.network.Paths;

/**
 * The keys of one mapping, read by type. A key that is unknown, missing or of the wrong type is noted in the findings;
 * reading then goes on with a stand-in, so that all mistakes are found at once.
 */
public final class Fields {
  private final String path;
  private final Map<String, Node> entries;
  private final Findings findings;
  private final boolean isRead;

  private Fields(String path, Map<String, Node> entries, Findings findings, boolean isRead) {
    this.path = path;
    this.entries = entries;
    this.findings = findings;
    this.isRead = isRead;
  }

  /**
   * The keys of a mapping; none, which is noted, if the node is something else.
   *
   * @param known the keys that may occur
   */
  public static Fields of(Node node, String path, Findings findings, String... known) {
    Fields fields = open(node, path, findings);
    List<String> valid = List.of(known);
    for (String key : fields.entries.keySet()) {
      if (!valid.contains(key)) {
        findings.add(Paths.at(path, key), "unknown key" + Nearest.suggestion(key, valid));
      }
    }
    return fields;
  }

  /** The keys of a mapping whose keys are chosen freely. */
  public static Fields open(Node node, String path, Findings findings) {
    if (node instanceof Node.Mapping mapping) {
      return new Fields(path, mapping.entries(), findings, true);
    }
    findings.add(path, "expected a mapping, found " + node.described());
    return new Fields(path, Map.of(), findings, false);
  }

  /** Whether there was a mapping; if not, whatever is missing has been noted as a whole. */
  public boolean isRead() {
    return isRead;
  }

  /** Where the mapping stands. */
  public String path() {
    return path;
  }

  /** Where a key stands. */
  public String path(String key) {
    return Paths.at(path, key);
  }

  /** All keys, in the order of the document. */
  public List<String> keys() {
    return List.copyOf(entries.keySet());
  }

  /** Whether a key is given, and not as null. */
  public boolean has(String key) {
    return entries.get(key) != null && !(entries.get(key) instanceof Node.Nothing);
  }

  /** The value of a key; null if it is not given. */
  public Node node(String key) {
    return has(key) ? entries.get(key) : null;
  }

  /** The value of a key that must be given; null, which is noted, if it is not. */
  public Node required(String key) {
    if (!has(key) && isRead) {
      findings.add(path(key), "is missing");
    }
    return node(key);
  }

  /** A mapping below a key; null if it is not given. */
  public Fields fields(String key, String... known) {
    return has(key) ? of(node(key), path(key), findings, known) : null;
  }

  /** A text that must be given; empty, which is noted, if it is not. */
  public String text(String key) {
    required(key);
    return text(key, "");
  }

  /** A text. */
  public String text(String key, String otherwise) {
    return has(key) ? text(node(key), path(key), findings, otherwise) : otherwise;
  }

  /** One of some words, as the element of an enumeration whose names are these words in capitals. */
  public <E extends Enum<E>> E choice(String key, Class<E> choices, E otherwise) {
    if (!has(key)) {
      return otherwise;
    }
    List<String> valid = Arrays.stream(choices.getEnumConstants()).map(Fields::word).toList();
    String word = text(key, null);
    if (word == null) {
      return otherwise;
    }
    if (!valid.contains(word)) {
      findings.add(path(key), "there is no " + Node.shortened(word) + " here" + Nearest.suggestion(word, valid));
      return otherwise;
    }
    return choices.getEnumConstants()[valid.indexOf(word)];
  }

  /** How an element of an enumeration is written. */
  public static String word(Enum<?> element) {
    return element.name().toLowerCase(Locale.ROOT);
  }

  /** True or false. */
  public boolean flag(String key, boolean otherwise) {
    if (!has(key)) {
      return otherwise;
    }
    if (node(key) instanceof Node.Flag f) {
      return f.value();
    }
    findings.add(path(key), "expected true or false, found " + node(key).described());
    return otherwise;
  }

  /** A number that must be given; 0, which is noted, if it is not. */
  public double number(String key) {
    required(key);
    return number(key, 0);
  }

  /** A number, perhaps infinite. */
  public double number(String key, double otherwise) {
    return has(key) ? number(node(key), path(key), findings, otherwise) : otherwise;
  }

  /** A whole number that must be given; 0, which is noted, if it is not. */
  public int integer(String key) {
    required(key);
    return (int) integer(key, 0, Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  /** A whole number of 64 bits. */
  public long integer(String key, long otherwise) {
    return integer(key, otherwise, Long.MIN_VALUE, Long.MAX_VALUE);
  }

  private long integer(String key, long otherwise, long least, long most) {
    if (!has(key)) {
      return otherwise;
    }
    if (node(key) instanceof Node.Numeral n && n.value() == Math.rint(n.value()) && !Double.isInfinite(n.value())) {
      OptionalLong whole = whole(n);
      if (whole.isPresent() && whole.getAsLong() >= least && whole.getAsLong() <= most) {
        return whole.getAsLong();
      }
      findings.add(path(key), "must lie in " + least + ".." + most + ", got " + Node.shortened(n.text()));
    } else {
      findings.add(path(key), "expected a whole number, found " + node(key).described());
    }
    return otherwise;
  }

  /** All digits of a whole number, where it is written without exponent and fraction; empty beyond 64 bits. */
  private static OptionalLong whole(Node.Numeral n) {
    try {
      return OptionalLong.of(Long.parseLong(n.text()));
    } catch (NumberFormatException e) {
      return Math.abs(n.value()) < 0x1p63 ? OptionalLong.of((long) n.value()) : OptionalLong.empty();
    }
  }

  /** A list of numbers; null if it is not given or, which is noted, something else. */
  public double[] numbers(String key) {
    return has(key) ? numbers(node(key), path(key), findings) : null;
  }

  /** A list of whole numbers; null if it is not given or, which is noted, something else. */
  public int[] integers(String key) {
    return has(key) ? integers(node(key), path(key), findings) : null;
  }

  /** The elements of a list; none if it is not given or, which is noted, something else. */
  public List<Node> list(String key) {
    return has(key) ? list(node(key), path(key), findings) : List.of();
  }

  /** A list of texts; null if it is not given or, which is noted, something else. */
  public List<String> texts(String key) {
    if (!has(key)) {
      return null;
    }
    if (!(node(key) instanceof Node.Sequence || node(key) instanceof Node.Numbers)) {
      findings.add(path(key), "expected a list, found " + node(key).described());
      return null;
    }
    List<String> texts = new ArrayList<>();
    List<Node> elements = list(key);
    for (int k = 0; k < elements.size(); k++) {
      texts.add(text(elements.get(k), Paths.at(path(key), k), findings, null));
    }
    return texts.contains(null) ? null : texts;
  }

  /** The elements of a list. */
  public static List<Node> list(Node node, String path, Findings findings) {
    return switch (node) {
      case Node.Sequence s -> s.elements();
      case Node.Numbers n -> {
        List<Node> elements = new ArrayList<>();
        for (double value : n.values()) {
          elements.add(new Node.Numeral(Double.toString(value), value));
        }
        yield elements;
      }
      default -> {
        findings.add(path, "expected a list, found " + node.described());
        yield List.of();
      }
    };
  }

  /** A list of numbers, none of them NaN; null, which is noted, if the node is something else. */
  public static double[] numbers(Node node, String path, Findings findings) {
    if (node instanceof Node.Numbers list) {
      for (int k = 0; k < list.values().length; k++) {
        if (Double.isNaN(list.values()[k])) {
          findings.add(Paths.at(path, k), "must be a number, found NaN");
          return null;
        }
      }
      return list.values();
    }
    if (!(node instanceof Node.Sequence s)) {
      findings.add(path, "expected a list of numbers, found " + node.described());
      return null;
    }
    double[] values = new double[s.elements().size()];
    for (int k = 0; k < values.length; k++) {
      values[k] = number(s.elements().get(k), Paths.at(path, k), findings, Double.NaN);
      if (Double.isNaN(values[k])) {
        return null;
      }
    }
    return values;
  }

  /** A list of whole numbers; null, which is noted, if the node is something else. */
  public static int[] integers(Node node, String path, Findings findings) {
    double[] numbers = numbers(node, path, findings);
    if (numbers == null) {
      return null;
    }
    int[] values = new int[numbers.length];
    for (int k = 0; k < values.length; k++) {
      values[k] = (int) numbers[k];
      if (values[k] != numbers[k]) {
        findings.add(Paths.at(path, k), "expected a whole number, found " + numbers[k]);
        return null;
      }
    }
    return values;
  }

  /** A number, perhaps infinite, which JSON can write as text only. */
  public static double number(Node node, String path, Findings findings, double otherwise) {
    double value = otherwise;
    switch (node) {
      case Node.Numeral n -> {
        if (Double.isNaN(n.value())) {
          findings.add(path, "must be a number, found NaN");
        } else {
          value = n.value();
        }
      }
      case Node.Text t when isInfinity(t.value()) ->
          value = t.value().startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
      default -> findings.add(path, "expected a number, found " + node.described());
    }
    return value;
  }

  /** Whether a text is one of the spellings of infinity. */
  public static boolean isInfinity(String text) {
    String unsigned = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
    return unsigned.equalsIgnoreCase("inf") || unsigned.equalsIgnoreCase("infinity");
  }

  private static String text(Node node, String path, Findings findings, String otherwise) {
    return switch (node) {
      case Node.Text t -> t.value();
      default -> {
        findings.add(path, "expected a text, found " + node.described()
            + (node instanceof Node.Numeral || node instanceof Node.Flag ? "; put it in quotes" : ""));
        yield otherwise;
      }
    };
  }
}
