package ranvier.formats.reference;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import ranvier.engine.network.Network;
import ranvier.engine.network.Population;

/**
 * A simulation in which everything is listed, and what is expected of it. Neurons are numbered through the populations.
 *
 * @param exact whether spike times are real numbers; otherwise they are multiples of {@code dtMs}
 * @param tolerance largest accepted deviations by name ({@code spike_ms}, {@code V_m_mV}, ...); what is not limited is
 *     absent
 * @param network with a probe for every expected trace
 * @param connections for every projection, the case's number of each of its connections
 */
public record ReferenceCase(String name, boolean exact, double dtMs, double durationMs, Map<String, Double> tolerance,
    Network network, Map<String, int[]> connections, Spikes spikes, List<Trace> traces, Weights weights) {
  /** Spikes, in any order. */
  public record Spikes(int[] neurons, double[] timesMs) {}

  /** A state variable of one neuron at some times. */
  public record Trace(int neuron, String variable, double[] timesMs, double[] values) {}

  /** Weights as transmitted by the presynaptic spikes at the given times; all empty if no synapse is plastic. */
  public record Weights(int[] connections, double[] timesMs, double[] weights) {
    /** No weights. */
    public static final Weights NONE = new Weights(new int[0], new double[0], new double[0]);
  }

  /**
   * Reads a case.
   *
   * @throws ranvier.engine.network.InvalidNetworkException with everything that is wrong with the file
   */
  public static ReferenceCase read(Path file) {
    return new CaseReader(file).read();
  }

  /** What to call a neuron in messages: its population, with its index there if that has more than one neuron. */
  String neuronName(int neuron) {
    int index = neuron;
    for (Population p : network.populations()) {
      if (index < p.size()) {
        return p.size() > 1 ? p.name() + "[" + index + "]" : p.name();
      }
      index -= p.size();
    }
    throw new IllegalArgumentException("there is no neuron " + neuron);
  }

  /** Number of neurons. */
  public int neurons() {
    return network.neurons();
  }
}
