package ranvier.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Several runs of the same.
 *
 * @param threads workers; 0 if a peer decides
 */
public record Series(String model, String program, String precision, int threads, double biologicalMs,
    List<Measurement> runs) {
  private static final double NORMAL_95 = 1.96;

  /**
   * Median, smallest and largest value of one number.
   *
   * @param median of an even number of runs: the mean of the two in the middle
   */
  public record Spread(double median, double least, double most) {}

  /** Copies the list. */
  public Series {
    runs = List.copyOf(runs);
  }

  /** What was measured in every run, in the order of {@link Measurement#NAMES}. */
  public Map<String, Spread> spreads() {
    Map<String, Spread> spreads = new LinkedHashMap<>();
    for (String name : Measurement.NAMES.keySet()) {
      if (runs.stream().allMatch(r -> r.numbers().containsKey(name))) {
        spreads.put(name, spread(runs.stream().mapToDouble(r -> r.numbers().get(name)).toArray()));
      }
    }
    return spreads;
  }

  /** The median of one number. */
  public double median(String name) {
    return spreads().get(name).median();
  }

  /** How many times as much as another series, run by run in turn. */
  public Spread over(Series other, String name) {
    double[] ratios = new double[Math.min(runs.size(), other.runs.size())];
    for (int k = 0; k < ratios.length; k++) {
      ratios[k] = runs.get(k).numbers().get(name) / other.runs.get(k).numbers().get(name);
    }
    return spread(ratios);
  }

  /** Median and extremes of some numbers. */
  static Spread spread(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    return new Spread(0.5 * (sorted[(n - 1) / 2] + sorted[n / 2]), sorted[0], sorted[n - 1]);
  }

  /**
   * The median of some independent numbers, and its 95 % confidence interval whatever their distribution: the order
   * statistics that the number of values below the true median, a binomial, leaves outside in one case of twenty.
   */
  static Spread medianOf(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    int low = (int) Math.max(0, Math.floor(0.5 * (n - NORMAL_95 * Math.sqrt(n))) - 1);
    return new Spread(spread(sorted).median(), sorted[Math.min(low, n - 1)], sorted[Math.max(n - 1 - low, 0)]);
  }

  /** Whether all runs gave the same spikes. */
  public boolean sameSpikes() {
    return runs.stream().map(Measurement::spikeHash).distinct().count() == 1;
  }
}
