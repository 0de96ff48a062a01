package ranvier.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ranvier.neurons.ttfs.TtfsParameters;
import ranvier.neurons.ttfs.learning.FloatNetwork;
import ranvier.neurons.ttfs.learning.LayerSpec;
import ranvier.neurons.ttfs.learning.NetworkFile;
import ranvier.neurons.ttfs.learning.NetworkSpec;
import ranvier.neurons.ttfs.learning.Quantisation;

class InferCommandTest {
  @TempDir
  private Path folder;
  private Path points;
  private Path images;

  /**
   * Two networks without a hidden layer. A neuron with one strong input spikes soon after it, so of the first one
   * neuron n decides where input n is earliest; the second decides for the brighter half of an image.
   */
  @BeforeEach
  void saveNetworks() throws IOException {
    double[] own = new double[4 * 3];
    for (int n = 0; n < 3; n++) {
      own[n * 3 + n] = 10;
    }
    points = save("points.ttfs", "yinyang", 4, 3, own, "yin,yang,dot");
    double[] halves = new double[256 * 2];
    for (int i = 0; i < 256; i++) {
      halves[2 * i + (i < 128 ? 0 : 1)] = 1;
    }
    images = save("images.ttfs", "small-pixels", 256, 2, halves, "upper,lower");
  }

  private Path save(String name, String coding, int inputs, int classes, double[] weights, String names)
      throws IOException {
    NetworkSpec spec = new NetworkSpec(inputs, List.of(new LayerSpec(classes, List.of(), 0, 0, 1)),
        TtfsParameters.dimensionless(1, 1));
    try (FloatNetwork network = new FloatNetwork(spec, Quantisation.NONE, 1, 1, 1)) {
      network.setWeights(0, weights);
      Path file = folder.resolve(name);
      new NetworkFile(Map.of("coding", coding, "classes", names), spec, network.state()).write(file);
      return file;
    }
  }

  @ParameterizedTest
  @CsvSource({"learning", "exact"})
  void answersPoints(String engine) {
    Invocation asked = Invocation.of("infer", points.toString(), "--engine", engine, "--input", "0.1,0.9", "--input",
        "0.9,0.1", "--input", "times:2,2,0.5,inf", "--input", "times:inf,inf,inf,0.1");

    assertEquals(0, asked.exitCode(), asked.err());
    List<String> rows = asked.out().lines().toList();
    assertEquals("input,decision,label,time of yin,time of yang,time of dot", rows.getFirst());
    assertTrue(rows.get(1).startsWith("\"0.1,0.9\",yin,,"), rows.get(1));
    assertTrue(rows.get(2).startsWith("\"0.9,0.1\",yang,,"), rows.get(2));
    assertTrue(rows.get(3).startsWith("\"times:2,2,0.5,inf\",dot,,"), rows.get(3));
    assertEquals("\"times:inf,inf,inf,0.1\",none,,inf,inf,inf", rows.get(4));
  }

  @Test
  void readsAWrittenDataSetAndCountsTheRightAnswers() throws IOException {
    Path table = folder.resolve("set.csv");
    assertEquals(0, Invocation.of("data", "yinyang", "--seed", "40", "--samples", "50", "--out",
        table.toString()).exitCode());
    Path answers = folder.resolve("answers.csv");
    Invocation asked =
        Invocation.of("infer", points.toString(), "--input", table.toString(), "--out", answers.toString());

    assertEquals(0, asked.exitCode(), asked.err());
    List<String> rows = Files.readAllLines(answers);
    assertEquals(51, rows.size());
    long right = rows.stream().skip(1).map(row -> row.split(",", -1)).filter(row -> row[1].equals(row[2])).count();
    assertTrue(asked.err().contains("50 inputs, " + right + " of 50 right"), asked.err());
  }

