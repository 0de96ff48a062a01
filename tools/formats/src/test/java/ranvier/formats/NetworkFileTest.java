package ranvier.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import ranvier.engine.network.InvalidNetworkException;
import ranvier.engine.network.Network;
import ranvier.engine.network.Neurons;
import ranvier.engine.network.Problem;
import ranvier.engine.network.Rule;
import ranvier.engine.network.Stimulus;
import ranvier.scenarios.RunSettings;

class NetworkFileTest {
  private static final String HEAD = "populations: {E: {size: 10, model: m}, I: {size: 5, model: m}}\n";

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

  private static NetworkFile parse(String yaml) {
    return NetworkFile.parse(yaml, "file.yaml", (network, run, paths) -> List.of());
  }

  private static List<String> problems(String yaml) {
    return assertThrows(InvalidNetworkException.class, () -> parse(yaml)).problems().stream().map(Problem::toString)
        .toList();
  }

  private static List<String> problemsOfJson(String json) {
    return assertThrows(InvalidNetworkException.class,
        () -> NetworkFile.parse(json, "file.json", (network, run, paths) -> List.of()))
        .problems().stream().map(Problem::toString).toList();
  }

  private static List<String> problemsOfProjection(String projection) {
    return problems(HEAD + "projections: [{name: p, source: E, target: I, " + projection + "}]");
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
        problems(HEAD + "run: {seed: 9223372036854775808}"));
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
  void everyProblemIsToldAtOnceInTheWordsOfTheFile() {
    assertEquals(List.of(
        "nmae: unknown key (did you mean name?)",
        "populations.E.size: expected a whole number, found the text \"ten\"",
        "populations.E.parameters.tau_m: expected a number, a list of numbers or a distribution, found the text \"x\"",
        "populations.I.model: is missing",
        "projections[0].wieght: unknown key (did you mean weight?)",
        "projections[0].rule.fixed_in_degree.in_degre: unknown key (did you mean in_degree?)",
        "projections[0].rule.fixed_in_degree.in_degree: is missing",
        "stimuli[0].poisson.rate: unknown key (did you mean rate_hz?)",
        "stimuli[0].poisson.rate_hz: is missing",
        "probes[0].variables: expected a list, found the text \"V_m\"",
        "run.timing: there is no grit here (did you mean grid?)",
        "projections[1].rule.fixed_in_degree.in_degree: must not be negative, got -800",
        "projections[1].delay_ms: must not be negative, got -1.5",
        "stimuli[1].current.target: there is no population F (did you mean E?)",
        "probes[0].interval_ms: must be finite and positive, got 0.0"), problems("""
        nmae: balanced
        populations:
          E: {size: ten, model: m, parameters: {tau_m: x}}
          I: {size: 5}
        projections:
          - {source: E, target: I, rule: {fixed_in_degree: {in_degre: 80}}, wieght: 20}
          - {source: E, target: I, rule: {fixed_in_degree: {in_degree: -800}}, delay_ms: -1.5}
        stimuli:
          - {poisson: {target: E, rate: 8000, weight: 20}}
          - {current: {target: F, times_ms: [0], amplitudes: [1]}}
        probes: [{population: E, variables: V_m, interval_ms: 0}]
        run: {timing: grit}
        """));
  }

  @Test
  void problemsThatOthersFindAreToldInTheWordsOfTheFile() {
    NetworkFile.Check models = (network, run, paths) -> List.of(
        new Problem(paths.population(0) + ".model", "is unknown"),
        new Problem(paths.projection(0) + ".synapse", "is unknown"),
        new Problem(paths.stimulus(0) + ".weight", "dt is " + run.dtMs()));
    InvalidNetworkException thrown = assertThrows(InvalidNetworkException.class, () -> NetworkFile.parse("""
        {"populations": {"E": {"size": 1, "model": 7}}, "run": {"dt_ms": 0.5},
         "projections": [{"source": "E", "target": "E", "rule": "all_to_all"}],
         "stimuli": [{"poisson": {"target": "E", "rate_hz": 1, "weight": 1}}]}
        """, "x", models));
    assertEquals(List.of("populations.E.model: expected a text, found the number 7; put it in quotes",
        "projections[0].synapse: is unknown", "stimuli[0].poisson.weight: dt is 0.5"),
        thrown.problems().stream().map(Problem::toString).toList());
  }

