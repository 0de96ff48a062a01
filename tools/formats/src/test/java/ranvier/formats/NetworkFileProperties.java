package ranvier.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import ranvier.engine.network.InvalidNetworkException;
import ranvier.engine.network.Structure;

class NetworkFileProperties {
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(NetworkFile.schema());

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  /** What a mutation may put in: pieces that mean something, and pieces that mean nothing. */
  private static final List<String> PIECES = List.of("{", "}", "[", "]", ":", ": ", ",", "\"", "'", "-", "- ", "\n",
      "\n  ", "#", "&a ", "*a", "!!float ", "? ", "| ", "---\n", "<<: ", "null", "true", "NaN", ".nan", "inf", "1e999",
      "-1", "0", "1.5", "99999999999", "\u0000", "\u0007", "\uFFFE", "\uD83E", "populations", "size: 3",
      "[[[[[[[[[[[[[[[[",
      "{a: {a: {a: {a: {a: {a: {a: {a: ", "\t", "\"name\": 1,", "normal", "redraw", "\\u00");

  @Provide
  Arbitrary<NetworkFile> files() {
    return Networks.files();
  }

  @Property(tries = 300)
  void randomNetworksAreSound(@ForAll("files") NetworkFile file) {
    assertEquals(List.of(), Structure.problems(file.network()));
  }

  @Property(tries = 500)
  void yamlReadsBackEqual(@ForAll("files") NetworkFile file) {
    assertEquals(file, NetworkFile.parse(file.yaml(), "x.yaml", (n, r, p) -> List.of()));
  }

  @Property(tries = 500)
  void jsonReadsBackEqual(@ForAll("files") NetworkFile file) {
    assertEquals(file, NetworkFile.parse(file.json(), "x.json", (n, r, p) -> List.of()));
  }

  @Property(tries = 300)
  void whatIsWrittenMeetsTheSchema(@ForAll("files") NetworkFile file) {
    assertEquals(Set.of(), schemaProblems(file.json()));
  }

  @Property(tries = 300)
  void aTruncatedFileIsANetworkOrInvalid(@ForAll("files") NetworkFile file, @ForAll Random random,
      @ForAll boolean json) {
    String text = json ? file.json() : file.yaml();
    readsOrTells(text.substring(0, random.nextInt(text.length())), json);
  }

  @Property(tries = 1000)
  void aMutatedFileIsANetworkOrInvalid(@ForAll("files") NetworkFile file, @ForAll Random random,
      @ForAll boolean json) {
    readsOrTells(mutated(json ? file.json() : file.yaml(), random), json);
  }

  /** The other way round does not hold: rules between keys are beyond the schema. */
  @Property(tries = 1000)
  void whatTheReaderTakesMeetsTheSchema(@ForAll("files") NetworkFile file, @ForAll Random random) {
    String text = mutated(file.json(), random);
    tells(() -> {
      NetworkFile read = NetworkFile.parse(text, "x.json", (n, r, p) -> List.of());
      assertEquals(Set.of(), schemaProblems(text), text);
      return read;
    });
  }

  @Property(tries = 1000)
  void aMutatedExampleIsANetworkOrInvalid(@ForAll Random random) {
    readsOrTells(mutated(NetworkFileTest.example(), random), false);
  }

  @Property(tries = 300)
  void aFileOfMutatedBytesIsANetworkOrInvalid(@ForAll("files") NetworkFile file, @ForAll Random random)
      throws IOException {
    byte[] bytes = file.yaml().getBytes(StandardCharsets.UTF_8);
    for (int k = 0; k < 3; k++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    Path path = Files.createTempFile("network", ".yaml");
    try {
      Files.write(path, bytes);
      tells(() -> NetworkFile.read(path));
    } finally {
      Files.delete(path);
    }
  }

  private static Set<ValidationMessage> schemaProblems(String json) {
    try {
      return SCHEMA.validate(JSON.readTree(json));
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON: " + json, e);
    }
  }

  private static String mutated(String text, Random random) {
    StringBuilder mutated = new StringBuilder(text);
    for (int k = 1 + random.nextInt(4); k > 0; k--) {
      int at = random.nextInt(mutated.length() + 1);
      int end = Math.min(mutated.length(), at + random.nextInt(12));
      switch (random.nextInt(4)) {
        case 0 -> mutated.delete(at, end);
        case 1 -> mutated.insert(at, PIECES.get(random.nextInt(PIECES.size())));
        case 2 -> mutated.replace(at, end, PIECES.get(random.nextInt(PIECES.size())));
        default -> mutated.insert(random.nextInt(mutated.length() + 1), mutated.substring(at, end));
      }
    }
    return mutated.toString();
  }

  private static void readsOrTells(String text, boolean json) {
    tells(() -> NetworkFile.parse(text, json ? "x.json" : "x.yaml", (n, r, p) -> List.of()));
  }

  /** Any other exception fails the property. */
  private static void tells(Supplier<NetworkFile> reading) {
    try {
      assertEquals(List.of(), Structure.problems(reading.get().network()));
    } catch (InvalidNetworkException e) {
      assertFalse(e.problems().isEmpty());
      assertTrue(e.problems().stream().noneMatch(p -> p.message().isBlank()));
    }
  }
}
