package ranvier.engine.record;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Mean Pearson correlation of spike counts in bins over all pairs of different neurons of a population.
 *
 * <p>With the normalised counts z_i = (n_i - mean_i) / std_i, var(sum z_i) = N + sum of all correlations, so the mean
 * over pairs is (var(sum z_i) - N) / (N (N - 1)): two passes over the spikes and memory proportional to the neurons,
 * not to pairs or bins, and no sample of neurons needs to be drawn. Neurons whose count does not vary, silent ones
 * first of all, have no correlation and are left out.
 *
 * @param population its name
 * @param mean over the pairs; NaN if there are none
 * @param neurons N, those with a count that varies
 * @param noise standard deviation of the mean for independent neurons, sqrt(2 / bins) / (N - 1)
 */
public record Correlation(String population, double mean, int neurons, double noise) {
  /**
   * Correlations of all populations of a spike file, over the whole bins in transientMs &lt; t &lt;= transientMs +
   * durationMs.
   *
   * @throws IOException if the file cannot be read or is damaged
   */
  public static List<Correlation> of(Path spikeFile, double transientMs, double durationMs, double binMs)
      throws IOException {
    long bins = (long) Math.floor((durationMs + SpikeStatistics.EDGE_MS) / binMs);
    List<PopulationRange> populations;
    try (SpikeFileReader reader = SpikeFile.open(spikeFile)) {
      populations = reader.header().populations();
    }
    Counts counts = new Counts(populations, transientMs, binMs, bins);
    SpikeFile.read(spikeFile, counts);
    Sums sums = new Sums(counts, populations);
    SpikeFile.read(spikeFile, sums);
    List<Correlation> all = new ArrayList<>();
    for (int p = 0; p < populations.size(); p++) {
      int n = sums.neurons[p];
      double variance = sums.squares[p] / bins;
      double mean = n < 2 ? Double.NaN : (variance - n) / ((double) n * (n - 1));
      double noise = n < 2 ? Double.NaN : Math.sqrt(2.0 / bins) / (n - 1);
      all.add(new Correlation(populations.get(p).name(), mean, n, noise));
    }
    return List.copyOf(all);
  }

  /** First pass: sum of counts and of their squares, per neuron. */
  private static final class Counts implements SpikeConsumer {
    private final double transientMs;
    private final double binMs;
    private final long bins;
    private final int[] member;
    private final long[] sum;
    private final long[] squares;
    private final long[] bin;
    private final int[] inBin;

    Counts(List<PopulationRange> populations, double transientMs, double binMs, long bins) {
      this.transientMs = transientMs;
      this.binMs = binMs;
      this.bins = bins;
      member = PopulationRange.membership(populations);
      sum = new long[member.length];
      squares = new long[member.length];
      bin = new long[member.length];
      inBin = new int[member.length];
    }

    /** The bin of a time, -1 if it lies in none. */
    long binOf(double timeMs) {
      double sinceMs = timeMs - SpikeStatistics.EDGE_MS - transientMs;
      long b = (long) (sinceMs / binMs);
      return sinceMs > 0.0 && b < bins ? b : -1;
    }

    @Override
    public void accept(SpikeBlock block) {
      for (int k = 0; k < block.count(); k++) {
        long b = binOf(block.timeMs(k));
        if (b >= 0) {
          int i = block.neuron(k);
          if (bin[i] != b) {
            squares[i] += (long) inBin[i] * inBin[i];
            inBin[i] = 0;
            bin[i] = b;
          }
          inBin[i]++;
          sum[i]++;
        }
      }
    }

    @Override
    public void end() {
      for (int i = 0; i < member.length; i++) {
        squares[i] += (long) inBin[i] * inBin[i];
      }
    }

    double mean(int i) {
      return (double) sum[i] / bins;
    }

    double variance(int i) {
      return (double) squares[i] / bins - mean(i) * mean(i);
    }

    /** Exactly: whether the count is not the same in every bin. */
    boolean varies(int i) {
      return sum[i] != 0 && Math.multiplyExact(squares[i], bins) != Math.multiplyExact(sum[i], sum[i]);
    }
  }

  /** Second pass: sum over bins of the squared sum of normalised counts, per population. */
  private static final class Sums implements SpikeConsumer {
    private final Counts counts;
    private final double[] weight;
    private final int[] neurons;
    private final double[] base;
    private final double[] now;
    private final double[] squares;
    private long bin;

    Sums(Counts counts, List<PopulationRange> populations) {
      this.counts = counts;
      int n = populations.size();
      weight = new double[counts.member.length];
      neurons = new int[n];
      base = new double[n];
      now = new double[n];
      squares = new double[n];
      for (int i = 0; i < weight.length; i++) {
        int p = counts.member[i];
        if (p >= 0 && counts.varies(i)) {
          weight[i] = 1.0 / Math.sqrt(counts.variance(i));
          base[p] -= counts.mean(i) * weight[i];
          neurons[p]++;
        }
      }
    }

    @Override
    public void accept(SpikeBlock block) {
      for (int k = 0; k < block.count(); k++) {
        long b = counts.binOf(block.timeMs(k));
        if (b >= 0) {
          closeUntil(b);
          now[counts.member[block.neuron(k)]] += weight[block.neuron(k)];
        }
      }
    }

    @Override
    public void end() {
      closeUntil(counts.bins);
    }

    /** Closes the bin that is open and the empty ones from there to bin b, which becomes the open one. */
    private void closeUntil(long b) {
      if (b > bin) {
        for (int p = 0; p < squares.length; p++) {
          double sum = base[p] + now[p];
          squares[p] += sum * sum + (b - bin - 1) * base[p] * base[p];
          now[p] = 0.0;
        }
        bin = b;
      }
    }
  }
}
