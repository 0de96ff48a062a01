package ranvier.formats.internal;

import java.util.List;
import java.util.Map;

/** A value of a JSON or YAML document. Immutable. */
public sealed interface Node {
  /** Keys with their values, in the order of the document. */
  record Mapping(Map<String, Node> entries) implements Node {}

  /** A list, other than one of numbers only. */
  record Sequence(List<Node> elements) implements Node {}

  /** A list of numbers only, or an empty list. */
  record Numbers(double[] values) implements Node {}

  /** A number, with its spelling. */
  record Numeral(String text, double value) implements Node {}

  /** A piece of text. */
  record Text(String value) implements Node {}

  /** True or false, with its spelling. */
  record Flag(String text, boolean value) implements Node {}

  /** The absence of a value: null. */
  record Nothing() implements Node {}

  /** Says what this is, for messages: {@code the number 5}. */
  default String described() {
    return switch (this) {
      case Mapping m -> m.entries().isEmpty() ? "an empty mapping" : "a mapping with the key "
          + shortened(m.entries().keySet().iterator().next());
      case Sequence s -> "a list of " + s.elements().size();
      case Numbers n -> n.values().length == 0 ? "an empty list" : "a list of " + n.values().length;
      case Numeral n -> "the number " + shortened(n.text());
      case Text t -> "the text \"" + shortened(t.value()) + "\"";
      case Flag f -> f.text();
      case Nothing n -> "nothing";
    };
  }

  /** The text itself, or its beginning where it is long; control characters become question marks. */
  static String shortened(String text) {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < Math.min(40, text.length()); i++) {
      shown.append(Character.isISOControl(text.charAt(i)) ? '?' : text.charAt(i));
    }
    return text.length() > 40 ? shown + "..." : shown.toString();
  }
}
