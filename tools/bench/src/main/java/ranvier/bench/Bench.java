package ranvier.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Measures models as asked, peers in turn with ours, and writes what came out. */
public final class Bench {
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

  /** Reports each run to {@code progress} as it starts. */
  public Bench(Options options, Consumer<String> progress) {
    this.options = options;
    this.progress = progress;
  }

  /**
   * Measures one model: for each number of threads, the model that it is compared with as well, and for each
   * peer that has the model. Runs alternate, so that what
   * slows the machine for a while slows all.
   *
   * @throws BenchException if a run fails
   */
  public List<Series> measure(Model model) throws InterruptedException {
    double milliseconds = options.durationMs() > 0 ? options.durationMs() : model.durationMs();
    List<Peer> peers = options.peers().stream().filter(p -> p.has(model.name())).toList();
    List<List<Measurement>> ours = new ArrayList<>();
    List<List<Measurement>> theirs = new ArrayList<>();
    Model reference = model.reference() == null ? null : Model.all().get(model.reference());
    List<List<Measurement>> references = new ArrayList<>();
    options.threads().forEach(t -> ours.add(new ArrayList<>()));
    options.threads().forEach(t -> references.add(new ArrayList<>()));
    peers.forEach(p -> theirs.add(new ArrayList<>()));
    for (int run = 1; run <= options.runs(); run++) {
      String of = model.name() + ", run " + run + " of " + options.runs() + ": ";
      for (int t = 0; t < ours.size(); t++) {
        int threads = options.threads().get(t);
        progress.accept(of + "ranvier, " + threads + (threads == 1 ? " thread" : " threads"));
        ours.get(t).add(Processes.run(model, milliseconds, options.single(), threads, options.seed()));
        if (reference != null) {
          progress.accept(of + reference.name());
          references.get(t).add(Processes.run(reference, milliseconds, options.single(), threads, options.seed()));
        }
      }
      for (int p = 0; p < peers.size(); p++) {
        progress.accept(of + peers.get(p).program());
        theirs.get(p).add(peers.get(p).run(model.name(), milliseconds));
      }
    }
    List<Series> all = new ArrayList<>();
    for (int t = 0; t < ours.size(); t++) {
      all.add(new Series(model.name(), "ranvier", options.single() ? "single" : "double", options.threads().get(t),
          milliseconds, ours.get(t)));
    }
    for (int t = 0; reference != null && t < ours.size(); t++) {
      all.add(new Series(reference.name(), reference.name(), options.single() ? "single" : "double",
          options.threads().get(t), milliseconds, references.get(t)));
    }
    for (int p = 0; p < peers.size(); p++) {
      all.add(new Series(model.name(), peers.get(p).program(), "double", 1, milliseconds, theirs.get(p)));
    }
    return all;
  }

  /** Writes everything that was measured. */
  public static void writeJson(MachineSpeed machine, List<Series> all, Path file) throws IOException {
    ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    ObjectNode root = json.createObjectNode();
    root.set("machine", json.valueToTree(machine));
    ArrayNode list = root.putArray("series");
    for (Series s : all) {
      ObjectNode node = json.valueToTree(s);
      node.set("spreads", json.valueToTree(s.spreads()));
      list.add(node);
    }
    Files.writeString(file, json.writeValueAsString(root) + "\n");
  }
}
