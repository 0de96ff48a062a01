package ranvier.example;

import java.util.List;
import ranvier.engine.math.Exp;
import ranvier.engine.model.History;
import ranvier.engine.model.ModelDescription;
import ranvier.engine.model.ParameterSpec;
import ranvier.engine.model.ParameterSpec.Range;
import ranvier.engine.model.PlasticOptions;
import ranvier.engine.model.SynapseBlock;
import ranvier.engine.model.SynapseModel;
import ranvier.engine.model.SynapseRow;
import ranvier.engine.model.SynapseRule;

/**
 * Inhibitory plasticity that balances excitation, {@code vogels_sprekeler_synapse}: both orders of a pair strengthen
 * the
 * synapse, a presynaptic spike alone weakens it, so that the target comes to fire at alpha / (2 tau).
 * <pre>
 *   postsynaptic spike: |w| += eta K_pre               presynaptic spike: |w| += eta (K_post - alpha)
 * </pre>
 * |w| stays between 0 and |Wmax|, whose sign the weights have.
 *
 * <p>Source: Vogels, Sprekeler, Zenke, Clopath, Gerstner (2011), Science 334:1569, doi:10.1126/science.1211095.
 */
public final class VogelsSprekelerSynapse implements SynapseModel {
  private static final ModelDescription DESCRIPTION = new ModelDescription("vogels_sprekeler_synapse",
      "Inhibitory plasticity that balances excitation.",
      """
      postsynaptic spike: |w| += eta K_pre
      presynaptic spike: |w| += eta (K_post - alpha); then w is transmitted""",
      PlasticOptions.with(
          new ParameterSpec("tau", "ms", 20, Range.POSITIVE, "time constant of both traces"),
          new ParameterSpec("eta", "", 0.001, Range.FINITE, "step size"),
          new ParameterSpec("alpha", "", 0.12, Range.FINITE, "what a presynaptic spike alone takes away"),
          new ParameterSpec("Wmax", "", -100, Range.FINITE, "largest weight, with its sign")),
      List.of(), List.of("Vogels et al. (2011), Science 334:1569, doi:10.1126/science.1211095"), "none");

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
    return new Balance(block);
  }

  /** The presynaptic trace is the piece's number 0; entries of the history: time, sum, decay. */
  private static final class Balance implements SynapseRule {
    private final double tau;
    private final double eta;
    private final double alpha;
    private final double sign;
    private final double most;
    private final double toleranceMs;
    private final History post;

    Balance(SynapseBlock block) {
      tau = block.parameter("tau");
      eta = block.parameter("eta");
      alpha = block.parameter("alpha");
      sign = Math.signum(block.parameter("Wmax"));
      most = Math.abs(block.parameter("Wmax"));
      toleranceMs = block.toleranceMs();
      post = block.postSpikes(List.of(tau), List.of(tau));
    }

    @Override
    public int rowVariables() {
      return 1;
    }

    @Override
    public double rememberMs() {
      return Math.min(1000, 50 * tau);
    }

    @Override
    public void catchUp(SynapseRow row) {
      double since = row.seenMs() - row.backMs() + toleranceMs;
      double until = row.nowMs() - row.backMs() + toleranceMs;
      double trace = eta * row.own()[0] * post.decayScale(0, row.previousMs() - row.backMs());
      for (int k = 0; k < row.count(); k++) {
        int target = row.targets()[k];
        double[] spikes = post.entries(target);
        double w = row.weights()[k] * sign;
        int last = post.last(target, until);
        for (int s = Math.max(0, post.last(target, since) + post.stride()); s <= last; s += post.stride()) {
          w = Math.min(most, w + trace * spikes[s + 2]);
        }
        row.weights()[k] = w * sign;
      }
    }

    @Override
    public void spike(SynapseRow row) {
      double now = row.nowMs() - row.backMs();
      double scale = post.sumScale(0, now);
      for (int k = 0; k < row.count(); k++) {
        int target = row.targets()[k];
        int last = post.last(target, now - toleranceMs);
        double trace = last < 0 ? 0.0 : post.entries(target)[last + 1] * scale;
        double w = row.weights()[k] * sign + eta * (trace - alpha);
        row.weights()[k] = Math.max(0.0, Math.min(most, w)) * sign;
      }
      row.own()[0] = row.own()[0] * Exp.of((row.previousMs() - row.nowMs()) / tau) + 1.0;
    }
  }
}
