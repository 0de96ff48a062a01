package ranvier.engine.network;

import java.util.List;

/**
 * A recording of state variables.
 *
 * @param name unique among probes
 * @param population whose neurons
 * @param neurons which of them
 * @param variables names of the model's state variables, such as {@code V_m}
 * @param intervalMs a multiple of the time step; samples at intervalMs, 2 intervalMs, ...
 */
public record Probe(String name, String population, Neurons neurons, List<String> variables, double intervalMs) {
  /** Copies the list. */
  public Probe {
    variables = List.copyOf(variables);
  }
}
