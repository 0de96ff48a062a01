package ranvier.scenarios.ttfs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import ranvier.neurons.ttfs.learning.EpochReport;
import ranvier.neurons.ttfs.learning.Evaluation;
import ranvier.neurons.ttfs.learning.LearningNetwork;
import ranvier.neurons.ttfs.learning.NetworkFile;
import ranvier.neurons.ttfs.learning.Samples;
import ranvier.neurons.ttfs.learning.Trainer;
import ranvier.neurons.ttfs.learning.TrainingSettings;
import ranvier.scenarios.RunContext;

/**
 * Trains one network over all epochs, tells the progress, keeps the learning curve and writes the network.
 */
final class LearningRun {
  /** One point of the learning curve. */
  record Point(EpochReport training, double validationAccuracy, double validationLoss) {}

  private final RunContext context;
  private final LearningNetwork network;
  private final TrainingSettings settings;
  private final Trainer trainer;
  private final Samples validation;
  private final String title;
  private final List<Point> curve = new ArrayList<>();
  private boolean stopped;

  /** @param title what is trained, for the progress; empty if there is only one network */
  LearningRun(RunContext context, String title, LearningNetwork network, TrainingSettings settings, Samples training,
      Samples validation, long seed) {
    this.context = context;
    this.title = title;
    this.network = network;
    this.settings = settings;
    this.validation = validation;
    trainer = new Trainer(network, settings, training, seed);
  }

  /** Goes on from a saved network. */
  void resume(NetworkFile file) {
    network.restore(file.state());
    trainer.restore(file.state());
  }

  /**
   * Trains up to the given number of epochs, those of a resumed network included.
   *
   * @param file takes the network after every epoch, so that a run that dies can be resumed; null: none
   */
  List<Point> train(int epochs, Path file, Map<String, String> notes) {
    context.progress().phase(title.isEmpty() ? "training" : title);
    while (trainer.epoch() < epochs && !stopped) {
      EpochReport report = trainer.run();
      Evaluation check = Evaluation.of(network, validation, settings.loss());
      curve.add(new Point(report, check.accuracy(), check.loss()));
      context.progress().update((double) report.epoch() / epochs,
          describe(report, check) + " epoch " + report.epoch() + "/" + epochs);
      if (file != null) {
        save(file, notes);
      }
      stopped = context.stop().getAsBoolean();
    }
    return curve;
  }

  /** Short, and the number of the epoch last, so that 80 columns hold what matters. */
  private static String describe(EpochReport report, Evaluation check) {
    StringBuilder silent = new StringBuilder();
    for (double fraction : report.missing()) {
      silent.append(silent.isEmpty() ? "" : "/").append(Math.round(100 * fraction));
    }
    return String.format(Locale.ROOT, "loss %.3f acc %.1f/%.1f silent %s bumps %d", report.loss(),
        100 * report.accuracy(), 100 * check.accuracy(), silent, report.bumps());
  }

  boolean isStopped() {
    return stopped;
  }

  /**
   * Where the parameter {@code save} wants the network: by default beside the report.
   *
   * @throws IllegalArgumentException if there is no such folder, before anything is trained
   */
  static Path target(RunContext context, String name) {
    String wanted = context.parameters().get("save");
    Path file = wanted.isEmpty() ? context.resultFile(name) : Path.of(wanted).toAbsolutePath();
    if (Files.isDirectory(file) || !Files.isDirectory(file.getParent())) {
      throw new IllegalArgumentException("parameter save: " + file + (Files.isDirectory(file) ? " is a folder"
          : ": there is no folder " + file.getParent()) + "; give a file in an existing folder");
    }
    return file;
  }

  /** Writes the network with the state of its training. */
  void save(Path file, Map<String, String> notes) {
    Map<String, Object> state = new LinkedHashMap<>(network.state());
    trainer.save(state);
    try {
      new NetworkFile(notes, network.spec(), state).write(file);
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot write the network to " + file, failed);
    }
  }

  /** Reads a network that shall be resumed or asked. */
  static NetworkFile read(String path) {
    try {
      return NetworkFile.read(Path.of(path));
    } catch (IOException failed) {
      throw new IllegalArgumentException("cannot read the network: " + failed.getMessage(), failed);
    }
  }
}
