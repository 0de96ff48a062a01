package ranvier.engine.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Online statistics against the definitions, computed from the list of all spikes. */
class SpikeStatisticsProperties {
  private static final double DT = 0.1;

  @Property(tries = 100)
  void onlineStatisticsFollowTheDefinitions(@ForAll long seed, @ForAll @IntRange(min = 0, max = 300) int perNeuron,
      @ForAll @IntRange(min = 0, max = 200) int transientMs, @ForAll @IntRange(min = 1, max = 500) int durationMs) {
    SplittableRandom random = new SplittableRandom(seed);
    List<PopulationRange> populations = List.of(new PopulationRange("A", 0, 1 + random.nextInt(20)),
        new PopulationRange("B", 25, 1 + random.nextInt(20)));
    List<int[]> spikes = randomSpikes(random, 50, perNeuron, 8000);
    List<PopulationStatistics> online = feed(populations, spikes, transientMs, durationMs).result(800.0);
    double measured = Math.max(0.0, Math.min(durationMs, 800.0 - transientMs));
    int from = 10 * transientMs;
    int to = from + (int) Math.round(10 * measured);
    for (int p = 0; p < 2; p++) {
      PopulationRange range = populations.get(p);
      PopulationStatistics s = online.get(p);
      assertEquals(range.name(), s.name());
      assertEquals(measured, s.durationMs());
      List<Double> cvs = new ArrayList<>();
      long[] isiCounts = new long[SpikeStatistics.isiEdgesMs().length + 1];
      int silent = 0;
      for (int i = 0; i < range.size(); i++) {
        int neuron = range.first() + i;
        double[] times = spikes.stream().filter(x -> x[1] == neuron && x[0] > from && x[0] <= to)
            .mapToDouble(x -> x[0] * DT).toArray();
        double[] isis = new double[Math.max(0, times.length - 1)];
        for (int k = 0; k < isis.length; k++) {
          isis[k] = times[k + 1] - times[k];
          isiCounts[(int) Arrays.stream(SpikeStatistics.isiEdgesMs()).filter(edgeBelow(isis[k])).count()]++;
        }
        assertEquals(times.length / (measured / 1000.0), s.ratesHz()[i], 1e-9);
        silent += times.length == 0 ? 1 : 0;
        if (times.length >= 5) {
          cvs.add(Math.sqrt(variance(isis, 0)) / mean(isis));
        }
      }
      assertClose(cvs.stream().mapToDouble(Double::doubleValue).toArray(), s.cvs());
      assertEquals((double) silent / range.size(), s.silentFraction(), 1e-12);
      assertEquals(mean(s.ratesHz()), s.rateMeanHz(), 1e-9);
      assertEquals(range.size() == 1 ? Double.NaN : Math.sqrt(variance(s.ratesHz(), 1)), s.rateStdHz(), 1e-9);
      assertTrue(Arrays.equals(isiCounts, s.isiCounts()));
      assertClose(histogram(spikes, range, from, 10, (int) measured),
          Arrays.stream(s.activity()).asDoubleStream().toArray());
      double[] coarse = histogram(spikes, range, from, 30, (int) (measured / 3));
      assertEquals(variance(coarse, 0) / mean(coarse), s.synchrony(), 1e-9);
    }
  }

  private static java.util.function.DoublePredicate edgeBelow(double isi) {
    return edge -> edge <= isi;
  }

  /** Pairs (step, neuron) in canonical order. */
  private static List<int[]> randomSpikes(SplittableRandom random, int neurons, int perNeuron, int steps) {
    List<int[]> spikes = new ArrayList<>();
    double probability = (double) perNeuron / steps;
    for (int step = 1; step <= steps; step++) {
      for (int i = 0; i < neurons; i++) {
        // A third of the neurons is silent.
        if (i % 3 != 0 && random.nextDouble() < probability) {
          spikes.add(new int[] {step, i});
        }
      }
    }
    return spikes;
  }

  private static SpikeStatistics feed(List<PopulationRange> populations, List<int[]> spikes, double transientMs,
      double durationMs) {
    SpikeStatistics statistics = new SpikeStatistics(populations, transientMs, durationMs);
    SpikeBlock block = new SpikeBlock(DT, 64);
    for (int[] spike : spikes) {
      block.add(spike[0], 0.0, spike[1]);
      if (block.count() == 64) {
        statistics.accept(block);
        block.clear();
      }
    }
    statistics.accept(block);
    statistics.end();
    return statistics;
  }

  private static double[] histogram(List<int[]> spikes, PopulationRange range, int from, int width, int bins) {
    double[] counts = new double[bins];
    for (int[] s : spikes) {
      int b = Math.floorDiv(s[0] - from - 1, width);
      if (s[1] >= range.first() && s[1] < range.end() && b >= 0 && b < bins) {
        counts[b]++;
      }
    }
    return counts;
  }

  private static double mean(double[] x) {
    return Arrays.stream(x).sum() / x.length;
  }

  private static double variance(double[] x, int less) {
    double mean = mean(x);
    return Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum() / (x.length - less);
  }

  private static void assertClose(double[] expected, double[] actual) {
    assertEquals(expected.length, actual.length);
    for (int k = 0; k < expected.length; k++) {
      assertEquals(expected[k], actual[k], 1e-9);
    }
  }
}
