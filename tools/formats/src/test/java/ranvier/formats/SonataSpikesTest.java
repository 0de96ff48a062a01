package ranvier.formats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.DatasetCreationOptions;
import io.jhdf.api.WritableGroup;
import io.jhdf.object.datatype.FixedPoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ranvier.engine.record.PopulationRange;
import ranvier.engine.record.SpikeBlock;

/** What is written is read back by jHDF, which shares no code with the writer but the checksum. */
class SonataSpikesTest {
  private static final List<PopulationRange> POPULATIONS =
      List.of(new PopulationRange("L2_3E", 0, 50), new PopulationRange("µ", 70, 20));

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 1000, 100_000})
  void spikesSurviveTheRoundTrip(int count) throws IOException {
    for (boolean exact : new boolean[] {false, true}) {
      SpikeBlock all = SpikeFiles.random(folder.resolve("spikes.bin"), POPULATIONS, exact, count);
      SonataSpikes.write(folder.resolve("spikes.bin"), folder.resolve("spikes.h5"));
      List<SonataSpikes.PopulationSpikes> read = SonataSpikes.read(folder.resolve("spikes.h5"));
      assertEquals(2, read.size());
      for (PopulationRange range : POPULATIONS) {
        SonataSpikes.PopulationSpikes actual = read.stream().filter(p -> p.population().equals(range.name()))
            .findFirst().orElseThrow();
        int next = 0;
        for (int k = 0; k < count; k++) {
          if (all.neuron(k) >= range.first() && all.neuron(k) < range.end()) {
            assertEquals(all.timeMs(k), actual.timestampsMs()[next]);
            assertEquals(all.neuron(k) - range.first(), actual.nodeIds()[next++]);
          }
        }
        assertEquals(next, actual.timestampsMs().length);
        assertEquals(next, actual.nodeIds().length);
      }
    }
  }

  @Test
  void theLayoutIsThatOfTheDeveloperGuide() throws IOException {
    SpikeFiles.random(folder.resolve("spikes.bin"), POPULATIONS, false, 100);
    SonataSpikes.write(folder.resolve("spikes.bin"), folder.resolve("spikes.h5"));
    try (HdfFile file = new HdfFile(folder.resolve("spikes.h5"))) {
      assertEquals(0x0A7AL, file.getAttribute("magic").getData());
      assertArrayEquals(new long[] {0, 1}, (long[]) file.getAttribute("version").getData());
      assertEquals("by_time", file.getByPath("/spikes/L2_3E").getAttribute("sorting").getData());
      Dataset timestamps = file.getDatasetByPath("/spikes/L2_3E/timestamps");
      assertEquals("ms", timestamps.getAttribute("units").getData());
      assertEquals(double.class, timestamps.getJavaType());
      FixedPoint id = (FixedPoint) file.getDatasetByPath("/spikes/L2_3E/node_ids").getDataType();
      assertFalse(id.isSigned());
      assertEquals(8, id.getSize());
    }
  }

  @Test
  void manyPopulationsFitIntoOneFile() throws IOException {
    List<PopulationRange> many = new ArrayList<>();
    for (int p = 0; p < 400; p++) {
      many.add(new PopulationRange("population " + p, 2 * p, 2));
    }
    SpikeFiles.random(folder.resolve("spikes.bin"), many, false, 5000);
    SonataSpikes.write(folder.resolve("spikes.bin"), folder.resolve("spikes.h5"));
    List<SonataSpikes.PopulationSpikes> read = SonataSpikes.read(folder.resolve("spikes.h5"));
    assertEquals(400, read.size());
    assertEquals(5000, read.stream().mapToInt(p -> p.nodeIds().length).sum());
    assertTrue(read.stream().flatMapToLong(p -> Arrays.stream(p.nodeIds())).allMatch(i -> i == 0 || i == 1));
  }

  @Test
  void aDamagedSourceLeavesNothingBehindAndKeepsTheOldFile() throws IOException {
    SpikeFiles.random(folder.resolve("spikes.bin"), POPULATIONS, false, 1000);
    byte[] source = Files.readAllBytes(folder.resolve("spikes.bin"));
    Files.write(folder.resolve("spikes.bin"), Arrays.copyOf(source, source.length - 1));
    Files.writeString(folder.resolve("spikes.h5"), "old");
    IOException problem = assertThrows(IOException.class,
        () -> SonataSpikes.write(folder.resolve("spikes.bin"), folder.resolve("spikes.h5")));
    assertTrue(problem.getMessage().contains("spikes.h5") && problem.getMessage().contains("truncated"),
        problem.getMessage());
    assertEquals("old", Files.readString(folder.resolve("spikes.h5")));
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(2, left.count());
    }
  }

  @Test
  void aNameThatHdf5CannotHoldIsRefused() throws IOException {
    List<PopulationRange> bad = List.of(new PopulationRange("L2/3E", 0, 2));
    SpikeFiles.random(folder.resolve("spikes.bin"), bad, false, 10);
    IllegalArgumentException problem = assertThrows(IllegalArgumentException.class,
        () -> SonataSpikes.write(folder.resolve("spikes.bin"), folder.resolve("spikes.h5")));
    assertTrue(problem.getMessage().contains("L2/3E"), problem.getMessage());
    assertFalse(Files.exists(folder.resolve("spikes.h5")));
  }

  @Test
  void everyTruncationIsAnErrorThatNamesTheFile() throws IOException {
    SpikeFiles.random(folder.resolve("spikes.bin"), POPULATIONS, false, 20);
    SonataSpikes.write(folder.resolve("spikes.bin"), folder.resolve("spikes.h5"));
    byte[] good = Files.readAllBytes(folder.resolve("spikes.h5"));
    Path bad = folder.resolve("bad.h5");
    for (int length = 0; length < good.length - 8; length += 7) {
      Files.write(bad, Arrays.copyOf(good, length));
      IOException problem = assertThrows(IOException.class, () -> SonataSpikes.read(bad), "length " + length);
      assertTrue(problem.getMessage().contains("bad.h5"), problem.getMessage());
    }
  }

  private Path foreign(String name, double[] timestamps, long[] nodeIds, String units) throws IOException {
    Path path = folder.resolve(name);
    try (WritableHdfFile file = HdfFile.write(path)) {
      WritableGroup population = file.putGroup("spikes").putGroup("V1");
      DatasetCreationOptions chunked = DatasetCreationOptions.builder()
          .chunkDimensions(Math.min(64, timestamps.length)).shuffle().deflate().build();
      population.putDataset("timestamps", timestamps, chunked).putAttribute("units", units);
      population.putDataset("node_ids", nodeIds);
    }
    return path;
  }

  @Test
  void filesOfOtherProgramsAreRead() throws IOException {
    double[] timestamps = new double[1000];
    long[] nodeIds = new long[1000];
    for (int k = 0; k < 1000; k++) {
      timestamps[k] = Math.sqrt(k);
      nodeIds[k] = 7L * k % 100;
    }
    SonataSpikes.PopulationSpikes read =
        SonataSpikes.read(foreign("v1.h5", timestamps, nodeIds, "milliseconds")).get(0);
    assertEquals("V1", read.population());
    assertArrayEquals(timestamps, read.timestampsMs());
    assertArrayEquals(nodeIds, read.nodeIds());
  }

  @Test
  void whatIsNoSonataSpikeFileIsRefused() throws IOException {
    Path seconds = foreign("seconds.h5", new double[] {1.0}, new long[] {1}, "s");
    assertTrue(assertThrows(IOException.class, () -> SonataSpikes.read(seconds)).getMessage().contains("units"));
    Path uneven = foreign("uneven.h5", new double[] {1.0, 2.0}, new long[] {1}, "ms");
    assertTrue(assertThrows(IOException.class, () -> SonataSpikes.read(uneven)).getMessage().contains("as many"));
    Path empty = folder.resolve("empty.h5");
    try (WritableHdfFile file = HdfFile.write(empty)) {
      file.putGroup("report");
    }
    assertTrue(assertThrows(IOException.class, () -> SonataSpikes.read(empty)).getMessage().contains("/spikes"));
    Path text = Files.writeString(folder.resolve("text.h5"), "neuron,time_ms\n");
    assertTrue(assertThrows(IOException.class, () -> SonataSpikes.read(text)).getMessage().contains("text.h5"));
    assertThrows(IOException.class, () -> SonataSpikes.read(folder.resolve("missing.h5")));
  }
}
