package ranvier.engine.exact;

import java.util.Arrays;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import ranvier.engine.math.VectorGate;
import ranvier.engine.math.Vectors;

/**
 * Finds the few arrivals, among all of a bin, whose targets are walked. Vector code first drops most of the others by a
 * filter of 1,024 bits in two registers (Bloom 1970, with one hash: the low bits of the target), and only what is left
 * is looked up; the plain form looks up all. What is found is used in one go afterwards: every access misses the cache,
 * and without branches in between several are under way together.
 */
final class RiskySearch {
  private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
  private static final int LANES = INTS.length();
  /** A filter is worth while where it fits two registers. */
  private static final int LANES_NEEDED = 16;
  private static final int WORDS = 2 * LANES_NEEDED;
  private static final int BIT = Integer.SIZE - 1;
  private static final int WORD_SHIFT = 5;
  /** Arrivals that are looked up together by the plain form. */
  private static final int TOGETHER = 8;

  private final VectorGate gate;
  private final boolean canFilter = Vectors.present() && LANES == LANES_NEEDED;
  private final int[] filter = new int[WORDS];
  private int[] candidates = new int[256];
  private int[] found = new int[256];
  private double[] baseMs = new double[256];

  RiskySearch(VectorGate gate) {
    this.gate = gate;
  }

  /** Sets for which of the walked neurons arrivals are looked for. */
  void lookFor(Walks walks, byte[] status, byte which) {
    Arrays.fill(filter, 0);
    for (int k = 0; k < walks.count(); k++) {
      int neuron = walks.get(k).neuron;
      if (status[neuron] == which) {
        filter[neuron >> WORD_SHIFT & WORDS - 1] |= 1 << neuron;
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
      n = canFilter && gate.isOpen() ? look(all, candidates, filter(all, from, to), status, which, n)
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
    if (more + LANES_NEEDED > candidates.length) {
      candidates = new int[2 * (more + LANES_NEEDED)];
    }
    // As long as if all were found, and one place more, which is written before it is decided on.
    if (n + more >= found.length) {
      found = Arrays.copyOf(found, 2 * (n + more));
      baseMs = Arrays.copyOf(baseMs, 2 * (n + more));
    }
  }

  /** Gives the synapses that pass the filter; returns how many do. Reads up to a vector past {@code to}. */
  private int filter(int[] all, int from, int to) {
    final IntVector low = IntVector.fromArray(INTS, filter, 0);
    final IntVector high = IntVector.fromArray(INTS, filter, LANES);
    final IntVector lane = IntVector.zero(INTS).addIndex(1);
    int[] into = candidates;
    int n = 0;
    for (int k = from; k < to; k += LANES) {
      IntVector code = IntVector.fromArray(INTS, all, k);
      IntVector word = code.lanewise(VectorOperators.LSHR, WORD_SHIFT).lanewise(VectorOperators.AND, WORDS - 1)
          .selectFrom(low, high);
      VectorMask<Integer> passes = word.lanewise(VectorOperators.LSHR, code.lanewise(VectorOperators.AND, BIT))
          .lanewise(VectorOperators.AND, 1).compare(VectorOperators.NE, 0);
      lane.add(k).compress(passes).intoArray(into, n);
      // Lanes past the end come last.
      long lanes = passes.toLong() & -1L >>> Math.max(0, Long.SIZE - (to - k));
      n += Long.bitCount(lanes);
    }
    return n;
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
