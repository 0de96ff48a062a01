package ranvier.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ranvier.engine.kernel.Timing;
import ranvier.engine.network.Distribution;
import ranvier.engine.network.Network;
import ranvier.engine.network.Neurons;
import ranvier.engine.network.Rule;
import ranvier.engine.network.Stimulus;
import ranvier.scenarios.RunSettings;

class NetworkFileTest {
  static final String HEAD = "populations: {E: {size: 10, model: m}, I: {size: 5, model: m}}\n";

  /** The complete example of the documentation. */
  static String example() {
    return block("yaml");
  }

  private static String block(String language) {
    try {
      String text = Files.readString(Path.of("../../docs/network-file.md"));
      int begin = text.indexOf("```" + language + "\n") + language.length() + 4;
      return text.substring(begin, text.indexOf("```", begin));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static NetworkFile parse(String yaml) {
    return NetworkFile.parse(yaml, "file.yaml", (network, run, paths) -> List.of());
  }

  @Test
  void theDocumentedExampleIsTheNetworkThatItSeems() {
    Network expected = Network.named("balanced")
        .population("E", 8000, "iaf_psc_exp", p -> p.set("tau_m", 20).set("C_m", 250).set("E_L", -65).set("V_th", -50)
            .set("V_reset", -65).set("t_ref", 2).set("tau_syn_ex", 0.5).set("tau_syn_in", 0.5)
            .initial("V_m", Distribution.uniform(-65, -50)))
        .population("I", 2000, "iaf_psc_exp", p -> p
            .set("tau_m", Distribution.normalRedrawn(10, 1, 5, Double.POSITIVE_INFINITY)).set("I_e", 120))
        .spikeTrains("stim", new double[] {100, 102.5, 105}, new double[] {110})
        .project("E", "E", new Rule.FixedInDegree(800, false, true), p -> p.weight(20).delayMs(1.5))
        .project("E", "I", new Rule.FixedInDegree(800, true, true), p -> p.name("e-to-i")
            .weight(Distribution.normalRedrawn(20, 2, 0, Double.POSITIVE_INFINITY))
            .delayMs(Distribution.normalRedrawn(1.5, 0.75, 0.05, Double.POSITIVE_INFINITY)))
        .project("I", "E", new Rule.PairwiseBernoulli(0.1, true), p -> p.weight(-100).delayMs(0.8))
        .project("I", "I", new Rule.FixedTotalNumber(400_000, true), p -> p.weight(-100).delayMs(0.8))
        .project("stim", "E", new Rule.Explicit(new int[] {0, 0, 1}, new int[] {0, 1, 7}),
            p -> p.weight(Distribution.listed(500, 500, 250)))
        .poisson("E", 8000, 20)
        .add(new Stimulus.Poisson("poisson->I1", "I", Neurons.all(), 8000, 20, 50, Double.POSITIVE_INFINITY))
        .add(new Stimulus.Current("current->E2", "E", Neurons.listed(0, 1), new double[] {10, 20},
            new double[] {100, 0}))
        .add(new Stimulus.Noise("noise->I3", "I", Neurons.range(0, 100), 0, 50, 1, 0, Double.POSITIVE_INFINITY))
        .probe("E", Neurons.range(0, 5), 0.1, "V_m")
        .build();
    NetworkFile file = parse(example());
    assertEquals(expected, file.network());
    assertEquals(new RunBlock(1000.0, 200.0, 0.1, 12345L, Timing.GRID, false, List.of("E", "I")), file.run());
  }

  @Test
  void theDocumentedJsonIsRead() {
    NetworkFile file = NetworkFile.parse(block("json"), "balanced", (network, run, paths) -> List.of());
    assertEquals(List.of("E"), file.network().populations().stream().map(p -> p.name()).toList());
    assertEquals(RunBlock.EMPTY, file.run());
  }

  @Test
  void whatIsNotGivenHasTheDefaultsOfTheBuilder() {
    NetworkFile file = parse(HEAD + """
        projections:
          - {source: E, target: I, rule: one_to_one}
          - {name: E->I, source: I, target: E, rule: all_to_all}
          - {source: E, target: I, rule: {all_to_all: {autapses: false}}, storage: single}
        """.replace("one_to_one", "all_to_all"));
    assertEquals("file", file.network().name());
    assertEquals(List.of("E->I#2", "E->I", "E->I#3"),
        file.network().projections().stream().map(p -> p.name()).toList());
    assertEquals(Network.named("file").population("E", 10, "m").population("I", 5, "m")
        .project("E", "I", new Rule.AllToAll(true), p -> p.name("E->I#2")).build().projections().getFirst(),
        file.network().projections().getFirst());
    assertEquals(new Rule.AllToAll(false), file.network().projections().get(2).rule());
  }

  @Test
  void booleansAndInfinitiesAreNumbers() {
    Network network = parse("""
        populations:
          P:
            size: 2
            model: m
            parameters: {a: true, b: [false, true], c: -.inf, d: "-inf", e: .inf, f: [1, inf]}
        """).network();
    assertEquals(List.of(Distribution.constant(1), Distribution.listed(0, 1),
        Distribution.constant(Double.NEGATIVE_INFINITY), Distribution.constant(Double.NEGATIVE_INFINITY),
        Distribution.constant(Double.POSITIVE_INFINITY), Distribution.listed(1, Double.POSITIVE_INFINITY)),
        List.copyOf(network.populations().getFirst().parameters().values()));
  }

  @Test
  void yamlNumbersAreThoseOfYaml12() {
    Network network = parse("""
        populations: {P: {size: 1e1, model: "5", parameters: {a: 010, b: 1e3, c: .5, d: +2., e: -1.5E-3}}}
        """).network();
    assertEquals(10, network.populations().getFirst().size());
    assertEquals(List.of(10.0, 1000.0, 0.5, 2.0, -0.0015),
        network.populations().getFirst().parameters().values().stream().map(d -> d.value(0, 0.5)).toList());
  }

  @Test
  void anchorsStandForWhatTheyName() {
    Network network = parse("""
        populations:
          E: {size: 2, model: m, parameters: &lif {tau_m: &t 20, list: &l [1, 2]}}
          I: {size: 2, model: m, parameters: *lif, initial: {V: *t, W: *l}}
        """).network();
    assertEquals(network.population("E").parameters(), network.population("I").parameters());
    assertEquals(Distribution.listed(1, 2), network.population("I").initial().get("W"));
  }

  @Test
  void aSeedKeepsAllItsDigits() {
    assertEquals(9_223_372_036_854_775_807L, parse(HEAD + "run: {seed: 9223372036854775807}").run().seed());
    assertEquals(Long.MIN_VALUE, parse(HEAD + "run: {seed: -9223372036854775808}").run().seed());
    assertEquals(List.of("run.seed: must lie in -9223372036854775808..9223372036854775807, got 9223372036854775808"),
        NetworkFileProblemsTest.problems(HEAD + "run: {seed: 9223372036854775808}"));
    assertEquals(-9_007_199_254_740_993L, parse(HEAD + "run: {seed: -9007199254740993}").run().seed());
  }

  @Test
  void recordTakesAllNoneOrNames() {
    assertEquals(List.of("E", "I"), parse(HEAD + "run: {record: all}").run().record());
    assertEquals(List.of(), parse(HEAD + "run: {record: none}").run().record());
    assertEquals(List.of("I"), parse(HEAD + "run: {record: [I]}").run().record());
    assertNull(parse(HEAD + "run: {}").run().record());
  }

  @Test
  void aRunBlockStandsOverSettings() {
    RunSettings settings = new RunSettings(1, 2, 0.5, "grid", false, 3, 4, 1.0, null);
    assertEquals(settings, RunBlock.EMPTY.over(settings));
    assertEquals(new RunSettings(10, 20, 0.1, "exact", true, 3, 7, 1.0, List.of("E")),
        new RunBlock(10.0, 20.0, 0.1, 7L, Timing.EXACT, true, List.of("E")).over(settings));
  }

  @Test
  void aFileIsWrittenByItsName(@TempDir Path directory) throws IOException {
    NetworkFile file = parse(example());
    for (String name : List.of("a.yaml", "b.json", "c.yml", "d")) {
      Path path = directory.resolve(name);
      file.write(path);
      assertEquals(file, NetworkFile.read(path));
      assertEquals(name.endsWith(".json"), Files.readString(path).startsWith("{"));
    }
    file.write(directory.resolve("a.yaml"));
    try (var left = Files.list(directory)) {
      assertEquals(4, left.count());
    }
    Path nowhere = directory.resolve("nowhere/a.yaml");
    assertEquals("cannot write " + nowhere + ": the folder does not exist",
        assertThrows(IOException.class, () -> file.write(nowhere)).getMessage());
  }

  @Test
  void aByteOrderMarkIsSkipped(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("bom.json"),
        "\uFEFF{\"populations\":{\"E\":{\"size\":1,\"model\":\"m\"}}}");
    assertEquals("bom", NetworkFile.read(file).network().name());
  }

  @Test
  void longListsReadBackEqual() {
    int[] indices = new int[50_000];
    Arrays.setAll(indices, k -> k % 10);
    Network network = Network.named("n").population("E", 10, "m")
        .project("E", "E", new Rule.Explicit(indices, indices), p -> { }).build();
    NetworkFile file = new NetworkFile(network, RunBlock.EMPTY);
    assertEquals(file, NetworkFile.parse(file.json(), "x.json", (n, r, p) -> List.of()));
    assertEquals(file, parse(file.yaml()));
  }
}
