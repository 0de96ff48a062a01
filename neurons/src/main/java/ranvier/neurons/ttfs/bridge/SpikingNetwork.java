package ranvier.neurons.ttfs.bridge;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import ranvier.engine.exact.ExactOptions;
import ranvier.engine.kernel.RunControl;
import ranvier.engine.kernel.Simulation;
import ranvier.engine.model.Models;
import ranvier.engine.network.Distribution;
import ranvier.engine.network.Network;
import ranvier.engine.network.Rule;
import ranvier.engine.network.Storage;
import ranvier.engine.record.SpikeOutput;
import ranvier.neurons.ttfs.TtfsParameters;
import ranvier.neurons.ttfs.learning.DelayKind;
import ranvier.neurons.ttfs.learning.LayerSpec;
import ranvier.neurons.ttfs.learning.LearningNetwork;
import ranvier.neurons.ttfs.learning.NetworkSpec;

/**
 * A trained network as populations {@code layer1}, {@code layer2}, ... of {@code iaf_psc_exp}, driven by the spike
 * trains {@code input} and {@code bias1}, {@code bias2}, ... . A neuron stays refractory after its first spike. Weights
 * and delays are those at the time of construction, in double precision and without a substrate. Immutable; runs
 * allocate.
 */
public final class SpikingNetwork {
  /** Longer than any presentation: only the first spike counts. */
  private static final double REFRACTORY_MS = 1e6;

  private final NetworkSpec spec;
  private final TtfsParameters neuron;
  private final double transmissionMs;
  private final double[][] weights;
  private final double[][] delays;
  private final Models models = Models.installed();

  /**
   * Takes over a trained network.
   *
   * @param transmissionMs a delay that every connection has beside the learned ones; 0: a spike arrives when it is
   *     sent, which needs the strict kernel
   */
  public SpikingNetwork(LearningNetwork trained, double transmissionMs) {
    if (!(transmissionMs >= 0) || Double.isInfinite(transmissionMs)) {
      throw new IllegalArgumentException("the transmission delay must be finite and not negative, got "
          + transmissionMs + " ms");
    }
    this.transmissionMs = transmissionMs;
    spec = trained.spec();
    neuron = spec.normalised();
    int layers = spec.layers().size();
    weights = new double[layers][];
    delays = new double[layers][];
    for (int l = 0; l < layers; l++) {
      weights[l] = trained.weights(l);
      delays[l] = trained.delays(l);
    }
  }

  /**
   * The description for one sample.
   *
   * @param inputTimes in tau_s; infinite: no spike
   */
  public Network network(double[] inputTimes) {
    if (inputTimes.length != spec.inputs()) {
      throw new IllegalArgumentException("the network takes " + spec.inputs() + " input times, got "
          + inputTimes.length);
    }
    Network.Builder builder = Network.named("first spikes");
    builder.spikeTrains("input", Arrays.stream(inputTimes)
        .mapToObj(t -> t == Double.POSITIVE_INFINITY ? new double[0] : new double[] {t}).toArray(double[][]::new));
    for (int l = 0; l < weights.length; l++) {
      LayerSpec layer = spec.layers().get(l);
      builder.population(population(l), layer.neurons(), "iaf_psc_exp", p -> p.set("tau_m", neuron.tauM())
          .set("tau_syn_ex", neuron.tauS()).set("tau_syn_in", neuron.tauS()).set("C_m", neuron.capacitance())
          .set("E_L", neuron.leakPotential()).set("V_reset", neuron.leakPotential()).set("V_th", neuron.threshold())
          .set("t_ref", REFRACTORY_MS));
      int real = spec.inputsOf(l) - layer.biasTimes().size();
      connect(builder, l, l == 0 ? "input" : population(l - 1), 0, real);
      if (real < spec.inputsOf(l)) {
        double since = l * transmissionMs;
        builder.spikeTrains(bias(l), layer.biasTimes().stream().map(t -> new double[] {t + since})
            .toArray(double[][]::new));
        connect(builder, l, bias(l), real, spec.inputsOf(l));
      }
    }
    return builder.build();
  }

