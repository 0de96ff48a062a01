package ranvier.engine.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpikeFileTest {
  private static final List<PopulationRange> POPULATIONS =
      List.of(new PopulationRange("E", 0, 80), new PopulationRange("I µ", 100, 20));

  @TempDir Path folder;

  /** A spike as it can be compared. */
  private record Spike(long step, double offsetMs, int neuron) {}

  private static List<Spike> random(int count, boolean exact) {
    SplittableRandom random = new SplittableRandom(count);
    List<Spike> spikes = new ArrayList<>();
    long step = 0;
    for (int k = 0; k < count; k++) {
      step += random.nextInt(3);
      spikes.add(new Spike(step, exact ? random.nextDouble() : 0.0, random.nextInt(120)));
    }
    return spikes;
  }

  private Path write(String name, List<Spike> spikes, boolean exact) throws IOException {
    Path path = folder.resolve(name);
    SpikeFileWriter writer = new SpikeFileWriter(path, new SpikeFileHeader(0.1, exact, 1000.0, POPULATIONS));
    SpikeBlock block = new SpikeBlock(0.1, 100);
    for (Spike s : spikes) {
      block.add(s.step, s.offsetMs, s.neuron);
      if (block.count() == 100) {
        writer.accept(block);
        block.clear();
      }
    }
    writer.accept(block);
    writer.end();
    return path;
  }

  private static List<Spike> read(Path path) throws IOException {
    List<Spike> spikes = new ArrayList<>();
    SpikeFile.read(path, block -> {
      for (int k = 0; k < block.count(); k++) {
        spikes.add(new Spike(block.step(k), block.offsetMs(k), block.neuron(k)));
      }
    });
    return spikes;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 99, 20_000, 60_000})
  void whatIsWrittenIsRead(int count) throws IOException {
    for (boolean exact : new boolean[] {false, true}) {
      List<Spike> spikes = random(count, exact);
      Path path = write("spikes", spikes, exact);
      List<Spike> recorded = spikes.stream().filter(s -> s.neuron < 80 || s.neuron >= 100).toList();
      assertEquals(recorded, read(path));
      assertEquals(recorded.size(), SpikeFile.count(path));
      try (SpikeFileReader reader = SpikeFile.open(path)) {
        assertEquals(new SpikeFileHeader(0.1, exact, 1000.0, POPULATIONS), reader.header());
      }
    }
  }

  @Test
  void aSpikeTakes12BytesOnTheGridAnd20InExactTime() throws IOException {
    long grid = Files.size(write("grid", random(2000, false), false)) - Files.size(write("none", List.of(), false));
    long exact = Files.size(write("exact", random(2000, true), true)) - Files.size(write("none", List.of(), true));
    long kept = random(2000, false).stream().filter(s -> s.neuron < 80 || s.neuron >= 100).count();
    long keptExact = random(2000, true).stream().filter(s -> s.neuron < 80 || s.neuron >= 100).count();
    assertEquals(12 * kept + 8, grid);
    assertEquals(20 * keptExact + 8, exact);
  }

  @Test
  void everyFlippedByteIsNoticed() throws IOException {
    byte[] good = Files.readAllBytes(write("good", random(30, true), true));
    SplittableRandom random = new SplittableRandom(1);
    Path bad = folder.resolve("bad");
    for (int position = 0; position < good.length; position++) {
      for (int mask : new int[] {1, 0x80, 0xff, 1 + random.nextInt(255)}) {
        byte[] damaged = good.clone();
        damaged[position] ^= (byte) mask;
        Files.write(bad, damaged);
        CorruptSpikeFileException problem = assertThrows(CorruptSpikeFileException.class, () -> read(bad),
            "byte " + position + " xor " + mask);
        assertTrue(problem.getMessage().contains(bad.toString()), problem.getMessage());
        assertTrue(problem.getMessage().contains("byte "), problem.getMessage());
      }
    }
  }

  @Test
  void everyTruncationIsNoticedAndNamesTheEnd() throws IOException {
    byte[] good = Files.readAllBytes(write("good", random(30, false), false));
    Path bad = folder.resolve("bad");
    for (int length = 0; length < good.length; length++) {
      Files.write(bad, Arrays.copyOf(good, length));
      CorruptSpikeFileException problem = assertThrows(CorruptSpikeFileException.class, () -> read(bad));
      assertTrue(problem.getMessage().contains("byte " + length + ": "), problem.getMessage());
      assertTrue(problem.getMessage().contains("truncated"), problem.getMessage());
      assertThrows(CorruptSpikeFileException.class, () -> SpikeFile.count(bad), "count of " + length + " bytes");
    }
  }

  @Test
  void bytesAfterTheTrailerAreNoticed() throws IOException {
    Path path = write("spikes", random(30, false), false);
    byte[] good = Files.readAllBytes(path);
    Files.write(path, Arrays.copyOf(good, good.length + 1));
    assertThrows(CorruptSpikeFileException.class, () -> read(path));
  }

  @Test
  void exchangedChunksAreNoticed() throws IOException {
    Path path = write("spikes", random(60_000, false).stream().map(s -> new Spike(s.step, 0, 1)).toList(), false);
    byte[] good = Files.readAllBytes(path);
    int header = (int) Files.size(write("none", List.of(), false)) - SpikeFileFormat.TRAILER_BYTES;
    int chunk = 8 + 12 * SpikeFileFormat.chunkSpikes(false);
    byte[] swapped = good.clone();
    System.arraycopy(good, header, swapped, header + chunk, chunk);
    System.arraycopy(good, header + chunk, swapped, header, chunk);
    Files.write(path, swapped);
    assertThrows(CorruptSpikeFileException.class, () -> read(path));
  }

  @Test
  void aFileThatWasNotEndedIsTruncated() throws IOException {
    Path path = folder.resolve("spikes");
    SpikeFileHeader header = new SpikeFileHeader(0.1, false, 1000.0, POPULATIONS);
    try (SpikeFileWriter writer = new SpikeFileWriter(path, header)) {
      SpikeBlock block = new SpikeBlock(0.1, 1);
      block.add(1, 0.0, 1);
      writer.accept(block);
      assertEquals(1, writer.count());
    }
    CorruptSpikeFileException problem = assertThrows(CorruptSpikeFileException.class, () -> read(path));
    assertTrue(problem.getMessage().contains("truncated"), problem.getMessage());
  }

  @Test
  void anotherFileIsNotASpikeFile() throws IOException {
    Path path = Files.writeString(folder.resolve("text"), "neuron,time_ms\n1,0.5\n");
    CorruptSpikeFileException problem = assertThrows(CorruptSpikeFileException.class, () -> SpikeFile.open(path));
    assertTrue(problem.getMessage().contains("not a spike file"), problem.getMessage());
  }

  @Test
  void blocksOfTheReaderDoNotGrowAndEndIsReportedAgain() throws IOException {
    Path path = write("spikes", random(30_000, false), false);
    try (SpikeFileReader reader = SpikeFile.open(path)) {
      SpikeBlock block = reader.newBlock();
      int blocks = 0;
      while (reader.next(block)) {
        assertTrue(block.count() > 0 && block.count() <= SpikeFileFormat.chunkSpikes(false));
        blocks++;
      }
      assertTrue(blocks > 1);
      assertFalse(reader.next(block));
      assertEquals(0, block.count());
    }
  }

  @Test
  void aFullDiskIsNamed() throws IOException {
    Path full = Path.of("/dev/full");
    Assumptions.assumeTrue(Files.isWritable(full));
    SpikeFileHeader header = new SpikeFileHeader(0.1, false, 1000.0, POPULATIONS);
    IOException problem = assertThrows(IOException.class, () -> new SpikeFileWriter(full, header).close());
    assertTrue(problem.getMessage().startsWith("cannot write spikes to /dev/full: "), problem.getMessage());
  }

  @Test
  void aClosedFileIsNamed() throws IOException {
    Path path = folder.resolve("spikes");
    SpikeFileWriter writer = new SpikeFileWriter(path, new SpikeFileHeader(0.1, false, 1000.0, POPULATIONS));
    writer.close();
    UncheckedIOException problem = assertThrows(UncheckedIOException.class, writer::end);
    assertTrue(problem.getMessage().contains(path.toString()), problem.getMessage());
  }

  @Test
  void populationsThatShareNeuronsAreRefused() {
    List<PopulationRange> overlapping = List.of(new PopulationRange("A", 0, 10), new PopulationRange("B", 9, 2));
    IllegalArgumentException problem = assertThrows(IllegalArgumentException.class,
        () -> new SpikeFileHeader(0.1, false, 1.0, overlapping));
    assertTrue(problem.getMessage().contains("neuron 9"), problem.getMessage());
  }
}
