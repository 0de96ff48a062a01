package ranvier.scenarios.ttfs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import ranvier.neurons.ttfs.Membrane;
import ranvier.neurons.ttfs.learning.Batch;
import ranvier.neurons.ttfs.learning.DelayKind;
import ranvier.neurons.ttfs.learning.Evaluation;
import ranvier.neurons.ttfs.learning.LayerSpec;
import ranvier.neurons.ttfs.learning.LearningNetwork;
import ranvier.neurons.ttfs.learning.Samples;
import ranvier.scenarios.figure.Figure;
import ranvier.scenarios.figure.Section;
import ranvier.scenarios.result.Check;

/** Figures that every learning scenario shows. */
final class LearningFigures {
  private static final int BINS = 60;

  private LearningFigures() {}

  /** Loss, accuracy, silent neurons and bumped batches over epochs. */
  static Section curves(List<LearningRun.Point> curve) {
    int n = curve.size();
    double[] epoch = new double[n];
    double[] trainingLoss = new double[n];
    double[] validationLoss = new double[n];
    double[] training = new double[n];
    double[] validation = new double[n];
    double[] bumps = new double[n];
    int layers = n == 0 ? 0 : curve.getFirst().training().missing().size();
    double[][] silent = new double[layers][n];
    for (int e = 0; e < n; e++) {
      LearningRun.Point point = curve.get(e);
      epoch[e] = point.training().epoch();
      trainingLoss[e] = point.training().loss();
      validationLoss[e] = point.validationLoss();
      training[e] = 100 * point.training().accuracy();
      validation[e] = 100 * point.validationAccuracy();
      bumps[e] = 100.0 * point.training().bumps() / point.training().batches();
      for (int l = 0; l < layers; l++) {
        silent[l][e] = 100 * point.training().missing().get(l);
      }
    }
    Figure.Axis x = Figure.Axis.linear("epoch");
    List<Figure.Series> activity = new ArrayList<>();
    activity.add(line("batches that only bumped weights", epoch, bumps));
    for (int l = 0; l < layers; l++) {
      activity.add(line(l == layers - 1 ? "silent label neurons" : "silent neurons, layer " + (l + 1), epoch,
          silent[l]));
    }
    return new Section("Learning", "Training values are those of the batches as they were presented, before each step;"
        + " validation follows each epoch.", List.of(
            new Figure.Lines("Loss", "", x, Figure.Axis.logarithmic("loss"),
                List.of(line("training", epoch, trainingLoss), line("validation", epoch, validationLoss))),
            new Figure.Lines("Accuracy", "", x, Figure.Axis.linear("accuracy (%)"),
                List.of(line("training", epoch, training), line("validation", epoch, validation))),
            new Figure.Lines("Silent neurons and weight bumping",
                "Per cent of (sample, neuron) pairs without a spike, and of batches without a gradient step.", x,
                Figure.Axis.linear("%"), activity)));
  }

  static Figure.Series line(String name, double[] x, double[] y) {
    return new Figure.Series(name, x, y, Figure.Series.Style.LINE);
  }

  /** Counts of labels against decisions. */
  static Figure confusion(Evaluation test, List<String> names) {
    double[][] counts = new double[names.size()][names.size()];
    for (int i = 0; i < counts.length; i++) {
      for (int j = 0; j < counts.length; j++) {
        counts[i][j] = test.confusion()[i][j];
      }
    }
    return new Figure.Heatmap("Confusion matrix of the test set",
        test.undecided() + " samples had no output spike and are in no cell.", "decision", "label", counts, names,
        names, true);
  }

