package ranvier.formats.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Feeds a {@link TreeBuilder} with a JSON document. */
final class JsonTree {
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  private JsonTree() {}

  static void read(String text, TreeBuilder tree) {
    try (JsonParser parser = JSON.createParser(text)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        JsonLocation location = parser.currentTokenLocation();
        tree.at(location.getLineNr(), location.getColumnNr());
        if (tree.root() != null) {
          throw tree.wrong("there is something behind the end of the document");
        }
        event(parser, token, tree);
      }
    } catch (JsonProcessingException e) {
      if (e.getLocation() != null) {
        tree.at(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
      }
      throw tree.wrong("not JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory failed", e);
    }
  }

  private static void event(JsonParser parser, JsonToken token, TreeBuilder tree) throws IOException {
    switch (token) {
      case START_OBJECT -> tree.beginMapping();
      case START_ARRAY -> tree.beginSequence();
      case END_OBJECT, END_ARRAY -> tree.end();
      case FIELD_NAME -> tree.key(parser.currentName());
      case VALUE_STRING -> tree.value(new Node.Text(parser.getText()), 1);
      case VALUE_NUMBER_INT -> tree.value(tree.number(parser.getText()), 1);
      case VALUE_NUMBER_FLOAT -> tree.value(parser.isNaN()
          ? new Node.Numeral(parser.getText(), parser.getDoubleValue()) : tree.number(parser.getText()), 1);
      case VALUE_TRUE -> tree.value(new Node.Flag("true", true), 1);
      case VALUE_FALSE -> tree.value(new Node.Flag("false", false), 1);
      case VALUE_NULL -> tree.value(new Node.Nothing(), 1);
      case NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT -> throw new IllegalStateException("not a token of a text: " + token);
    }
  }
}
