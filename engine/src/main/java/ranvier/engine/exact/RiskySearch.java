package ranvier.engine.exact;

import java.util.Arrays;
import ranvier.engine.math.VectorGate;
import ranvier.engine.math.Vectors;

/**
 * Finds the few arrivals, among all of a bin, whose targets are walked. Vector code first drops most of the others
 * ({@link VectorFilter}), and only what is left is looked up; the plain form looks up all. What is found is used in one
 * go afterwards: every access misses the cache, and without branches in between several are under way together.
 */
final class RiskySearch {
  /** Arrivals that are looked up together by the plain form. */
  private static final int TOGETHER = 8;

  private final VectorGate gate;
  /** Null where there is no such vector code. */
  private final VectorFilter filter = Vectors.present() ? VectorFilter.ifFast() : null;
  private int[] candidates = new int[256];
  private int[] found = new int[256];
  private double[] baseMs = new double[256];

  RiskySearch(VectorGate gate) {
    this.gate = gate;
  }

  /** Sets for which of the walked neurons arrivals are looked for. */
  void lookFor(Walks walks, byte[] status, byte which) {
    if (filter == null) {
      return;
    }
    filter.clear();
    for (int k = 0; k < walks.count(); k++) {
      int neuron = walks.get(k).neuron;
      if (status[neuron] == which) {
        filter.let(neuron);
      }
    }
  }

  /** Adds the arrivals of a log at the neurons that are {@link #lookFor looked for} to their lists. */
  void collect(BinLog log, byte[] status, byte which, Walks walks, int channel) {
    int[] all = log.targets();
    int segments = log.segments();
    int n = 0;
    for (int s = 0; s < segments;) {
      int first = s;
      int from = log.start(s);
      // Parts that were copied follow each other: searched as one.
      int to = log.end(s++);
      while (s < segments && log.start(s) == to) {
        to = log.end(s++);
      }
      reserve(n, to - from);
      int before = n;
      n = filter != null && gate.isOpen()
          ? look(all, candidates, filter.pass(all, from, to, candidates), status, which, n)
          : look(all, from, to, status, which, n);
      int segment = first;
      for (int k = before; k < n; k++) {
        while (found[k] >= log.end(segment)) {
          segment++;
        }
        baseMs[k] = log.base(segment);
      }
    }
    for (int j = 0; j < n; j++) {
      int k = found[j];
      walks.of(all[k] & BinLog.TARGET).add(baseMs[j] + log.delayMs(k), log.weight(k), channel);
    }
  }

  private void reserve(int n, int more) {
    // A vector is written whole.
    if (more + VectorPairSums.PADDING > candidates.length) {
      candidates = new int[2 * (more + VectorPairSums.PADDING)];
    }
    // As long as if all were found, and one place more, which is written before it is decided on.
    if (n + more >= found.length) {
      found = Arrays.copyOf(found, 2 * (n + more));
      baseMs = Arrays.copyOf(baseMs, 2 * (n + more));
    }
  }

  /** Without branches: what passes the filter is unpredictable. */
  private int look(int[] all, int[] synapses, int count, byte[] status, byte which, int at) {
    int[] into = found;
    int bit = Integer.numberOfTrailingZeros(which);
    int n = at;
    for (int c = 0; c < count; c++) {
      int k = synapses[c];
      into[n] = k;
      n += status[all[k] & BinLog.TARGET] >> bit & 1;
    }
    return n;
  }

  /** Hardly any target has the status: one branch for several. */
  private int look(int[] all, int from, int to, byte[] status, byte which, int at) {
    int n = at;
    int k = from;
    for (; k + TOGETHER <= to; k += TOGETHER) {
      int any = status[all[k] & BinLog.TARGET] | status[all[k + 1] & BinLog.TARGET]
          | status[all[k + 2] & BinLog.TARGET] | status[all[k + 3] & BinLog.TARGET]
          | status[all[k + 4] & BinLog.TARGET] | status[all[k + 5] & BinLog.TARGET]
          | status[all[k + 6] & BinLog.TARGET] | status[all[k + 7] & BinLog.TARGET];
      if ((any & which) != 0) {
        n = lookAtEach(all, k, k + TOGETHER, status, which, n);
      }
    }
    return lookAtEach(all, k, to, status, which, n);
  }

  private int lookAtEach(int[] all, int from, int to, byte[] status, byte which, int at) {
    int[] into = found;
    int n = at;
    for (int k = from; k < to; k++) {
      into[n] = k;
      n += status[all[k] & BinLog.TARGET] == which ? 1 : 0;
    }
    return n;
  }
}
