package ranvier.formats.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ranvier.engine.network.InvalidNetworkException;
import ranvier.engine.network.Paths;
import ranvier.engine.network.Problem;

/**
 * Makes a tree from the events of a parser. Notes keys that are given twice; ends with the position of the event where
 * the document is too deep, too large or holds a number that is too large.
 */
final class TreeBuilder {
  /** Nesting of lists and mappings; a network needs 7. */
  static final int DEEPEST = 32;
  /** Values in a document, counted once for every use. */
  static final long MOST_VALUES = 40_000_000;

  private final String source;
  private final Findings findings;
  private final Deque<Frame> open = new ArrayDeque<>();
  private Node root;
  private long values;
  private int line;
  private int column;

  TreeBuilder(String source, Findings findings) {
    this.source = source;
    this.findings = findings;
  }

  /** Where the next event stands, counted from 1. */
  void at(int line, int column) {
    this.line = line;
    this.column = column;
  }

  /** An exception that names the present position. */
  InvalidNetworkException wrong(String message) {
    return new InvalidNetworkException(
        List.of(new Problem(source, "line " + line + ", column " + column + ": " + message)));
  }

  void beginMapping() {
    begin(new Frame(true, nextPath()));
  }

  void beginSequence() {
    begin(new Frame(false, nextPath()));
  }

  /** Whether a key must come next, or the end of a mapping. */
  boolean expectsKey() {
    return !open.isEmpty() && open.peek().isMapping && open.peek().key == null;
  }

  void key(String key) {
    open.peek().key = key;
    open.peek().keyLine = line;
  }

  /** Ends the mapping or list that was begun last, and gives it. */
  Node end() {
    Node node = open.pop().node();
    add(node);
    return node;
  }

  /** Adds a value that counts as {@code count} values. */
  void value(Node node, long count) {
    values += count;
    if (values > MOST_VALUES) {
      throw wrong("the document holds more than " + MOST_VALUES + " values");
    }
    add(node);
  }

  /** The number of a decimal spelling that the parser has checked. */
  Node.Numeral number(String text) {
    double value = Double.parseDouble(text);
    if (Double.isInfinite(value)) {
      throw wrong("the number " + Node.shortened(text) + " is too large");
    }
    return new Node.Numeral(text, value);
  }

  /** The finished document; null if there was none. */
  Node root() {
    return root;
  }

  private void begin(Frame frame) {
    if (open.size() == DEEPEST) {
      throw wrong("lists and mappings are nested more than " + DEEPEST + " deep");
    }
    open.push(frame);
  }

  private String nextPath() {
    Frame parent = open.peek();
    if (parent == null) {
      return "";
    }
    return parent.isMapping ? Paths.at(parent.path, parent.key) : Paths.at(parent.path, parent.size());
  }

  private void add(Node node) {
    Frame parent = open.peek();
    if (parent == null) {
      root = node;
    } else if (!parent.isMapping) {
      parent.element(node);
    } else {
      Integer earlier = parent.lines.putIfAbsent(parent.key, parent.keyLine);
      if (earlier == null) {
        parent.entries.put(parent.key, node);
      } else {
        findings.add(Paths.at(parent.path, parent.key), "is given twice, in "
            + (earlier == parent.keyLine ? "line " + earlier : "lines " + earlier + " and " + parent.keyLine));
      }
      parent.key = null;
    }
  }

  /** A mapping or list under construction. */
  private static final class Frame {
    private final boolean isMapping;
    private final String path;
    private final Map<String, Node> entries = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private String key;
    private int keyLine;
    private double[] numbers = new double[8];
    private int count;
    private List<Node> elements;

    Frame(boolean isMapping, String path) {
      this.isMapping = isMapping;
      this.path = path;
    }

    int size() {
      return elements == null ? count : elements.size();
    }

    void element(Node node) {
      if (elements == null && node instanceof Node.Numeral n) {
        if (count == numbers.length) {
          numbers = Arrays.copyOf(numbers, 2 * count);
        }
        numbers[count++] = n.value();
        return;
      }
      if (elements == null) {
        elements = new ArrayList<>();
        for (int k = 0; k < count; k++) {
          elements.add(new Node.Numeral(Double.toString(numbers[k]), numbers[k]));
        }
      }
      elements.add(node);
    }

    Node node() {
      if (isMapping) {
        return new Node.Mapping(Collections.unmodifiableMap(entries));
      }
      return elements == null ? new Node.Numbers(Arrays.copyOf(numbers, count)) : new Node.Sequence(elements);
    }
  }
}