  @Test
  void whatFollowsFromAMistakeIsNoFurtherProblem() {
    assertEquals(List.of("populations.E: expected a mapping, found nothing"), problems("""
        populations: {E: , I: {size: 5, model: m}}
        projections:
          - {source: E, target: I, rule: one_to_one}
          - {source: I, target: E, rule: {explicit: {sources: [4], targets: [100]}}, weight: [1]}
        stimuli: [{current: {target: E, neurons: [7], times_ms: [0], amplitudes: [1]}}]
        """));
    assertEquals(List.of("populations: expected a mapping, found a list of 1"), problems("""
        populations: [{name: E, size: 5, model: m}]
        projections: [{source: E, target: I, rule: all_to_all}]
        """));
    assertEquals(List.of("projections[0].rule.explicit.targets[1]: expected a whole number, found 1.5"),
        problemsOfProjection("rule: {explicit: {sources: [0, 1], targets: [0, 1.5]}}, weight: [1, 2]"));
    assertEquals(List.of("projections[0].weight.uniform.low: is missing"),
        problemsOfProjection("rule: all_to_all, weight: {uniform: {high: -1}}"));
    assertEquals(List.of("stimuli[0].poison: unknown key (did you mean poisson?)",
        "stimuli[1]: needs exactly one stimulus, found 2 keys (valid: poisson, current, noise)",
        "stimuli[2]: expected a mapping, found the number 3",
        "stimuli[3].current.times_ms: expected a list of numbers, found the number 1"), problems(HEAD + """
        stimuli:
          - {poison: {target: E}}
          - {poisson: {}, noise: {}}
          - 3
          - {current: {target: E, times_ms: 1, amplitudes: [1]}}
        """));
  }

  @Test
  void rulesAreToldApart() {
    assertEquals(List.of("projections[0].rule: there is no rule all_to_al (did you mean all_to_all?)"),
        problemsOfProjection("rule: all_to_al"));
    assertEquals(List.of("projections[0].rule.fixed_indegree: there is no rule fixed_indegree "
        + "(did you mean fixed_in_degree?)"),
        problemsOfProjection("rule: {fixed_indegree: {in_degree: 1}}, weight: [1]"));
    assertEquals(List.of("projections[0].rule: expected one rule, found a mapping of 2 keys (valid: one_to_one, "
        + "all_to_all, fixed_in_degree, fixed_out_degree, fixed_total_number, pairwise_bernoulli, explicit)"),
        problemsOfProjection("rule: {all_to_all: {}, one_to_one: {}}"));
    assertEquals(List.of("projections[0].rule: one-to-one needs equal sizes, got 10 and 5"),
        problemsOfProjection("rule: one_to_one"));
    assertEquals(List.of("projections[0].rule.pairwise_bernoulli.probability: must be in [0, 1], got 1.2"),
        problemsOfProjection("rule: {pairwise_bernoulli: {probability: 1.2}}"));
    assertEquals(List.of(
        "projections[0].rule.fixed_in_degree.multapses: expected true or false, found the text \"no\""),
        problemsOfProjection("rule: {fixed_in_degree: {in_degree: 1, multapses: no}}"));
    assertEquals(List.of("projections[0].rule.fixed_out_degree.out_degree: must lie in -2147483648..2147483647, got "
        + "99999999999"), problemsOfProjection("rule: {fixed_out_degree: {out_degree: 99999999999}}"));
    assertEquals(List.of("projections[0].rule.explicit.sources[1]: must be in 0..9, got 10"),
        problemsOfProjection("rule: {explicit: {sources: [0, 10], targets: [0, 4]}}"));
    assertEquals(List.of("projections[0].weight: a list of values needs the explicit rule"),
        problemsOfProjection("rule: all_to_all, weight: [1, 2]"));
  }

  @Test
  void distributionsAreToldApart() {
    assertEquals(List.of("projections[0].weight.norml: there is no such distribution (did you mean normal?)",
        "projections[0].delay_ms.normal.clip: redraw and clip exclude each other"),
        problemsOfProjection("rule: all_to_all, weight: {norml: {mean: 1}}, "
            + "delay_ms: {normal: {mean: 1, std: 1, redraw: {min: 1}, clip: {max: 2}}}"));
    assertEquals(List.of("projections[0].weight.normal.std: is missing",
        "projections[0].delay_ms.normal.redraw: needs min, max or both"),
        problemsOfProjection("rule: all_to_all, weight: {normal: {mean: 1}}, "
            + "delay_ms: {normal: {mean: 1, std: 1, redraw: {}}}"));
    assertEquals(List.of("projections[0].weight: needs exactly one distribution, found 0 keys (valid: uniform, normal, "
        + "lognormal)", "projections[0].delay_ms: expected a number, found true"),
        problemsOfProjection("rule: all_to_all, weight: {}, delay_ms: true"));
    assertEquals(List.of("projections[0].weight: uniform needs finite low <= high, got low 2.0, high 1.0"),
        problemsOfProjection("rule: all_to_all, weight: {uniform: {low: 2, high: 1}}"));
  }

  @Test
  void notANumberIsNoNumber() {
    assertEquals(List.of("projections[0].weight: must be a number, found NaN",
        "projections[0].delay_ms.normal.mean: must be a number, found NaN"),
        problemsOfProjection("rule: all_to_all, weight: .nan, delay_ms: {normal: {mean: .NaN, std: 1}}"));
    assertEquals(List.of("projections[0].weight[1]: must be a number, found NaN"),
        problemsOfProjection("rule: {explicit: {sources: [0, 1], targets: [0, 1]}}, weight: [1, .nan]"));
    assertEquals(List.of("populations.E.parameters.x: must be a number, found NaN"),
        problemsOfJson("{\"populations\": {\"E\": {\"size\": 1, \"model\": \"m\", \"parameters\": {\"x\": NaN}}}}"));
  }

