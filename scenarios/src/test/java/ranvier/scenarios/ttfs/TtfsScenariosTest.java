package ranvier.scenarios.ttfs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ranvier.scenarios.Progress;
import ranvier.scenarios.RunContext;
import ranvier.scenarios.RunSettings;
import ranvier.scenarios.Scenario;
import ranvier.scenarios.ScenarioParameter;
import ranvier.scenarios.Scenarios;
import ranvier.scenarios.result.RunResult;

class TtfsScenariosTest {
  @TempDir
  private Path folder;

  private RunResult run(String name, int threads, Map<String, String> changes) throws InterruptedException {
    Scenario scenario = Scenarios.installed().get(name);
    Map<String, String> parameters = new HashMap<>();
    for (ScenarioParameter p : scenario.parameters()) {
      parameters.put(p.key(), p.defaultValue());
    }
    parameters.putAll(changes);
    RunSettings settings = new RunSettings(4, 0, 0.1, "exact", true, threads, 1, 1, List.of());
    return scenario.run(
        new RunContext(settings, parameters, folder.resolve("work"), Progress.SILENT, () -> false));
  }

  @Test
  void yinYangIsTheSameForAnyNumberOfThreadsAndWhenResumed() throws InterruptedException {
    RunResult whole = run("yinyang-ttfs", 1, Map.of("epochs", "4", "seeds", "1"));
    String half = folder.resolve("half.ttfs").toString();
    run("yinyang-ttfs", 2, Map.of("epochs", "2", "seeds", "1", "save", half));
    RunResult resumed = run("yinyang-ttfs", 2, Map.of("epochs", "4", "resume", half));
    assertEquals(whole.spikeHash(), resumed.spikeHash());
    assertTrue((double) whole.metrics().get("test_accuracy_mean_percent") > 60);
    assertFalse(whole.sections().isEmpty());
  }

  @Test
  void aSavedYinYangNetworkAnswers() throws InterruptedException {
    String file = folder.resolve("net.ttfs").toString();
    run("yinyang-ttfs", 1, Map.of("epochs", "25", "seeds", "1", "save", file));
    for (TtfsInference.Engine engine : TtfsInference.Engine.values()) {
      try (TtfsInference network = new TtfsInference(Path.of(file), engine)) {
        assertEquals(List.of("yin", "yang", "dot"), network.classes());
        // Far from every border; then the first again as spike times.
        List<Question> asked = network.questions(List.of("0.35,0.85", "0.65,0.15", "times:" + SpikeCoding.time(0.35)
            + "," + SpikeCoding.time(0.85) + "," + SpikeCoding.time(0.65) + "," + SpikeCoding.time(0.15)), folder);
        assertEquals(1, network.ask(asked.get(0)).decision());
        assertEquals(0, network.ask(asked.get(1)).decision());
        assertArrayEquals(network.ask(asked.get(0)).timesTauS(), network.ask(asked.get(2)).timesTauS(), 1e-5);
      }
    }
  }

  @Test
  void imagesOfAnyIdxFolderAreLearned() throws IOException, InterruptedException {
    Random random = new Random(2);
    write("train", 300, random);
    write("t10k", 100, random);
    RunResult result = run("fashion-ttfs", 1, Map.of("data", folder.toString(), "epochs", "6", "hidden", "40"));
    assertTrue((double) result.metrics().get("test_accuracy_percent") > 80,
        "accuracy " + result.metrics().get("test_accuracy_percent"));
    RunResult varied = run("fashion-ttfs", 1, Map.of("data", folder.toString(), "epochs", "6", "hidden", "40", "shift",
        "1", "flips", "true", "validation", "10"));
    assertTrue((double) varied.metrics().get("test_accuracy_percent") > 60,
        "with shifts " + varied.metrics().get("test_accuracy_percent"));
    assertNotEquals(result.spikeHash(), varied.spikeHash());
    assertTrue(assertThrows(IllegalArgumentException.class,
        () -> run("fashion-ttfs", 1, Map.of("data", folder.toString(), "shift", "0.5"))).getMessage()
        .contains("shift must be a whole number"));
    IllegalArgumentException refused = assertThrows(IllegalArgumentException.class,
        () -> run("fashion-ttfs", 1, Map.of("data", folder.resolve("nowhere").toString())));
    assertTrue(refused.getMessage().contains("apt-get install dataset-fashion-mnist"), refused.getMessage());
  }

  /** Ten classes of 28 x 28 images: a bright bar in one of ten places, and noise. */
  private void write(String part, int n, Random random) throws IOException {
    ByteBuffer images = ByteBuffer.allocate(16 + n * 784);
    ByteBuffer labels = ByteBuffer.allocate(8 + n);
    images.putInt(0x803).putInt(n).putInt(28).putInt(28);
    labels.putInt(0x801).putInt(n);
    for (int s = 0; s < n; s++) {
      int label = s % 10;
      labels.put((byte) label);
      for (int i = 0; i < 784; i++) {
        int row = Math.floorDiv(i, 28);
        boolean bar = row >= 4 + 2 * label && row < 6 + 2 * label;
        images.put((byte) (bar ? 200 + random.nextInt(50) : random.nextInt(60)));
      }
    }
    for (Map.Entry<String, ByteBuffer> file : Map.of("images-idx3", images, "labels-idx1", labels).entrySet()) {
      try (OutputStream out = new GZIPOutputStream(
          Files.newOutputStream(folder.resolve(part + "-" + file.getKey() + "-ubyte.gz")))) {
        out.write(file.getValue().array());
      }
    }
  }
}
