package ranvier.engine.model;

import java.util.Arrays;
import ranvier.engine.math.Exp;

/**
 * What happened at each neuron lately, for plastic synapses that look back: the times of its spikes with traces of
 * them, or the values of a state variable. Entries of a neuron lie one after another in one array, in the order of
 * time, {@link #stride} numbers each:
 *
 * <pre>
 *   time in ms | sum 0 | sum 1 ... | decay 0 | decay 1 ...        (spikes)
 *   time in ms | value                                            (a state variable)
 * </pre>
 *
 * Sum c is the trace of all spikes up to this one: sum over them of exp((t_k - origin) / tau_c); times
 * {@link #sumScale} it is their trace at a later time. Decay c is exp(-(t - origin) / tau_c); times {@link #decayScale}
 * of an earlier time it is what is left of a trace at this spike. So a row of synapses takes two exponentials, not two
 * per synapse. Sums and decays are kept relative to an origin that the kernel moves along, so that they never overflow.
 *
 * <p>Where all rows have one delay and ask for one sum and one decay they read {@link #recent} nearly always. So there
 * spikes wait in a queue, and a neuron's are entered when somebody reads its entries.
 *
 * <p>Bounded: the kernel forgets what no synapse can ask for any more. Used by one thread.
 */
public final class History {
  /** Times that differ by less than this part of a time constant may have decays that rounding makes equal. */
  private static final double LEAST_INTERVAL = 1e-13;

  private final double[] sumTaus;
  private final double[] decayTaus;
  private final int stride;
  private final double[][] entries;
  private final int[] used;
  private double originMs;
  /** Time of the last spike with its contributions to the sums, and its decays: whoever spikes then shares them. */
  private double spikeMs = Double.NaN;
  private final double[] growths;
  private final double[] spikeDecays;
  private RecentSpikes recent;
  /** Null where spikes are entered at once. */
  private SpikeQueue queue;
  /** Per neuron: its spikes with such a number in the queue or a higher one are not among the entries. */
  private long[] entered;

  /**
   * Spikes of some neurons.
   *
   * @param sumTaus time constants of the sums in ms
   * @param decayTaus time constants of the decays in ms
   */
  public History(int neurons, double[] sumTaus, double[] decayTaus) {
    this(neurons, sumTaus, decayTaus, 1 + sumTaus.length + decayTaus.length);
  }

  private History(int neurons, double[] sumTaus, double[] decayTaus, int stride) {
    this.sumTaus = sumTaus.clone();
    this.decayTaus = decayTaus.clone();
    this.stride = stride;
    growths = new double[sumTaus.length];
    spikeDecays = new double[decayTaus.length];
    entries = new double[neurons][];
    used = new int[neurons];
  }

  /** Values of a state variable of some neurons, where it is not 0. */
  public static History ofVariable(int neurons) {
    return new History(neurons, new double[0], new double[0], 2);
  }

  /** Numbers per entry. */
  public int stride() {
    return stride;
  }

  /** Entries of a neuron; only the first {@link #length} numbers count. May be null if there are none. */
  public double[] entries(int neuron) {
    enter(neuron);
    return entries[neuron];
  }

  /** Numbers that the entries of a neuron take. */
  public int length(int neuron) {
    enter(neuron);
    return used[neuron];
  }

  /** Turns sum c of an entry into the trace at a later time. */
  public double sumScale(int c, double timeMs) {
    return Exp.of((originMs - timeMs) / sumTaus[c]);
  }

  /** Turns decay c of an entry into exp(-(time of the entry - timeMs) / tau). */
  public double decayScale(int c, double timeMs) {
    return Exp.of((timeMs - originMs) / decayTaus[c]);
  }

  /** Decay c of an entry at that time. Decays fall with time, so that they tell earlier from later ones. */
  public double decayAt(int c, double timeMs) {
    return Exp.of((originMs - timeMs) / decayTaus[c]);
  }

  /** Position of a neuron's last entry at or before a time; negative if there is none. */
  public int last(int neuron, double timeMs) {
    enter(neuron);
    return lastEntered(neuron, timeMs);
  }

  private int lastEntered(int neuron, double timeMs) {
    double[] e = entries[neuron];
    int k = used[neuron] - stride;
    while (k >= 0 && e[k] > timeMs) {
      k -= stride;
    }
    return k;
  }

  /** Position of a neuron's first entry after a time; that behind its last entry if there is none. */
  public int after(int neuron, double timeMs) {
    return last(neuron, timeMs) + stride;
  }

  /**
   * For the kernel, before the first spike: all rows that will ask have the same delay. That must be so for all
   * workers, since rules may round differently if it is.
   */
  public void setOneDelay() {
    if (sumTaus.length == 1 && decayTaus.length == 1) {
      queue = new SpikeQueue(used.length);
      entered = new long[used.length];
    }
  }

  /**
   * For a rule, before the first spike: it will ask for {@link #recent}.
   *
   * @param toleranceMs times that differ by less are the same
   */
  public void keepRecent(double toleranceMs) {
    if (recent == null && queue != null && toleranceMs >= LEAST_INTERVAL * decayTaus[0]) {
      recent = new RecentSpikes(used.length, toleranceMs);
    }
  }

  /**
   * The last spikes up to a time, as rows of the one delay see them. The times asked for must not fall.
   *
   * @return null if there are several delays, or if decays cannot tell times apart: rules must search the entries
   */
  public RecentSpikes recent(double untilMs) {
    if (recent != null) {
      recent.advance(queue, untilMs);
    }
    return recent;
  }

