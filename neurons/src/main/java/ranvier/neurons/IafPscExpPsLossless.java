package ranvier.neurons;

import ranvier.engine.model.ExactTime;
import ranvier.neurons.exact.ExactLif;

/** {@link IafPscExp} under NEST's name {@code iaf_psc_exp_ps_lossless}. */
public final class IafPscExpPsLossless extends PreciseModel {
  /** For the service loader. */
  public IafPscExpPsLossless() {
    super("iaf_psc_exp_ps_lossless", new IafPscExp());
  }

  @Override
  public ExactTime exactTime() {
    return ExactLif.EXPONENTIAL;
  }
}
