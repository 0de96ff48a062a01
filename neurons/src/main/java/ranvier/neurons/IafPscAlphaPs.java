package ranvier.neurons;

import ranvier.engine.model.ExactTime;
import ranvier.neurons.exact.ExactLif;

/** {@link IafPscAlpha} under NEST's name {@code iaf_psc_alpha_ps}. */
public final class IafPscAlphaPs extends PreciseModel {
  /** For the service loader. */
  public IafPscAlphaPs() {
    super("iaf_psc_alpha_ps", new IafPscAlpha());
  }

  @Override
  public ExactTime exactTime() {
    return ExactLif.ALPHA;
  }
}
