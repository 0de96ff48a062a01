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
  /** Synapses of the row under way whose target has spiked more than three times. */
  private final int[] crowded = new int[SynapseRow.MOST];
  private int many;

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
      double plus = row.own()[0] * post.decayScale(0, row.previousMs() - row.backMs());
      if (!change.isLinear(row.own()[0])) {
        change(row, recent.lines(), since, plus, minus);
      } else if (change.isAdditive()) {
        add(row, recent.lines(), since, change.up() * plus, change.down() * minus, change.highest());
      } else {
        multiply(row, recent.lines(), since, change.up() * plus, change.down() * minus, change.highest());
      }
      for (int k = 0; k < many; k++) {
        learn(row, crowded[k], plus, since, until + toleranceMs, until - toleranceMs, minus);
      }
    }
    row.own()[0] = Traces.afterSpike(row, row.own()[0], tauPlus, 1.0);
  }

  /**
   * Additive changes, without branches: of the last three spikes of the target those after {@code since} count.
   * Synapses whose target has spiked more often are left out, and listed.
   */
  private void add(SynapseRow row, double[] lines, double since, double up, double down, double highest) {
    int[] targets = row.targets();
    double[] weights = row.weights();
    int count = row.count();
    long sinceBits = bits(since);
    int crowds = 0;
    for (int k = 0; k < count; k++) {
      int b = targets[k] << RecentSpikes.SHIFT;
      double p = after(sinceBits, lines[b + 1], lines[b + 2]) + after(sinceBits, lines[b + 3], lines[b + 4])
          + after(sinceBits, lines[b + 5], lines[b + 6]);
      if (lines[b + 7] > since) {
        crowded[crowds++] = k;
      } else {
        weights[k] = Math.max(0.0, Math.min(highest, weights[k] + up * p) - down * lines[b]);
      }
    }
    many = crowds;
  }

  /**
   * The same for multiplicative changes. {@code up} times a decay is at most the step of potentiation times the
   * presynaptic trace; only if that may pass 1 the distance to the largest weight must be kept from changing sign.
   */
  private void multiply(SynapseRow row, double[] lines, double since, double up, double down, double highest) {
    int[] targets = row.targets();
    double[] weights = row.weights();
    int count = row.count();
    long sinceBits = bits(since);
    int crowds = 0;
    for (int k = 0; k < count; k++) {
      int b = targets[k] << RecentSpikes.SHIFT;
      double left = (1.0 - up * after(sinceBits, lines[b + 1], lines[b + 2]))
          * (1.0 - up * after(sinceBits, lines[b + 3], lines[b + 4]))
          * (1.0 - up * after(sinceBits, lines[b + 5], lines[b + 6]));
      double w = highest - (highest - weights[k]) * left;
      double depressed = w - down * w * lines[b];
      if (lines[b + 7] > since) {
        crowded[crowds++] = k;
      } else {
        weights[k] = depressed < 0.0 ? 0.0 : depressed;
      }
    }
    many = crowds;
  }

  /** The same for any changes, spike by spike. */
  private void change(SynapseRow row, double[] lines, double since, double plus, double minus) {
    int[] targets = row.targets();
    double[] weights = row.weights();
    int crowds = 0;
    for (int k = 0; k < row.count(); k++) {
      int b = targets[k] << RecentSpikes.SHIFT;
      if (lines[b + 7] > since) {
        crowded[crowds++] = k;
        continue;
      }
      double w = weights[k];
      for (int spike = lines[b + 5] > since ? b + 6 : lines[b + 3] > since ? b + 4 : b + 2; spike > b; spike -= 2) {
        w = lines[spike - 1] > since ? change.facilitate(w, plus * lines[spike]) : w;
      }
      weights[k] = lines[b] > 0.0 ? change.depress(w, minus * lines[b]) : w;
    }
    many = crowds;
  }

  /** A time as a number that orders as the bits of times do, of which none is negative: before 0, before all others. */
  private static long bits(double timeMs) {
    return timeMs < 0.0 ? -1L : Double.doubleToRawLongBits(timeMs);
  }

  /**
   * The value if the time is after {@link #bits since}, otherwise 0; where there was no spike, at minus infinity, 0.
   */
  private static double after(long sinceBits, double timeMs, double value) {
    long mask = (sinceBits - Double.doubleToRawLongBits(timeMs)) >> 63;
    return Double.longBitsToDouble(Double.doubleToRawLongBits(value) & mask);
  }

  /**
   * Potentiates for every spike of a target in (since, until], and depresses for its trace just before {@code before}.
   */
  private void learn(SynapseRow row, double since, double until, double before, double minus) {
    double plus = row.own()[0] * post.decayScale(0, row.previousMs() - row.backMs());
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
