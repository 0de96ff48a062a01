package ranvier.synapses;

import java.util.List;
import ranvier.engine.math.Exp;
import ranvier.engine.model.History;
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

  PairRule(SynapseBlock block, WeightChange change) {
    this.change = change;
    tauPlus = block.parameter("tau_plus");
    tauMinus = block.parameter("tau_minus");
    toleranceMs = block.toleranceMs();
    post = block.postSpikes(List.of(tauMinus), List.of(tauPlus));
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
    addTrace(row);
  }

  @Override
  public void arrive(SynapseRow row) {
    double until = row.nowMs() - row.backMs();
    learn(row, row.seenMs() - row.backMs() + toleranceMs, until + toleranceMs, until - toleranceMs,
        post.sumScale(0, until));
    addTrace(row);
  }

  private void addTrace(SynapseRow row) {
    row.own()[0] = row.own()[0] * Exp.of((row.previousMs() - row.nowMs()) / tauPlus) + 1.0;
  }

  /**
   * Potentiates for every spike of a target in (since, until], and depresses for its trace just before {@code before}.
   */
  private void learn(SynapseRow row, double since, double until, double before, double minus) {
    double plus = row.own()[0] * post.decayScale(0, row.previousMs() - row.backMs());
    int[] targets = row.targets();
    double[] weights = row.weights();
    int count = row.count();
    for (int k = 0; k < count; k++) {
      int target = targets[k];
      int last = post.length(target) - STRIDE;
      if (last < 0) {
        continue;
      }
      double[] spikes = post.entries(target);
      while (last >= 0 && spikes[last] > until) {
        last -= STRIDE;
      }
      int first = last;
      while (first >= 0 && spikes[first] > since) {
        first -= STRIDE;
      }
      double w = weights[k];
      for (int s = first + STRIDE; s <= last; s += STRIDE) {
        w = change.facilitate(w, plus * spikes[s + 2]);
      }
      while (last >= 0 && spikes[last] >= before) {
        last -= STRIDE;
      }
      if (last >= 0) {
        w = change.depress(w, minus * spikes[last + 1]);
      }
      weights[k] = w;
    }
  }
}
