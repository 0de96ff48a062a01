package ranvier.synapses;

import java.util.List;
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
 * Binary synapses that learn at once, {@code willshaw_synapse} (clipped Hebbian): a presynaptic and a postsynaptic
 * spike
 * that reach the synapse within a window of each other set its weight to {@code Wmax}, and nothing resets it. Silent
 * synapses start at 0 and may be left out once learning is over. If the projection has a modulator, pairs count only if
 * that has spiked within the window up to the presynaptic spike: the "print" signal.
 *
 * <p>Source: Willshaw, Buneman, Longuet-Higgins (1969), Nature 222:960, doi:10.1038/222960a0.
 */
public final class WillshawSynapse implements SynapseModel {
  private static final ModelDescription DESCRIPTION = new ModelDescription("willshaw_synapse",
      "A binary synapse that coincident spikes switch on, once and for all.",
      """
      |t_pre - t_post| <= window at the synapse: w = Wmax
      with a modulator: only if it has spiked within the window up to the presynaptic spike""",
      PlasticOptions.modulated(0, Range.NOT_NEGATIVE,
          new ParameterSpec("window", "ms", 0.5, Range.NOT_NEGATIVE, "longest interval of coincident spikes"),
          new ParameterSpec("Wmax", "", 1, Range.FINITE, "weight of a synapse that is switched on")),
      List.of(),
      List.of("Willshaw, Buneman, Longuet-Higgins (1969), Nature 222:960, doi:10.1038/222960a0"), "none");

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
    return new Coincidence(block);
  }

  private static final class Coincidence implements SynapseRule {
    private static final double REMEMBER_MS = 1000;

    private final double windowMs;
    private final double on;
    private final double toleranceMs;
    private final History post;
    private final History print;

    Coincidence(SynapseBlock b) {
      windowMs = b.parameter("window");
      on = b.parameter("Wmax");
      toleranceMs = b.toleranceMs();
      post = b.postSpikes(List.of(), List.of());
      print = b.modulator(List.of(), List.of());
    }

    /** Whether the last presynaptic spike counts. */
    @Override
    public int rowVariables() {
      return 1;
    }

    @Override
    public double rememberMs() {
      return Math.max(REMEMBER_MS, 2 * windowMs);
    }

    @Override
    public void catchUp(SynapseRow row) {
      if (row.own()[0] == 1.0) {
        double from = row.previousMs() - row.backMs();
        switchOn(row, row.seenMs() - row.backMs(),
            Math.min(row.nowMs() - row.backMs(), from + windowMs) + toleranceMs);
      }
    }

    @Override
    public void spike(SynapseRow row) {
      double now = row.nowMs();
      int printed = print == null ? 0 : print.last(0, now + toleranceMs);
      boolean counts = print == null || (printed >= 0 && print.entries(0)[printed] >= now - windowMs - toleranceMs);
      row.own()[0] = counts ? 1.0 : 0.0;
      if (counts) {
        switchOn(row, now - row.backMs() - windowMs - toleranceMs, now - row.backMs() + toleranceMs);
      }
    }

    /** Switches on every synapse whose target has spiked in [since, until]. */
    private void switchOn(SynapseRow row, double since, double until) {
      for (int k = 0; k < row.count(); k++) {
        int target = row.targets()[k];
        int last = post.last(target, until);
        if (last >= 0 && post.entries(target)[last] >= since) {
          row.weights()[k] = on;
        }
      }
    }
  }
}
