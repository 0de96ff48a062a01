package ranvier.neurons;

import java.util.List;
import java.util.function.Consumer;
import ranvier.engine.model.GridBlock;
import ranvier.engine.model.GridNeurons;
import ranvier.engine.model.ModelDescription;
import ranvier.engine.model.NeuronModel;
import ranvier.engine.model.ParameterSpec;
import ranvier.engine.model.ParameterSpec.Range;
import ranvier.engine.model.Parameters;
import ranvier.engine.model.Receptor;
import ranvier.engine.model.VariableSpec;

/**
 * A source of Poisson spikes, {@code poisson}: each neuron of the population is an independent Poisson process.
 *
 * <p>The first spike comes an exponentially distributed time after start, each further one after the one before:
 * <pre>
 *   t_0 = start + g_0,   t_k = t_(k-1) + g_k,   g_k = -1000/rate ln u_k ms,   as long as t_k &lt;= stop
 * </pre>
 * with u_k uniform in (0, 1), drawn by number of neuron in the network and k. On the grid a spike belongs to the step
 * in which it falls, and there may be more than one per step; the times themselves do not depend on the step.
 *
 * <table>
 * <caption>Parameters</caption>
 * <tr><td>rate</td><td>0 Hz</td><td>mean number of spikes per second</td></tr>
 * <tr><td>start, stop</td><td>0, infinity ms</td><td>spikes in start &lt; t &lt;= stop</td></tr>
 * </table>
 *
 * <p>Limits: a rate of 0 has no spikes. Input to the population is an error, there is no receptor for it. To drive each
 * neuron of another population with its own train, a Poisson stimulus is cheaper.
 *
 * <p>Source: inversion of the exponential distribution, Devroye (1986), Non-Uniform Random Variate Generation,
 * doi:10.1007/978-1-4613-8643-8; generator Salmon et al. (2011), doi:10.1145/2063384.2063405. Parameters as NEST's
 * poisson_generator, which, however, gives each target its own train.
 */
public final class PoissonNeuron implements NeuronModel {
  private static final ModelDescription DESCRIPTION = new ModelDescription("poisson",
      "A source of Poisson spikes; each neuron is an independent process.",
      """
      t_0 = start + g_0,  t_k = t_(k-1) + g_k,  g_k = -1000/rate ln u_k ms, as long as t_k <= stop
      u_k uniform in (0, 1), a function of seed, neuron and k; on the grid a spike belongs to the step it falls in""",
      List.of(
          new ParameterSpec("rate", "Hz", 0, Range.NOT_NEGATIVE, "mean number of spikes per second"),
          new ParameterSpec("start", "ms", 0, Range.NOT_NEGATIVE, "no spikes up to this time"),
          new ParameterSpec("stop", "ms", Double.POSITIVE_INFINITY, Range.ANY, "no spikes after this time")),
      List.of(new VariableSpec("next_spike", "ms", null, false, "time of the next spike")),
      List.of("Devroye (1986), Non-Uniform Random Variate Generation, doi:10.1007/978-1-4613-8643-8",
          "Salmon, Moraes, Dror, Shaw (2011), doi:10.1145/2063384.2063405"),
      "A rate of 0 has no spikes. There is no receptor for input.");

  @Override
  public ModelDescription description() {
    return DESCRIPTION;
  }

  @Override
  public List<Receptor> receptors(Parameters p, boolean separate) {
    return List.of();
  }

  @Override
  public void check(Parameters p, Consumer<String> problem) {
    Rules.notAbove(p, "start", "stop", "spikes fall between them", problem);
  }

  @Override
  public GridNeurons onGrid(GridBlock block) {
    return new PoissonProcesses(block);
  }
}
