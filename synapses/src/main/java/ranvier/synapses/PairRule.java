package ranvier.synapses;

import java.util.List;
import ranvier.engine.model.History;
import ranvier.engine.model.RecentSpikes;
import ranvier.engine.model.SynapseBlock;
import ranvier.engine.model.SynapseRow;
import ranvier.engine.model.SynapseRule;

/**
 * All pairs of a presynaptic and a postsynaptic spike, event by event (Morrison, Diesmann, Gerstner 2008,
 * doi:10.1007/s00422-008-0233-1, section 4): the presynaptic trace is kept per piece of a row, that of the target in
 * its history. Entries of the history: time, sum over tau_minus, decay over tau_plus.
 */
final class PairRule implements SynapseRule {
  private static final int STRIDE = 3;

  private final WeightChange change;
  private final History post;
  private final double tauPlus;
  private final double tauMinus;
  private final double toleranceMs;
  private final RecentPairs recentPairs;

  PairRule(SynapseBlock block, WeightChange change) {
    this.change = change;
    tauPlus = block.parameter("tau_plus");
    tauMinus = block.parameter("tau_minus");
    toleranceMs = block.toleranceMs();
    post = block.postSpikes(List.of(tauMinus), List.of(tauPlus));
    recentPairs = new RecentPairs(change, block.vectorGate());
  }

  @Override
  public int rowVariables() {
    return 1;
  }

  @Override
  public double rememberMs() {
    return Traces.rememberMs(tauPlus, tauMinus);
  }

  @Override
  public void catchUp(SynapseRow row) {
    double until = row.nowMs() - row.backMs();
    learn(row, row.seenMs() - row.backMs() + toleranceMs, until + toleranceMs, Double.NEGATIVE_INFINITY, 0.0);
  }

  @Override
  public void spike(SynapseRow row) {
    double until = row.nowMs() - row.backMs();
    learn(row, Double.POSITIVE_INFINITY, until + toleranceMs, until - toleranceMs, post.sumScale(0, until));
    row.own()[0] = Traces.afterSpike(row, row.own()[0], tauPlus, 1.0);
  }

  @Override
  public void arrive(SynapseRow row) {
    double until = row.nowMs() - row.backMs();
    double since = row.seenMs() - row.backMs() + toleranceMs;
    double minus = post.sumScale(0, until);
    RecentSpikes recent = post.recent(toleranceMs, until);
    if (recent == null) {
      learn(row, since, until + toleranceMs, until - toleranceMs, minus);
    } else {
      double plus = plus(row);
      // Without a presynaptic trace there is nothing to pair with: no decay is below 0.
      double limit = plus == 0.0 ? 0.0 : post.decayAt(0, since);
      int left = recentPairs.learn(row, recent, limit, plus, minus);
      for (int k = 0; k < left; k++) {
        learn(row, recentPairs.left(k), plus, since, until + toleranceMs, until - toleranceMs, minus);
      }
    }
    row.own()[0] = Traces.afterSpike(row, row.own()[0], tauPlus, 1.0);
  }

  /** Turns the decay of a postsynaptic spike into the presynaptic trace that it meets. */
  private double plus(SynapseRow row) {
    return row.own()[0] * post.decayScale(0, row.previousMs() - row.backMs());
  }

  /**
   * Potentiates for every spike of a target in (since, until], and depresses for its trace just before {@code before}.
   */
  private void learn(SynapseRow row, double since, double until, double before, double minus) {
    double plus = plus(row);
    for (int k = 0; k < row.count(); k++) {
      learn(row, k, plus, since, until, before, minus);
    }
  }

  private void learn(SynapseRow row, int k, double plus, double since, double until, double before, double minus) {
    int target = row.targets()[k];
    int last = post.length(target) - STRIDE;
    if (last < 0) {
      return;
    }
    double[] spikes = post.entries(target);
    while (last >= 0 && spikes[last] > until) {
      last -= STRIDE;
    }
    int first = last;
    while (first >= 0 && spikes[first] > since) {
      first -= STRIDE;
    }
    double w = row.weights()[k];
    for (int s = first + STRIDE; s <= last; s += STRIDE) {
      w = change.facilitate(w, plus * spikes[s + 2]);
    }
    while (last >= 0 && spikes[last] >= before) {
      last -= STRIDE;
    }
    if (last >= 0) {
      w = change.depress(w, minus * spikes[last + 1]);
    }
    row.weights()[k] = w;
  }
}
