package ranvier.scenarios.ttfs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import ranvier.neurons.ttfs.learning.Batch;
import ranvier.neurons.ttfs.learning.CrossEntropyLoss;
import ranvier.neurons.ttfs.learning.LearningNetwork;
import ranvier.neurons.ttfs.learning.NetworkFile;
import ranvier.neurons.ttfs.learning.Samples;
import ranvier.neurons.ttfs.learning.Substrate;
import ranvier.scenarios.data.LabelledImages;

/**
 * Asks a saved network: the entry point behind {@code ranvier infer NETWORK --input ...}. What an input is follows from
 * the network's coding: for {@code yinyang} two numbers x,y in [0, 1]; for {@code pixels} and {@code small-pixels} the
 * number of an image in the test files of a folder, or all grey values (0..255) of one image; for any network as many
 * spike times as it has inputs, given as {@code times:t1,t2,...} in tau_s ({@code inf}: no spike). One thread.
 */
public final class TtfsInference implements AutoCloseable {
  private final NetworkFile file;
  private final LearningNetwork network;
  private final List<String> names;
  private LabelledImages images;

  /**
   * One answer.
   *
   * @param input as given
   * @param decision name of the class; {@code none} if no label neuron spikes
   * @param timesTauS first spike of each label neuron; infinite: silent
   * @param label name of the right class; null if it is not known
   */
  public record Answer(String input, String decision, double[] timesTauS, String label) {}

  /**
   * Opens a network.
   *
   * @throws IllegalArgumentException if the file cannot be read, with the reason
   */
  public TtfsInference(Path path) {
    file = LearningRun.read(path.toString());
    network = file.network(Substrate.IDEAL, 0, 1, 1);
    String classes = file.notes().getOrDefault("classes", "");
    names = new ArrayList<>(List.of(classes.split(",", -1)));
    for (int n = classes.isEmpty() ? 0 : names.size(); n < file.spec().classes(); n++) {
      names.add(Integer.toString(n));
    }
  }

  /** Names of the classes, in the order of the label neurons. */
  public List<String> classes() {
    return List.copyOf(names);
  }

  /**
   * Answers one input.
   *
   * @param dataFolder where image numbers are looked up
   * @throws IllegalArgumentException if the input does not fit the network, with what it needs
   */
  public Answer ask(String input, Path dataFolder) {
    int[] label = {-1};
    float[] times = times(input, dataFolder, label);
    if (times.length != file.spec().inputs()) {
      throw new IllegalArgumentException("input " + abridged(input) + " has " + times.length + " values, the network"
          + " takes " + file.spec().inputs());
    }
    Samples one = new Samples("input", times.length, names.size(), times, new int[] {Math.max(0, label[0])});
    network.forward(Batch.plain(one, 0, 1));
    double[] first = new double[file.spec().classes()];
    for (int n = 0; n < first.length; n++) {
      first[n] = network.time(file.spec().layers().size() - 1, 0, n);
    }
    int decision = CrossEntropyLoss.PAPER.decide(first, 0, first.length);
    return new Answer(input, decision < 0 ? "none" : names.get(decision), first,
        label[0] < 0 ? null : names.get(label[0]));
  }

  private float[] times(String input, Path dataFolder, int[] label) {
    if (input.startsWith("times:")) {
      double[] values = numbers(input.substring("times:".length()));
      float[] times = new float[values.length];
      for (int i = 0; i < times.length; i++) {
        times[i] = (float) values[i];
      }
      return times;
    }
    double[] values = numbers(input);
    String coding = file.notes().getOrDefault("coding", "");
    return switch (coding) {
      case "yinyang" -> point(input, values);
      case "pixels", "small-pixels" -> pixels(coding.equals("pixels"), values, dataFolder, label);
      default -> throw new IllegalArgumentException("this network does not say how inputs are coded; give"
          + " times:t1,t2,...");
    };
  }

  private static float[] point(String input, double[] values) {
    if (values.length != 2 || !(values[0] >= 0 && values[0] <= 1 && values[1] >= 0 && values[1] <= 1)) {
      throw new IllegalArgumentException("a Yin-Yang input is x,y with both in [0, 1], got " + abridged(input));
    }
    float[] times = new float[4];
    SpikeCoding.point(values[0], values[1], times, 0);
    return times;
  }

  private float[] pixels(boolean full, double[] values, Path dataFolder, int[] label) {
    LabelledImages image;
    if (values.length == 1) {
      LabelledImages all = images(dataFolder);
      int number = (int) values[0];
      if (number != values[0] || number < 0 || number >= all.size()) {
        throw new IllegalArgumentException("an image number is 0 to " + (all.size() - 1) + ", got " + values[0]);
      }
      image = all.slice(number, number + 1);
      label[0] = image.labels()[0];
    } else {
      int side = (int) Math.round(Math.sqrt(values.length));
      if (side * side != values.length) {
        throw new IllegalArgumentException("grey values must form a square, got " + values.length);
      }
      float[] grey = new float[values.length];
      for (int i = 0; i < grey.length; i++) {
        grey[i] = (float) values[i];
      }
      image = new LabelledImages(side, side, grey, new int[1]);
    }
    int classes = Math.max(names.size(), image.classes());
    return (full ? SpikeCoding.pixels("input", image, classes) : SpikeCoding.smallPixels("input", image, classes))
        .times();
  }

  private LabelledImages images(Path folder) {
    if (images == null) {
      try {
        images = LabelledImages.readPart(folder, "t10k");
      } catch (IOException failed) {
        throw new IllegalArgumentException(failed.getMessage(), failed);
      }
    }
    return images;
  }

  private static double[] numbers(String input) {
    String[] parts = input.split(",", -1);
    double[] values = new double[parts.length];
    for (int i = 0; i < parts.length; i++) {
      String part = parts[i].strip();
      try {
        values[i] = part.equals("inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(part);
      } catch (NumberFormatException notANumber) {
        throw new IllegalArgumentException("value " + (i + 1) + " of the input is not a number: '" + part + "'",
            notANumber);
      }
    }
    return values;
  }

  private static String abridged(String input) {
    return input.length() <= 60 ? input : input.substring(0, 57) + "...";
  }

  /** One input per line of a file, or the argument itself if there is no such file. */
  public static List<String> inputs(String argument) {
    try {
      Path path = Path.of(argument);
      if (Files.isRegularFile(path)) {
        return Files.readAllLines(path).stream().filter(line -> !line.isBlank()).toList();
      }
    } catch (java.nio.file.InvalidPathException notAPath) {
      return List.of(argument);
    } catch (IOException failed) {
      throw new IllegalArgumentException("cannot read " + argument + ": " + failed.getMessage(), failed);
    }
    return List.of(argument);
  }

  @Override
  public void close() {
    network.close();
  }
}
