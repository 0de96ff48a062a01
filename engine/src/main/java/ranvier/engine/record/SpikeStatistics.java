package ranvier.engine.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rates, interspike intervals, activity and synchrony of populations, gathered while the network runs. Memory is 36
 * bytes per neuron plus 4 bytes per population and ms of activity, the latter for the first {@link #ACTIVITY_BINS} ms
 * only (less if there are many populations), whatever the length of the run. Nothing is allocated per block.
 *
 * <p>Spikes with transientMs &lt; t &lt;= transientMs + durationMs count, and intervals between two of them. A bin
 * that starts at a holds the spikes with a &lt; t &lt;= a + width. So that rounding of k * dt does not move a spike
 * across the border that it lies on, all times are taken {@value #EDGE_MS} ms earlier in these comparisons.
 *
 * <p>Moments of intervals are accumulated by Welford's recurrence (Technometrics 4, 1962, 419, doi:10.2307/1266577).
 * Spikes of neurons that belong to none of the populations are ignored.
 */
public final class SpikeStatistics implements SpikeConsumer {
  /** Most bins of 1 ms of a population's activity that are kept. */
  public static final int ACTIVITY_BINS = 1 << 20;
  /** Width in ms of the bins in which synchrony is measured. */
  public static final int SYNCHRONY_BIN_MS = 3;
  /** Neurons with fewer spikes have no CV. */
  public static final int CV_SPIKES = 5;

  static final double EDGE_MS = 1e-6;
  private static final int ALL_ACTIVITY_BINS = 1 << 24;
  private static final int ISI_MANTISSA_BITS = 3;
  private static final double ISI_SMALLEST_MS = 0.0625;
  private static final double ISI_LARGEST_MS = 131_072.0;
  private static final int ISI_FIRST = isiKey(ISI_SMALLEST_MS);
  private static final double[] ISI_EDGES = isiEdges();

  /** Columns of a neuron's row: one cache line serves a spike. */
  private static final int STRIDE = 4;
  private static final int COUNT = 0;
  private static final int LAST = 1;
  private static final int MEAN = 2;
  private static final int SQUARES = 3;

  private final List<PopulationRange> populations;
  private final double transientMs;
  private final double durationMs;
  private final int[] member;
  private final double[] neurons;
  private final long[][] isiCounts;
  private final int[][] activity;
  private final int[] inBin;
  private final long[] binned;
  private final long[] binnedSquares;
  private long bin;

  /**
   * Statistics of nothing yet.
   *
   * @param populations must not share neurons
   * @param transientMs what is left out at the start
   * @param durationMs what counts after it
   */
  public SpikeStatistics(List<PopulationRange> populations, double transientMs, double durationMs) {
    this.populations = List.copyOf(populations);
    this.transientMs = transientMs;
    this.durationMs = durationMs;
    member = PopulationRange.membership(populations);
    neurons = new double[Math.multiplyExact(STRIDE, member.length)];
    int n = populations.size();
    int share = Math.max(1, ALL_ACTIVITY_BINS / Math.max(1, n));
    int bins = (int) Math.min(Math.min(ACTIVITY_BINS, share), Math.ceil(Math.max(0.0, durationMs)));
    isiCounts = new long[n][ISI_EDGES.length + 1];
    activity = new int[n][bins];
    inBin = new int[n];
    binned = new long[n];
    binnedSquares = new long[n];
  }

  /**
   * Edges in ms of the bins of {@link PopulationStatistics#isiCounts}: count 0 is of intervals below the first edge,
   * count k of those from edge k - 1 to below edge k, the last of those from the last edge on. Eight equal bins per
   * factor of two.
   */
  public static double[] isiEdgesMs() {
    return ISI_EDGES.clone();
  }

  @Override
  public void accept(SpikeBlock block) {
    for (int k = 0; k < block.count(); k++) {
      int neuron = block.neuron(k);
      double timeMs = block.timeMs(k);
      double sinceMs = timeMs - EDGE_MS - transientMs;
      if (sinceMs > 0.0 && sinceMs <= durationMs && neuron < member.length && member[neuron] >= 0) {
        int population = member[neuron];
        addToBins(population, sinceMs);
        addToNeuron(population, STRIDE * neuron, timeMs);
      }
    }
  }

  /**
   * The statistics of all populations, in their order.
   *
   * @param endMs how far the network was simulated; may be before transientMs + durationMs
   */
  public List<PopulationStatistics> result(double endMs) {
    double measuredMs = Math.max(0.0, Math.min(durationMs, endMs - transientMs));
    List<PopulationStatistics> all = new ArrayList<>();
    for (int p = 0; p < populations.size(); p++) {
      PopulationRange range = populations.get(p);
      double[] rates = new double[range.size()];
      double[] cvs = new double[range.size()];
      int silent = 0;
      int withCv = 0;
      for (int i = 0; i < range.size(); i++) {
        int row = STRIDE * (range.first() + i);
        double count = neurons[row + COUNT];
        rates[i] = count / (measuredMs / 1000.0);
        silent += count == 0.0 ? 1 : 0;
        if (count >= CV_SPIKES) {
          cvs[withCv++] = Math.sqrt(neurons[row + SQUARES] / (count - 1.0)) / neurons[row + MEAN];
        }
      }
      int kept = (int) Math.min(activity[p].length, (long) Math.floor(measuredMs + EDGE_MS));
      all.add(new PopulationStatistics(range.name(), range.size(), measuredMs, rates, Arrays.copyOf(cvs, withCv),
          (double) silent / range.size(), synchrony(p, measuredMs), isiCounts[p].clone(),
          Arrays.copyOf(activity[p], kept)));
    }
    return List.copyOf(all);
  }

  private void addToBins(int population, double sinceMs) {
    int ms = (int) Math.min(sinceMs, Integer.MAX_VALUE);
    if (ms < activity[population].length) {
      activity[population][ms]++;
    }
    long now = (long) (sinceMs / SYNCHRONY_BIN_MS);
    if (now != bin) {
      for (int p = 0; p < inBin.length; p++) {
        long spikes = inBin[p];
        binned[p] += spikes;
        binnedSquares[p] += spikes * spikes;
        inBin[p] = 0;
      }
      bin = now;
    }
    inBin[population]++;
  }

  private void addToNeuron(int population, int row, double timeMs) {
    double count = neurons[row + COUNT];
    if (count > 0.0) {
      double isi = timeMs - neurons[row + LAST];
      double distance = isi - neurons[row + MEAN];
      double mean = neurons[row + MEAN] + distance / count;
      neurons[row + MEAN] = mean;
      neurons[row + SQUARES] += distance * (isi - mean);
      isiCounts[population][isiBin(isi)]++;
    }
    neurons[row + COUNT] = count + 1.0;
    neurons[row + LAST] = timeMs;
  }

  /** Variance (n) over mean of the counts in all whole bins; bins without spikes were never closed but count. */
  private double synchrony(int population, double measuredMs) {
    long bins = (long) Math.floor((measuredMs + EDGE_MS) / SYNCHRONY_BIN_MS);
    long open = bin < bins ? inBin[population] : 0;
    double mean = (double) (binned[population] + open) / bins;
    double meanSquare = (double) (binnedSquares[population] + open * open) / bins;
    return (meanSquare - mean * mean) / mean;
  }

  private static int isiBin(double isi) {
    return Math.max(0, Math.min(ISI_EDGES.length, isiKey(isi) - ISI_FIRST + 1));
  }

  /** Exponent and leading bits of the mantissa: numbers the bins of all positive doubles without any search. */
  private static int isiKey(double isi) {
    return (int) (Double.doubleToRawLongBits(isi) >>> (52 - ISI_MANTISSA_BITS));
  }

  private static double[] isiEdges() {
    double[] edges = new double[isiKey(ISI_LARGEST_MS) - ISI_FIRST + 1];
    for (int k = 0; k < edges.length; k++) {
      edges[k] = Double.longBitsToDouble((long) (ISI_FIRST + k) << (52 - ISI_MANTISSA_BITS));
    }
    return edges;
  }
}
