package ranvier.scenarios.ttfs;

import java.util.List;
import ranvier.neurons.ttfs.learning.Evaluation;
import ranvier.neurons.ttfs.learning.LearningNetwork;
import ranvier.neurons.ttfs.learning.Loss;
import ranvier.neurons.ttfs.learning.Samples;
import ranvier.scenarios.data.YinYang;
import ranvier.scenarios.figure.Figure;

/** What a Yin-Yang network decides at every point of the plane, and when. */
final class DecisionRegions {
  private static final int SIDE = 120;
  private static final String CLASSES = "0 yin, 1 yang, 2 dot.";
  private static final Figure.Heatmap.Extent UNIT = new Figure.Heatmap.Extent(0, 1);

  private DecisionRegions() {}

  static List<Figure> of(LearningNetwork network, Loss loss) {
    float[] times = new float[4 * SIDE * SIDE];
    for (int row = 0; row < SIDE; row++) {
      for (int column = 0; column < SIDE; column++) {
        SpikeCoding.point((column + 0.5) / SIDE, 1 - (row + 0.5) / SIDE, times, 4 * (row * SIDE + column));
      }
    }
    Samples plane = new Samples("plane", 4, 3, times, new int[SIDE * SIDE]);
    Evaluation answers = Evaluation.of(network, plane, loss);
    double[][] classes = new double[SIDE][SIDE];
    double[][] truth = new double[SIDE][SIDE];
    double[][] when = new double[SIDE][SIDE];
    for (int row = 0; row < SIDE; row++) {
      for (int column = 0; column < SIDE; column++) {
        double x = (column + 0.5) / SIDE;
        double y = 1 - (row + 0.5) / SIDE;
        int s = row * SIDE + column;
        boolean inside = YinYang.inDisc(x, y);
        double first = Math.min(answers.times()[3 * s],
            Math.min(answers.times()[3 * s + 1], answers.times()[3 * s + 2]));
        boolean decided = inside && answers.decisions()[s] >= 0;
        classes[row][column] = decided ? answers.decisions()[s] : Double.NaN;
        truth[row][column] = inside ? YinYang.classOf(x, y) : Double.NaN;
        when[row][column] = decided ? first : Double.NaN;
      }
    }
    return List.of(
        Figure.Heatmap.of("Decisions over the plane", CLASSES, "x", UNIT, "y", UNIT, classes),
        Figure.Heatmap.of("Right answers", CLASSES, "x", UNIT, "y", UNIT, truth),
        Figure.Heatmap.of("Time of the decision (tau_s)", "First spike of any label neuron.", "x", UNIT, "y", UNIT,
            when));
  }
}
