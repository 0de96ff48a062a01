package ranvier.neurons.ttfs.learning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ranvier.neurons.ttfs.TtfsParameters;

class NetworkFileTest {
  @TempDir
  private Path folder;

  private static final NetworkSpec SPEC = new NetworkSpec(3,
      List.of(new LayerSpec(5, List.of(0.9, 1.5), 1, 0.5, 0.3, DelayKind.AXONAL), new LayerSpec(2, List.of(), 1, 1, 0)),
      TtfsParameters.dimensionless(2, 1));

  @Test
  void bothPrecisionsComeBackAsTheyWere() throws IOException {
    for (LearningNetwork network : List.of(new FloatNetwork(SPEC, Quantisation.NONE, 4, 10, 1),
        new DoubleNetwork(SPEC, Substrate.IDEAL, 4, 10, 1))) {
      try (network) {
        Path file = folder.resolve("net");
        new NetworkFile(Map.of("scenario", "test"), SPEC, network.state()).write(file);
        NetworkFile read = NetworkFile.read(file);
        assertEquals(SPEC, read.spec());
        assertEquals("test", read.notes().get("scenario"));
        try (LearningNetwork again = read.network(Quantisation.NONE, 99, 10, 1)) {
          assertEquals(network.getClass(), again.getClass());
          assertArrayEquals(network.weights(0), again.weights(0));
          assertArrayEquals(network.delays(0), again.delays(0));
        }
      }
    }
  }

  @Test
  void everyDamageIsNoticed() throws IOException {
    Path file = folder.resolve("net");
    try (FloatNetwork network = new FloatNetwork(SPEC, Quantisation.NONE, 4, 10, 1)) {
      new NetworkFile(Map.of(), SPEC, network.state()).write(file);
    }
    byte[] whole = Files.readAllBytes(file);
    for (int i = 0; i < whole.length; i += 7) {
      byte[] flipped = whole.clone();
      flipped[i] ^= 0x10;
      Files.write(file, flipped);
      IOException refused = assertThrows(IOException.class, () -> NetworkFile.read(file));
      assertTrue(refused.getMessage().contains(file.toString()), refused.getMessage());
      Files.write(file, Arrays.copyOf(whole, i));
      assertThrows(IOException.class, () -> NetworkFile.read(file));
    }
  }
}
