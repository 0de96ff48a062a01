package ranvier.neurons.ttfs.learning;

import java.util.List;
import ranvier.engine.network.NormalQuantile;
import ranvier.engine.random.Philox;
import ranvier.engine.random.Purpose;
import ranvier.neurons.ttfs.TtfsParameters;

/**
 * A layered network; the last layer's neurons are the classes.
 *
 * @param inputs spikes per sample
 * @param layers from the first hidden to the label layer
 * @param neuron constants of all neurons
 */
public record NetworkSpec(int inputs, List<LayerSpec> layers, TtfsParameters neuron) {
  /** Checks the values. */
  public NetworkSpec {
    layers = List.copyOf(layers);
    if (inputs < 1 || layers.isEmpty()) {
      throw new IllegalArgumentException("a network needs inputs and at least one layer, got " + inputs + " and "
          + layers.size());
    }
  }

  /** Inputs of a layer, biases included; the biases come last. */
  public int inputsOf(int layer) {
    return (layer == 0 ? inputs : layers.get(layer - 1).neurons()) + layers.get(layer).biasTimes().size();
  }

  /** The neuron's constants with times in units of tau_s: tau_s = 1, and C such that responses stay the same. */
  public TtfsParameters normalised() {
    return new TtfsParameters(neuron.tauM() / neuron.tauS(), 1, neuron.capacitance() / neuron.tauS(),
        neuron.leakPotential(), neuron.threshold());
  }

  /** Neurons of the last layer. */
  public int classes() {
    return layers.getLast().neurons();
  }

  /** Initial weights of a layer at {@code input * neurons + neuron}: a function of the seed. */
  public double[] initialWeights(int layer, long seed) {
    LayerSpec spec = layers.get(layer);
    double[] w = new double[inputsOf(layer) * spec.neurons()];
    Philox random = new Philox(seed, Purpose.WEIGHT, layer);
    for (int i = 0; i < w.length; i++) {
      w[i] = spec.weightMean() + spec.weightStd() * NormalQuantile.at(random.uniform(i, 0));
    }
    return w;
  }

  /** Number of learned delays of a layer. */
  public int delaysOf(int layer) {
    return switch (layers.get(layer).delays()) {
      case NONE -> 0;
      case AXONAL -> inputsOf(layer);
      case SYNAPTIC -> inputsOf(layer) * layers.get(layer).neurons();
      case DENDRITIC -> layers.get(layer).neurons();
    };
  }

  /** Initial theta of a layer's delays, normal with standard deviation 0.25: a function of the seed. */
  public double[] initialDelays(int layer, long seed) {
    double[] theta = new double[delaysOf(layer)];
    Philox random = new Philox(seed, Purpose.DELAY, layer);
    for (int i = 0; i < theta.length; i++) {
      theta[i] = 0.25 * NormalQuantile.at(random.uniform(i, 0));
    }
    return theta;
  }
}
