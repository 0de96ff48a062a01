package ranvier.bench;

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
    java.util.Arrays.sort(sorted);
    int n = sorted.length;
    return new Spread(0.5 * (sorted[(n - 1) / 2] + sorted[n / 2]), sorted[0], sorted[n - 1]);
  }

  /** Whether all runs gave the same spikes. */
  public boolean sameSpikes() {
    return runs.stream().map(Measurement::spikeHash).distinct().count() == 1;
  }
}
