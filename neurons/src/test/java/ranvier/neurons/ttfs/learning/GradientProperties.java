package ranvier.neurons.ttfs.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterProperty;
import ranvier.neurons.ttfs.TtfsParameters;

/**
 * The gradient of every loss with respect to all weights, delays and input times is the slope of the loss along a
 * random direction, taken by a five-point difference. Cases within reach of a jump of the loss are left out and
 * counted: a spike that appears or vanishes, and an input that arrives at the very moment of a spike.
 */
class GradientProperties {
  private static final double STEP = 5e-5;
  private static final double[] RATIOS = {1, 2, 1.5, 0.7, 4};
  private static int compared;
  private static int leftOut;

  @Property(tries = 12_500)
  void gradientsEqualFiniteDifferences(@ForAll long seed) {
    Random random = new Random(seed);
    NetworkSpec spec = spec(random);
    Loss loss = loss(random);
    double[] times = random.doubles(spec.inputs(), 0, 2).toArray();
    int label = random.nextInt(spec.classes());
    try (DoubleNetwork network = new DoubleNetwork(spec, Substrate.IDEAL, seed, 1, 1)) {
      double[] errors = new double[spec.classes()];
      network.forward(times, label);
      double value = loss(network, loss, label, errors);
      if (value == Loss.SILENT || steepest(network, errors) > 50) {
        leftOut++;
        return;
      }
      network.backward(errors, Guard.NONE);
      Map<String, Object> state = network.state();
      double expected = 0;
      double size = 0;
      Map<String, double[]> direction = new HashMap<>();
      for (int l = 0; l < spec.layers().size(); l++) {
        double[] theta = network.delays(l);
        double[] perTheta = network.delayGradient(l);
        for (int i = 0; i < theta.length; i++) {
          perTheta[i] *= theta[i] * (1 - theta[i]);
        }
        for (var entry : Map.of("weights", network.weightGradient(l), "theta", perTheta).entrySet()) {
          double[] d = random.doubles(entry.getValue().length, -1, 1).toArray();
          direction.put("layer" + l + "." + entry.getKey(), d);
          expected += dot(d, entry.getValue());
          size += Arrays.stream(entry.getValue()).map(Math::abs).sum();
        }
      }
      double[] perTime = Arrays.copyOf(network.inputGradient(0), spec.inputs());
      double[] shift = random.doubles(spec.inputs(), -1, 1).toArray();
      expected += dot(shift, perTime);
      size += Arrays.stream(perTime).map(Math::abs).sum();
      double coarse = slope(network, state, direction, times, shift, label, loss, STEP);
      double fine = slope(network, state, direction, times, shift, label, loss, STEP / 2);
      if (!(Math.abs(coarse - fine) <= 2e-8 * Math.max(1, size))) {
        leftOut++;
        return;
      }
      compared++;
      assertEquals(fine, expected, 1e-6 * Math.max(size, 1e-3));
    }
  }

  @AfterProperty
  void enoughCasesWereCompared() {
    assertTrue(compared >= 10_000, compared + " compared, " + leftOut + " left out");
  }

  private static double steepest(DoubleNetwork network, double[] errors) {
    network.backward(errors, Guard.NONE);
    double largest = 0;
    for (int l = 0; l < network.spec().layers().size(); l++) {
      for (double g : network.weightGradient(l)) {
        largest = Math.max(largest, Math.abs(g));
      }
    }
    return largest;
  }

  private static double slope(DoubleNetwork network, Map<String, Object> state, Map<String, double[]> direction,
      double[] times, double[] shift, int label, Loss loss, double h) {
    double[] weights = {1, -8, 8, -1};
    double[] at = {-2, -1, 1, 2};
    double sum = 0;
    for (int k = 0; k < 4; k++) {
      Map<String, Object> moved = new HashMap<>(state);
      double step = at[k] * h;
      direction.forEach((name, d) -> moved.put(name, along((double[]) state.get(name), d, step)));
      network.restore(moved);
      network.forward(along(times, shift, step), label);
      sum += weights[k] * loss(network, loss, label, new double[network.spec().classes()]);
    }
    return sum / (12 * h);
  }

  private static double[] along(double[] x, double[] d, double step) {
    double[] y = x.clone();
    for (int i = 0; i < y.length; i++) {
      y[i] += step * d[i];
    }
    return y;
  }

  private static double loss(DoubleNetwork network, Loss loss, int label, double[] errors) {
    int classes = network.spec().classes();
    double[] times = new double[classes];
    for (int n = 0; n < classes; n++) {
      times[n] = network.time(network.spec().layers().size() - 1, 0, n);
    }
    return loss.of(times, 0, classes, label, errors);
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static Loss loss(Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> CrossEntropyLoss.PAPER;
      case 1 -> new TargetTimeLoss(0.9, 1.3);
      default -> new RelativeTimeLoss(0.2, 0.005, 1);
    };
  }

  private static NetworkSpec spec(Random random) {
    int depth = 1 + random.nextInt(2);
    List<LayerSpec> layers = new ArrayList<>();
    for (int l = 0; l < depth; l++) {
      List<Double> bias = random.nextBoolean() ? List.of(0.9) : List.of();
      DelayKind delays = List.of(DelayKind.NONE, DelayKind.AXONAL, DelayKind.SYNAPTIC, DelayKind.DENDRITIC)
          .get(random.nextInt(4));
      layers.add(new LayerSpec(2 + random.nextInt(4), bias, 1.2, 0.6, 1, delays));
    }
    double ratio = RATIOS[random.nextInt(RATIOS.length)];
    return new NetworkSpec(2 + random.nextInt(4), layers, new TtfsParameters(ratio, 1, 1 / Math.max(1, 1 / ratio), 0,
        0.7 + 0.3 * random.nextDouble()));
  }
}
