package ranvier.neurons.ttfs.learning;

import java.util.LinkedHashMap;
import java.util.Map;
import ranvier.engine.random.Philox;
import ranvier.engine.random.Purpose;

/**
 * The general network: double precision, any ratio of time constants, every kind of delay, imperfect substrates. It is
 * the measure for {@link FloatNetwork} and one to two orders of magnitude slower. Results are the same for any number
 * of threads.
 */
public final class DoubleNetwork implements LearningNetwork {
  private final NetworkSpec spec;
  private final Workers workers;
  private final int capacity;
  private final long seed;
  private final DoubleLayer[] layers;
  private final DoubleLayer.Scratch[] scratch;
  private final float[][] inputTimes;
  private final double[][] exactTimes;
  private Batch batch;
  private long steps;

  /**
   * A network with initial weights.
   *
   * @param capacity largest batch
   */
  public DoubleNetwork(NetworkSpec spec, Substrate substrate, long seed, int capacity, int threads) {
    this.spec = spec;
    this.seed = seed;
    this.capacity = capacity;
    workers = new Workers(threads);
    layers = new DoubleLayer[spec.layers().size()];
    int widest = spec.inputs();
    for (int l = 0; l < layers.length; l++) {
      layers[l] = new DoubleLayer(spec, l, substrate, seed, capacity);
      layers[l].setWeights(spec.initialWeights(l, seed));
      layers[l].setTheta(spec.initialDelays(l, seed));
      widest = Math.max(widest, spec.inputsOf(l));
    }
    scratch = new DoubleLayer.Scratch[threads];
    inputTimes = new float[threads][spec.inputs()];
    exactTimes = new double[threads][spec.inputs()];
    for (int i = 0; i < threads; i++) {
      scratch[i] = new DoubleLayer.Scratch(widest);
    }
  }

  /** The same weights and delays on an ideal substrate, for batches of one. */
  public static DoubleNetwork copyOf(LearningNetwork trained) {
    DoubleNetwork copy = new DoubleNetwork(trained.spec(), Substrate.IDEAL, 0, 1, 1);
    Map<String, Object> state = trained.state();
    for (int l = 0; l < copy.layers.length; l++) {
      copy.layers[l].setWeights(trained.weights(l));
      copy.layers[l].setTheta((double[]) state.get("layer" + l + ".theta"));
    }
    return copy;
  }

  @Override
  public NetworkSpec spec() {
    return spec;
  }

  @Override
  public int capacity() {
    return capacity;
  }

  @Override
  public void forward(Batch next) {
    if (next.count() > capacity || next.samples().inputs() != spec.inputs()) {
      throw new IllegalArgumentException("a batch of " + next.count() + " samples with " + next.samples().inputs()
          + " inputs does not fit a network for " + capacity + " samples with " + spec.inputs() + " inputs");
    }
    batch = next;
    workers.run(next.count(), (worker, b) -> {
      float[] single = inputTimes[worker];
      double[] exact = exactTimes[worker];
      next.times(b, new Philox(seed, Purpose.NOISE), single);
      for (int i = 0; i < exact.length; i++) {
        exact[i] = single[i];
      }
      advance(b, exact, worker);
    });
  }

  /** Presents one sample given in double precision, as a batch of one. */
  public void forward(double[] times, int label) {
    batch = Batch.plain(new Samples("one", times.length, spec.classes(), new float[times.length], new int[] {label}), 0,
        1);
    advance(0, times, 0);
  }

  private void advance(int b, double[] times, int worker) {
    for (int l = 0; l < layers.length; l++) {
      double[] below = l == 0 ? times : layers[l - 1].times();
      int offset = l == 0 ? 0 : b * layers[l - 1].neurons();
      layers[l].advance(b, below, offset, scratch[worker], new Philox(seed, Purpose.NEURON, l), batch.pass(),
          batch.sample(b));
    }
  }

  @Override
  public double time(int layer, int sample, int neuron) {
    return layers[layer].times()[sample * layers[layer].neurons() + neuron];
  }

  @Override
  public double missing(int layer) {
    return layers[layer].missing(batch.count());
  }

  @Override
  public void bump(int layer, double amount) {
    layers[layer].bump(batch.count(), amount);
  }

  @Override
  public void backward(double[] errors, Guard guard) {
    int last = layers.length - 1;
    workers.run(batch.count(), (worker, b) -> {
      layers[last].setErrors(b, errors, b * spec.classes());
      for (int l = last; l >= 0; l--) {
        layers[l].passErrors(b, guard.steepest());
        if (l > 0) {
          layers[l - 1].setErrors(b, layers[l].inputErrors(), b * layers[l].inputs());
        }
      }
    });
    for (DoubleLayer layer : layers) {
      workers.run(layer.neurons(), (worker, n) -> layer.gradient(n, batch.count(), guard, scratch[worker]));
      layer.axonalGradient(batch.count());
    }
  }

  @Override
  public void step(double rate, double delayRate, double shrink) {
    steps++;
    for (DoubleLayer layer : layers) {
      layer.step(AdamSettings.DEFAULT, steps, rate, delayRate, 1 - shrink);
    }
  }

  @Override
  public double[] weights(int layer) {
    return layers[layer].weights();
  }

  @Override
  public void setWeights(int layer, double[] weights) {
    layers[layer].setWeights(weights);
  }

  @Override
  public double[] weightGradient(int layer) {
    return layers[layer].gradient();
  }

  @Override
  public double[] delays(int layer) {
    return layers[layer].delays();
  }

  /** Gradient with respect to delays (not theta), laid out as {@link #delays}. */
  public double[] delayGradient(int layer) {
    return layers[layer].delayGradient();
  }

  /** Gradient with respect to the input times of a sample, biases last. */
  public double[] inputGradient(int sample) {
    int n = layers[0].inputs();
    return java.util.Arrays.copyOfRange(layers[0].inputErrors(), sample * n, (sample + 1) * n);
  }

  @Override
  public Map<String, Object> state() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("steps", new double[] {(double) steps});
    for (int l = 0; l < layers.length; l++) {
      layers[l].save("layer" + l + ".", all);
    }
    return all;
  }

  @Override
  public void restore(Map<String, Object> state) {
    steps = (long) StateArrays.doubles(state, "steps", 1)[0];
    for (int l = 0; l < layers.length; l++) {
      layers[l].load("layer" + l + ".", state);
    }
  }

  @Override
  public void close() {
    workers.close();
  }
}
