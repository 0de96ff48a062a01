package ranvier.formats;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import ranvier.scenarios.result.Check;
import ranvier.scenarios.result.PopulationResult;
import ranvier.scenarios.result.RunResult;

/**
 * The result of a run as {@code summary.json}, which other programs read. Keys: {@code scenario, version, seed, timing,
 * precision, dtMs, threads, transientMs, biologicalMs, complete, buildSeconds, simulationSeconds, realTimeFactor,
 * neurons, synapses, synapseBytes, peakRssBytes, spikes, synapticEvents, spikeHash, populations} [{{@code name, size,
 * rateHz, rateStdHz, cvIsi, silentFraction, synchrony}}], {@code checks} [{{@code name, expected, tolerance, actual,
 * holds, source}}], {@code metrics, jvm, machine}. A number that is not finite is null.
 */
public final class Summary {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private Summary() {}

  /**
   * Writes the summary.
   *
   * @throws IOException if the file cannot be written; there is no half file then
   */
  public static void write(RunResult result, Path target) throws IOException {
    String text = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(of(result));
    AtomicFile.write(target, path -> Files.writeString(path, text + "\n"));
  }

  /** The summary as a tree. */
  public static ObjectNode of(RunResult r) {
    ObjectNode root = JSON.objectNode();
    root.put("scenario", r.scenario()).put("version", r.version()).put("seed", r.seed()).put("timing", r.timing());
    root.put("precision", r.precision()).set("dtMs", number(r.dtMs()));
    root.put("threads", r.threads()).set("transientMs", number(r.transientMs()));
    root.set("biologicalMs", number(r.biologicalMs()));
    root.put("complete", r.complete()).set("buildSeconds", number(r.buildSeconds()));
    root.set("simulationSeconds", number(r.simulationSeconds()));
    root.set("realTimeFactor", number(r.realTimeFactor()));
    root.put("neurons", r.neurons()).put("synapses", r.synapses()).put("synapseBytes", r.synapseBytes());
    root.put("peakRssBytes", r.peakRssBytes()).put("spikes", r.spikes()).put("synapticEvents", r.synapticEvents());
    root.put("spikeHash", r.spikeHash());
    ArrayNode populations = root.putArray("populations");
    for (PopulationResult p : r.populations()) {
      ObjectNode node = populations.addObject().put("name", p.name()).put("size", p.size());
      node.set("rateHz", number(p.rateHz()));
      node.set("rateStdHz", number(p.rateStdHz()));
      node.set("cvIsi", number(p.cvIsi()));
      node.set("silentFraction", number(p.silentFraction()));
      node.set("synchrony", number(p.synchrony()));
    }
    ArrayNode checks = root.putArray("checks");
    for (Check c : r.checks()) {
      ObjectNode node = checks.addObject().put("name", c.name());
      node.set("expected", number(c.expected()));
      node.set("tolerance", number(c.tolerance()));
      node.set("actual", number(c.actual()));
      node.put("holds", c.holds()).put("source", c.source());
    }
    root.set("metrics", value(r.metrics()));
    root.set("jvm", value(Machine.jvm()));
    root.set("machine", value(Machine.machine()));
    return root;
  }

  private static JsonNode number(double value) {
    return Double.isFinite(value) ? JSON.numberNode(value) : JSON.nullNode();
  }

  /** Any value of a metric: numbers, words, truth values, lists, arrays, maps and records' texts. */
  private static JsonNode value(Object value) {
    return switch (value) {
      case null -> JSON.nullNode();
      case Double d -> number(d);
      case Float f -> Float.isFinite(f) ? JSON.numberNode(f) : JSON.nullNode();
      case Integer i -> JSON.numberNode(i);
      case Long l -> JSON.numberNode(l);
      case Boolean b -> JSON.booleanNode(b);
      case Map<?, ?> map -> {
        ObjectNode node = JSON.objectNode();
        map.forEach((key, v) -> node.set(String.valueOf(key), value(v)));
        yield node;
      }
      case Collection<?> list -> {
        ArrayNode node = JSON.arrayNode();
        list.forEach(v -> node.add(value(v)));
        yield node;
      }
      case Object array when array.getClass().isArray() -> {
        ArrayNode node = JSON.arrayNode();
        for (int k = 0; k < Array.getLength(array); k++) {
          node.add(value(Array.get(array, k)));
        }
        yield node;
      }
      default -> JSON.textNode(value.toString());
    };
  }
}
