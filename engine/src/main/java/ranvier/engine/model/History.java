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
 * spikes wait in a queue, and are entered when somebody reads entries.
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
  private final RecentSpikes.SpikeQueue queue = new RecentSpikes.SpikeQueue();
  private RecentSpikes recent;
  private boolean oneDelay;
  /** Sum 0 of each neuron's last spike; null where spikes are not queued. */
  private double[] lastSums;
  /** The first spike of the queue that is not among the entries. */
  private long entered;

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
    enter();
    return entries[neuron];
  }

  /** Numbers that the entries of a neuron take. */
  public int length(int neuron) {
    enter();
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
    enter();
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
    oneDelay = true;
    if (sumTaus.length == 1 && decayTaus.length == 1) {
      lastSums = new double[used.length];
    }
  }

  /**
   * The last spikes up to a time, as rows of the one delay see them. Needs a sum and a decay. The times asked for must
   * not fall.
   *
   * @return null if there are several delays, or if decays cannot tell times apart: rules must search the entries
   */
  public RecentSpikes recent(double toleranceMs, double untilMs) {
    if (!oneDelay || toleranceMs < LEAST_INTERVAL * decayTaus[0]) {
      return null;
    }
    if (recent == null) {
      recent = new RecentSpikes(this, used.length, toleranceMs, queue.begin());
    }
    recent.advance(queue, untilMs);
    return recent;
  }

  /** {@link #recent} in single precision: null where that is. */
  public RecentSingles recentSingles(double toleranceMs, double untilMs) {
    RecentSpikes spikes = recent(toleranceMs, untilMs);
    return spikes == null ? null : spikes.singles(this, untilMs);
  }

  double sumTau() {
    return sumTaus[0];
  }

  double decayTau() {
    return decayTaus[0];
  }

  RecentSpikes.SpikeQueue queue() {
    return queue;
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
    if (lastSums != null) {
      lastSums[neuron] += growths[0];
      queue.add(neuron, timeMs, lastSums[neuron], spikeDecays[0]);
      return;
    }
    int n = room(neuron);
    double[] e = entries[neuron];
    e[n] = timeMs;
    for (int c = 0; c < growths.length; c++) {
      e[n + 1 + c] = (n == 0 ? 0.0 : e[n - stride + 1 + c]) + growths[c];
    }
    for (int c = 0; c < spikeDecays.length; c++) {
      e[n + 1 + growths.length + c] = spikeDecays[c];
    }
  }

  /** Enters all spikes that still wait. */
  private void enter() {
    for (; entered < queue.end(); entered++) {
      enter(entered);
    }
  }

  private void enter(long queued) {
    int neuron = queue.neuron(queued);
    int n = room(neuron);
    double[] e = entries[neuron];
    e[n] = queue.timeMs(queued);
    e[n + 1] = queue.sum(queued);
    e[n + 2] = queue.decay(queued);
  }

  /** Of the spikes that still wait before one of the queue, enters each neuron's last, instead of its earlier ones. */
  private void enterLast(long before) {
    boolean[] isEntered = new boolean[used.length];
    for (long k = before - 1; k >= entered; k--) {
      int neuron = queue.neuron(k);
      if (!isEntered[neuron]) {
        isEntered[neuron] = true;
        used[neuron] = 0;
        enter(k);
      }
    }
    entered = Math.max(entered, before);
  }

  /** For the kernel: a value of a state variable. */
  public void value(int neuron, double timeMs, double value) {
    int n = room(neuron);
    entries[neuron][n] = timeMs;
    entries[neuron][n + 1] = value;
  }

  private int room(int neuron) {
    int n = used[neuron];
    if (entries[neuron] == null) {
      entries[neuron] = new double[4 * stride];
    } else if (n == entries[neuron].length) {
      entries[neuron] = Arrays.copyOf(entries[neuron], 2 * n);
    }
    used[neuron] = n + stride;
    return n;
  }

  /** For the kernel: forgets what lies before a time, but for the last entry before it, and moves the origin. */
  public void forget(double beforeMs, double newOriginMs) {
    double[] sums = Arrays.stream(sumTaus).map(tau -> Exp.of((originMs - newOriginMs) / tau)).toArray();
    double[] decays = Arrays.stream(decayTaus).map(tau -> Exp.of((newOriginMs - originMs) / tau)).toArray();
    originMs = newOriginMs;
    spikeMs = Double.NaN;
    if (lastSums != null) {
      long oldest = queue.end();
      if (recent != null) {
        // Nobody asks for an earlier time any more.
        recent.advance(queue, beforeMs);
        recent.scale(sums[0], decays[0]);
        oldest = recent.oldest();
      }
      long known = queue.begin();
      while (known < oldest && queue.timeMs(known) < beforeMs) {
        known++;
      }
      enterLast(known);
      queue.forget(known, sums[0], decays[0]);
      for (int i = 0; i < lastSums.length; i++) {
        lastSums[i] *= sums[0];
      }
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
    long bytes = (lastSums == null ? 8L : 16L) * used.length + queue.bytes() + (recent == null ? 0 : recent.bytes());
    for (double[] e : entries) {
      bytes += e == null ? 0 : 16 + 8L * e.length;
    }
    return bytes;
  }
}
