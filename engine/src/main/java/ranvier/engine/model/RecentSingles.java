package ranvier.engine.model;

/**
 * The first five numbers of each neuron of {@link RecentSpikes} in single precision, relative to an origin of their
 * own, which is never so far away that they leave the range. Each is the double rounded once, whenever it is copied, so
 * that it does not depend on who asked before.
 */
public final class RecentSingles {
  /** Time constants from one origin to the next. */
  private static final double REACH = 20.0;

  private final float[] lines;
  private final float[] fourth;
  private final double stepMs;
  private double originMs = Double.NaN;
  private double sumFactor;
  private double decayFactor;

  RecentSingles(int neurons, double sumTau, double decayTau) {
    lines = new float[neurons << RecentSpikes.SHIFT];
    fourth = new float[neurons];
    stepMs = REACH * Math.min(sumTau, decayTau);
  }

  /** The numbers, as in {@link RecentSpikes#lines}. */
  public float[] lines() {
    return lines;
  }

  /** Decay of the fourth last spike of each neuron. */
  public float[] fourth() {
    return fourth;
  }

  /** Sums and decays are relative to this time. */
  public double originMs() {
    return originMs;
  }

  /** The origin that belongs to a time, a function of nothing else. */
  double originFor(double timeMs) {
    return Math.floor(timeMs / stepMs) * stepMs;
  }

  /** Copies all numbers, to be multiplied so that they are relative to the new origin. */
  void copy(double[] from, double[] older, double newOriginMs, double ofSum, double ofDecay) {
    originMs = newOriginMs;
    sumFactor = ofSum;
    decayFactor = ofDecay;
    for (int b = 0; b < lines.length; b += 1 << RecentSpikes.SHIFT) {
      copy(from, older, b);
    }
  }

  /** Copies the numbers of one neuron. */
  void copy(double[] from, double[] older, int b) {
    lines[b] = (float) (from[b] * sumFactor);
    for (int k = b + 1; k < b + (1 << RecentSpikes.SHIFT); k++) {
      lines[k] = (float) (from[k] * decayFactor);
    }
    fourth[b >> RecentSpikes.SHIFT] = (float) (older[b + 1] * decayFactor);
  }

  /** The numbers that it is a copy of have changed all at once. */
  void forget() {
    originMs = Double.NaN;
  }

  long bytes() {
    return 4L * (lines.length + fourth.length);
  }
}
