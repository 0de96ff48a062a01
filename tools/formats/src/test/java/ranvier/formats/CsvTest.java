package ranvier.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ranvier.engine.kernel.ProbeData;
import ranvier.engine.network.Neurons;
import ranvier.engine.network.Probe;
import ranvier.engine.record.PopulationRange;
import ranvier.engine.record.SpikeBlock;

class CsvTest {
  @TempDir Path folder;

  @Test
  void spikesKeepEveryDigit() throws IOException {
    for (boolean exact : new boolean[] {false, true}) {
      SpikeBlock spikes = SpikeFiles.random(folder.resolve("spikes.bin"), List.of(new PopulationRange("E", 0, 100)),
          exact, 20_000);
      SpikeCsv.write(folder.resolve("spikes.bin"), folder.resolve("spikes.csv"));
      List<String> lines = Files.readAllLines(folder.resolve("spikes.csv"));
      assertEquals("neuron,time_ms", lines.get(0));
      assertEquals(spikes.count() + 1, lines.size());
      for (int k = 0; k < spikes.count(); k++) {
        String[] cells = lines.get(k + 1).split(",", -1);
        assertEquals(spikes.neuron(k), Integer.parseInt(cells[0]));
        assertEquals(spikes.timeMs(k), Double.parseDouble(cells[1]));
      }
    }
  }

  @Test
  void noSpikesGiveTheHeaderOnly() throws IOException {
    SpikeFiles.random(folder.resolve("spikes.bin"), List.of(new PopulationRange("E", 0, 100)), false, 0);
    SpikeCsv.write(folder.resolve("spikes.bin"), folder.resolve("spikes.csv"));
    assertEquals("neuron,time_ms\n", Files.readString(folder.resolve("spikes.csv")));
  }

  @Test
  void tracesAppearWhenCommitted() throws IOException {
    Path target = folder.resolve("traces.csv");
    try (TraceCsv traces = new TraceCsv(target)) {
      traces.add(3, "V_m", 0.1 + 0.2, -70.0 / 3.0);
      traces.add(4, "I_syn_ex", 1e-9, 1e300);
      assertFalse(Files.exists(target));
      traces.commit();
    }
    assertEquals("neuron,variable,time_ms,value\n3,V_m,0.30000000000000004," + (-70.0 / 3.0)
        + "\n4,I_syn_ex,1.0E-9,1.0E300\n", Files.readString(target));
  }

  @Test
  void probesAreWrittenWithGlobalNeuronsAndTimes() throws IOException {
    Probe probe = new Probe("p", "E", Neurons.listed(2, 5), List.of("V_m", "I"), 0.5);
    ProbeData data = new ProbeData(probe, 100, 4, new double[][] {{1, 2, 3, 4}, {5, 6, 7, 8}});
    TraceCsv.write(List.of(data), folder.resolve("traces.csv"));
    assertEquals(List.of("neuron,variable,time_ms,value", "102,V_m,0.5,1.0", "102,I,0.5,2.0", "105,V_m,0.5,3.0",
        "105,I,0.5,4.0", "102,V_m,1.0,5.0", "102,I,1.0,6.0", "105,V_m,1.0,7.0", "105,I,1.0,8.0"),
        Files.readAllLines(folder.resolve("traces.csv")));
  }

  @Test
  void tracesThatAreNotCommittedLeaveNothing() throws IOException {
    try (TraceCsv traces = new TraceCsv(folder.resolve("traces.csv"))) {
      traces.add(3, "V_m", 0.1, 1.0);
    }
    assertEquals(0, folder.toFile().list().length);
  }

  @Test
  void aMissingFolderIsNamed() {
    Path target = folder.resolve("no/such/spikes.csv");
    IOException problem = assertThrows(IOException.class,
        () -> AtomicFile.write(target, path -> Files.writeString(path, "x")));
    assertTrue(problem.getMessage().contains(target.toString()), problem.getMessage());
    assertTrue(problem.getMessage().contains("folder does not exist"), problem.getMessage());
  }

  @Test
  void aFailureOfAnyKindLeavesNothing() {
    assertThrows(IllegalStateException.class, () -> AtomicFile.write(folder.resolve("x"), path -> {
      Files.writeString(path, "half");
      throw new IllegalStateException("failed");
    }));
    assertEquals(0, folder.toFile().list().length);
  }
}
