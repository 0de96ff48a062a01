package ranvier.engine.network;

import java.util.Map;

/**
 * Neurons of one model.
 *
 * @param name unique among populations and spike trains
 * @param size number of neurons, at least 1
 * @param model the neuron model's name, such as {@code iaf_psc_exp}
 * @param parameters the model's parameters by their NEST/PyNN names; those not given have the model's default; booleans
 *     are 0 and 1
 * @param initial initial values of the model's state variables; those not given have the model's default
 */
public record Population(String name, int size, String model, Map<String, Distribution> parameters,
    Map<String, Distribution> initial) {
  /** Copies the maps. */
  public Population {
    parameters = Ordered.copy(parameters);
    initial = Ordered.copy(initial);
  }
}
