package ranvier.synapses;

import java.util.List;
import java.util.function.Consumer;
import ranvier.engine.math.Exp;
import ranvier.engine.model.History;
import ranvier.engine.model.ModelDescription;
import ranvier.engine.model.ParameterSpec;
import ranvier.engine.model.ParameterSpec.Range;
import ranvier.engine.model.Parameters;
import ranvier.engine.model.PlasticOptions;
import ranvier.engine.model.SynapseBlock;
import ranvier.engine.model.SynapseModel;
import ranvier.engine.model.SynapseRow;
import ranvier.engine.model.SynapseRule;

/**
 * STDP of triplets of spikes, {@code stdp_triplet_synapse}, all to all:
 * <pre>
 *   postsynaptic spike: |w| += K_plus (Aplus + Aplus_triplet K3_minus), at most |Wmax|
 *   presynaptic spike:  |w| -= K_minus (Aminus + Aminus_triplet K3_plus), at least 0
 * </pre>
 * K are traces of the spikes of each side, K3 slower ones, each as it was just before the spike that it belongs to.
 *
 * <p>Source: Pfister, Gerstner (2006), J Neurosci 26:9673, doi:10.1523/JNEUROSCI.1425-06.2006. As in NEST 3.10.
 */
public final class StdpTripletSynapse implements SynapseModel {
  private static final ModelDescription DESCRIPTION = new ModelDescription("stdp_triplet_synapse",
      "Spike-timing dependent plasticity of triplets of spikes, all to all.",
      """
      postsynaptic spike: |w| += K_plus (Aplus + Aplus_triplet K3_minus), at most |Wmax|
      presynaptic spike: |w| -= K_minus (Aminus + Aminus_triplet K3_plus), at least 0; then w is transmitted
      K3: slower traces, as they were just before the spike of their own side""",
      PlasticOptions.with(
          new ParameterSpec("tau_plus", "ms", 16.8, Range.POSITIVE, "time constant of the presynaptic trace"),
          new ParameterSpec("tau_plus_triplet", "ms", 101, Range.POSITIVE, "of the slow presynaptic trace"),
          new ParameterSpec("tau_minus", "ms", 33.7, Range.POSITIVE, "time constant of the postsynaptic trace"),
          new ParameterSpec("tau_minus_triplet", "ms", 125, Range.POSITIVE, "of the slow postsynaptic trace"),
          new ParameterSpec("Aplus", "", 5e-10, Range.FINITE, "potentiation by pairs"),
          new ParameterSpec("Aminus", "", 7e-3, Range.FINITE, "depression by pairs"),
          new ParameterSpec("Aplus_triplet", "", 6.2e-3, Range.FINITE, "potentiation by triplets"),
          new ParameterSpec("Aminus_triplet", "", 2.3e-4, Range.FINITE, "depression by triplets"),
          new ParameterSpec("Wmax", "", 100, Range.FINITE, "largest weight, with its sign")),
      List.of(), List.of("Pfister, Gerstner (2006), J Neurosci 26:9673, doi:10.1523/JNEUROSCI.1425-06.2006"),
      "Aplus_triplet = Aminus_triplet = 0: additive pair-based STDP");

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
  public SynapseRule rule(SynapseBlock block) {
    return new Triplets(block);
  }

  /** Entries of the history: time, sums over tau_minus and its triplet, decays over tau_plus and tau_minus_triplet. */
  private static final class Triplets implements SynapseRule {
    private static final int PLUS = 0;
    private static final int PLUS3 = 1;

    private final double aPlus;
    private final double aMinus;
    private final double aPlus3;
    private final double aMinus3;
    private final double sign;
    private final double most;
    private final double tauPlus;
    private final double tauPlus3;
    private final double tauMinus;
    private final double tauMinus3;
    private final double toleranceMs;
    private final History post;

    Triplets(SynapseBlock b) {
      aPlus = b.parameter("Aplus");
      aMinus = b.parameter("Aminus");
      aPlus3 = b.parameter("Aplus_triplet");
      aMinus3 = b.parameter("Aminus_triplet");
      sign = Math.signum(b.parameter("Wmax"));
      most = Math.abs(b.parameter("Wmax"));
      tauPlus = b.parameter("tau_plus");
      tauPlus3 = b.parameter("tau_plus_triplet");
      tauMinus = b.parameter("tau_minus");
      tauMinus3 = b.parameter("tau_minus_triplet");
      toleranceMs = b.toleranceMs();
      post = b.postSpikes(List.of(tauMinus, tauMinus3), List.of(tauPlus, tauMinus3));
    }

    @Override
    public int rowVariables() {
      return 2;
    }

    @Override
    public double rememberMs() {
      return Traces.rememberMs(tauPlus, tauPlus3, tauMinus, tauMinus3);
    }

    @Override
    public void catchUp(SynapseRow row) {
      double since = row.seenMs() - row.backMs() + toleranceMs;
      double until = row.nowMs() - row.backMs() + toleranceMs;
      double plus = row.own()[PLUS] * post.decayScale(0, row.previousMs() - row.backMs());
      for (int k = 0; k < row.count(); k++) {
        int target = row.targets()[k];
        double[] e = post.entries(target);
        int last = post.last(target, until);
        double w = row.weights()[k] * sign;
        for (int s = post.after(target, since); s <= last; s += post.stride()) {
          double slowBefore = e[s + 2] * e[s + 4] - 1.0;
          w = Math.min(most, w + plus * e[s + 3] * (aPlus + aPlus3 * slowBefore));
        }
        row.weights()[k] = w * sign;
      }
    }

    @Override
    public void spike(SynapseRow row) {
      double now = row.nowMs() - row.backMs();
      double slow = row.own()[PLUS3] * Exp.of((row.previousMs() - row.nowMs()) / tauPlus3);
      double minus = post.sumScale(0, now) * (aMinus + aMinus3 * slow);
      for (int k = 0; k < row.count(); k++) {
        int target = row.targets()[k];
        int last = post.last(target, now - toleranceMs);
        if (last >= 0) {
          double w = row.weights()[k] * sign - minus * post.entries(target)[last + 1];
          row.weights()[k] = Math.max(0.0, w) * sign;
        }
      }
      row.own()[PLUS] = Traces.afterSpike(row, row.own()[PLUS], tauPlus, 1.0);
      row.own()[PLUS3] = slow + 1.0;
    }
  }
}
