package ranvier.scenarios.ttfs;

import java.util.List;
import java.util.Random;
import ranvier.neurons.ttfs.TtfsParameters;
import ranvier.neurons.ttfs.learning.Batch;
import ranvier.neurons.ttfs.learning.CrossEntropyLoss;
import ranvier.neurons.ttfs.learning.DelayKind;
import ranvier.neurons.ttfs.learning.FloatNetwork;
import ranvier.neurons.ttfs.learning.Guard;
import ranvier.neurons.ttfs.learning.LayerSpec;
import ranvier.neurons.ttfs.learning.NetworkSpec;
import ranvier.neurons.ttfs.learning.Quantisation;
import ranvier.neurons.ttfs.learning.Samples;

/**
 * What the throughput of the single-precision network is measured with: networks with their initial weights, and
 * artificial samples. Sorting the inputs is part of the work. One thread.
 */
public final class TtfsThroughput implements AutoCloseable {
  /** Samples of one {@link #pass} of any workload. */
  public static final int SAMPLES_PER_PASS = 1200;

  /** A network and what is done with it. */
  public enum Workload {
    /** Inference on 16 x 16 pixels. */
    FORWARD_256_246_10("256-246-10", false, 50, 35_000, 63_200),
    /** Inference on 28 x 28 pixels. */
    FORWARD_784_350_10("784-350-10", false, 80, 12_000, 22_100),
    /** Learning on 16 x 16 pixels. */
    LEARN_256_246_10("256-246-10", true, 50, 22_000, 47_700),
    /** Learning on 28 x 28 pixels. */
    LEARN_784_350_10("784-350-10", true, 80, 7_000, 14_900),
    /** Learning Yin-Yang, tau_m = tau_s. */
    LEARN_4_120_3("4-120-3", true, 150, 180_000, 391_000),
    /** Learning Yin-Yang, tau_m = 2 tau_s. */
    LEARN_4_120_3_DOUBLE("4-120-3, tau_m = 2 tau_s", true, 150, 180_000, 0);

    private final String network;
    private final boolean learning;
    private final int batch;
    private final double required;
    private final double inC;

    Workload(String network, boolean learning, int batch, double required, double inC) {
      this.network = network;
      this.learning = learning;
      this.batch = batch;
      this.required = required;
      this.inC = inC;
    }

    /** Sizes of its layers. */
    public String network() {
      return network;
    }

    /** Forward, backward and Adam; otherwise forward only. */
    public boolean isLearning() {
      return learning;
    }

    /** Samples per second that the project asks for. */
    public double required() {
      return required;
    }

    /** Of hand-written C with AVX-512 on the machine that the requirement is from; 0: not known. */
    public double inC() {
      return inC;
    }

    private NetworkSpec spec() {
      // Initial weights as published for these sizes.
      return switch (this) {
        case FORWARD_256_246_10, LEARN_256_246_10 -> new NetworkSpec(256,
            List.of(new LayerSpec(246, List.of(), 0.1, 0.4, 0.5), new LayerSpec(10, List.of(), 0.6, 0.8, 0.5)),
            TtfsParameters.dimensionless(1, 1));
        case FORWARD_784_350_10, LEARN_784_350_10 -> new NetworkSpec(784,
            List.of(new LayerSpec(350, List.of(), 0.05, 0.8, 0.15), new LayerSpec(10, List.of(), 0.15, 0.8, 0.05)),
            TtfsParameters.dimensionless(1, 1));
        case LEARN_4_120_3 -> YinYangTtfs.spec(false, DelayKind.NONE, 120);
        case LEARN_4_120_3_DOUBLE -> new NetworkSpec(4, YinYangTtfs.spec(false, DelayKind.NONE, 120).layers(),
            TtfsParameters.dimensionless(2, 1));
      };
    }

    private Samples samples(int inputs) {
      return switch (inputs) {
        case 4 -> YinYangTtfs.trainingSet();
        case 256 -> images(inputs, true);
        default -> images(inputs, false);
      };
    }
  }

  private final Workload workload;
  private final FloatNetwork network;
  private final Samples samples;
  private final double[] times;
  private final double[] errors;

  /** Builds the network. */
  public TtfsThroughput(Workload workload) {
    this.workload = workload;
    NetworkSpec spec = workload.spec();
    samples = workload.samples(spec.inputs());
    network = new FloatNetwork(spec, Quantisation.NONE, 1, workload.batch, 1);
    times = new double[workload.batch * samples.classes()];
    errors = new double[times.length];
  }

  /** Half of the pixels are black, as in Fashion-MNIST, and all have 256 grey values. */
  private static Samples images(int inputs, boolean blackIsSilent) {
    Random random = new Random(1);
    float[] times = new float[SAMPLES_PER_PASS * inputs];
    for (int i = 0; i < times.length; i++) {
      int grey = random.nextBoolean() ? 0 : 1 + random.nextInt(255);
      times[i] = grey == 0 && blackIsSilent ? Float.POSITIVE_INFINITY : SpikeCoding.time(1 - grey / 255.0);
    }
    return new Samples("artificial images", inputs, 10, times, random.ints(SAMPLES_PER_PASS, 0, 10).toArray());
  }

  /** Presents {@link #SAMPLES_PER_PASS} samples in batches; returns how many. */
  public int pass() {
    for (int from = 0; from < SAMPLES_PER_PASS; from += workload.batch) {
      network.forward(Batch.plain(samples, from, workload.batch));
      if (workload.learning) {
        learn(from);
      }
    }
    return SAMPLES_PER_PASS;
  }

  private void learn(int from) {
    int classes = samples.classes();
    int last = network.spec().layers().size() - 1;
    for (int b = 0; b < workload.batch; b++) {
      for (int n = 0; n < classes; n++) {
        times[b * classes + n] = network.time(last, b, n);
      }
      CrossEntropyLoss.PAPER.of(times, b * classes, classes, samples.labels()[from + b], errors);
    }
    for (int i = 0; i < errors.length; i++) {
      errors[i] /= workload.batch;
    }
    network.backward(errors, Guard.REFERENCE);
    // So small a rate that the network stays the same for the whole measurement.
    network.step(1e-12, 0, 0);
  }

  @Override
  public void close() {
    network.close();
  }
}