  @Test
  void duplicateKeysAreTold() {
    assertEquals(List.of("populations.E.size: is given twice, in lines 2 and 3"), problems("""
        populations:
          E: {size: 3,
              size: 4, model: m}
        """));
    assertEquals(List.of("populations.E: is given twice, in line 1", "run.seed: is given twice, in line 2"),
        problemsOfJson("""
            {"populations": {"E": {"size": 1, "model": "m"}, "E": {"size": 2, "model": "m"}},
             "run": {"seed": 1, "seed": 2}}
            """));
  }

  @Test
  void syntaxErrorsHaveLineAndColumn() {
    assertEquals(List.of("file.yaml: line 2, column 3: not YAML: while scanning for the next token, found character "
        + "'\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for indentation)"),
        problems("populations:\n  \tE: {}"));
    String json = problemsOfJson("{\"populations\":\n  {\"E\" 5}}").getFirst();
    assertTrue(json.startsWith("file.json: line 2, column 8: not JSON: Unexpected character ('5' (code 53))"), json);
    String truncated = problemsOfJson("{\"populations\": {").getFirst();
    assertTrue(truncated.startsWith("file.json: line 1, column 18: not JSON: Unexpected end-of-input"), truncated);
    assertEquals(List.of("file.json: line 2, column 1: there is something behind the end of the document"),
        problemsOfJson("{\"populations\": {}}\n{}"));
    assertEquals(List.of("file.yaml: line 3, column 1: there is a second document; a file holds one"),
        problems("---\npopulations: {}\n---\nname: x"));
    assertEquals(List.of("file.yaml: line 1, column 7: the number 1e999 is too large"), problems("name: 1e999"));
    assertEquals(List.of("file.yaml: line 1, column 7: tags such as tag:yaml.org,2002:float are not supported"),
        problems("name: !!float 3"));
    assertEquals(List.of("file.yaml: line 1, column 7: there is no anchor &x before this alias"), problems("name: *x"));
    assertEquals(List.of("file.yaml: line 1, column 10: the document is empty"), problems("# nothing"));
  }

  @Test
  void aDocumentIsAMapping() {
    assertEquals(List.of(": expected a mapping, found the text \"populations\"".substring(2)), problems("populations"));
    assertEquals(List.of("expected a mapping, found a list of 2"), problems("[1, 2]"));
  }

  @Test
  void nestingHasALimit() {
    assertEquals(List.of("file.yaml: line 1, column 33: lists and mappings are nested more than 32 deep"),
        problems("[".repeat(100_000)));
    assertEquals(List.of("file.json: line 1, column 33: lists and mappings are nested more than 32 deep"),
        problemsOfJson("[".repeat(100_000)));
  }

  @Test
  void anAliasBombIsRefused() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [1, 1, 1, 1, 1, 1, 1, 1]\n");
    for (int k = 1; k < 20; k++) {
      bomb.append("a" + k + ": &a" + k + " [" + "*a0, ".replace("0", "" + (k - 1)).repeat(9) + "]\n");
    }
    String told = problems(bomb.toString()).getLast();
    assertTrue(told.endsWith("the document holds more than 40000000 values"), told);
  }

  @Test
  void manyProblemsAreCountedNotTold() {
    StringBuilder many = new StringBuilder(HEAD);
    for (int k = 0; k < 5000; k++) {
      many.append("key" + k + ": 1\n");
    }
    List<String> problems = problems(many.toString());
    assertEquals(201, problems.size());
    assertEquals("and 4800 more problems", problems.getLast());
  }

  @Test
  void filesThatCannotBeReadAreNamed(@TempDir Path directory) throws IOException {
    Path missing = directory.resolve("missing.yaml");
    assertEquals(missing + ": there is no such file", told(missing));
    assertEquals(directory + ": is a directory, not a file", told(directory));
    Path empty = Files.writeString(directory.resolve("empty.json"), " \n");
    assertEquals(empty + ": is empty", told(empty));
    Path binary = Files.write(directory.resolve("binary.yaml"), new byte[] {'a', ':', 0, 1});
    assertEquals(binary + ": is not a text file: it holds bytes that are 0", told(binary));
    Path latin = Files.write(directory.resolve("latin.yaml"), new byte[] {'a', ':', ' ', (byte) 0xE9, 'x'});
    assertEquals(latin + ": is not a text file in UTF-8: byte 0xe9 at offset 3", told(latin));
    Path cut = Files.write(directory.resolve("cut.yaml"), new byte[] {'a', (byte) 0xE4, (byte) 0xB8});
    assertEquals(cut + ": is not a text file in UTF-8: byte 0xe4 at offset 1", told(cut));
    Path huge = directory.resolve("huge.json");
    try (var file = new java.io.RandomAccessFile(huge.toFile(), "rw")) {
      file.setLength((128L << 20) + 1);
    }
    assertEquals(huge + ": is larger than 128 MiB, the most that is read; describe connections by a rule instead of "
        + "listing them", told(huge));
  }

  private static String told(Path file) {
    return assertThrows(InvalidNetworkException.class, () -> NetworkFile.read(file)).getMessage();
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
