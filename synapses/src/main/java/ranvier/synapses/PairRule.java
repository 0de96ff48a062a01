package ranvier.synapses;

import java.util.List;
import ranvier.engine.math.Exp;
import ranvier.engine.math.VectorGate;
import ranvier.engine.model.History;
import ranvier.engine.model.InPlaceRule;
import ranvier.engine.model.RecentSingles;
import ranvier.engine.model.RecentSpikes;
import ranvier.engine.model.SynapseBlock;
import ranvier.engine.model.SynapseRow;

/**
 * All pairs of a presynaptic and a postsynaptic spike, event by event (Morrison, Diesmann, Gerstner 2008,
 * doi:10.1007/s00422-008-0233-1, section 4): the presynaptic trace is kept per piece of a row, that of the target in
 * its history. Entries of the history: time, sum over tau_minus, decay over tau_plus.
 */
final class PairRule implements InPlaceRule {
  private static final int STRIDE = 3;

  /** Steps must be longer than this part of a time constant for decays in single precision to tell them apart. */
  private static final double LEAST_STEP = 1e-5;

  /** Time constants since the last visit over which decays stay in the range of single precision. */
  private static final double REACH = 30.0;

  private final WeightChange change;
  private final History post;
  private final double tauPlus;
  private final double tauMinus;
  private final double toleranceMs;
  private final RecentPairs recentPairs;
  private final InPlacePairs inPlacePairs;
  private final VectorGate gate;
  private final double dtMs;
  private final double reachMs;

  PairRule(SynapseBlock block, WeightChange change) {
    this.change = change;
    tauPlus = block.parameter("tau_plus");
    tauMinus = block.parameter("tau_minus");
    toleranceMs = block.toleranceMs();
    post = block.postSpikes(List.of(tauMinus), List.of(tauPlus));
    post.keepRecent(toleranceMs);
    gate = block.vectorGate();
    dtMs = block.dtMs();
    recentPairs = new RecentPairs(change, gate);
    inPlacePairs = new InPlacePairs(change);
    boolean isSingleEnough = dtMs > LEAST_STEP * Math.max(tauPlus, tauMinus);
    reachMs = isSingleEnough ? REACH * Math.min(tauPlus, tauMinus) : 0.0;
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
    RecentSpikes recent = post.recent(until);
    if (recent == null) {
      learn(row, since, until + toleranceMs, until - toleranceMs, minus);
    } else {
      double plus = plus(row);
      // Without a presynaptic trace there is nothing to pair with: no decay is below 0.
      double limit = plus == 0.0 ? 0.0 : post.decayAt(0, since);
      int left = recentPairs.learn(row, recent, limit, plus, minus);
      for (int k = 0; k < left; k++) {
        int s = recentPairs.left(k);
        row.weights()[s] = learned(row.targets()[s], row.weights()[s], plus, since, until + toleranceMs,
            until - toleranceMs, minus);
      }
    }
    row.own()[0] = Traces.afterSpike(row, row.own()[0], tauPlus, 1.0);
  }

  @Override
  public boolean arriveInPlace(SynapseRow row, char[] targets, double[] weights, int from) {
    if (!gate.isOpen() || !InPlaceVectors.ARE_FAST || !pairInPlace(row)) {
      return false;
    }
    inPlacePairs.learn(targets, weights, from, row.count());
    for (int j = 0; j < inPlacePairs.leftCount(); j++) {
      int k = from + inPlacePairs.left(j);
      weights[k] = learned(row, targets[k], weights[k]);
    }
    row.own()[0] = Traces.afterSpike(row, row.own()[0], tauPlus, 1.0);
    return true;
  }

  /**
   * In single precision where decays can tell steps of time apart, but for the few synapses whose target has spiked
   * often. Spikes are on the grid, so that the limit between earlier and later ones may be in the middle of a step.
   */
  @Override
  public boolean arriveInPlace(SynapseRow row, char[] targets, float[] weights, int from) {
    double since = row.seenMs() - row.backMs() + toleranceMs;
    double until = row.nowMs() - row.backMs();
    // A first spike has nothing to be paired with but the traces of the targets, however long ago the last visit was.
    boolean isNear = row.own()[0] == 0.0 || until - since < reachMs;
    RecentSingles recent = isNear ? post.recentSingles(until) : null;
    if (recent == null) {
      return false;
    }
    double origin = recent.originMs();
    double plus = row.own()[0] * Exp.of((row.previousMs() - row.backMs() - origin) / tauPlus);
    double limit = plus == 0.0 ? 0.0 : Exp.of((origin - (Math.floor(since / dtMs) + 0.5) * dtMs) / tauPlus);
    if (!change.isLinear(plus * limit)) {
      return false;
    }
    int often = inPlacePairs.learn(targets, weights, from, row.count(), recent, (float) limit,
        (float) (change.up() * plus), (float) (change.down() * Exp.of((origin - until) / tauMinus)),
        gate.isOpen() && InPlaceVectors.ARE_FAST);
    if (often > 0) {
      pairInPlace(row);
      inPlacePairs.redo(targets, weights, from, often);
      for (int j = 0; j < inPlacePairs.leftCount(); j++) {
        int k = from + inPlacePairs.left(j);
        weights[k] = (float) learned(row, targets[k], weights[k]);
      }
    }
    row.own()[0] = Traces.afterSpike(row, row.own()[0], tauPlus, 1.0);
    return true;
  }

  private boolean pairInPlace(SynapseRow row) {
    double until = row.nowMs() - row.backMs();
    RecentSpikes recent = post.recent(until);
    if (recent == null) {
      return false;
    }
    double plus = plus(row);
    double limit = plus == 0.0 ? 0.0 : post.decayAt(0, row.seenMs() - row.backMs() + toleranceMs);
    inPlacePairs.pairWith(recent, limit, plus, post.sumScale(0, until));
    return inPlacePairs.isLinear();
  }

  private double learned(SynapseRow row, int target, double weight) {
    double until = row.nowMs() - row.backMs();
    return learned(target, weight, plus(row), row.seenMs() - row.backMs() + toleranceMs, until + toleranceMs,
        until - toleranceMs, post.sumScale(0, until));
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
      row.weights()[k] = learned(row.targets()[k], row.weights()[k], plus, since, until, before, minus);
    }
  }

  private double learned(int target, double weight, double plus, double since, double until, double before,
      double minus) {
    int last = post.length(target) - STRIDE;
    if (last < 0) {
      return weight;
    }
    double[] spikes = post.entries(target);
    while (last >= 0 && spikes[last] > until) {
      last -= STRIDE;
    }
    int first = last;
    while (first >= 0 && spikes[first] > since) {
      first -= STRIDE;
    }
    double w = weight;
    for (int s = first + STRIDE; s <= last; s += STRIDE) {
      w = change.facilitate(w, plus * spikes[s + 2]);
    }
    while (last >= 0 && spikes[last] >= before) {
      last -= STRIDE;
    }
    if (last >= 0) {
      w = change.depress(w, minus * spikes[last + 1]);
    }
    return w;
  }
}
