package ranvier.scenarios.ttfs;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import ranvier.neurons.ttfs.TtfsParameters;
import ranvier.neurons.ttfs.learning.Batch;
import ranvier.neurons.ttfs.learning.CrossEntropyLoss;
import ranvier.neurons.ttfs.learning.DelayKind;
import ranvier.neurons.ttfs.learning.FloatNetwork;
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

  /**
   * One measurement.
   *
   * @param network sizes of its layers
   * @param learning forward, backward and Adam; otherwise forward only
   * @param perSecond samples per second of wall time, best repetition
   * @param perCpuSecond samples per second of this thread's processor time, best repetition; on a shared machine this
   *     is the one that says what a core can do
   * @param floor samples per second that the project asks for
   */
  public record Rate(String network, boolean learning, double perSecond, double perCpuSecond, double floor) {}

  private TtfsThroughput() {}

  /** Measures all networks; takes about six times the repetitions times the seconds. */
  public static List<Rate> measure(int repetitions, double seconds) {
    List<Rate> rates = new ArrayList<>();
    NetworkSpec small = FashionTtfs.spec(false, 246, DelayKind.NONE);
    NetworkSpec full = FashionTtfs.spec(true, 350, DelayKind.NONE);
    NetworkSpec yinyang = YinYangTtfs.spec(false, DelayKind.NONE, 120);
    NetworkSpec other = new NetworkSpec(4, yinyang.layers(), TtfsParameters.dimensionless(2, 1));
    rates.add(rate("256-246-10", small, images(256, true), 50, false, 35_000, repetitions, seconds));
    rates.add(rate("784-350-10", full, images(784, false), 80, false, 12_000, repetitions, seconds));
    rates.add(rate("256-246-10", small, images(256, true), 50, true, 22_000, repetitions, seconds));
    rates.add(rate("784-350-10", full, images(784, false), 80, true, 7_000, repetitions, seconds));
    rates.add(rate("4-120-3", yinyang, YinYangTtfs.trainingSet(), 150, true, 180_000, repetitions, seconds));
    rates.add(rate("4-120-3 (tau_m = 2 tau_s)", other, YinYangTtfs.trainingSet(), 150, true, 180_000, repetitions,
        seconds));
    return rates;
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

  private static Rate rate(String name, NetworkSpec spec, Samples samples, int batch, boolean learning, double floor,
      int repetitions, double seconds) {
    double best = 0;
    double bestCpu = 0;
    try (FloatNetwork network = new FloatNetwork(spec, Quantisation.NONE, 1, batch, 1)) {
      double[] times = new double[batch * spec.classes()];
      double[] errors = new double[times.length];
      for (int repetition = 0; repetition <= repetitions; repetition++) {
        long wall = System.nanoTime();
        long cpu = cpuNanos();
        long count = 0;
        while (System.nanoTime() - wall < seconds * 1e9) {
          for (int b = 0; b < BATCHES; b++) {
            network.forward(Batch.plain(samples, b * batch, batch));
            if (learning) {
              learn(network, samples, b * batch, batch, times, errors);
            }
            count += batch;
          }
        }
        // The first repetition warms up.
        if (repetition > 0) {
          best = Math.max(best, count * 1e9 / (System.nanoTime() - wall));
          bestCpu = Math.max(bestCpu, count * 1e9 / (cpuNanos() - cpu));
        }
      }
    }
    return new Rate(name, learning, best, bestCpu, floor);
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
    network.backward(errors, 0.2);
    // So small a rate that the network stays the same for the whole measurement.
    network.step(1e-12, 0);
  }

  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
