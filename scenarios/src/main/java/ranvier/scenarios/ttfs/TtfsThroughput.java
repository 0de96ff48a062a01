package ranvier.scenarios.ttfs;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import ranvier.neurons.ttfs.TtfsParameters;
import ranvier.neurons.ttfs.learning.Batch;
import ranvier.neurons.ttfs.learning.CrossEntropyLoss;
import ranvier.neurons.ttfs.learning.DelayKind;
import ranvier.neurons.ttfs.learning.FloatNetwork;
import ranvier.neurons.ttfs.learning.Guard;
import ranvier.neurons.ttfs.learning.LayerSpec;
import ranvier.neurons.ttfs.learning.LearningNetwork;
import ranvier.neurons.ttfs.learning.NetworkSpec;
import ranvier.neurons.ttfs.learning.Quantisation;
import ranvier.neurons.ttfs.learning.Samples;

/**
 * Samples per second of the single-precision network on one thread, with its initial weights and artificial samples:
 * the numbers behind {@code ranvier bench ttfs}. Sorting the inputs is part of what is measured.
 */
public final class TtfsThroughput {
  private static final int BATCHES = 10;
  private static final double WARM_UP_STEP_SECONDS = 0.5;
  private static final int FEWEST_WARM_UP_STEPS = 4;
  private static final int MOST_WARM_UP_STEPS = 30;
  private static final double STEADY = 0.05;

  /**
   * One measurement.
   *
   * @param network sizes of its layers
   * @param learning forward, backward and Adam; otherwise forward only
   * @param perSecond samples per second of wall time, median over the repetitions
   * @param perCpuSecond samples per second of this thread's processor time, median over the repetitions; on a shared
   *     machine this is the one that says what a core can do
   * @param required samples per second that the project asks for
   * @param inC samples per second of hand-written C with AVX-512 on the machine that the requirement is from; 0: not
   *     known
   */
  public record Rate(String network, boolean learning, double perSecond, double perCpuSecond, double required,
      double inC) {}

  private TtfsThroughput() {}

  /**
   * Measures all networks, one after the other.
   *
   * @param repetitions of each, after a warm-up
   * @param seconds that each repetition takes
   * @param each told every result as it comes
   */
  public static void measure(int repetitions, double seconds, Consumer<Rate> each) {
    // Initial weights as published for these sizes.
    NetworkSpec small = new NetworkSpec(256, List.of(new LayerSpec(246, List.of(), 0.1, 0.4, 0.5),
        new LayerSpec(10, List.of(), 0.6, 0.8, 0.5)), TtfsParameters.dimensionless(1, 1));
    NetworkSpec full = new NetworkSpec(784, List.of(new LayerSpec(350, List.of(), 0.05, 0.8, 0.15),
        new LayerSpec(10, List.of(), 0.15, 0.8, 0.05)), TtfsParameters.dimensionless(1, 1));
    NetworkSpec yinyang = YinYangTtfs.spec(false, DelayKind.NONE, 120);
    NetworkSpec other = new NetworkSpec(4, yinyang.layers(), TtfsParameters.dimensionless(2, 1));
    Samples smallImages = images(256, true);
    Samples images = images(784, false);
    Samples points = YinYangTtfs.trainingSet();
    each.accept(rate("256-246-10", small, smallImages, 50, false, 35_000, 63_200, repetitions, seconds));
    each.accept(rate("784-350-10", full, images, 80, false, 12_000, 22_100, repetitions, seconds));
    each.accept(rate("256-246-10", small, smallImages, 50, true, 22_000, 47_700, repetitions, seconds));
    each.accept(rate("784-350-10", full, images, 80, true, 7_000, 14_900, repetitions, seconds));
    each.accept(rate("4-120-3", yinyang, points, 150, true, 180_000, 391_000, repetitions, seconds));
    each.accept(rate("4-120-3, tau_m = 2 tau_s", other, points, 150, true, 180_000, 0, repetitions, seconds));
  }

  /** Half of the pixels are black, as in Fashion-MNIST, and all have 256 grey values. */
  private static Samples images(int inputs, boolean blackIsSilent) {
    int samples = 80 * BATCHES;
    Random random = new Random(1);
    float[] times = new float[samples * inputs];
    for (int i = 0; i < times.length; i++) {
      int grey = random.nextBoolean() ? 0 : 1 + random.nextInt(255);
      times[i] = grey == 0 && blackIsSilent ? Float.POSITIVE_INFINITY : SpikeCoding.time(1 - grey / 255.0);
    }
    return new Samples("artificial images", inputs, 10, times, random.ints(samples, 0, 10).toArray());
  }

  private static Rate rate(String name, NetworkSpec spec, Samples samples, int batch, boolean learning,
      double required, double inC, int repetitions, double seconds) {
    double[] perSecond = new double[repetitions];
    double[] perCpuSecond = new double[repetitions];
    try (FloatNetwork network = new FloatNetwork(spec, Quantisation.NONE, 1, batch, 1)) {
      Runnable pass = pass(network, samples, batch, learning);
      warmUp(pass);
      for (int k = 0; k < repetitions; k++) {
        long wall = System.nanoTime();
        long cpu = cpuNanos();
        double count = (double) present(pass, seconds) * BATCHES * batch;
        perSecond[k] = count * 1e9 / (System.nanoTime() - wall);
        perCpuSecond[k] = count * 1e9 / (cpuNanos() - cpu);
      }
    }
    return new Rate(name, learning, median(perSecond), median(perCpuSecond), required, inC);
  }

  /** Until three steps in a row do as much: the compiler may share the core with what it compiles. */
  private static void warmUp(Runnable pass) {
    double before = 0;
    int steady = 0;
    for (int k = 0; k < MOST_WARM_UP_STEPS && (k < FEWEST_WARM_UP_STEPS || steady < 2); k++) {
      long cpu = cpuNanos();
      double rate = present(pass, WARM_UP_STEP_SECONDS) * 1e9 / (cpuNanos() - cpu);
      steady = Math.abs(rate - before) < STEADY * rate ? steady + 1 : 0;
      before = rate;
    }
  }

  private static long present(Runnable pass, double seconds) {
    long start = System.nanoTime();
    long passes = 0;
    while (System.nanoTime() - start < seconds * 1e9) {
      pass.run();
      passes++;
    }
    return passes;
  }

  private static Runnable pass(FloatNetwork network, Samples samples, int batch, boolean learning) {
    double[] times = new double[batch * samples.classes()];
    double[] errors = new double[times.length];
    return () -> {
      for (int b = 0; b < BATCHES; b++) {
        network.forward(Batch.plain(samples, b * batch, batch));
        if (learning) {
          learn(network, samples, b * batch, batch, times, errors);
        }
      }
    };
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    return 0.5 * (sorted[Math.floorDiv(n - 1, 2)] + sorted[Math.floorDiv(n, 2)]);
  }

  private static void learn(LearningNetwork network, Samples samples, int from, int batch, double[] times,
      double[] errors) {
    int classes = samples.classes();
    int last = network.spec().layers().size() - 1;
    for (int b = 0; b < batch; b++) {
      for (int n = 0; n < classes; n++) {
        times[b * classes + n] = network.time(last, b, n);
      }
      CrossEntropyLoss.PAPER.of(times, b * classes, classes, samples.labels()[from + b], errors);
    }
    for (int i = 0; i < errors.length; i++) {
      errors[i] /= batch;
    }
    network.backward(errors, Guard.REFERENCE);
    // So small a rate that the network stays the same for the whole measurement.
    network.step(1e-12, 0);
  }

  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
