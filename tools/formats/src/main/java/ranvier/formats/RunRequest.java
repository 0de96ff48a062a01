package ranvier.formats;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ranvier.scenarios.RunSettings;

/**
 * What a run was asked to do, as {@code run.json}: all that is needed to do it again. Keys: {@code version, scenario}
 * (null if a file was run), {@code network} (name of the network file beside it, null if a scenario was run),
 * {@code durationMs, transientMs, dtMs, timing, kernel, precision, threads, seed, scale, record} (null: all),
 * {@code compareGrid, parameters}.
 *
 * @param version of Ranvier that ran
 * @param scenario its name; null if a network file was run
 * @param network name of the network file in the same folder; null if a scenario was run
 * @param parameters of the scenario
 */
public record RunRequest(String version, String scenario, String network, RunSettings settings,
    Map<String, String> parameters) {
  /** Name of the file in a run's folder. */
  public static final String FILE = "run.json";

  /**
   * Writes the file.
   *
   * @throws IOException if it cannot be written; there is no half file then
   */
  public void write(Path target) throws IOException {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("version", version).put("scenario", scenario).put("network", network);
    root.put("durationMs", settings.durationMs()).put("transientMs", settings.transientMs());
    root.put("dtMs", settings.dtMs()).put("timing", settings.timing()).put("kernel", settings.kernel());
    root.put("precision", settings.singlePrecision() ? "single" : "double").put("threads", settings.threads());
    root.put("seed", settings.seed()).put("scale", settings.scale());
    if (settings.record() == null) {
      root.putNull("record");
    } else {
      settings.record().forEach(root.putArray("record")::add);
    }
    root.put("compareGrid", settings.compareGrid());
    ObjectNode set = root.putObject("parameters");
    parameters.forEach(set::put);
    String text = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(root);
    AtomicFile.write(target, path -> Files.writeString(path, text + "\n"));
  }

  /**
   * Reads the file.
   *
   * @throws IOException if it cannot be read or is not such a file, naming file and key
   */
  public static RunRequest read(Path file) throws IOException {
    JsonNode root;
    try {
      root = new ObjectMapper().readTree(Files.readString(file));
    } catch (JsonProcessingException damaged) {
      throw new IOException(file + " is not JSON: " + damaged.getOriginalMessage(), damaged);
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    required(root, file, "parameters").properties().forEach(e -> parameters.put(e.getKey(), e.getValue().asText()));
    List<String> record = root.path("record").isArray() ? new ArrayList<>() : null;
    root.path("record").forEach(name -> record.add(name.asText()));
    RunSettings settings = new RunSettings(required(root, file, "durationMs").asDouble(),
        required(root, file, "transientMs").asDouble(), required(root, file, "dtMs").asDouble(),
        required(root, file, "timing").asText(), required(root, file, "precision").asText().equals("single"),
        required(root, file, "threads").asInt(), required(root, file, "seed").asLong(),
        required(root, file, "scale").asDouble(), record, required(root, file, "kernel").asText(),
        root.path("compareGrid").asBoolean());
    return new RunRequest(required(root, file, "version").asText(), text(root, "scenario"), text(root, "network"),
        settings, parameters);
  }

  private static String text(JsonNode root, String key) {
    return root.path(key).isTextual() ? root.path(key).asText() : null;
  }

  private static JsonNode required(JsonNode root, Path file, String key) throws IOException {
    JsonNode value = root.path(key);
    if (value.isMissingNode() || value.isNull()) {
      throw new IOException(file + " says nothing of " + key + "; it is damaged or from another version");
    }
    return value;
  }
}
