package ranvier.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ranvier.bench.Bench;
import ranvier.bench.Series;

class BenchCommandTest {
  @TempDir
  private Path folder;

  @Test
  void saysEverythingThatIsWrongAtOnce() {
    Invocation wrong = Invocation.of("bench", "microcircut", "--runs=0", "--threads=0", "--duration=NaN", "--largest=5",
        "--precision=half", "--svg=a.svg", "--only=(", "--against=nest", "--json=" + folder.resolve("none/a.json"));
    assertEquals(2, wrong.exitCode());
    for (String said : List.of("microcircuit?", "--runs", "--threads", "--duration", "--largest", "--precision",
        "--svg", "--only", "brian2, neuron", "no folder")) {
      assertTrue(wrong.err().contains(said), said + " in " + wrong.err());
    }
    assertEquals("", wrong.out());
  }

  @Test
  void measuresOneSizeAndDrawsItAgainFromItsFile() throws IOException {
    Path json = folder.resolve("a.json");
    Path svg = folder.resolve("a.svg");
    Invocation measured = Invocation.of("bench", "scaling-grid-1000", "--runs=2", "--threads=1", "--duration=50",
        "--json=" + json, "--svg=" + svg);
    assertEquals(0, measured.exitCode(), measured.err());
    assertTrue(measured.out().contains("ns per synaptic event"), measured.out());
    List<Series> series = Bench.series(Files.readString(json));
    assertEquals(1, series.size());
    assertEquals(2, series.getFirst().runs().size());
    assertTrue(series.getFirst().sameSpikes());
    String drawn = Files.readString(svg);
    Files.delete(svg);
    assertEquals(0, Invocation.of("bench", "--svg=" + svg, "--with=" + json).exitCode());
    assertEquals(drawn, Files.readString(svg));
  }

  @Test
  void aFileThatCannotBeWrittenLeavesTheTableOnTheScreen() throws IOException {
    Path blocked = Files.createDirectory(folder.resolve(".a.json.part"));
    Files.writeString(blocked.resolve("in the way"), "");
    Invocation measured = Invocation.of("bench", "scaling-grid-1000", "--runs=1", "--threads=1", "--duration=10",
        "--json=" + folder.resolve("a.json"));
    assertEquals(1, measured.exitCode());
    assertTrue(measured.out().contains("ns per synaptic event"), measured.out());
    assertTrue(measured.err().contains("a.json"), measured.err());
    assertFalse(Files.exists(folder.resolve("a.json")));
  }

  @Test
  void knowsABenchByItsCommandLine() {
    assertTrue(OtherBenches.measures(List.of("-cp", "x", "ranvier.cli.Main", "bench", "brunel")));
    assertFalse(OtherBenches.measures(List.of("-cp", "x", "ranvier.cli.Main", "run", "brunel")));
    assertFalse(OtherBenches.measures(List.of("vi", "ranvier.cli.Main")));
  }
}
