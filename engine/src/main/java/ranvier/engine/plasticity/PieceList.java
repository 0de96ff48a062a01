package ranvier.engine.plasticity;

import java.util.Arrays;
import ranvier.engine.memory.Prefetch;

/** Where the pieces of a table's rows lie, and when each was visited last. Built by {@link PlasticRows}. */
public final class PieceList {
  private final int[] firstOfSource;
  private final int[] starts;
  private final double[] delayMs;
  private final int[] delaySteps;
  private final byte[] receptors;
  private final int[] classes;
  private final char[] narrowTargets;
  private final int[] wideTargets;
  private final int[] elements;
  private final double[] seen;
  private final double[] previous;
  private final int[] sources;

  /** Targets are in one of the two arrays; the other is null. */
  PieceList(int[] firstOfSource, int[] starts, double[] delayMs, int[] delaySteps, byte[] receptors, int[] classes,
      char[] narrowTargets, int[] wideTargets, int[] elements) {
    this.firstOfSource = firstOfSource;
    this.starts = starts;
    this.delayMs = delayMs;
    this.delaySteps = delaySteps;
    this.receptors = receptors;
    this.classes = classes;
    this.narrowTargets = narrowTargets;
    this.wideTargets = wideTargets;
    this.elements = elements;
    seen = new double[delayMs.length];
    previous = new double[delayMs.length];
    Arrays.fill(seen, Double.NEGATIVE_INFINITY);
    Arrays.fill(previous, Double.NEGATIVE_INFINITY);
    sources = new int[delayMs.length];
    for (int s = 0; s + 1 < firstOfSource.length; s++) {
      Arrays.fill(sources, firstOfSource[s], firstOfSource[s + 1], s);
    }
  }

  /** Number of pieces. */
  public int count() {
    return delayMs.length;
  }

  /** First piece of a source, numbered within its population; its last is the one before the next source's first. */
  public int first(int source) {
    return firstOfSource[source];
  }

  /** The source of a piece. */
  public int source(int piece) {
    return sources[piece];
  }

  /** Number of synapses of a piece. */
  public int length(int piece) {
    return starts[piece + 1] - starts[piece];
  }

  /** Delay in ms. */
  public double delayMs(int piece) {
    return delayMs[piece];
  }

  /** Delay in steps; 0 in exact time. */
  public int delaySteps(int piece) {
    return delaySteps[piece];
  }

  /** Receptor of the targets, or channel in exact time. */
  public int receptor(int piece) {
    return receptors[piece];
  }

  /** The first target of a piece. */
  public int firstTarget(int piece) {
    return target(starts[piece]);
  }

  int start(int piece) {
    return starts[piece];
  }

  int classOf(int piece) {
    return classes[piece];
  }

  int synapses() {
    return starts[starts.length - 1];
  }

  void targets(int piece, int[] into) {
    int from = starts[piece];
    int count = starts[piece + 1] - from;
    if (narrowTargets == null) {
      System.arraycopy(wideTargets, from, into, 0, count);
    } else {
      widen(narrowTargets, from, count, into);
    }
  }

  /** Targets of all pieces; null if they take 4 bytes. */
  char[] narrowTargets() {
    return narrowTargets;
  }

  /** Reads the numbers of a piece; see {@link PiecesAhead}. */
  int touch(int piece) {
    return sources[piece] + delaySteps[piece] + (seen[piece] == previous[piece] ? 1 : 0);
  }

  /** Reads one target of each line of memory. */
  int touchTargets(int piece) {
    int sum = 0;
    if (narrowTargets != null) {
      for (int k = starts[piece]; k < starts[piece + 1]; k += 32) {
        sum += narrowTargets[k];
      }
    } else {
      for (int k = starts[piece]; k < starts[piece + 1]; k += 16) {
        sum += wideTargets[k];
      }
    }
    return sum;
  }

  /** For the targets. */
  Prefetch prefetch() {
    return narrowTargets != null ? Prefetch.of(narrowTargets, 0) : Prefetch.of(wideTargets, 0);
  }

  private static void widen(char[] narrow, int from, int count, int[] into) {
    for (int k = 0; k < count; k++) {
      into[k] = narrow[from + k];
    }
  }

  /** Adds {@code factor} times the weights of a piece to the sums of its targets. */
  void addTo(double[] sums, Column weights, int piece, double factor) {
    if (narrowTargets == null) {
      weights.addTo(sums, wideTargets, starts[piece], length(piece), factor);
    } else {
      weights.addTo(sums, narrowTargets, starts[piece], length(piece), factor);
    }
  }

  int target(int synapse) {
    return narrowTargets == null ? wideTargets[synapse] : narrowTargets[synapse];
  }

  int largestTarget() {
    int largest = -1;
    for (int k = 0; k < synapses(); k++) {
      largest = Math.max(largest, target(k));
    }
    return largest;
  }

  /** Number of a synapse in the description's list; -1 if there is none. */
  int element(int synapse) {
    return elements == null ? -1 : elements[synapse];
  }

  int sourceOfSynapse(int synapse) {
    int p = 0;
    while (starts[p + 1] <= synapse) {
      p++;
    }
    return sources[p];
  }

  double seen(int piece) {
    return seen[piece];
  }

  void seen(int piece, double timeMs) {
    seen[piece] = timeMs;
  }

  double previous(int piece) {
    return previous[piece];
  }

  void previous(int piece, double timeMs) {
    previous[piece] = timeMs;
  }

  long bytes() {
    return 4L * firstOfSource.length + (4L + 8 + 4 + 1 + 4 + 8 + 8 + 4) * count()
        + (narrowTargets == null ? 4L : 2L) * synapses() + (elements == null ? 0L : 4L * elements.length);
  }
}
