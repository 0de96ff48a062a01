package ranvier.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Measures models as asked, peers in turn with ours, and writes what came out. */
public final class Bench {
  /** The program that is ours, in a series. */
  public static final String OURS = "ranvier";

  /**
   * How to measure.
   *
   * @param durationMs biological time of each run; 0: the model's own
   * @param threads numbers of workers, each measured
   */
  public record Options(int runs, double durationMs, boolean single, List<Integer> threads, long seed,
      List<Peer> peers) {}

  private final Options options;
  private final Consumer<String> progress;
  private final BooleanSupplier stop;

  /**
   * A bench.
   *
   * @param progress is told of each run as it starts
   * @param stop asked after each run: whether to be content with those there are
   */
  public Bench(Options options, Consumer<String> progress, BooleanSupplier stop) {
    this.options = options;
    this.progress = progress;
    this.stop = stop;
  }

  /** Something that is run again and again. */
  private record Entry(String model, String program, int threads, Attempt attempt, List<Measurement> runs) {
    String what() {
      return program.equals(OURS) ? program + ", " + threads + (threads == 1 ? " thread" : " threads") : program;
    }
  }

  /** One run. */
  private interface Attempt {
    Measurement run() throws InterruptedException;
  }

  /**
   * Measures one model: for each number of threads, the model that it is compared with as well, and for each
   * peer that has the model. Runs alternate, so that what slows the machine for a while slows all.
   *
   * @return ours first; without what has no run, if stopped
   * @throws BenchException if a run fails
   */
  public List<Series> measure(Model model) throws InterruptedException {
    double milliseconds = options.durationMs() > 0 ? options.durationMs() : model.durationMs();
    List<Entry> entries = entries(model, milliseconds);
    for (int run = 1; run <= options.runs() && !stop.getAsBoolean(); run++) {
      for (Entry e : entries) {
        progress.accept(model.name() + ", run " + run + " of " + options.runs() + ": " + e.what());
        try {
          e.runs().add(e.attempt().run());
        } catch (BenchException failed) {
          if (!stop.getAsBoolean()) {
            throw failed;
          }
        }
        if (stop.getAsBoolean()) {
          break;
        }
      }
    }
    return entries.stream().filter(e -> !e.runs().isEmpty())
        .sorted(Comparator.comparing(e -> !e.program().equals(OURS))).map(e -> new Series(e.model(), e.program(),
        options.single() && e.threads() > 0 ? "single" : "double", Math.max(1, e.threads()), milliseconds, e.runs()))
        .toList();
  }

  private List<Entry> entries(Model model, double milliseconds) {
    List<Entry> entries = new ArrayList<>();
    for (int threads : options.threads()) {
      entries.add(ours(model, OURS, milliseconds, threads));
      if (model.reference() != null) {
        entries.add(ours(Model.all().get(model.reference()), model.reference(), milliseconds, threads));
      }
    }
    for (Peer peer : options.peers()) {
      if (peer.has(model.name())) {
        entries.add(new Entry(model.name(), peer.program(), 0, () -> peer.run(model.name(), milliseconds),
            new ArrayList<>()));
      }
    }
    return entries;
  }

  private Entry ours(Model model, String program, double milliseconds, int threads) {
    return new Entry(model.name(), program, threads,
        () -> Processes.run(model, milliseconds, options.single(), threads, options.seed()), new ArrayList<>());
  }

  /** Everything that was measured, as JSON. */
  public static String json(MachineSpeed machine, List<Series> all) {
    ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    ObjectNode root = json.createObjectNode();
    root.set("machine", json.valueToTree(machine));
    root.set("caches", json.valueToTree(Cache.ofThisMachine()));
    ArrayNode list = root.putArray("series");
    for (Series s : all) {
      ObjectNode node = json.valueToTree(s);
      node.set("spreads", json.valueToTree(s.spreads()));
      list.add(node);
    }
    try {
      return json.writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write what was measured", e);
    }
  }

  /**
   * The series that {@link #json} wrote.
   *
   * @throws IllegalArgumentException if it is something else
   */
  public static List<Series> series(String json) {
    ObjectMapper mapper = new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    try {
      List<Series> all = new ArrayList<>();
      for (JsonNode node : mapper.readTree(json).required("series")) {
        all.add(mapper.treeToValue(node, Series.class));
      }
      return all;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not what ranvier bench --json writes: " + e.getOriginalMessage(), e);
    }
  }
}
