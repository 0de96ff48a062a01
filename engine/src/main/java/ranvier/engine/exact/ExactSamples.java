package ranvier.engine.exact;

import java.util.Arrays;
import ranvier.engine.network.Probe;

/** The samples of one probe, taken at (s + 1) times its interval; units write their own columns. */
public final class ExactSamples {
  private final Probe probe;
  private final int columns;
  private double[][] rows = new double[0][];

  ExactSamples(Probe probe, int neurons) {
    this.probe = probe;
    columns = neurons * probe.variables().size();
  }

  /** The probe. */
  public Probe probe() {
    return probe;
  }

  /** One per neuron and variable. */
  public int columns() {
    return columns;
  }

  /** The samples up to a time. */
  public double[][] until(double timeMs) {
    return Arrays.copyOf(rows, Math.min(rows.length, count(timeMs)));
  }

  private int count(double timeMs) {
    int n = (int) Math.rint(timeMs / probe.intervalMs());
    return n * probe.intervalMs() > timeMs * (1 + 1e-15) ? n - 1 : n;
  }

  /** Makes room for the samples up to a time; between runs only. */
  void reserve(double timeMs) {
    int old = rows.length;
    int wanted = Math.max(old, (int) (timeMs / probe.intervalMs()) + 2);
    rows = Arrays.copyOf(rows, wanted);
    for (int s = old; s < wanted; s++) {
      rows[s] = new double[columns];
    }
  }

  /** Number of the first sample after a time. */
  long firstAfter(double timeMs) {
    long s = Math.max(0L, (long) (timeMs / probe.intervalMs()) - 2);
    while ((s + 1) * probe.intervalMs() <= timeMs) {
      s++;
    }
    return s;
  }

  double[] row(long sample) {
    return rows[(int) sample];
  }
}
