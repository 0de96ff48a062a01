package ranvier.engine.connectivity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import ranvier.engine.network.Distribution;
import ranvier.engine.network.Network;
import ranvier.engine.network.Rule;

class ProjectionRowsProperties {
  /** All connections as counts[source][target]. */
  private static int[][] connect(int sources, int targets, boolean same, Rule rule, long seed, int threads) {
    Network.Builder builder = Network.named("n").population("A", sources, "m");
    if (!same) {
      builder.population("B", targets, "m");
    }
    Network network = builder.project("A", same ? "A" : "B", rule, p -> { }).build();
    ProjectionRows rows = ProjectionRows.of(network, 0, seed, new Parallel(threads));
    RowReader reader = rows.reader();
    int[][] counts = new int[sources][same ? sources : targets];
    for (int s = 0; s < sources; s++) {
      int n = reader.read(s);
      for (int k = 0; k < n; k++) {
        counts[s][reader.targets()[k]]++;
      }
    }
    return counts;
  }

  private static int total(int[][] counts) {
    int sum = 0;
    for (int[] row : counts) {
      for (int c : row) {
        sum += c;
      }
    }
    return sum;
  }

  private static void noAutapses(int[][] counts) {
    for (int i = 0; i < counts.length; i++) {
      assertEquals(0, counts[i][i]);
    }
  }

  private static void noMultapses(int[][] counts) {
    for (int[] row : counts) {
      for (int c : row) {
        assertTrue(c <= 1);
      }
    }
  }

  @Property(tries = 200)
  void fixedInDegreeIsExact(@ForAll @IntRange(min = 2, max = 40) int n, @ForAll @IntRange(min = 2, max = 40) int m,
      @ForAll @IntRange(min = 0, max = 30) int degree, @ForAll boolean same, @ForAll boolean autapses,
      @ForAll boolean multapses, @ForAll long seed) {
    int k = multapses ? degree : Math.min(degree, n - (same && !autapses ? 1 : 0));
    int[][] counts = connect(n, m, same, new Rule.FixedInDegree(k, autapses, multapses), seed, 2);
    for (int t = 0; t < counts[0].length; t++) {
      int in = 0;
      for (int[] row : counts) {
        in += row[t];
      }
      assertEquals(k, in);
    }
    if (same && !autapses) {
      noAutapses(counts);
    }
    if (!multapses) {
      noMultapses(counts);
    }
  }

  @Property(tries = 200)
  void fixedOutDegreeIsExact(@ForAll @IntRange(min = 2, max = 40) int n, @ForAll @IntRange(min = 2, max = 40) int m,
      @ForAll @IntRange(min = 0, max = 30) int degree, @ForAll boolean same, @ForAll boolean autapses,
      @ForAll boolean multapses, @ForAll long seed) {
    int targets = same ? n : m;
    int k = multapses ? degree : Math.min(degree, targets - (same && !autapses ? 1 : 0));
    int[][] counts = connect(n, m, same, new Rule.FixedOutDegree(k, autapses, multapses), seed, 1);
    for (int[] row : counts) {
      assertEquals(k, java.util.Arrays.stream(row).sum());
    }
    if (same && !autapses) {
      noAutapses(counts);
    }
    if (!multapses) {
      noMultapses(counts);
    }
  }

  @Property(tries = 100)
  void fixedTotalNumberIsExact(@ForAll @IntRange(min = 2, max = 30) int n, @ForAll @IntRange(min = 0, max = 3000) int k,
      @ForAll boolean autapses, @ForAll long seed) {
    int[][] counts = connect(n, n, true, new Rule.FixedTotalNumber(k, autapses), seed, 3);
    assertEquals(k, total(counts));
    if (!autapses) {
      noAutapses(counts);
    }
  }

  @Property(tries = 50)
  void bernoulliConnectsEachPairAtMostOnceAndInTheRightNumber(@ForAll @IntRange(min = 2, max = 100) int n,
      @ForAll @DoubleRange(min = 0, max = 1) double p, @ForAll boolean autapses, @ForAll long seed) {
    int[][] counts = connect(n, n, true, new Rule.PairwiseBernoulli(p, autapses), seed, 1);
    noMultapses(counts);
    if (!autapses) {
      noAutapses(counts);
    }
    double pairs = (double) n * (autapses ? n : n - 1);
    assertEquals(pairs * p, total(counts), 6 * Math.sqrt(pairs * p * (1 - p)) + 1e-9);
  }

  @Property(tries = 50)
  void allToAllAndOneToOneAreComplete(@ForAll @IntRange(min = 1, max = 20) int n, @ForAll boolean autapses) {
    int[][] all = connect(n, n, true, new Rule.AllToAll(autapses), 1, 1);
    int[][] one = connect(n, n, true, new Rule.OneToOne(), 1, 1);
    for (int s = 0; s < n; s++) {
      for (int t = 0; t < n; t++) {
        assertEquals(s == t && !autapses ? 0 : 1, all[s][t]);
        assertEquals(s == t ? 1 : 0, one[s][t]);
      }
    }
  }

  @Property(tries = 30)
  void nothingDependsOnTheNumberOfThreads(@ForAll @IntRange(min = 2, max = 50) int n, @ForAll long seed,
      @ForAll @IntRange(min = 2, max = 5) int threads) {
    for (Rule rule : List.of(new Rule.FixedInDegree(7, true, true), new Rule.FixedTotalNumber(200_000, true))) {
      assertArrayEquals(connect(n, n, true, rule, seed, 1), connect(n, n, true, rule, seed, threads));
    }
  }

  /** Every pair is equally likely: counts are Poisson about their mean, chi-square within 5 standard deviations. */
  @Example
  void sourcesAndTargetsAreUniform() {
    int n = 50;
    for (Rule rule : List.of(new Rule.FixedTotalNumber(250_000, true), new Rule.FixedInDegree(5000, true, true),
        new Rule.FixedOutDegree(5000, true, true))) {
      double mean = 100;
      double chi = 0;
      for (int[] row : connect(n, n, true, rule, 12, 2)) {
        for (int c : row) {
          chi += (c - mean) * (c - mean) / mean;
        }
      }
      assertEquals(n * n, chi, 5 * Math.sqrt(2.0 * n * n) + n);
    }
  }

  @Example
  void explicitListsKeepTheirWeightsAndDelays() {
    Network network = Network.named("n").population("A", 3, "m").population("B", 2, "m")
        .project("A", "B", new Rule.Explicit(new int[] {2, 0, 2, 1}, new int[] {1, 0, 0, 1}), p -> p
            .weight(Distribution.listed(10, 20, 30, 40)).delayMs(Distribution.listed(1, 2, 3, 4))).build();
    RowReader reader = ProjectionRows.of(network, 0, 1, new Parallel(1)).reader();
    List<String> found = new ArrayList<>();
    for (int s = 0; s < 3; s++) {
      int length = reader.read(s);
      for (int k = 0; k < length; k++) {
        found.add(s + ">" + reader.targets()[k] + " " + reader.weight(k) + " " + reader.delayMs(k));
      }
    }
    assertEquals(List.of("0>0 20.0 2.0", "1>1 40.0 4.0", "2>1 10.0 1.0", "2>0 30.0 3.0"), found);
  }
}
