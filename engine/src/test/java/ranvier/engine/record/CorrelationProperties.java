package ranvier.engine.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** The formula for the mean correlation against the correlation of each pair. */
class CorrelationProperties {
  private static final List<PopulationRange> POPULATIONS =
      List.of(new PopulationRange("A", 0, 7), new PopulationRange("B", 10, 5));

  @Property(tries = 40)
  void meanOverAllPairsIsTheMeanOfThePairs(@ForAll long seed, @ForAll @DoubleRange(min = 0, max = 0.3) double common,
      @ForAll @IntRange(min = 0, max = 50) int transientMs, @ForAll @IntRange(min = 50, max = 203) int durationMs)
      throws IOException {
    Path file = Files.createTempFile("ranvier", ".spikes");
    try {
      int bins = durationMs / 2;
      double[][] counts = new double[15][bins];
      write(file, new SplittableRandom(seed), common, transientMs, counts);
      List<Correlation> actual = Correlation.of(file, transientMs, durationMs, 2.0);
      for (int p = 0; p < 2; p++) {
        check(POPULATIONS.get(p), counts, actual.get(p), bins);
      }
    } finally {
      Files.delete(file);
    }
  }

  private static void write(Path file, SplittableRandom random, double common, int transientMs, double[][] counts)
      throws IOException {
    SpikeFileWriter writer = new SpikeFileWriter(file, new SpikeFileHeader(0.5, false, 300.0, POPULATIONS));
    SpikeBlock block = new SpikeBlock(0.5, 100);
    for (int step = 1; step <= 600; step++) {
      boolean together = random.nextDouble() < common;
      for (int i = 0; i < 15; i++) {
        // Neuron 3 is silent.
        if (i != 3 && (together || random.nextDouble() < 0.1)) {
          block.add(step, 0.0, i);
          int b = Math.floorDiv(step - 2 * transientMs - 1, 4);
          if (b >= 0 && b < counts[i].length) {
            counts[i][b]++;
          }
        }
      }
    }
    writer.accept(block);
    writer.end();
  }

  private static void check(PopulationRange range, double[][] counts, Correlation actual, int bins) {
    double sum = 0.0;
    int pairs = 0;
    for (int i = range.first(); i < range.end(); i++) {
      for (int j = i + 1; j < range.end(); j++) {
        double r = pearson(counts[i], counts[j]);
        if (!Double.isNaN(r)) {
          sum += r;
          pairs++;
        }
      }
    }
    assertEquals(range.name(), actual.population());
    assertEquals(sum / pairs, actual.mean(), 1e-10);
    assertEquals(pairs, actual.neurons() * (actual.neurons() - 1) / 2);
    assertEquals(Math.sqrt(2.0 / bins) / (actual.neurons() - 1), actual.noise(), 1e-12);
  }

  private static double pearson(double[] x, double[] y) {
    double meanX = 0.0;
    double meanY = 0.0;
    for (int k = 0; k < x.length; k++) {
      meanX += x[k] / x.length;
      meanY += y[k] / y.length;
    }
    double xx = 0.0;
    double yy = 0.0;
    double xy = 0.0;
    for (int k = 0; k < x.length; k++) {
      xx += (x[k] - meanX) * (x[k] - meanX);
      yy += (y[k] - meanY) * (y[k] - meanY);
      xy += (x[k] - meanX) * (y[k] - meanY);
    }
    return xy / Math.sqrt(xx * yy);
  }
}
