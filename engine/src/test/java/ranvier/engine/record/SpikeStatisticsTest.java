package ranvier.engine.record;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpikeStatisticsTest {
  private static final List<PopulationRange> ONE = List.of(new PopulationRange("A", 0, 1));

  private static PopulationStatistics of(double unitMs, double transientMs, double durationMs, double endMs,
      long... steps) {
    SpikeStatistics statistics = new SpikeStatistics(ONE, transientMs, durationMs);
    SpikeBlock block = new SpikeBlock(unitMs, steps.length);
    for (long step : steps) {
      block.add(step, 0.0, 0);
    }
    statistics.accept(block);
    return statistics.result(endMs).get(0);
  }

  @Test
  void theIntervalIsOpenAtItsStartAndClosedAtItsEnd() {
    // 0.1 * 3 > 0.3 in doubles: without care the spike at the start would count.
    assertArrayEquals(new double[] {0.0}, of(0.1, 0.3, 0.4, 0.7, 3).ratesHz());
    // 0.1 * 7 > 0.7 likewise at the end.
    assertArrayEquals(new double[] {1 / 0.4e-3}, of(0.1, 0.3, 0.4, 0.7, 7).ratesHz(), 1e-9);
    assertArrayEquals(new double[] {0.0}, of(0.1, 0.3, 0.4, 0.7, 8).ratesHz());
  }

  @Test
  void aRegularNeuronHasCvZero() {
    PopulationStatistics s = of(0.1, 0.0, 1000.0, 1000.0, 1000, 2000, 3000, 4000, 5000);
    assertEquals(0.0, s.cvMean(), 1e-12);
    assertEquals(5.0, s.rateMeanHz());
    assertEquals(0.0, s.silentFraction());
  }

  @Test
  void cvNeedsFiveSpikesAfterTheTransient() {
    assertTrue(Double.isNaN(of(0.1, 100.0, 900.0, 1000.0, 1000, 2000, 3000, 4000, 5000).cvMean()));
  }

  @Test
  void intervalsThatStartInTheTransientDoNotCount() {
    // Intervals 100, 50, 150, 100 ms after the spike at 150 ms; the one across the border is not among them.
    PopulationStatistics s = of(0.1, 100.0, 900.0, 1000.0, 100, 1500, 2500, 3000, 4500, 5500);
    assertEquals(Math.sqrt(1250.0) / 100.0, s.cvMean(), 1e-12);
  }

  @Test
  void aRunThatStoppedEarlyIsMeasuredOverWhatItSimulated() {
    PopulationStatistics s = of(0.1, 100.0, 900.0, 300.0, 1500, 2500);
    assertEquals(200.0, s.durationMs());
    assertEquals(10.0, s.rateMeanHz(), 1e-9);
    assertEquals(200, s.activity().length);
    assertEquals(0, of(0.1, 100.0, 900.0, 50.0).activity().length);
    assertTrue(Double.isNaN(of(0.1, 100.0, 900.0, 50.0).rateMeanHz()));
  }

  @Test
  void coefficientOfVariationStaysAccurateLateInALongRun() {
    // Intervals alternate between 10 and 10.1 ms, a day after the start: mean 10.05, standard deviation 0.05.
    long[] steps = new long[2001];
    steps[0] = 864_000_000L;
    for (int k = 1; k < steps.length; k++) {
      steps[k] = steps[k - 1] + (k % 2 == 0 ? 101 : 100);
    }
    PopulationStatistics s = of(0.1, 86_399_000.0, 100_000.0, 86_499_000.0, steps);
    assertEquals(0.05 / 10.05, s.cvMean(), 1e-8);
  }

  @Test
  void neuronsOfNoPopulationAreIgnored() {
    SpikeStatistics statistics = new SpikeStatistics(List.of(new PopulationRange("B", 2, 2)), 0.0, 10.0);
    SpikeBlock block = new SpikeBlock(1.0, 3);
    block.add(1, 0.0, 0);
    block.add(1, 0.0, 3);
    block.add(1, 0.0, 1000);
    statistics.accept(block);
    assertArrayEquals(new double[] {0.0, 100.0}, statistics.result(10.0).get(0).ratesHz(), 1e-9);
  }

  @Test
  void exactTimesFallIntoTheBinThatHoldsThem() {
    SpikeStatistics statistics = new SpikeStatistics(ONE, 0.0, 6.0);
    SpikeBlock block = new SpikeBlock(1.5, 3);
    block.add(0, 0.25, 0);
    block.add(1, 0.75, 0);
    block.add(3, 1.4, 0);
    statistics.accept(block);
    assertArrayEquals(new int[] {1, 0, 1, 0, 0, 1}, statistics.result(6.0).get(0).activity());
  }
}
