package ranvier.synapses;

import java.util.List;
import java.util.function.ToDoubleFunction;
import ranvier.engine.math.Exp;
import ranvier.engine.model.ModelDescription;
import ranvier.engine.model.ParameterSpec;
import ranvier.engine.model.ParameterSpec.Range;
import ranvier.engine.model.PlasticOptions;
import ranvier.engine.model.SynapseBlock;
import ranvier.engine.model.SynapseModel;
import ranvier.engine.model.SynapseRow;
import ranvier.engine.model.SynapseRule;

/**
 * Short-term plasticity with instant inactivation, {@code tsodyks2_synapse}: a spike transmits w x u; from one spike to
 * the next, D later,
 * <pre>
 *   x := 1 + (x - x u - 1) exp(-D / tau_rec)    then    u := U + u (1 - U) exp(-D / tau_fac)
 * </pre>
 * The first spike finds the initial x and u. All synapses of a piece share x and u: they have seen the same spikes.
 *
 * <p>Limit: tau_fac = 0: u = U. Sources: Tsodyks, Markram (1997), doi:10.1073/pnas.94.2.719; Maass, Markram (2002). As
 * in NEST 3.10.
 */
public final class Tsodyks2Synapse implements SynapseModel {
  private static final ModelDescription DESCRIPTION = new ModelDescription("tsodyks2_synapse",
      "Short-term depression and facilitation with instant inactivation.",
      """
      presynaptic spike: w x u is transmitted
      to the next spike, D later: x = 1 + (x - x u - 1) exp(-D / tau_rec), then u = U + u (1 - U) exp(-D / tau_fac)""",
      PlasticOptions.with(
          new ParameterSpec("U", "", 0.5, Range.FRACTION, "what a spike adds to the used fraction"),
          new ParameterSpec("tau_fac", "ms", 0, Range.NOT_NEGATIVE, "time constant of facilitation; 0: none"),
          new ParameterSpec("tau_rec", "ms", 800, Range.POSITIVE, "time constant of recovery"),
          new ParameterSpec("x", "", 1, Range.FRACTION, "initial available fraction"),
          new ParameterSpec("u", "", 0.5, Range.FRACTION, "initial used fraction")),
      List.of(), List.of("Tsodyks, Markram (1997), PNAS 94:719, doi:10.1073/pnas.94.2.719"), "tau_fac = 0: u = U");

  @Override
  public ModelDescription description() {
    return DESCRIPTION;
  }

  @Override
  public boolean plastic() {
    return true;
  }

  @Override
  public double largestTransmitted(ToDoubleFunction<String> parameter, double largestWeight) {
    return largestWeight;
  }

  @Override
  public SynapseRule rule(SynapseBlock block) {
    return new Resources(block);
  }

  private static final class Resources implements SynapseRule {
    private final double tauFac;
    private final double tauRec;
    private final double use;
    private final double x0;
    private final double u0;

    Resources(SynapseBlock b) {
      tauFac = b.parameter("tau_fac");
      tauRec = b.parameter("tau_rec");
      use = b.parameter("U");
      x0 = b.parameter("x");
      u0 = b.parameter("u");
    }

    @Override
    public int rowVariables() {
      return 2;
    }

    @Override
    public boolean transmitsWeight() {
      return false;
    }

    @Override
    public boolean transmitsMultiple() {
      return true;
    }

    @Override
    public boolean changesWeights() {
      return false;
    }

    @Override
    public void start(SynapseRow row) {
      row.own()[0] = x0;
      row.own()[1] = u0;
    }

    @Override
    public void spike(SynapseRow row) {
      double x = row.own()[0];
      double u = row.own()[1];
      if (row.previousMs() > Double.NEGATIVE_INFINITY) {
        double h = row.nowMs() - row.previousMs();
        x = 1.0 + (x - x * u - 1.0) * Exp.of(-h / tauRec);
        u = use + (tauFac == 0.0 ? 0.0 : u * (1.0 - use) * Exp.of(-h / tauFac));
      }
      row.own()[0] = x;
      row.own()[1] = u;
      row.setFactor(x * u);
    }
  }
}
