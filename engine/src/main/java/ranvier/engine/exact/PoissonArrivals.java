package ranvier.engine.exact;

import java.util.Arrays;
import ranvier.engine.network.Stimulus;
import ranvier.engine.random.PoissonCells;

/**
 * Poisson trains with real-valued times onto neurons of one unit. Times depend neither on the width of the bins nor on
 * the kernel, and the arrivals of a bin can be drawn again: nothing is stored but where each train stands.
 */
final class PoissonArrivals {
  /** A cell that is wider than so many bins is not drawn in each: trains are followed from arrival to arrival. */
  private static final double WIDE = 4.0;

  final int channel;
  final double weight;
  final int[] neurons;
  private final int[] ids;
  private final PoissonCells cells;
  private final double cellMs;
  private final double startMs;
  private final double stopMs;
  private final double binMs;
  private final long firstBin;
  private final boolean byCell;
  /** Whether the neurons follow each other. */
  private final boolean areNeighbours;
  /** The next arrival of each train: its cell, its rank there, and its time from the start of the cell. */
  private final long[] cell;
  private final int[] rank;
  private final double[] offsetMs;
  private int[] targets = new int[PoissonCells.BLOCK];
  private double[] x = new double[PoissonCells.BLOCK];

  /**
   * Trains onto some neurons.
   *
   * @param neurons local indices, ascending
   * @param ids the neurons' numbers in their population, which key their streams
   * @param number of the stimulus in the network
   * @param firstBin from whose start the times of the stimulus count
   */
  PoissonArrivals(Stimulus.Poisson stimulus, int[] neurons, int[] ids, int number, long seed, double binMs,
      long firstBin) {
    channel = stimulus.weight() >= 0 ? 0 : 1;
    weight = stimulus.weight();
    this.neurons = neurons;
    this.ids = ids;
    this.binMs = binMs;
    this.firstBin = firstBin;
    startMs = stimulus.startMs();
    stopMs = stimulus.stopMs();
    cells = new PoissonCells(stimulus.rateHz(), seed, number);
    cellMs = cells.widthMs();
    areNeighbours = neurons.length > 0 && neurons[neurons.length - 1] - neurons[0] == neurons.length - 1;
    byCell = cellMs <= WIDE * binMs;
    cell = new long[neurons.length];
    rank = new int[neurons.length];
    offsetMs = new double[neurons.length];
    Arrays.fill(cell, (long) (startMs / cellMs));
    Arrays.fill(rank, -1);
    for (int k = 0; k < neurons.length; k++) {
      step(k);
    }
  }

  /** Start of the cell of the next arrival of the k-th train in ms since the start of the run: exact. */
  double cellStartMs(int k) {
    return cell[k] * cellMs;
  }

  /** Time of the next arrival of the k-th train from {@link #cellStartMs} on; infinite if there is none. */
  double offsetMs(int k) {
    return offsetMs[k];
  }

  /** Goes to the next arrival of the k-th train. */
  void step(int k) {
    rank[k]++;
    while (cellStartMs(k) < stopMs) {
      int n = cells.draw(ids[k], cell[k]);
      for (; rank[k] < n; rank[k]++) {
        offsetMs[k] = cells.place()[rank[k]] * cellMs;
        if (isOn(cellStartMs(k) + offsetMs[k])) {
          return;
        }
      }
      cell[k]++;
      rank[k] = 0;
    }
    offsetMs[k] = Double.POSITIVE_INFINITY;
  }

  private boolean isOn(double ms) {
    return ms >= startMs && ms < stopMs;
  }