  @Test
  void readsImagesWithTheirLabels() throws IOException {
    ByteBuffer idx = ByteBuffer.allocate(16 + 2 * 256).putInt(0x803).putInt(2).putInt(16).putInt(16);
    for (int i = 0; i < 512; i++) {
      // Bright below in the first image, above in the second.
      idx.put((byte) (i >= 128 && i < 384 ? 255 : 20));
    }
    Path file = Files.write(folder.resolve("t10k-images-idx3-ubyte"), idx.array());
    Files.write(folder.resolve("t10k-labels-idx1-ubyte"),
        ByteBuffer.allocate(10).putInt(0x801).putInt(2).put((byte) 1).put((byte) 1).array());

    Invocation all = Invocation.of("infer", images.toString(), "--input", file.toString());
    assertEquals(0, all.exitCode(), all.err());
    assertTrue(all.out().contains("t10k-images-idx3-ubyte 0,lower,lower,"), all.out());
    assertTrue(all.out().contains("t10k-images-idx3-ubyte 1,upper,lower,"), all.out());
    assertTrue(all.err().contains("1 of 2 right"), all.err());

    Invocation one = Invocation.of("infer", images.toString(), "--data", folder.toString(), "--input", "1");
    assertTrue(one.out().contains("image 1,upper,lower,"), one.out() + one.err());

    Files.write(file, Arrays.copyOf(idx.array(), 100));
    assertWrong(images, file.toString(), file + ": cut off");
  }

  @Test
  void saysWhatIsWrong() throws IOException {
    assertWrong(folder, "0.1", folder + ": is a folder");
    assertWrong(points, "0.1", "x,y");
    assertWrong(points, "0.1,1.5", "[0, 1]");
    assertWrong(points, "0.1,b", "number 2 is 'b'");
    assertWrong(points, "times:1,2", "takes 4");
    assertWrong(points, "times:1,2,3,-1", "must not be negative");
    assertWrong(images, "3", "sudo apt-get install dataset-fashion-mnist");
    Path table = Files.writeString(folder.resolve("bad.csv"), "x,y,class\n0.1,0.2,0\n0.1,2,1\n0.5\n");
    assertWrong(points, table.toString(), table + ":3: a Yin-Yang input");
    assertWrong(points, table.toString(), table + ":4: 1 cells");
    Path binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 7});
    assertWrong(points, binary.toString(), "neither an IDX file nor text");
    Invocation damaged = Invocation.of("infer", table.toString(), "--input", "0.1,0.2");
    assertEquals(2, damaged.exitCode());
    assertTrue(damaged.err().contains("not a saved time-to-first-spike network"), damaged.err());
    Invocation missing = Invocation.of("infer", "none.ttfs", "--input", "0.1,0.2", "--engine", "fast");
    assertEquals(2, missing.exitCode());
    assertTrue(missing.err().contains("none.ttfs") && missing.err().contains("--engine"), missing.err());
  }

  private void assertWrong(Path network, String input, String part) {
    Invocation refused = Invocation.of("infer", network.toString(), "--data", folder.resolve("nowhere").toString(),
        "--input", input);
    assertEquals(2, refused.exitCode(), refused.out());
    assertTrue(refused.err().contains(part), refused.err());
  }

  @Test
  void theDataSetIsTheSameForTheSameSeed() throws IOException {
    Path one = folder.resolve("one.csv");
    Path two = folder.resolve("two.csv");
    for (Path file : List.of(one, two)) {
      assertEquals(0, Invocation.of("data", "yinyang", "--seed=4294967295", "--samples=20", "--out=" + file)
          .exitCode());
    }
    assertArrayEquals(Files.readAllBytes(one), Files.readAllBytes(two));
    Invocation wrong = Invocation.of("data", "yinyang", "--seed=-1", "--samples=0", "--out=" + one);
    assertEquals(2, wrong.exitCode());
    assertTrue(wrong.err().contains("--seed") && wrong.err().contains("--samples"), wrong.err());
    Invocation nowhere = Invocation.of("data", "yinyang", "--out=" + folder.resolve("nowhere").resolve("a.csv"));
    assertEquals(2, nowhere.exitCode());
    assertTrue(nowhere.err().contains("--out: no folder " + folder.resolve("nowhere")), nowhere.err());
  }

  @Test
  void theBenchmarkRefusesWhatItCannotMeasure() {
    Invocation bench = Invocation.of("bench", "ttfs", "--repetitions=0", "--seconds=-1");
    assertEquals(2, bench.exitCode());
    assertTrue(bench.err().contains("--repetitions") && bench.err().contains("--seconds"), bench.err());
  }
}
