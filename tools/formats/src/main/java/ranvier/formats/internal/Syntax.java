package ranvier.formats.internal;

import java.util.Locale;

/** How a document is written. */
public enum Syntax {
  /** RFC 8259, and also NaN and Infinity. */
  JSON,
  /** YAML, one document. */
  YAML;

  /** The syntax that the end of a file's name tells; where it tells none, JSON is what begins with a brace. */
  public static Syntax of(String fileName, String text) {
    String name = fileName.toLowerCase(Locale.ROOT);
    if (name.endsWith(".json")) {
      return JSON;
    }
    if (name.endsWith(".yaml") || name.endsWith(".yml")) {
      return YAML;
    }
    return text.stripLeading().startsWith("{") ? JSON : YAML;
  }
}
