package ranvier.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ranvier.engine.network.InvalidNetworkException;
import ranvier.engine.network.Problem;

/** What is wrong with network files is told at once, in the words of the file. */
class NetworkFileProblemsTest {
  static List<String> problems(String yaml) {
    return assertThrows(InvalidNetworkException.class, () -> NetworkFileTest.parse(yaml)).problems().stream()
        .map(Problem::toString).toList();
  }

  private static List<String> problemsOfJson(String json) {
    return assertThrows(InvalidNetworkException.class,
        () -> NetworkFile.parse(json, "file.json", (network, run, paths) -> List.of()))
        .problems().stream().map(Problem::toString).toList();
  }

  private static List<String> problemsOfProjection(String projection) {
    return problems(NetworkFileTest.HEAD + "projections: [{name: p, source: E, target: I, " + projection + "}]");
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
        "stimuli[3].current.times_ms: expected a list of numbers, found the number 1"),
        problems(NetworkFileTest.HEAD + """
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
    StringBuilder many = new StringBuilder(NetworkFileTest.HEAD);
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
}
