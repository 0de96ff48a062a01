package ranvier.synapses;

import java.util.List;
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
 * Short-term plasticity of three states, {@code tsodyks_synapse}: of the resources, x are recovered, y active and z
 * inactive; u is the fraction that a spike uses. Between spikes
 * <pre>
 *   dx/dt = z / tau_rec    dy/dt = -y / tau_psc    z = 1 - x - y    du/dt = -u / tau_fac
 * </pre>
 * in closed form; at a spike {@code u += U (1 - u)}, then u x passes from x to y, and w u x is transmitted. Time before
 * the first spike counts from 0. All synapses of a piece share x, y and u: they have seen the same spikes.
 *
 * <p>Limits: tau_fac = 0: u = U; tau_psc = tau_rec: the limit of the closed form. Source: Tsodyks, Uziel, Markram
 * (2000), J Neurosci 20:RC50, doi:10.1523/JNEUROSCI.20-01-j0003.2000. As in NEST 3.10.
 */
public final class TsodyksSynapse implements SynapseModel {
  private static final ModelDescription DESCRIPTION = new ModelDescription("tsodyks_synapse",
      "Short-term depression and facilitation with recovered, active and inactive resources.",
      """
      dx/dt = z / tau_rec, dy/dt = -y / tau_psc, z = 1 - x - y, du/dt = -u / tau_fac
      presynaptic spike: u += U (1 - u); w u x is transmitted; x -= u x, y += u x""",
      PlasticOptions.with(
          new ParameterSpec("U", "", 0.5, Range.FRACTION, "what a spike adds to the used fraction"),
          new ParameterSpec("tau_psc", "ms", 3, Range.POSITIVE, "time constant of inactivation"),
          new ParameterSpec("tau_fac", "ms", 0, Range.NOT_NEGATIVE, "time constant of facilitation; 0: none"),
          new ParameterSpec("tau_rec", "ms", 800, Range.POSITIVE, "time constant of recovery"),
          new ParameterSpec("x", "", 1, Range.FRACTION, "initial recovered fraction"),
          new ParameterSpec("y", "", 0, Range.FRACTION, "initial active fraction"),
          new ParameterSpec("u", "", 0, Range.FRACTION, "initial used fraction")),
      List.of(), List.of("Tsodyks, Uziel, Markram (2000), J Neurosci 20:RC50,"
          + " doi:10.1523/JNEUROSCI.20-01-j0003.2000"),
      "tau_fac = 0: u = U; tau_psc = tau_rec: the limit of the closed form");

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
    return new Resources(block);
  }

  private static final class Resources implements SynapseRule {
    private final double tauPsc;
    private final double tauFac;
    private final double tauRec;
    private final double use;
    private final double[] initial;

    Resources(SynapseBlock b) {
      tauPsc = b.parameter("tau_psc");
      tauFac = b.parameter("tau_fac");
      tauRec = b.parameter("tau_rec");
      use = b.parameter("U");
      initial = new double[] {b.parameter("x"), b.parameter("y"), b.parameter("u")};
    }

    @Override
    public int rowVariables() {
      return 3;
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
      System.arraycopy(initial, 0, row.own(), 0, 3);
    }

    @Override
    public void spike(SynapseRow row) {
      double[] state = row.own();
      double h = row.nowMs() - Math.max(0.0, row.previousMs());
      double recovery = Exp.of(-h / tauRec);
      double inactivation = Exp.of(-h / tauPsc);
      double fromActive = tauPsc == tauRec ? 1.0 - recovery * (1.0 + h / tauRec)
          : ((recovery - 1.0) * tauRec - (inactivation - 1.0) * tauPsc) / (tauPsc - tauRec);
      double z = 1.0 - state[0] - state[1];
      double u = tauFac == 0.0 ? 0.0 : state[2] * Exp.of(-h / tauFac);
      double x = state[0] + fromActive * state[1] + (1.0 - recovery) * z;
      double y = state[1] * inactivation;
      u += use * (1.0 - u);
      double used = u * x;
      state[0] = x - used;
      state[1] = y + used;
      state[2] = u;
      row.setFactor(used);
    }
  }
}
