package ranvier.engine.model;

import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** All models on the path, by name. Loaded once; immutable and thread-safe. */
public final class Models {
  private final Map<String, NeuronModel> neurons = new TreeMap<>();
  private final Map<String, SynapseModel> synapses = new TreeMap<>();

  private Models(Iterable<? extends NeuronModel> neurons, Iterable<? extends SynapseModel> synapses) {
    neurons.forEach(m -> this.neurons.put(m.description().name(), m));
    synapses.forEach(m -> this.synapses.put(m.description().name(), m));
  }

  /** The given models only. */
  public static Models of(Iterable<? extends NeuronModel> neurons, Iterable<? extends SynapseModel> synapses) {
    return new Models(neurons, synapses);
  }

  /** The models that the service loader finds. */
  public static Models installed() {
    return Installed.MODELS;
  }

  /** Neuron models by name. */
  public Map<String, NeuronModel> neurons() {
    return java.util.Collections.unmodifiableMap(neurons);
  }

  /** Synapse models by name. */
  public Map<String, SynapseModel> synapses() {
    return java.util.Collections.unmodifiableMap(synapses);
  }

  private static final class Installed {
    static final Models MODELS =
        new Models(ServiceLoader.load(NeuronModel.class), ServiceLoader.load(SynapseModel.class));
  }
}
