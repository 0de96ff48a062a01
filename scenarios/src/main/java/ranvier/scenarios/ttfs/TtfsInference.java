package ranvier.scenarios.ttfs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.HdrHistogram.Histogram;
import ranvier.neurons.ttfs.bridge.SpikingNetwork;
import ranvier.neurons.ttfs.learning.Batch;
import ranvier.neurons.ttfs.learning.CrossEntropyLoss;
import ranvier.neurons.ttfs.learning.LearningNetwork;
import ranvier.neurons.ttfs.learning.NetworkFile;
import ranvier.neurons.ttfs.learning.Quantisation;
import ranvier.neurons.ttfs.learning.Samples;

/**
 * Asks a saved network: the entry point behind {@code ranvier infer NETWORK --input ...}. One thread, one sample at a
 * time.
 */
public final class TtfsInference implements AutoCloseable {
  /** What computes the spikes. */
  public enum Engine {
    /** The layered network that learned, in its own precision. */
    LEARNING,
    /** The engine's exact time: populations, projections and events, in double precision. */
    EXACT
  }

  private final NetworkFile file;
  private final LearningNetwork network;
  private final SpikingNetwork spiking;
  private final List<String> names = new ArrayList<>();

  /**
   * One answer.
   *
   * @param decision the class; -1 if no label neuron spikes
   * @param timesTauS first spike of each label neuron; infinite: silent
   */
  public record Answer(int decision, double[] timesTauS) {}

  /**
   * Opens a network.
   *
   * @throws IllegalArgumentException if the file cannot be read, with the reason
   */
  public TtfsInference(Path path, Engine engine) {
    file = LearningRun.read(path.toString());
    network = file.network(Quantisation.NONE, 0, 1, 1);
    spiking = engine == Engine.EXACT ? new SpikingNetwork(network, 0) : null;
    int classes = file.spec().classes();
    String noted = file.notes().getOrDefault("classes", "");
    names.addAll(noted.isEmpty() ? List.of() : List.of(noted.split(",", -1)));
    for (int n = names.size(); n < classes; n++) {
      names.add(Integer.toString(n));
    }
    names.subList(classes, names.size()).clear();
  }

  /** Names of the classes, in the order of the label neurons. */
  public List<String> classes() {
    return Collections.unmodifiableList(names);
  }

  /**
   * Reads what the network shall be asked; see {@link Questions} for the forms of an argument.
   *
   * @param data where image numbers are looked up; null: where the images' package puts them
   * @throws IllegalArgumentException if an argument does not fit the network, with what it needs
   */
  public List<Question> questions(List<String> arguments, Path data) {
    Questions questions =
        new Questions(InputCoding.of(file.notes().get("coding")), file.spec().inputs(), data);
    arguments.forEach(questions::read);
    return questions.found();
  }

  /** Answers one. */
  public Answer ask(Question question) {
    double[] first = spiking == null ? layered(question) : exact(question);
    return new Answer(CrossEntropyLoss.PAPER.decide(first, 0, first.length), first);
  }

  private double[] layered(Question question) {
    network.forward(Batch.plain(samples(List.of(question)), 0, 1));
    double[] first = new double[file.spec().classes()];
    for (int n = 0; n < first.length; n++) {
      first[n] = network.time(file.spec().layers().size() - 1, 0, n);
    }
    return first;
  }

  private double[] exact(Question question) {
    double[] times = new double[question.times().length];
    for (int i = 0; i < times.length; i++) {
      times[i] = question.times()[i];
    }
    double[][] byLayer = spiking.run(times);
    return byLayer[byLayer.length - 1];
  }

  /**
   * Wall time of single inferences by the learning engine, over and over the questions, after a warm-up.
   *
   * @return nanoseconds
   */
  public Histogram latency(List<Question> questions, int inferences) {
    return InferenceLatency.measure(network, samples(questions), inferences);
  }

  private Samples samples(List<Question> questions) {
    int n = file.spec().inputs();
    float[] times = new float[questions.size() * n];
    for (int s = 0; s < questions.size(); s++) {
      System.arraycopy(questions.get(s).times(), 0, times, s * n, n);
    }
    return new Samples("input", n, file.spec().classes(), times, new int[questions.size()]);
  }

  @Override
  public void close() {
    network.close();
  }
}
