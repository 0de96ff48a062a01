package ranvier.engine.model;

import java.util.Arrays;

/**
 * The last few spikes of every neuron of a {@link History} as rows of one delay see them: those up to a time that moves
 * forward with each call. Four numbers per neuron, one after another, and four more for busy neurons:
 *
 * <pre>
 *   sum 0 of the last spike before the time | decay 0 of the last spike up to it | of the second | of the third last
 *   decay 0 of the seventh last | of the fourth last | of the fifth | of the sixth last
 * </pre>
 *
 * A decay says when the spike was, too: it is below {@link History#decayAt} of all earlier times. Where there was no
 * spike it is infinite. Used by one thread.
 */
public final class RecentSpikes {
  /** Numbers per neuron: neuron i begins at i shifted left by this. */
  public static final int SHIFT = 2;

  private final double toleranceMs;
  private final double[] lines;
  private final double[] older;
  private long next;
  private long nextSum;
  /** Null until somebody asks. */
  private RecentSingles singles;

  RecentSpikes(int neurons, double toleranceMs) {
    this.toleranceMs = toleranceMs;
    lines = new double[neurons << SHIFT];
    older = new double[neurons << SHIFT];
    Arrays.fill(lines, Double.POSITIVE_INFINITY);
    Arrays.fill(older, Double.POSITIVE_INFINITY);
    for (int i = 0; i < neurons; i++) {
      lines[i << SHIFT] = 0.0;
    }
  }

  /** The numbers. */
  public double[] lines() {
    return lines;
  }

  /** The numbers for busy neurons, in the same way. */
  public double[] older() {
    return older;
  }

  void advance(SpikeQueue queue, double untilMs) {
    for (; next < queue.end() && queue.timeMs(next) <= untilMs + toleranceMs; next++) {
      shift(queue.neuron(next), queue.decay(next));
    }
    for (; nextSum < queue.end() && queue.timeMs(nextSum) < untilMs - toleranceMs; nextSum++) {
      int b = queue.neuron(nextSum) << SHIFT;
      lines[b] = queue.sum(nextSum);
      if (singles != null) {
        singles.copy(lines, older, b);
      }
    }
  }

  /** The numbers in single precision, for rows at this time. */
  RecentSingles singles(History of, double timeMs) {
    if (singles == null) {
      singles = new RecentSingles(lines.length >> SHIFT, of.sumTau(), of.decayTau());
    }
    double originMs = singles.originFor(timeMs);
    if (originMs != singles.originMs()) {
      singles.copy(lines, older, originMs, of.sumScale(0, originMs), of.decayScale(0, originMs));
    }
    return singles;
  }

  private void shift(int neuron, double decay) {
    int b = neuron << SHIFT;
    older[b] = older[b + 3];
    older[b + 3] = older[b + 2];
    older[b + 2] = older[b + 1];
    older[b + 1] = lines[b + 3];
    lines[b + 3] = lines[b + 2];
    lines[b + 2] = lines[b + 1];
    lines[b + 1] = decay;
    if (singles != null) {
      singles.copy(lines, older, b);
    }
  }

  /** The first spike that is still to come. */
  long oldest() {
    return Math.min(next, nextSum);
  }

  void scale(double ofSum, double ofDecay) {
    if (singles != null) {
      singles.forget();
    }
    for (int b = 0; b < lines.length; b += 1 << SHIFT) {
      lines[b] *= ofSum;
      for (int k = 1; k < 1 << SHIFT; k++) {
        lines[b + k] *= ofDecay;
      }
    }
    for (int b = 0; b < older.length; b++) {
      older[b] *= ofDecay;
    }
  }

  long bytes() {
    return 8L * (lines.length + older.length) + (singles == null ? 0 : singles.bytes());
  }
}
