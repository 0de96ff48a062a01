package ranvier.engine.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells hold Poisson numbers of arrivals at uniform places, the same however they are drawn. */
class PoissonCellsProperties {
  private static final int[] IDS = IntStream.range(0, PoissonCells.BLOCK).map(k -> 3 * k + 17).toArray();

  @Property(tries = 200)
  void aBlockHoldsWhatItsNeuronsHold(@ForAll @DoubleRange(min = 0.01, max = 1e6) double rateHz, @ForAll long seed,
      @ForAll @IntRange(min = 0, max = 100) int from, @ForAll @IntRange(min = 0, max = 27) int length,
      @ForAll @IntRange(min = 0) int cell) {
    PoissonCells cells = new PoissonCells(rateHz, seed, 2);
    int n = cells.draw(IDS, from, from + length, cell);
    List<List<Double>> places = new ArrayList<>();
    for (int k = 0; k < length; k++) {
      places.add(new ArrayList<>());
    }
    for (int p = 0; p < n; p++) {
      places.get(cells.index()[p]).add(cells.place()[p]);
    }
    for (int k = 0; k < length; k++) {
      places.get(k).sort(null);
      int count = cells.draw(IDS[from + k], cell);
      assertEquals(Arrays.stream(cells.place(), 0, count).boxed().toList(), places.get(k));
    }
  }

  /** Chi-square of counts and of places within 5 standard deviations of what it is expected to be. */
  @ParameterizedTest
  @ValueSource(doubles = {0.3, 1000.0, 12_800.0, 23_200.0})
  void countsArePoissonAndPlacesUniform(double rateHz) {
    PoissonCells cells = new PoissonCells(rateHz, 5, 0);
    double mean = rateHz * 1e-3 * cells.widthMs();
    assertTrue(mean >= 3.0 && mean < 6.0, "mean " + mean);
    int draws = 200_000;
    long[] counts = new long[15];
    long[] places = new long[64];
    long total = 0;
    for (int d = 0; d < draws; d++) {
      int n = cells.draw(d % 100, d / 100);
      counts[Math.min(n, counts.length - 1)]++;
      for (int p = 0; p < n; p++) {
        double place = cells.place()[p];
        assertTrue(place > 0.0 && place < 1.0);
        places[(int) (64 * place)]++;
        total++;
      }
    }
    double[] expected = new double[counts.length];
    double term = Math.exp(-mean);
    double rest = 1.0;
    for (int k = 0; k < counts.length - 1; k++) {
      expected[k] = draws * term;
      rest -= term;
      term *= mean / (k + 1);
    }
    expected[counts.length - 1] = draws * rest;
    check(counts, expected);
    double[] uniform = new double[places.length];
    Arrays.fill(uniform, total / (double) places.length);
    check(places, uniform);
  }

  private static void check(long[] counts, double[] expected) {
    double chiSquare = 0.0;
    for (int k = 0; k < counts.length; k++) {
      chiSquare += (counts[k] - expected[k]) * (counts[k] - expected[k]) / expected[k];
    }
    int freedom = counts.length - 1;
    assertTrue(Math.abs(chiSquare - freedom) < 5.0 * Math.sqrt(2.0 * freedom), "chi-square " + chiSquare);
  }

  /** Counts and places of neighbours, in number or in cell, do not tell of each other. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void neighboursAreUncorrelated(boolean inNumber) {
    PoissonCells cells = new PoissonCells(3000.0, 9, 1);
    int draws = 100_000;
    double[] counts = new double[draws];
    double[] earliest = new double[draws];
    for (int d = 0; d < draws; d++) {
      counts[d] = cells.draw(inNumber ? d : 4, inNumber ? 4 : d);
      earliest[d] = counts[d] > 0 ? cells.place()[0] : 0.5;
    }
    assertEquals(0.0, correlation(counts, counts), 5.0 / Math.sqrt(draws));
    assertEquals(0.0, correlation(earliest, earliest), 5.0 / Math.sqrt(draws));
    assertEquals(0.0, correlation(counts, earliest), 5.0 / Math.sqrt(draws));
  }

  /** Of a value with the one after it in the other series. */
  private static double correlation(double[] a, double[] b) {
    double meanA = Arrays.stream(a).average().orElseThrow();
    double meanB = Arrays.stream(b).average().orElseThrow();
    double product = 0.0;
    double squaresA = 0.0;
    double squaresB = 0.0;
    for (int k = 0; k + 1 < a.length; k++) {
      product += (a[k] - meanA) * (b[k + 1] - meanB);
      squaresA += (a[k] - meanA) * (a[k] - meanA);
      squaresB += (b[k] - meanB) * (b[k] - meanB);
    }
    return product / Math.sqrt(squaresA * squaresB);
  }
}
