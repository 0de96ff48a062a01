package ranvier.neurons.ttfs.learning;

import java.util.LinkedHashMap;
import java.util.Map;
import ranvier.engine.random.Philox;
import ranvier.engine.random.Purpose;

/**
 * The fast network: single precision, tau_m = tau_s or tau_m = 2 tau_s, delays per input. Input times must lie within
 * 40 tau_s. Results are the same for any number of threads and with or without the vector module.
 */
public final class FloatNetwork implements LearningNetwork {
  /** Samples that go through all layers together; their sorted spikes and a block of weights fit the caches. */
  private static final int TILE = 8;

  private final NetworkSpec spec;
  private final AdamSettings adam;
  private final Workers workers;
  private final int capacity;
  private final long seed;
  private final FloatLayer[] layers;
  private final float[][] scratchTimes;
  private final ArrivalOrder[] orders;
  private Batch batch;
  private long steps;

  /**
   * A network with initial weights.
   *
   * @param capacity largest batch
   */
  public FloatNetwork(NetworkSpec spec, Quantisation quantisation, long seed, int capacity, int threads) {
    this(spec, quantisation, seed, capacity, threads, Kernels.best());
  }

  FloatNetwork(NetworkSpec spec, Quantisation quantisation, long seed, int capacity, int threads, Kernel kernel) {
    this.spec = spec;
    this.seed = seed;
    this.capacity = capacity;
    adam = AdamSettings.DEFAULT;
    workers = new Workers(threads);
    layers = new FloatLayer[spec.layers().size()];
    int widest = Blocks.padded(spec.inputs());
    for (int l = 0; l < layers.length; l++) {
      boolean passesErrorsOn = l > 0 || spec.layers().get(0).delays() == DelayKind.AXONAL;
      layers[l] = new FloatLayer(spec, l, quantisation, capacity, kernel, passesErrorsOn);
      layers[l].setWeights(spec.initialWeights(l, seed));
      layers[l].setDelays(spec.initialDelays(l, seed));
      widest = Math.max(widest, Blocks.padded(spec.inputsOf(l)));
    }
    scratchTimes = new float[threads][widest];
    orders = new ArrivalOrder[threads];
    for (int i = 0; i < threads; i++) {
      orders[i] = new ArrivalOrder(widest, kernel);
    }
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
    workers.run((next.count() + TILE - 1) / TILE, (worker, tile) -> {
      Philox random = new Philox(seed, Purpose.NOISE);
      float[] times = scratchTimes[worker];
      int to = Math.min((tile + 1) * TILE, next.count());
      for (int l = 0; l < layers.length; l++) {
        for (int b = tile * TILE; b < to; b++) {
          if (l == 0) {
            next.times(b, random, times);
          } else {
            layers[l - 1].copyTimes(b, times);
          }
          layers[l].take(b, times, orders[worker]);
        }
        layers[l].advance(tile * TILE, to);
      }
    });
  }

  @Override
  public double time(int layer, int sample, int neuron) {
    return layers[layer].time(sample, neuron);
  }

  @Override
  public double missing(int layer) {
    return layers[layer].missing(batch.count());
  }

  @Override
  public void bump(int layer, double amount) {
    layers[layer].bump(batch.count(), (float) amount);
  }

  @Override
  public void backward(double[] errors, Guard guard) {
    int count = batch.count();
    int classes = spec.classes();
    FloatLayer last = layers[layers.length - 1];
    workers.run((count + TILE - 1) / TILE, (worker, tile) -> {
      int to = Math.min((tile + 1) * TILE, count);
      for (int b = tile * TILE; b < to; b++) {
        last.setErrors(b, errors, b * classes);
        for (int l = layers.length - 1; l >= 0; l--) {
          layers[l].passErrors(b, guard);
          if (l > 0) {
            layers[l - 1].takeErrors(b, layers[l]);
          }
        }
      }
    });
    for (FloatLayer layer : layers) {
      workers.run(layer.blocks(), (worker, block) -> layer.gradient(block, count));
      layer.delayGradient(count);
    }
  }

  @Override
  public void step(double rate, double delayRate, double shrink) {
    steps++;
    double correction = 1 - StrictMath.pow(adam.beta1(), (double) steps);
    double root = StrictMath.sqrt(1 - StrictMath.pow(adam.beta2(), (double) steps));
    Kernel.AdamStep constants = new Kernel.AdamStep((float) adam.beta1(), (float) adam.beta2(),
        (float) (rate / correction), (float) (1 / root), (float) adam.epsilon(),
        (float) (1 - shrink));
    for (FloatLayer layer : layers) {
      workers.run(layer.blocks(), (worker, block) -> layer.step(block, constants));
      layer.stepDelays(adam, steps, delayRate);
      layer.weightsChanged();
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