  /** Distribution of the first-spike times of the right label neuron and of the others, per class. */
  static List<Figure> spikeTimes(Evaluation test, Samples samples, List<String> names) {
    double to = 0;
    for (double t : test.times()) {
      to = Double.isInfinite(t) ? to : Math.max(to, t);
    }
    to = Math.min(to, 4);
    double[] centre = new double[BINS];
    for (int b = 0; b < BINS; b++) {
      centre[b] = (b + 0.5) * to / BINS;
    }
    List<Figure> figures = new ArrayList<>();
    int classes = names.size();
    for (int label = 0; label < classes; label++) {
      List<Figure.Series> series = new ArrayList<>();
      for (int neuron = 0; neuron < classes; neuron++) {
        double[] counts = new double[BINS];
        for (int s = 0; s < samples.size(); s++) {
          double t = test.times()[s * classes + neuron];
          if (samples.labels()[s] == label && t < to) {
            counts[(int) (t / to * BINS)]++;
          }
        }
        series.add(new Figure.Series(names.get(neuron), centre, counts, Figure.Series.Style.STEPS));
      }
      figures.add(new Figure.Lines("First spikes of the label neurons for class " + names.get(label),
          "One curve per label neuron; the earliest spike decides.", Figure.Axis.linear("time (tau_s)"),
          Figure.Axis.linear("samples"), series));
    }
    return figures;
  }

  /** Membrane potentials of the label neurons for one sample, each up to its first spike. */
  static Figure membranes(LearningNetwork network, Samples samples, int sample, List<String> names) {
    network.forward(Batch.plain(samples, sample, 1));
    int last = network.spec().layers().size() - 1;
    LayerSpec layer = network.spec().layers().get(last);
    double[] arrivals = arrivals(network, samples, sample, last, layer);
    double[] weights = network.weights(last);
    Membrane membrane = Membrane.of(network.spec().normalised());
    double latest = 0;
    for (int n = 0; n < layer.neurons(); n++) {
      double t = network.time(last, 0, n);
      latest = Double.isInfinite(t) ? Math.max(latest, 3) : Math.max(latest, t);
    }
    int points = 300;
    List<Figure.Series> series = new ArrayList<>();
    for (int n = 0; n < layer.neurons(); n++) {
      double[] x = new double[points];
      double[] y = new double[points];
      double end = Math.min(network.time(last, 0, n), latest);
      for (int k = 0; k < points; k++) {
        x[k] = end * k / (points - 1);
        double u = 0;
        for (int i = 0; i < arrivals.length; i++) {
          u += arrivals[i] < x[k] ? weights[i * layer.neurons() + n] * membrane.psp(x[k] - arrivals[i]) : 0;
        }
        y[k] = network.spec().neuron().leakPotential() + u;
      }
      series.add(line(names.get(n), x, y));
    }
    series.add(new Figure.Series("threshold", new double[] {0, latest},
        new double[] {network.spec().neuron().threshold(), network.spec().neuron().threshold()},
        Figure.Series.Style.DASHED));
    return new Figure.Lines("Membranes of the label neurons for test sample " + sample + " (class "
        + names.get(samples.labels()[sample]) + ")", "Each is drawn up to its first spike.",
        Figure.Axis.linear("time (tau_s)"), Figure.Axis.linear("membrane potential"), series);
  }

  private static double[] arrivals(LearningNetwork network, Samples samples, int sample, int last, LayerSpec layer) {
    double[] arrivals = new double[network.spec().inputsOf(last)];
    int real = arrivals.length - layer.biasTimes().size();
    for (int i = 0; i < arrivals.length; i++) {
      if (i >= real) {
        arrivals[i] = layer.biasTimes().get(i - real);
      } else {
        arrivals[i] = last == 0 ? samples.times()[sample * samples.inputs() + i] : network.time(last - 1, 0, i);
      }
    }
    if (layer.delays() == DelayKind.AXONAL) {
      double[] delays = network.delays(last);
      Arrays.setAll(arrivals, i -> arrivals[i] + delays[i]);
    }
    return arrivals;
  }

  /**
   * A lower bound: holds from least on, however much larger.
   *
   * @param published the figure it is compared with
   */
  static Check atLeast(String name, double published, double least, double actual, String source) {
    return new Check(name, published, Math.abs(published - least), actual, actual >= least, source);
  }

  /** Numbers as rows. */
  static Figure table(String title, List<String> header, List<List<String>> rows) {
    return new Figure.Table(title, "", header, rows);
  }

  static String percent(double fraction) {
    return String.format(Locale.ROOT, "%.2f", 100 * fraction);
  }
}
