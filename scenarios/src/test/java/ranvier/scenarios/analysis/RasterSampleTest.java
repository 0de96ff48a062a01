package ranvier.scenarios.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ranvier.engine.record.PopulationRange;
import ranvier.engine.record.SpikeBlock;
import ranvier.engine.record.SpikeFileHeader;
import ranvier.engine.record.SpikeFileWriter;
import ranvier.scenarios.figure.Figure.Raster;

class RasterSampleTest {
  private static final List<PopulationRange> POPULATIONS =
      List.of(new PopulationRange("E", 0, 800), new PopulationRange("I", 800, 200));

  @TempDir Path folder;

  /** Every neuron fires with this probability in each of the steps of 1 ms. */
  private Path spikes(List<PopulationRange> populations, int steps, double probability) throws IOException {
    Path file = folder.resolve("spikes");
    SplittableRandom random = new SplittableRandom(3);
    SpikeFileWriter writer = new SpikeFileWriter(file, new SpikeFileHeader(1.0, false, steps, populations));
    SpikeBlock block = new SpikeBlock(1.0, 1000);
    for (int step = 1; step <= steps; step++) {
      for (PopulationRange p : populations) {
        for (int i = p.first(); i < p.end(); i++) {
          if (random.nextDouble() < probability) {
            block.add(step, 0.0, i);
          }
        }
      }
      writer.accept(block);
      block.clear();
    }
    writer.end();
    return file;
  }

  @Test
  void fewSpikesAreAllShown() throws IOException {
    Path file = folder.resolve("spikes");
    SpikeFileWriter writer = new SpikeFileWriter(file, new SpikeFileHeader(0.1, false, 100.0, POPULATIONS));
    SpikeBlock block = new SpikeBlock(0.1, 10);
    block.add(100, 0.0, 5);
    block.add(101, 0.0, 0);
    block.add(101, 0.0, 800);
    block.add(200, 0.0, 999);
    writer.accept(block);
    writer.end();
    Raster raster = new RasterSample(file, 10.0, 20.0).figure();
    assertArrayEquals(new double[] {101 * 0.1, 101 * 0.1, 200 * 0.1}, raster.timesMs());
    // The first neuron of the first population is at the top, the last of the last at the bottom.
    assertArrayEquals(new int[] {999, 199, 0}, raster.rows());
    assertEquals(1000, raster.rowCount());
    assertEquals(List.of(new Raster.Band("I", 200), new Raster.Band("E", 800)), raster.bands());
    assertEquals("All 1,000 recorded neurons, from 10 to 20 ms: all 3 spikes.", raster.caption());
  }

  @Test
  void manySpikesAreThinnedByNeuronsInEqualShares() throws IOException {
    Raster raster = new RasterSample(spikes(POPULATIONS, 1000, 0.05), 0.0, 1000.0).figure();
    assertTrue(raster.timesMs().length <= RasterSample.MOST_DOTS);
    assertTrue(raster.timesMs().length > 0.9 * RasterSample.MOST_DOTS, raster.caption());
    int inhibitory = raster.bands().get(0).rows();
    int excitatory = raster.bands().get(1).rows();
    assertEquals(4.0, (double) excitatory / inhibitory, 0.1);
    assertEquals(raster.rowCount(), inhibitory + excitatory);
    assertTrue(Arrays.stream(raster.rows()).allMatch(r -> r >= 0 && r < raster.rowCount()));
    // All spikes of a sampled neuron are shown: 50 +- 7 in 1000 steps.
    assertEquals(50.0, (double) raster.timesMs().length / raster.rowCount(), 3.0);
    assertTrue(raster.caption().startsWith(raster.rowCount() + " of 1,000 recorded neurons, one in "),
        raster.caption());
    assertTrue(raster.caption().contains(String.format(java.util.Locale.ROOT, "%,d of ", raster.timesMs().length)),
        raster.caption());
  }

  @Test
  void longRunsAreShownFromTheirStart() throws IOException {
    Raster raster = new RasterSample(spikes(POPULATIONS, 5000, 0.001), 100.0, 5000.0).figure();
    assertTrue(Arrays.stream(raster.timesMs()).allMatch(t -> t > 100.0 && t <= 2100.0));
    assertTrue(raster.caption().contains("from 100 to 2100 ms"), raster.caption());
    assertTrue(raster.caption().endsWith("The run went on to 5000 ms."), raster.caption());
  }

  @Test
  void oneVeryActiveNeuronShortensTheTime() throws IOException {
    Path file = folder.resolve("spikes");
    List<PopulationRange> one = List.of(new PopulationRange("E", 0, 1));
    SpikeFileWriter writer = new SpikeFileWriter(file, new SpikeFileHeader(0.1, false, 2000.0, one));
    SpikeBlock block = new SpikeBlock(0.1, 20_000);
    for (int step = 1; step <= 20_000; step++) {
      block.add(step, 0.0, 0);
    }
    writer.accept(block);
    writer.end();
    Raster raster = new RasterSample(file, 0.0, 2000.0).figure();
    assertEquals(RasterSample.MOST_DOTS, raster.timesMs().length);
    assertEquals("All 1 recorded neurons, from 0 to 1200 ms: their first 12,000 spikes. The run went on to 2000 ms.",
        raster.caption());
  }

  @Test
  void noSpikesGiveAnEmptyFigure() throws IOException {
    Raster raster = new RasterSample(spikes(POPULATIONS, 10, 0.0), 0.0, 10.0).figure();
    assertEquals(0, raster.timesMs().length);
    assertEquals(1000, raster.rowCount());
  }
}
