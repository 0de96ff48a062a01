package ranvier.neurons;

import java.util.List;
import ranvier.engine.model.GridBlock;
import ranvier.engine.model.GridNeurons;
import ranvier.engine.model.ModelDescription;
import ranvier.engine.model.NeuronModel;
import ranvier.engine.model.Parameters;
import ranvier.engine.model.Receptor;

/**
 * A neuron that repeats each spike it receives, at the time of arrival, {@code parrot_neuron}: n spikes that arrive in
 * one step make n spikes in that step. Weights do not matter. It gives the spikes of one source to many targets, or to
 * plastic synapses. There are no parameters and no state.
 *
 * <p>Limits: connections with receptor 1 of NEST's model, which are not repeated, have no counterpart; leave them out.
 * Source: NEST 3.10.
 */
public final class ParrotNeuron implements NeuronModel {
  private static final ModelDescription DESCRIPTION = new ModelDescription("parrot_neuron",
      "A neuron that repeats each spike it receives, at the time of arrival.",
      "n spikes arrive in a step, of whatever weights: n spikes in that step",
      List.of(), List.of(), List.of("NEST 3.10, parrot_neuron"),
      "Connections with receptor 1 of NEST's model, which are not repeated, have no counterpart.");

  @Override
  public ModelDescription description() {
    return DESCRIPTION;
  }

  @Override
  public List<Receptor> receptors(Parameters p, boolean separate) {
    return List.of(new Receptor("spikes", "", Receptor.Sign.BOTH, false, true));
  }

  @Override
  public GridNeurons onGrid(GridBlock block) {
    return (from, to, step, input, spikes) -> {
      double[] arriving = input.doubles(0);
      for (int k = 0; k < to - from; k++) {
        for (long n = Math.round(arriving[k]); n > 0; n--) {
          spikes.spike(from + k);
        }
      }
    };
  }
}