  private void connect(Network.Builder builder, int l, String source, int from, int to) {
    int neurons = spec.layers().get(l).neurons();
    int size = (to - from) * neurons;
    double[] delayMs = new double[size];
    for (int i = from; i < to; i++) {
      for (int n = 0; n < neurons; n++) {
        delayMs[(i - from) * neurons + n] = transmissionMs + delay(l, i, n);
      }
    }
    builder.project(source, population(l), new Rule.Explicit(
        IntStream.range(0, size).map(k -> Math.floorDiv(k, neurons)).toArray(),
        IntStream.range(0, size).map(k -> Math.floorMod(k, neurons)).toArray()),
        s -> s.weight(Distribution.listed(Arrays.copyOfRange(weights[l], from * neurons, to * neurons)))
            .delayMs(Distribution.listed(delayMs)).storage(Storage.DOUBLE));
  }

  /** Learned delay from an input of a layer to a neuron, that of the sender's dendrite included. */
  private double delay(int l, int input, int n) {
    DelayKind kind = spec.layers().get(l).delays();
    double own = kind == DelayKind.AXONAL ? delays[l][input]
        : kind == DelayKind.SYNAPTIC ? delays[l][n * spec.inputsOf(l) + input] : 0;
    boolean dendritic = l > 0 && spec.layers().get(l - 1).delays() == DelayKind.DENDRITIC
        && input < spec.layers().get(l - 1).neurons();
    return dendritic ? own + delays[l - 1][input] : own;
  }

  private static String population(int l) {
    return "layer" + (l + 1);
  }

  private static String bias(int l) {
    return "bias" + (l + 1);
  }

  /**
   * Presents one sample.
   *
   * @return first spike by layer and neuron in tau_s, the transmission delays taken off again; infinite: silent
   */
  public double[][] run(double[] inputTimes) {
    Simulation simulation =
        Simulation.exact(network(inputTimes), models, ExactOptions.of(1, 0), fraction -> { });
    List<LayerSpec> layers = spec.layers();
    double[] first = new double[layers.stream().mapToInt(LayerSpec::neurons).sum()];
    Arrays.fill(first, Double.POSITIVE_INFINITY);
    double sliceMs = simulation.sliceMs();
    simulation.output(new SpikeOutput() {
      @Override
      public void add(long slice, double offsetMs, int number) {
        first[number] = slice * sliceMs + offsetMs;
      }

      @Override
      public void endOfSlice(long slice) {}
    });
    simulation.run(latestMs(inputTimes), RunControl.NONE);
    double[][] byLayer = new double[layers.size()][];
    int from = 0;
    for (int l = 0; l < byLayer.length; l++) {
      byLayer[l] = Arrays.copyOfRange(first, from, from + layers.get(l).neurons());
      from += byLayer[l].length;
      for (int n = 0; n < byLayer[l].length; n++) {
        byLayer[l][n] += (layers.get(l).delays() == DelayKind.DENDRITIC ? delays[l][n] : 0)
            - (l + 1) * transmissionMs;
      }
    }
    return byLayer;
  }

  /**
   * No spike can come later: at its first spike a membrane rises, so that the current is at least g (theta - E_l), and
   * after the last arrival it decays from at most the sum of the positive weights.
   */
  private double latestMs(double[] inputTimes) {
    double latest = Arrays.stream(inputTimes).filter(t -> t != Double.POSITIVE_INFINITY).max().orElse(0);
    double least = neuron.capacitance() / neuron.tauM() * neuron.distance();
    for (int l = 0; l < weights.length; l++) {
      for (double bias : spec.layers().get(l).biasTimes()) {
        latest = Math.max(latest, bias + l * transmissionMs);
      }
      double longest = 0;
      for (int i = 0; i < spec.inputsOf(l); i++) {
        for (int n = 0; n < spec.layers().get(l).neurons(); n++) {
          longest = Math.max(longest, delay(l, i, n));
        }
      }
      double most = 0;
      for (int n = 0; n < spec.layers().get(l).neurons(); n++) {
        double sum = 0;
        for (int i = 0; i < spec.inputsOf(l); i++) {
          sum += Math.max(0, weights[l][i * spec.layers().get(l).neurons() + n]);
        }
        most = Math.max(most, sum);
      }
      latest += transmissionMs + longest + Math.max(0, StrictMath.log(most / least));
    }
    // A whole millisecond more, against the rounding to slices.
    return Math.ceil(latest) + 1;
  }
}