  /**
   * Adds the effects of all arrivals within a bin; bins come in order.
   *
   * @param sums {@link EffectSums#ofWeight of this weight}
   */
  void deliver(long bin, EffectSums sums, double[] into) {
    double binStartMs = (bin - firstBin) * binMs;
    if (binStartMs + binMs <= startMs || binStartMs >= stopMs) {
      return;
    }
    if (!byCell) {
      follow(binStartMs, sums, into);
      return;
    }
    for (long c = firstCell(binStartMs); c * cellMs < binStartMs + binMs; c++) {
      double beginMs = c * cellMs - binStartMs;
      boolean isWhole = beginMs >= 0.0 && beginMs + cellMs <= binMs && c * cellMs >= startMs
          && (c + 1) * cellMs <= stopMs;
      int done = isWhole && areNeighbours ? sums.add(cells, c, ids, neurons[0], beginMs * (2.0 / binMs) - 1.0,
          cellMs * (2.0 / binMs), into) : 0;
      for (int from = done; from < neurons.length; from += PoissonCells.BLOCK) {
        int n = cells.draw(ids, from, Math.min(neurons.length, from + PoissonCells.BLOCK), c);
        sums.add(isWhole ? place(n, from, beginMs) : placeSome(n, from, beginMs, binStartMs), targets, x, into);
      }
    }
  }

  private void follow(double binStartMs, EffectSums sums, double[] into) {
    double scale = 2.0 / binMs;
    for (int k = 0; k < neurons.length; k++) {
      double t = cellStartMs(k) - binStartMs + offsetMs[k];
      while (t < binMs) {
        sums.add(neurons[k], t * scale - 1.0, 1.0, into);
        step(k);
        t = cellStartMs(k) - binStartMs + offsetMs[k];
      }
    }
  }

  private long firstCell(double binStartMs) {
    return (long) (binStartMs / cellMs);
  }

  /** Targets and times of what was drawn, all of it. */
  private int place(int n, int from, double beginMs) {
    reserve(n);
    int[] index = cells.index();
    for (int p = 0; p < n; p++) {
      targets[p] = neurons[from + index[p]];
    }
    double first = beginMs * (2.0 / binMs) - 1.0;
    double unit = cellMs * (2.0 / binMs);
    double[] place = cells.place();
    for (int p = 0; p < n; p++) {
      x[p] = first + place[p] * unit;
    }
    return n;
  }

  /** The same of those that lie within the bin and the time of the stimulus; returns how many do. */
  private int placeSome(int n, int from, double beginMs, double binStartMs) {
    reserve(n);
    int kept = 0;
    for (int p = 0; p < n; p++) {
      double offset = cells.place()[p] * cellMs;
      double t = beginMs + offset;
      if (t >= 0.0 && t < binMs && isOn(beginMs + binStartMs + offset)) {
        targets[kept] = neurons[from + cells.index()[p]];
        x[kept++] = t * (2.0 / binMs) - 1.0;
      }
    }
    return kept;
  }

  private void reserve(int n) {
    if (n > x.length) {
      targets = new int[2 * n];
      x = new double[2 * n];
    }
  }

  /** Draws the arrivals of a bin again, for the walked neurons of one status. */
  void repeat(long bin, byte[] status, byte which, Walks walks) {
    for (int k = 0; k < walks.count(); k++) {
      WalkedNeuron w = walks.get(k);
      int train = status[w.neuron] == which ? Arrays.binarySearch(neurons, w.neuron) : -1;
      if (train >= 0) {
        repeat(train, bin, w);
      }
    }
  }

  /** Draws the arrivals of a bin again, for the k-th train. */
  private void repeat(int k, long bin, WalkedNeuron into) {
    double binStartMs = (bin - firstBin) * binMs;
    for (long c = firstCell(binStartMs); c * cellMs < Math.min(binStartMs + binMs, stopMs); c++) {
      double beginMs = c * cellMs - binStartMs;
      int n = cells.draw(ids[k], c);
      for (int p = 0; p < n; p++) {
        double offset = cells.place()[p] * cellMs;
        double t = beginMs + offset;
        if (t >= 0.0 && t < binMs && isOn(c * cellMs + offset)) {
          into.add(t, weight, channel);
        }
      }
    }
  }
}
