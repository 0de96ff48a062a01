package ranvier.engine.model;

import java.util.List;
import ranvier.engine.math.VectorGate;

/**
 * What a synapse model is given to build a rule: for synapses of one projection onto the neurons of one worker that
 * have equal parameters. Asking for the same thing twice gives the same thing, also to the rules of other parameters.
 */
public interface SynapseBlock {
  /** A parameter of these synapses. */
  double parameter(String name);

  /** Time step in ms; NaN in exact time. */
  double dtMs();

  /** Spikes nearer to each other than this, in ms, are simultaneous: what is lost to rounding of times. */
  double toleranceMs();

  /** When vector code takes over. */
  VectorGate vectorGate();

  /**
   * A number per synapse beyond its weight, kept in the projection's precision.
   *
   * @return the number of the column, for {@link SynapseRow#column}
   */
  int column(String name);

  /** Spikes of the targets, with traces. See {@link History}. */
  History postSpikes(List<Double> sumTaus, List<Double> decayTaus);

  /** Values of a state variable of the targets at every time step, where they are not 0. On the grid only. */
  History postVariable(String name);

  /** Spikes of the modulating population, all as those of neuron 0; null if the projection has none. */
  History modulator(List<Double> sumTaus, List<Double> decayTaus);
}
