package ranvier.synapses;

import java.util.List;
import ranvier.engine.math.Exp;
import ranvier.engine.model.History;
import ranvier.engine.model.SynapseBlock;
import ranvier.engine.model.SynapseRow;
import ranvier.engine.model.SynapseRule;

/**
 * Pair-based STDP of neighbouring spikes only. Two columns per synapse: the presynaptic trace (SYMMETRIC and RESTRICTED
 * count the last spike only), and whether the target has spiked since the last presynaptic spike.
 */
final class NearestNeighbour implements SynapseRule {
  /** Which spikes pair, after Morrison, Diesmann, Gerstner (2008), doi:10.1007/s00422-008-0233-1, figure 7. */
  enum Scheme {
    /** Each spike with the last one of the other side before it. */
    SYMMETRIC,
    /** Each presynaptic spike with the last postsynaptic one before it and the first after it; none twice. */
    RESTRICTED,
    /** Each presynaptic spike with the last postsynaptic one before it and the first after it. */
    PRESYNAPTIC_CENTRED
  }

  private final WeightChange change;
  private final Scheme scheme;
  private final History post;
  private final double tauPlus;
  private final double tauMinus;
  private final double toleranceMs;
  private final int trace;
  private final int paired;

  NearestNeighbour(SynapseBlock block, Scheme scheme) {
    this.scheme = scheme;
    change = WeightChange.bounded(block);
    tauPlus = block.parameter("tau_plus");
    tauMinus = block.parameter("tau_minus");
    toleranceMs = block.toleranceMs();
    post = block.postSpikes(List.of(), List.of());
    trace = block.column("K_plus");
    paired = block.column("paired");
  }

  @Override
  public double rememberMs() {
    return Traces.rememberMs(tauPlus, tauMinus);
  }

  @Override
  public void catchUp(SynapseRow row) {
    double since = row.seenMs() - row.backMs() + toleranceMs;
    double until = row.nowMs() - row.backMs() + toleranceMs;
    double[] traces = row.column(trace);
    double[] isPaired = row.column(paired);
    for (int k = 0; k < row.count(); k++) {
      int target = row.targets()[k];
      double[] spikes = post.entries(target);
      int last = post.last(target, until);
      for (int s = post.after(target, since); s <= last; s += post.stride()) {
        boolean counts = traces[k] > 0 && (scheme == Scheme.SYMMETRIC || isPaired[k] == 0.0);
        if (counts) {
          row.weights()[k] = change.facilitate(row.weights()[k],
              traces[k] * Exp.of((row.previousMs() - spikes[s] - row.backMs()) / tauPlus));
        }
        isPaired[k] = 1.0;
        traces[k] = scheme == Scheme.PRESYNAPTIC_CENTRED ? 0.0 : traces[k];
      }
    }
  }

  @Override
  public void spike(SynapseRow row) {
    double now = row.nowMs() - row.backMs();
    double left = Exp.of((row.previousMs() - row.nowMs()) / tauPlus);
    double[] traces = row.column(trace);
    double[] isPaired = row.column(paired);
    for (int k = 0; k < row.count(); k++) {
      int target = row.targets()[k];
      int last = post.last(target, now - toleranceMs);
      if (last >= 0 && (scheme != Scheme.RESTRICTED || isPaired[k] == 1.0)) {
        row.weights()[k] = change.depress(row.weights()[k], Exp.of((post.entries(target)[last] - now) / tauMinus));
      }
      traces[k] = scheme == Scheme.PRESYNAPTIC_CENTRED ? traces[k] * left + 1.0 : 1.0;
      isPaired[k] = 0.0;
    }
  }
}
