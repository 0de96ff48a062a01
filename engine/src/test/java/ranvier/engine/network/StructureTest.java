package ranvier.engine.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StructureTest {
  private static final Rule ALL = new Rule.AllToAll(true);

  private static Network.Builder twoPopulations() {
    return Network.named("n").population("E", 10, "m").population("I", 5, "m");
  }

  private static List<String> problems(Network.Builder builder) {
    return Structure.problems(builder.unchecked()).stream().map(Problem::toString).toList();
  }

  private static List<String> paths(Network.Builder builder) {
    return Structure.problems(builder.unchecked()).stream().map(Problem::path).toList();
  }

  @Test
  void aSoundNetworkHasNoProblems() {
    assertEquals(List.of(), problems(twoPopulations()
        .spikeTrains("stim", new double[] {1.0, 1.0, 2.5}, new double[0])
        .project("E", "I", new Rule.FixedInDegree(3, true, false), p -> p.delayMs(Distribution.normal(1.5, 0.75)))
        .project("stim", "E", new Rule.Explicit(new int[] {0, 1}, new int[] {9, 0}),
            p -> p.weight(Distribution.listed(1, 2)))
        .poisson("E", 100, 1)
        .current("I", Neurons.range(0, 5), 0, Double.POSITIVE_INFINITY, 3)
        .probe("E", Neurons.listed(0, 3), 0.1, "V_m")));
  }

  @Test
  void everyProblemIsToldAtOnce() {
    List<String> paths = paths(Network.named("n")
        .population("E", -10, "m", p -> p.set("tau_m", Distribution.uniform(2, 1)).initial("V_m", Double.NaN))
        .population("I", 5, "m", p -> p.set("tau_m", Distribution.listed(1, 2)))
        .project("X", "I", ALL, p -> p.name("a").weight(Double.POSITIVE_INFINITY).delayMs(-1))
        .poisson("I", -1, Double.NaN)
        .probe("I", Neurons.range(3, 6), 0));
    assertEquals(List.of("populations.E.size", "populations.E.parameters.tau_m", "populations.E.initial.V_m",
        "populations.I.parameters.tau_m", "projections.a.source", "projections.a.weight", "projections.a.delay_ms",
        "stimuli.poisson->I0.rate_hz", "stimuli.poisson->I0.weight",
        "probes.probe0.neurons", "probes.probe0.variables", "probes.probe0.interval_ms"), paths);
  }

  @Test
  void aWrongSizeIsToldOnceAndNotAgainByWhatDependsOnIt() {
    assertEquals(List.of("populations.E.size: must be at least 1, got 0"), problems(Network.named("n")
        .population("E", 0, "m", p -> p.set("tau_m", Distribution.listed(1, 2)))
        .population("I", 5, "m")
        .project("E", "I", new Rule.OneToOne(), p -> { })
        .project("E", "E", new Rule.FixedInDegree(7, false, false), p -> { })
        .project("I", "E", new Rule.Explicit(new int[] {4}, new int[] {100}), p -> { })
        .current("E", Neurons.listed(7), 0, 1, 1)));
  }

  @Test
  void unknownNamesGetTheNearestOne() {
    assertEquals(List.of("projections.a.source: there is no population or spike train Ee (did you mean E?)",
        "projections.a.target: stim is a set of spike trains, a population is needed here"),
        problems(twoPopulations().spikeTrains("stim", new double[] {1}).project("Ee", "stim", ALL, p -> p.name("a"))));
  }

  @Test
  void aLongListOfNamesIsCutShort() {
    Network.Builder many = Network.named("n");
    for (int k = 0; k < 20; k++) {
      many.population("population" + k, 1, "m");
    }
    String told = problems(many.poisson("xyz", 1, 1)).getFirst();
    assertEquals("stimuli.poisson->xyz0.target: there is no population xyz (valid: " + IntStream.range(0, 12)
        .mapToObj(k -> "population" + k).collect(Collectors.joining(", ")) + ", and 8 more)", told);
  }

  @Test
  void rulesMustBePossible() {
    assertEquals(List.of(
        "projections.1.rule: one-to-one needs equal sizes, got 10 and 5",
        "projections.2.rule.in_degree: must not exceed the 9 sources available without multapses, got 10",
        "projections.3.rule.out_degree: must not be negative, got -1",
        "projections.4.rule.probability: must be in [0, 1], got 1.5",
        "projections.5.rule.number: must not be negative, got -3",
        "projections.6.rule: sources and targets must be of equal length, got 2 and 1",
        "projections.6.rule.sources[1]: must be in 0..9, got 10",
        "projections.6.rule.targets[0]: must be in 0..4, got -1",
        "projections.7.rule.in_degree: a fixed in-degree gives at most 2^31 synapses per projection, got 5000000000; "
            + "split the target population"),
        problems(twoPopulations()
            .project("E", "I", new Rule.OneToOne(), p -> p.name("1"))
            .project("E", "E", new Rule.FixedInDegree(10, false, false), p -> p.name("2"))
            .project("E", "I", new Rule.FixedOutDegree(-1, true, true), p -> p.name("3"))
            .project("E", "I", new Rule.PairwiseBernoulli(1.5, true), p -> p.name("4"))
            .project("E", "I", new Rule.FixedTotalNumber(-3, true), p -> p.name("5"))
            .project("E", "I", new Rule.Explicit(new int[] {0, 10}, new int[] {-1}), p -> p.name("6"))
            .project("E", "I", new Rule.FixedInDegree(1_000_000_000, true, true), p -> p.name("7"))));
  }

  @Test
  void delaysMustNotBeNegative() {
    assertEquals(List.of("projections.1.delay_ms: must not be negative, got -0.5",
        "projections.2.delay_ms[1]: must not be negative, got -2.0",
        "projections.3.delay_ms: must not be negative, got -1.0",
        "projections.4.delay_ms: must be finite, got Infinity"),
        problems(twoPopulations()
            .project("E", "I", ALL, p -> p.name("1").delayMs(Distribution.uniform(-0.5, 1)))
            .project("E", "I", new Rule.Explicit(new int[2], new int[2]),
                p -> p.name("2").delayMs(Distribution.listed(1, -2)))
            .project("E", "I", ALL, p -> p.name("3")
                .delayMs(Distribution.normalClipped(0, 1, Double.NEGATIVE_INFINITY, -1)))
            .project("E", "I", ALL, p -> p.name("4").delayMs(Double.POSITIVE_INFINITY))));
  }

  @Test
  void namesMustBeUniqueAndReadable() {
    assertEquals(List.of("name", "populations.E", "populations[\" \"]", "spike_trains.E", "projections.p.name",
        "probes[\"\\u0007\"].name"),
        paths(Network.named("").population("E", 1, "m").population("E", 1, "m").population(" ", 1, "m")
            .spikeTrains("E", new double[0])
            .project("E", "E", ALL, p -> p.name("p")).project("E", "E", ALL, p -> p.name("p"))
            .add(new Probe("\u0007", "E", Neurons.all(), List.of("V"), 1))));
  }

  @Test
  void timesMustAscend() {
    assertEquals(List.of("spike_trains.s.times_ms[0][2]: times must ascend, got 1.0 after 2.0",
        "spike_trains.s.times_ms[1][0]: must be finite and not negative, got NaN",
        "stimuli.c.times_ms[0]: must be finite and not negative, got -1.0",
        "stimuli.c.amplitudes: needs one amplitude per time, 1, got 2"),
        problems(twoPopulations().spikeTrains("s", new double[] {0, 2, 1}, new double[] {Double.NaN})
            .add(new Stimulus.Current("c", "E", Neurons.all(), new double[] {-1}, new double[2]))));
  }

  @Test
  void aNeuronMayBeNamedOnce() {
    assertEquals(List.of("probes.probe0.neurons: names neuron 4 twice"),
        problems(twoPopulations().probe("E", Neurons.listed(4, 1, 4), 1, "V_m")));
  }

  @Test
  void buildingThrowsAllProblems() {
    Network.Builder wrong = twoPopulations().poisson("A", 1, 1).poisson("B", 1, 1);
    InvalidNetworkException thrown = assertThrows(InvalidNetworkException.class, wrong::build);
    assertEquals(2, thrown.problems().size());
  }

  @Test
  void spikeTrainsAreEqualByTimes() {
    SpikeTrains a = new SpikeTrains("s", new double[][] {{1, 2}, {}});
    assertEquals(a, new SpikeTrains("s", new double[][] {{1, 2}, {}}));
    assertEquals(a.hashCode(), new SpikeTrains("s", new double[][] {{1, 2}, {}}).hashCode());
    assertEquals(false, a.equals(new SpikeTrains("s", new double[][] {{1, 3}, {}})));
  }

  @Test
  void keysWithDotsAreQuotedInPaths() {
    assertEquals("populations[\"a.b\"].size", Structure.problems(new Network("n",
        List.of(new Population("a.b", 0, "m", Map.of(), Map.of())), List.of(), List.of(), List.of(), List.of()))
        .getFirst().path());
  }
}