  /** {@link #recent} in single precision: null where that is. */
  public RecentSingles recentSingles(double untilMs) {
    RecentSpikes spikes = recent(untilMs);
    return spikes == null ? null : spikes.singles(this, untilMs);
  }

  double sumTau() {
    return sumTaus[0];
  }

  double decayTau() {
    return decayTaus[0];
  }

  /** For the kernel: a spike of a neuron, not before its earlier ones. */
  public void spike(int neuron, double timeMs) {
    if (timeMs != spikeMs) {
      for (int c = 0; c < growths.length; c++) {
        growths[c] = Exp.of((timeMs - originMs) / sumTaus[c]);
      }
      for (int c = 0; c < spikeDecays.length; c++) {
        spikeDecays[c] = Exp.of((originMs - timeMs) / decayTaus[c]);
      }
      spikeMs = timeMs;
    }
    if (queue != null) {
      queue.add(neuron, timeMs, growths[0], spikeDecays[0]);
      return;
    }
    int n = room(neuron, 1);
    double[] e = entries[neuron];
    e[n] = timeMs;
    for (int c = 0; c < growths.length; c++) {
      e[n + 1 + c] = (n == 0 ? 0.0 : e[n - stride + 1 + c]) + growths[c];
    }
    for (int c = 0; c < spikeDecays.length; c++) {
      e[n + 1 + growths.length + c] = spikeDecays[c];
    }
  }

  /** Enters the spikes of a neuron that still wait. */
  private void enter(int neuron) {
    if (queue == null || queue.last(neuron) < entered[neuron]) {
      return;
    }
    int count = 0;
    for (long k = queue.last(neuron); k >= entered[neuron]; k = queue.before(k)) {
      count++;
    }
    int n = room(neuron, count) + count * stride;
    for (long k = queue.last(neuron); k >= entered[neuron]; k = queue.before(k)) {
      n -= stride;
      enter(neuron, n, k);
    }
    entered[neuron] = queue.end();
  }

  private void enter(int neuron, int n, long queued) {
    double[] e = entries[neuron];
    e[n] = queue.timeMs(queued);
    e[n + 1] = queue.sum(queued);
    e[n + 2] = queue.decay(queued);
  }

  /** Of the spikes that still wait before one of the queue, enters each neuron's last, instead of all earlier ones. */
  private void enterLast(long end) {
    for (long k = end - 1; k >= queue.begin(); k--) {
      enterInstead(k, end);
    }
  }

  /** Apart from the loop, which is run so rarely that it is interpreted at first. */
  private void enterInstead(long k, long end) {
    int neuron = queue.neuron(k);
    if (k >= entered[neuron]) {
      entered[neuron] = end;
      used[neuron] = 0;
      enter(neuron, room(neuron, 1), k);
    }
  }

  /** For the kernel: a value of a state variable. */
  public void value(int neuron, double timeMs, double value) {
    int n = room(neuron, 1);
    entries[neuron][n] = timeMs;
    entries[neuron][n + 1] = value;
  }

  /** Makes room for some entries; returns where the first of them goes. */
  private int room(int neuron, int count) {
    int n = used[neuron];
    used[neuron] = n + count * stride;
    if (entries[neuron] == null) {
      entries[neuron] = new double[Math.max(4 * stride, used[neuron])];
    } else if (used[neuron] > entries[neuron].length) {
      entries[neuron] = Arrays.copyOf(entries[neuron], Math.max(2 * entries[neuron].length, used[neuron]));
    }
    return n;
  }

  /** For the kernel: forgets what lies before a time, but for the last entry before it, and moves the origin. */
  public void forget(double beforeMs, double newOriginMs) {
    double[] sums = Arrays.stream(sumTaus).map(tau -> Exp.of((originMs - newOriginMs) / tau)).toArray();
    double[] decays = Arrays.stream(decayTaus).map(tau -> Exp.of((newOriginMs - originMs) / tau)).toArray();
    originMs = newOriginMs;
    spikeMs = Double.NaN;
    if (queue != null) {
      long first = queue.firstAt(beforeMs);
      if (recent != null) {
        // Nobody asks for an earlier time any more.
        recent.advance(queue, beforeMs);
        recent.scale(sums[0], decays[0]);
        first = Math.min(first, recent.oldest());
      }
      enterLast(first);
      queue.forget(first, sums[0], decays[0]);
    }
    for (int i = 0; i < used.length; i++) {
      double[] e = entries[i];
      int first = Math.max(0, used[i] == 0 ? 0 : lastEntered(i, beforeMs));
      if (first > 0) {
        used[i] -= first;
        System.arraycopy(e, first, e, 0, used[i]);
      }
      for (int k = 0; k < used[i]; k += stride) {
        for (int c = 0; c < sums.length; c++) {
          e[k + 1 + c] *= sums[c];
        }
        for (int c = 0; c < decays.length; c++) {
          // The one entry that may be very old is not asked for its decay.
          e[k + 1 + sums.length + c] = Math.min(Double.MAX_VALUE, e[k + 1 + sums.length + c] * decays[c]);
        }
      }
    }
  }

  /** Bytes held. */
  public long bytes() {
    long bytes = 8L * used.length + (recent == null ? 0 : recent.bytes())
        + (queue == null ? 0 : queue.bytes() + 8L * entered.length);
    for (double[] e : entries) {
      bytes += e == null ? 0 : 16 + 8L * e.length;
    }
    return bytes;
  }
}
