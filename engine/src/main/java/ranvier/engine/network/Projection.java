package ranvier.engine.network;

import java.util.Map;

/**
 * Synapses from one population (or set of spike trains) to one population.
 *
 * @param name unique among projections
 * @param source name of a population or of spike trains
 * @param target name of a population
 * @param rule which neurons are connected
 * @param weight in the unit of the target's receptors: pA, nS or mV; positive weights go to the excitatory, negative
 *     ones to the inhibitory receptor
 * @param delayMs on the grid rounded to the nearest multiple of the time step
 * @param synapse the synapse model's name, {@code static} by default
 * @param parameters parameters of the synapse model
 * @param storage how weights are kept
 * @param modulator name of the population or spike trains whose spikes modulate plasticity; empty if there is none
 */
public record Projection(String name, String source, String target, Rule rule, Distribution weight,
    Distribution delayMs, String synapse, Map<String, Distribution> parameters, Storage storage,
    String modulator) {
  /** Copies the map. */
  public Projection {
    parameters = Ordered.copy(parameters);
  }

  /** A projection that nothing modulates. */
  public Projection(String name, String source, String target, Rule rule, Distribution weight, Distribution delayMs,
      String synapse, Map<String, Distribution> parameters, Storage storage) {
    this(name, source, target, rule, weight, delayMs, synapse, parameters, storage, "");
  }
}
