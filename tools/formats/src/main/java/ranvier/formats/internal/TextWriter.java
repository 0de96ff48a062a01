package ranvier.formats.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;

/** Writes maps, lists, texts, numbers and booleans so that {@link Document} reads the same. */
public final class TextWriter {
  private static final int WIDTH = 100;
  private static final ObjectMapper JSON = new ObjectMapper();

  private TextWriter() {}

  /** A JSON document; infinite numbers become texts. */
  public static String json(Map<String, ?> document) {
    try {
      return JSON.writer(new DefaultPrettyPrinter()).writeValueAsString(document) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a document: " + e.getOriginalMessage(), e);
    }
  }

  /** A YAML document; lists and mappings without further ones in them stand in one line. */
  public static String yaml(Map<String, ?> document) {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.AUTO);
    options.setWidth(WIDTH);
    options.setSplitLines(false);
    return new Yaml(new Quoting(options), options).dump(document);
  }

  /** Quotes texts that would be read as something else. */
  private static final class Quoting extends Representer {
    Quoting(DumperOptions options) {
      super(options);
    }

    @Override
    protected Node representScalar(Tag tag, String value, DumperOptions.ScalarStyle style) {
      boolean misread = Tag.STR.equals(tag) && !YamlTree.isPlainText(value);
      return super.representScalar(tag, value, misread ? DumperOptions.ScalarStyle.DOUBLE_QUOTED : style);
    }
  }
}
