package ranvier.scenarios.ttfs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ranvier.scenarios.Progress;
import ranvier.scenarios.RunContext;
import ranvier.scenarios.RunSettings;
import ranvier.scenarios.ScenarioParameter;
import ranvier.scenarios.data.LabelledImages;
import ranvier.scenarios.result.RunResult;

/** The real images, where they are installed. */
class FashionMnistTest {
  @TempDir
  private Path folder;

  @BeforeEach
  void isInstalled() {
    Assumptions.assumeTrue(Files.isDirectory(LabelledImages.FASHION_FOLDER),
        "Fashion-MNIST is not installed: sudo apt-get install dataset-fashion-mnist");
  }

  @Test
  void theImagesAreThePublishedOnes() throws IOException {
    LabelledImages training = LabelledImages.readPart(LabelledImages.FASHION_FOLDER, "train");
    LabelledImages test = LabelledImages.readPart(LabelledImages.FASHION_FOLDER, "t10k");
    assertEquals(Collections.nCopies(10, 6000), training.counts());
    assertEquals(Collections.nCopies(10, 1000), test.counts());
    assertEquals(28, test.rows());
    assertEquals(28, test.columns());
    double sum = 0;
    for (float p : training.pixels()) {
      sum += p;
    }
    // Mean 0.2860 and ankle boot first, as everybody who normalises these images knows.
    assertEquals(0.2860, sum / training.pixels().length / 255, 5e-5);
    assertEquals("ankle boot", LabelledImages.FASHION.get(training.labels()[0]));
  }

  @Test
  void aFewThousandImagesTeachMoreThanHalfOfTheClasses() {
    FashionTtfs scenario = new FashionTtfs();
    Map<String, String> parameters = new HashMap<>();
    for (ScenarioParameter p : scenario.parameters()) {
      parameters.put(p.key(), p.defaultValue());
    }
    parameters.putAll(Map.of("images", "4800", "epochs", "4", "hidden", "100"));
    RunSettings settings = new RunSettings(4, 0, 0.1, "exact", true, 1, 1, 1, List.of());
    RunResult result = scenario.run(
        new RunContext(settings, parameters, folder.resolve("work"), Progress.SILENT, () -> false));
    double accuracy = (double) result.metrics().get("test_accuracy_percent");
    assertTrue(accuracy > 60, "accuracy " + accuracy);
    assertEquals(0, result.metrics().get("engine_spikes_more_than_1e-9_apart"));
  }
}
