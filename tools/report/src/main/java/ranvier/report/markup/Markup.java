package ranvier.report.markup;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Writes HTML with inline SVG that is well-formed XML as well. Everything passed as text or attribute value is escaped;
 * only {@link #trusted} is not. Attributes are alternating names and values; an attribute whose value is null is left
 * out. Not thread-safe.
 */
public final class Markup {
  /** What HTML allows to be written as an empty-element tag: its void elements, and anything of SVG. */
  private static final Set<String> LEAVES =
      Set.of("meta", "br", "path", "rect", "line", "circle", "image", "stop", "use");

  private final StringBuilder out = new StringBuilder(1 << 16);
  private final Deque<String> openElements = new ArrayDeque<>();
  private int ids;

  /** Starts an element. */
  public Markup open(String tag, String... attributes) {
    startTag(tag, attributes);
    out.append('>');
    openElements.push(tag);
    return this;
  }

  /** Ends the innermost open element. */
  public Markup close() {
    out.append("</").append(openElements.pop()).append('>');
    return this;
  }

  /** Ends the innermost open element and starts a new line of the source. */
  public Markup closeLine() {
    close();
    out.append('\n');
    return this;
  }

  /** A whole element that holds text only. */
  public Markup element(String tag, String text, String... attributes) {
    return open(tag, attributes).text(text).close();
  }

  /**
   * An element without content.
   *
   * @throws IllegalArgumentException if HTML would read such a tag as the start of an element
   */
  public Markup leaf(String tag, String... attributes) {
    if (!LEAVES.contains(tag)) {
      throw new IllegalArgumentException("<" + tag + "/> starts an element in HTML; open and close it");
    }
    startTag(tag, attributes);
    out.append("/>");
    return this;
  }

  /** Text. */
  public Markup text(String text) {
    escape(text);
    return this;
  }

  /** Markup or style that is known to be well-formed and does not come from data. */
  public Markup trusted(String markup) {
    out.append(markup);
    return this;
  }

  /** An identifier that no other element of the page has. */
  public String newId(String prefix) {
    return prefix + ++ids;
  }

  /**
   * What was written.
   *
   * @throws IllegalStateException if an element is still open
   */
  public String finish() {
    if (!openElements.isEmpty()) {
      throw new IllegalStateException("elements still open: " + openElements);
    }
    return out.toString();
  }

  private void startTag(String tag, String... attributes) {
    out.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      if (attributes[i + 1] != null) {
        out.append(' ').append(attributes[i]).append("=\"");
        escape(attributes[i + 1]);
        out.append('"');
      }
    }
  }

  private void escape(String text) {
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.appendCodePoint(isXml(c) ? c : 0xFFFD);
      }
    }
  }

  /** Whether XML 1.0 has the character: no control characters, no unpaired surrogates, no non-characters. */
  private static boolean isXml(int c) {
    return c == '\t' || c == '\n' || c == '\r'
        || (c >= 0x20 && c < 0x7F)
        || (c >= 0xA0 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || (c >= 0x10000 && (c & 0xFFFE) != 0xFFFE);
  }
}
