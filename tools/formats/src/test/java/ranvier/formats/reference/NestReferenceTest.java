package ranvier.formats.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ranvier.engine.network.InvalidNetworkException;

/** What NEST 3.10 makes of every case in the test resources, against the kernels. */
class NestReferenceTest {
  /** Cases of one neuron live beside the neuron models. */
  private static final List<Path> FOLDERS = List.of(Path.of("src/test/resources/nest"),
      Path.of("../../neurons/src/test/resources/nest"));

  @TempDir
  private Path folder;

  static List<Path> cases() throws IOException {
    List<Path> all = new ArrayList<>();
    for (Path resources : FOLDERS) {
      try (Stream<Path> files = Files.list(resources)) {
        all.addAll(files.sorted().toList());
      }
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void agreesOverItsWholeDuration(Path file) {
    Comparison one = Comparison.of(ReferenceRun.run(ReferenceCase.read(file), 1));
    assertTrue(one.holds(), String.join("\n", one.lines()));
    assertEquals(one.lines(), Comparison.of(ReferenceRun.run(ReferenceCase.read(file), 3)).lines());
  }

  /** A network changed by a thousandth must not pass: the comparison can fail. */
  @Test
  void seesASmallErrorInTheModel() throws IOException {
    String text = Files.readString(Path.of("src/test/resources/nest/net_iaf_psc_exp.json"));
    Path changed = folder.resolve("changed.json");
    Files.writeString(changed, text.replaceFirst("\"tau_m\": ?10(\\.0)?", "\"tau_m\": 10.01"));
    Comparison comparison = Comparison.of(ReferenceRun.run(ReferenceCase.read(changed), 1));
    assertFalse(comparison.holds());
    assertTrue(comparison.missing() + comparison.extra() > 0);
  }

  @Test
  void saysEverythingThatIsWrongAtOnce() throws IOException {
    Path broken = folder.resolve("broken.json");
    Files.writeString(broken, """
        {"name": "broken", "timing": "sometimes", "resolution_ms": -1, "duration_ms": 10,
         "populations": [{"name": "A", "size": 0, "model": "iaf_psc_exp", "parameters": {"tau_m": "x"}}],
         "stimuli": [{"kind": "forced_spikes", "target": [0], "times": [1]}]}
        """);
    InvalidNetworkException e = assertThrows(InvalidNetworkException.class, () -> ReferenceCase.read(broken));
    for (String path : List.of("timing", "resolution_ms", "populations[0].size", "populations[0].parameters.tau_m",
        "stimuli[0].kind")) {
      assertTrue(e.problems().stream().anyMatch(p -> p.path().equals(path)), path + " in " + e.problems());
    }
  }

  @Test
  void aTruncatedFileIsRefused() throws IOException {
    String text = Files.readString(Path.of("src/test/resources/nest/net_iaf_psc_exp.json"));
    Path truncated = folder.resolve("truncated.json");
    for (int length : new int[] {0, 1, 100, text.length() / 2, text.length() - 2}) {
      Files.writeString(truncated, text.substring(0, length));
      assertThrows(InvalidNetworkException.class, () -> ReferenceCase.read(truncated));
    }
  }
}
