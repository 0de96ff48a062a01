package ranvier.synapses;

import java.util.List;
import ranvier.engine.model.ModelDescription;
import ranvier.engine.model.ParameterSpec;
import ranvier.engine.model.ParameterSpec.Range;
import ranvier.engine.model.PlasticOptions;
import ranvier.engine.model.SynapseBlock;
import ranvier.engine.model.SynapseModel;
import ranvier.engine.model.SynapseRule;

/**
 * Pair-based STDP with power-law potentiation, {@code stdp_pl_synapse_hom}: at a postsynaptic spike
 * {@code w += lambda w^mu K_plus}, at a presynaptic spike {@code w -= lambda alpha w K_minus}, all pairs. Weights are
 * not negative and have no upper bound.
 *
 * <p>Source: Morrison, Aertsen, Diesmann (2007), doi:10.1162/neco.2007.19.6.1437. Semantics as in NEST 3.10.
 */
public final class StdpPlSynapseHom implements SynapseModel {
  private static final ModelDescription DESCRIPTION = new ModelDescription("stdp_pl_synapse_hom",
      "Pair-based spike-timing dependent plasticity with power-law potentiation.",
      """
      postsynaptic spike: w += lambda w^mu K_plus
      presynaptic spike: w -= lambda alpha w K_minus, at least 0; then w is transmitted""",
      PlasticOptions.with(
          new ParameterSpec("tau_plus", "ms", 20, Range.POSITIVE, "time constant of the presynaptic trace"),
          new ParameterSpec("tau_minus", "ms", 20, Range.POSITIVE, "time constant of the postsynaptic trace"),
          new ParameterSpec("lambda", "", 0.1, Range.FINITE, "step size"),
          new ParameterSpec("alpha", "", 1, Range.FINITE, "depression relative to potentiation"),
          new ParameterSpec("mu", "", 0.4, Range.NOT_NEGATIVE, "exponent of potentiation")),
      List.of(), List.of("Morrison, Aertsen, Diesmann (2007), Neural Comput 19:1437,"
          + " doi:10.1162/neco.2007.19.6.1437"), "no upper bound");

  @Override
  public ModelDescription description() {
    return DESCRIPTION;
  }

  @Override
  public boolean plastic() {
    return true;
  }

  @Override
  public SynapseRule rule(SynapseBlock block) {
    return new PairRule(block, WeightChange.powerLaw(block));
  }
}
