package ranvier.report.explain;

import java.util.List;
import ranvier.engine.exact.Explanation;
import ranvier.engine.kernel.SpikeExplainer;

/**
 * A spike, its causes, and in turn the causes of the largest of these. Immutable.
 *
 * @param spike what is explained
 * @param causes those of its causes that are explained in turn, the largest first
 */
public record ExplanationTree(Explanation spike, List<ExplanationTree> causes) {
  /** Causes that are followed further, per spike. */
  public static final int FOLLOWED = 3;

  /** Copies the list. */
  public ExplanationTree {
    causes = List.copyOf(causes);
  }

  /** Explains the largest causes of a spike, and theirs, down to a depth; depth 1 is the spike alone. */
  public static ExplanationTree grow(SpikeExplainer explainer, Explanation spike, int depth) {
    return new ExplanationTree(spike, depth <= 1 ? List.of()
        : explainer.causes(spike, FOLLOWED).stream().map(c -> grow(explainer, c, depth - 1)).toList());
  }

  /** The explanation of a cause; null if it was not followed. */
  public ExplanationTree of(Explanation.Cause cause) {
    return causes.stream().filter(t -> t.spike().neuron() == cause.source() && t.spike().timeMs() == cause.spikeMs())
        .findFirst().orElse(null);
  }
}
