package ranvier.synapses;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import ranvier.engine.model.ModelDescription;
import ranvier.engine.model.ParameterSpec;
import ranvier.engine.model.ParameterSpec.Range;
import ranvier.engine.model.Parameters;
import ranvier.engine.model.PlasticOptions;
import ranvier.engine.model.SynapseBlock;
import ranvier.engine.model.SynapseModel;
import ranvier.engine.model.SynapseRule;

/**
 * Pair-based spike-timing dependent plasticity, {@code stdp_synapse}. With x = w / Wmax
 * <pre>
 *   postsynaptic spike:  x += lambda (1 - x)^mu_plus K_plus, at most 1
 *   presynaptic spike:   x -= alpha lambda x^mu_minus K_minus, at least 0
 *   K_plus, K_minus: traces of the pre- and postsynaptic spikes, +1 per spike, time constants tau_plus and tau_minus
 * </pre>
 * all pairs. mu = 0 is additive, mu = 1 multiplicative STDP. Pre- and postsynaptic spikes that reach the synapse at the
 * same time do not pair with each other.
 *
 * <p>Sources: Guetig et al. (2003), doi:10.1523/JNEUROSCI.23-09-03697.2003; Rubin, Lee, Sompolinsky (2001); Song,
 * Miller, Abbott (2000). Semantics as in NEST 3.10; in exact time the times are exact.
 */
public final class StdpSynapse implements SynapseModel {
  private static final ModelDescription DESCRIPTION = new ModelDescription("stdp_synapse",
      "Pair-based spike-timing dependent plasticity, all pairs, with weight-dependent changes.",
      """
      x = w / Wmax
      postsynaptic spike: x += lambda (1 - x)^mu_plus K_plus, at most 1
      presynaptic spike: x -= alpha lambda x^mu_minus K_minus, at least 0; then w is transmitted
      K_plus, K_minus: traces of pre- and postsynaptic spikes, +1 per spike""",
      PlasticOptions.with(
          new ParameterSpec("tau_plus", "ms", 20, Range.POSITIVE, "time constant of the presynaptic trace"),
          new ParameterSpec("tau_minus", "ms", 20, Range.POSITIVE, "time constant of the postsynaptic trace"),
          new ParameterSpec("lambda", "", 0.01, Range.FINITE, "step size"),
          new ParameterSpec("alpha", "", 1, Range.FINITE, "depression relative to potentiation"),
          new ParameterSpec("mu_plus", "", 1, Range.NOT_NEGATIVE, "weight dependence of potentiation"),
          new ParameterSpec("mu_minus", "", 1, Range.NOT_NEGATIVE, "weight dependence of depression"),
          new ParameterSpec("Wmax", "", 100, Range.FINITE, "largest weight, with its sign")),
      List.of(), List.of("Guetig et al. (2003), J Neurosci 23:3697, doi:10.1523/JNEUROSCI.23-09-03697.2003"),
      "mu_plus = mu_minus = 0: additive; 1: multiplicative");

  @Override
  public ModelDescription description() {
    return DESCRIPTION;
  }

  @Override
  public boolean plastic() {
    return true;
  }

  @Override
  public void check(Parameters parameters, Consumer<String> problem) {
    WeightChange.check(parameters, problem);
  }

  @Override
  public double largestTransmitted(ToDoubleFunction<String> parameter, double largestWeight) {
    return WeightChange.bound(parameter, largestWeight);
  }

  @Override
  public SynapseRule rule(SynapseBlock block) {
    return new PairRule(block, WeightChange.bounded(block));
  }
}
