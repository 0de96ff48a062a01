package ranvier.neurons;

import ranvier.engine.model.ExactTime;
import ranvier.neurons.exact.ExactLif;

/** {@link IafPscExp} under NEST's name {@code iaf_psc_exp_ps}. */
public final class IafPscExpPs extends PreciseModel {
  /** For the service loader. */
  public IafPscExpPs() {
    super("iaf_psc_exp_ps", new IafPscExp());
  }

  @Override
  public ExactTime exactTime() {
    return ExactLif.EXPONENTIAL;
  }
}
