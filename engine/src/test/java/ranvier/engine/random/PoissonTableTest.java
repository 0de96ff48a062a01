package ranvier.engine.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PoissonTableTest {
  private static final int NEURONS = 4096;

  /** Chi-square over the counts; the bound is mean + 5 standard deviations of the chi-square distribution. */
  @ParameterizedTest
  @ValueSource(doubles = {0.001, 0.05, 0.5, 1.0, 2.32, 2.4, 5.0, 20.0})
  void countsArePoisson(double mean) {
    int steps = 200;
    int[] observed = new int[200];
    int[] counts = new int[NEURONS];
    PoissonTable table = new PoissonTable(mean, 11, 2, true);
    for (int step = 1; step <= steps; step++) {
      table.draw(counts, NEURONS, 5, 2, step);
      for (int c : counts) {
        observed[c]++;
      }
    }
    double n = (double) NEURONS * steps;
    double chi = 0;
    int cells = 0;
    double expectedRest = n;
    double observedRest = n;
    double p = StrictMath.exp(-mean);
    for (int k = 0; k < observed.length; k++) {
      if (n * p > 10) {
        chi += (observed[k] - n * p) * (observed[k] - n * p) / (n * p);
        cells++;
        expectedRest -= n * p;
        observedRest -= observed[k];
      }
      p *= mean / (k + 1);
    }
    if (expectedRest > 1) {
      chi += (observedRest - expectedRest) * (observedRest - expectedRest) / expectedRest;
    } else {
      cells--;
    }
    assertTrue(chi < cells + 5 * Math.sqrt(2.0 * cells) + 5, "chi-square " + chi + " of " + cells);
  }

  /** Correlations between neighbours and between successive steps vanish within 5 standard errors. */
  @Test
  void countsOfNeighboursAndOfStepsAreIndependent() {
    PoissonTable table = new PoissonTable(1.0, 5, 0, true);
    int steps = 500;
    int[][] counts = new int[steps][NEURONS];
    for (int s = 0; s < steps; s++) {
      table.draw(counts[s], NEURONS, 0, 1, s);
    }
    double n = (steps - 1.0) * (NEURONS - 16);
    double[] sums = new double[4];
    for (int s = 1; s < steps; s++) {
      for (int i = 16; i < NEURONS; i++) {
        double x = counts[s][i] - 1.0;
        sums[0] += x * (counts[s - 1][i] - 1.0);
        sums[1] += x * (counts[s][i - 1] - 1.0);
        sums[2] += x * (counts[s][i - 16] - 1.0);
        sums[3] += x * (counts[s - 1][i - 1] - 1.0);
      }
    }
    for (double sum : sums) {
      assertEquals(0.0, sum / n, 5 / Math.sqrt(n));
    }
  }

  @Property(tries = 200)
  void vectorAndScalarCodeGiveTheSameCounts(@ForAll @DoubleRange(min = 0, max = 30) double mean, @ForAll long seed,
      @ForAll @IntRange(min = 0, max = 1_000_000) int first, @ForAll @IntRange(min = 1, max = 8) int stride,
      @ForAll @IntRange(min = 0, max = 1_000_000_000) int step) {
    int[] plain = new int[64];
    int[] vector = new int[64];
    new PoissonTable(mean, seed, 1, false).draw(plain, 64, first, stride, step);
    new PoissonTable(mean, seed, 1, true).draw(vector, 64, first, stride, step);
    assertArrayEquals(plain, vector);
  }

  /** What neurons of different blocks draw does not depend on how many blocks there are. */
  @Property(tries = 100)
  void countsDependOnTheNeuronOnly(@ForAll @IntRange(min = 1, max = 5) int blocks, @ForAll long seed) {
    PoissonTable table = new PoissonTable(0.7, seed, 0, true);
    int[] all = new int[80];
    table.draw(all, 80, 0, 1, 9);
    for (int b = 0; b < blocks; b++) {
      int[] part = new int[16];
      table.draw(part, 16, b, blocks, 9);
      for (int i = 0; i < 16; i++) {
        assertEquals(all[b + blocks * i], part[i]);
      }
    }
  }
}
