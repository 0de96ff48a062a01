package ranvier.formats.internal;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * Feeds a {@link TreeBuilder} with a YAML document. Plain scalars are read by the core schema of YAML 1.2: numbers are
 * decimal ({@code 010} is ten, {@code 1e3} a thousand), {@code yes} and {@code on} are text. Anchors and aliases work,
 * merge keys and tags do not.
 */
final class YamlTree {
  private static final Pattern DECIMAL = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
  private static final Pattern INFINITY = Pattern.compile("[-+]?\\.(inf|Inf|INF)");

  private final TreeBuilder tree;
  private final Map<String, Anchored> anchors = new HashMap<>();
  private final Deque<Opened> open = new ArrayDeque<>();
  private int documents;
  private long values;

  private YamlTree(TreeBuilder tree) {
    this.tree = tree;
  }

  static void read(String text, TreeBuilder tree) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    YamlTree events = new YamlTree(tree);
    try {
      for (Event event : new Yaml(options).parse(new StringReader(text))) {
        events.accept(event);
      }
    } catch (MarkedYAMLException e) {
      events.at(e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark());
      throw tree.wrong("not YAML: " + (e.getContext() == null ? "" : e.getContext() + ", ") + e.getProblem());
    } catch (ReaderException e) {
      throw tree.wrong(String.format(Locale.ROOT, "not YAML: the character U+%04X at offset %d may not stand in a text",
          e.getCodePoint(), e.getPosition()));
    } catch (YAMLException e) {
      throw tree.wrong("not YAML: " + e.getMessage());
    }
  }

  private void accept(Event event) {
    at(event.getStartMark());
    switch (event) {
      case DocumentStartEvent start -> {
        if (++documents > 1) {
          throw tree.wrong("there is a second document; a file holds one");
        }
      }
      case CollectionStartEvent start -> {
        if (tree.expectsKey()) {
          throw tree.wrong("a key must be a name, not a list or mapping");
        }
        noTag(start.getTag());
        open.push(new Opened(start.getAnchor(), values));
        if (start instanceof MappingStartEvent) {
          tree.beginMapping();
        } else {
          tree.beginSequence();
        }
      }
      case MappingEndEvent end -> endCollection();
      case SequenceEndEvent end -> endCollection();
      case AliasEvent alias -> alias(alias.getAnchor());
      case ScalarEvent scalar -> scalar(scalar);
      default -> { }
    }
  }

  private void endCollection() {
    Node node = tree.end();
    Opened opened = open.pop();
    if (opened.anchor() != null) {
      anchors.put(opened.anchor(), new Anchored(node, values - opened.valuesBefore()));
    }
  }

  private void alias(String name) {
    Anchored anchored = anchors.get(name);
    if (tree.expectsKey()) {
      throw tree.wrong("a key must be a name, not an alias");
    }
    if (anchored == null) {
      throw tree.wrong("there is no anchor &" + Node.shortened(name) + " before this alias");
    }
    add(anchored.node(), anchored.values());
  }

  private void scalar(ScalarEvent scalar) {
    noTag(scalar.getTag());
    if (tree.expectsKey()) {
      tree.key(scalar.getValue());
      return;
    }
    Node node = scalar.isPlain() ? plain(scalar.getValue()) : new Node.Text(scalar.getValue());
    add(node, 1);
    if (scalar.getAnchor() != null) {
      anchors.put(scalar.getAnchor(), new Anchored(node, 1));
    }
  }

  private void add(Node node, long count) {
    values += count;
    tree.value(node, count);
  }

  /** Whether a plain scalar would be read as that text. */
  static boolean isPlainText(String text) {
    return switch (text) {
      case "", "~", "null", "Null", "NULL", "true", "True", "TRUE", "false", "False", "FALSE",
          ".nan", ".NaN", ".NAN" -> false;
      default -> !DECIMAL.matcher(text).matches() && !INFINITY.matcher(text).matches();
    };
  }

  private Node plain(String text) {
    return switch (text) {
      case "", "~", "null", "Null", "NULL" -> new Node.Nothing();
      case "true", "True", "TRUE" -> new Node.Flag(text, true);
      case "false", "False", "FALSE" -> new Node.Flag(text, false);
      case ".nan", ".NaN", ".NAN" -> new Node.Numeral(text, Double.NaN);
      default -> {
        if (DECIMAL.matcher(text).matches()) {
          yield tree.number(text);
        }
        if (INFINITY.matcher(text).matches()) {
          yield new Node.Numeral(text, text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
        }
        yield new Node.Text(text);
      }
    };
  }

  private void noTag(String tag) {
    if (tag != null) {
      throw tree.wrong("tags such as " + Node.shortened(tag) + " are not supported");
    }
  }

  private void at(Mark mark) {
    if (mark != null) {
      tree.at(mark.getLine() + 1, mark.getColumn() + 1);
    }
  }

  private record Opened(String anchor, long valuesBefore) {}

  private record Anchored(Node node, long values) {}
}
