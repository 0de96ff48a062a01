package ranvier.engine.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import ranvier.engine.memory.SynapseTable;
import ranvier.engine.network.Distribution;
import ranvier.engine.network.Network;
import ranvier.engine.network.Neurons;
import ranvier.engine.network.Problem;
import ranvier.engine.network.Rule;
import ranvier.engine.network.Stimulus;
import ranvier.engine.network.Storage;

class NetworkCheckTest {
  private static final Rule ALL = new Rule.AllToAll(true);

  private static List<String> problems(Network.Builder builder) {
    return problems(builder, 0.1, false);
  }

  private static List<String> problems(Network.Builder builder, double dtMs, boolean exact) {
    return NetworkCheck.problems(builder.unchecked(), SampleModels.models(), dtMs, exact).stream()
        .map(Problem::toString).toList();
  }

  private static Network.Builder network() {
    return Network.named("n").population("E", 3, "lif");
  }

  @Test
  void aSoundNetworkHasNoProblems() {
    assertEquals(List.of(), problems(Network.named("n")
        .population("E", 3, "lif", p -> p.set("tau_m", Distribution.lognormal(1, 2)).set("V_th",
            Distribution.normal(-50, 3)).set("refractory_input", Distribution.listed(0, 1, 1)).set("V_min",
            Double.NEGATIVE_INFINITY).initial("V_m", -60))
        .project("E", "E", ALL, p -> p.synapse("depressing").set("U", Distribution.uniform(0, 1)).delayMs(0.1))
        .probe("E", Neurons.all(), 0.3, "V_m", "I_syn")));
  }

  @Test
  void unknownModelsGetTheNearestName() {
    assertEquals(List.of("populations.E.model: there is no neuron model lift (did you mean lif?)",
        "projections.E->E.synapse: there is no synapse model depresing (did you mean depressing?)"),
        problems(Network.named("n").population("E", 1, "lift").project("E", "E", ALL, p -> p.synapse("depresing"))));
  }

  @Test
  void parametersMustBeKnownAndInRange() {
    assertEquals(List.of(
        "populations.A.parameters.tau: lif has no parameter tau (did you mean tau_m?)",
        "populations.A.parameters.tau_m: must be positive (ms), got -20.0",
        "populations.A.parameters.refractory_input: must be true or false, got 0.5",
        "populations.B.parameters.tau_m[1]: must be positive (ms), got 0.0",
        "populations.B.parameters.V_th: must be finite (mV), got Infinity",
        "populations.C.parameters.tau_m: must be positive (ms), but the distribution reaches from -Infinity to "
            + "Infinity",
        "populations.C.parameters.refractory_input: must be true or false, got a random distribution"),
        problems(Network.named("n")
            .population("A", 1, "lif", p -> p.set("tau", 1).set("tau_m", -20).set("refractory_input", 0.5))
            .population("B", 2, "lif", p -> p.set("tau_m", Distribution.listed(1, 0))
                .set("V_th", Double.POSITIVE_INFINITY))
            .population("C", 2, "lif", p -> p.set("tau_m", Distribution.normal(10, 1))
                .set("refractory_input", Distribution.uniform(0, 1)))));
  }

  @Test
  void onlySettableVariablesTakeInitialValues() {
    assertEquals(List.of("populations.E.initial.V: lif has no state variable V (did you mean V_m?)",
        "populations.E.initial.I_syn: I_syn cannot be given an initial value; lif takes V_m"),
        problems(Network.named("n").population("E", 1, "lif", p -> p.initial("V", 1).initial("I_syn", 1))));
  }

  @Test
  void rulesBetweenParametersAreFiledUnderTheParameter() {
    List<String> once = List.of("populations.E.parameters.V_reset: must be below V_th");
    assertEquals(once, problems(Network.named("n").population("E", 2, "lif", p -> p.set("V_reset", -40))));
    assertEquals(once, problems(Network.named("n")
        .population("E", 3, "lif", p -> p.set("V_reset", Distribution.listed(-70, -40, -30)))));
    assertEquals(once, problems(Network.named("n")
        .population("E", 3, "lif", p -> p.set("V_reset", Distribution.uniform(-40, -30)))));
  }

  @Test
  void rulesBetweenParametersWaitForSoundParameters() {
    assertEquals(List.of(), problems(Network.named("n")
        .population("E", 3, "lif", p -> p.set("V_reset", Distribution.listed(-40)))));
    assertEquals(List.of(), problems(Network.named("n")
        .population("E", 3, "lif", p -> p.set("V_reset", Distribution.uniform(-30, -40)))));
  }

  @Test
  void delaysMustBeAtLeastOneStepOnTheGridUnlessDrawn() {
    Network.Builder delays = network()
        .project("E", "E", ALL, p -> p.name("short").delayMs(0.05))
        .project("E", "E", ALL, p -> p.name("step").delayMs(0.1))
        .project("E", "E", ALL, p -> p.name("rounded").delayMs(0.27))
        .project("E", "E", new Rule.Explicit(new int[2], new int[2]),
            p -> p.name("listed").delayMs(Distribution.listed(0.1, 0)))
        .project("E", "E", ALL, p -> p.name("drawn").delayMs(Distribution.normal(0.1, 0.5)))
        .project("E", "E", ALL, p -> p.name("below").delayMs(Distribution.uniform(0, 0.049)));
    assertEquals(List.of(
        "projections.short.delay_ms: must be at least the time step of 0.1 ms, got 0.05 ms; "
            + "use a longer delay or a smaller dt_ms",
        "projections.listed.delay_ms[1]: must be at least the time step of 0.1 ms, got 0.0 ms; "
            + "use a longer delay or a smaller dt_ms",
        "projections.below.delay_ms: all delays of the distribution, at most 0.049 ms, lie below half the time step of "
            + "0.1 ms; use longer delays or a smaller dt_ms"), problems(delays));
  }

  @Test
  void delaysHaveAtMostSixteenBitsOfSteps() {
    assertEquals(SynapseTable.MAX_DELAY, NetworkCheck.MOST_STEPS);
    assertEquals(List.of(
        "projections.long.delay_ms: must be at most 65535 time steps of 0.1 ms, got 6553.6 ms; "
            + "use shorter delays or a larger dt_ms",
        "projections.drawn.delay_ms: must be at most 65535 time steps of 0.1 ms, got 6999.9"),
        problems(network()
            .project("E", "E", ALL, p -> p.name("longest").delayMs(6553.5))
            .project("E", "E", ALL, p -> p.name("long").delayMs(6553.6))
            .project("E", "E", ALL, p -> p.name("drawn").delayMs(Distribution.uniform(1, 7000)))
            .project("E", "E", ALL, p -> p.name("tail").delayMs(Distribution.normal(1, 100))))
            .stream().map(p -> p.replaceFirst("6999\\.9.*", "6999.9")).toList());
  }

  @Test
  void aGridHoldsSoManyPopulations() {
    Network.Builder many = Network.named("n");
    for (int k = 0; k < 4097; k++) {
      many.population("p" + k, 1, "lif");
    }
    assertEquals(List.of("populations: at most 4096 populations on a grid, got 4097; join those of one model, "
        + "parameters may be lists"), problems(many));
  }

  @Test
  void exactTimeNeedsModelsThatRunInIt() {
    assertEquals(List.of("populations.E.model: lif runs on a grid only; use timing grid or another model",
        "projections.unbounded.delay_ms: draws must not be negative in exact time; give the distribution a lower bound "
            + "(redraw or clip)"),
        problems(network()
            .project("E", "E", ALL, p -> p.name("short").delayMs(0.05))
            .project("E", "E", ALL, p -> p.name("plastic").synapse("depressing"))
            .project("E", "E", ALL, p -> p.name("unbounded").delayMs(Distribution.normal(1.5, 0.75))), 0.1, true));
  }

  @Test
  void aDelayOfOneStepPassesForEveryStep() {
    for (double dt : new double[] {0.01, 0.1, 0.125, 1.0 / 3, 1}) {
      assertEquals(List.of(), problems(network().project("E", "E", ALL, p -> p.delayMs(dt)), dt, false));
    }
  }

  @Test
  void probesNeedKnownVariablesAndAMultipleOfTheStep() {
    assertEquals(List.of("probes.probe0.variables[1]: lif has no state variable v (did you mean V_m?)",
        "probes.probe1.interval_ms: must be a multiple of the time step of 0.1 ms, got 0.25 ms",
        "probes.probe2.interval_ms: must be a multiple of the time step of 0.1 ms, got 0.05 ms"),
        problems(network().probe("E", Neurons.all(), 0.1, "V_m", "v").probe("E", Neurons.all(), 0.25, "V_m")
            .probe("E", Neurons.all(), 0.05, "V_m")));
  }

  @Test
  void noiseMustLastAStep() {
    assertEquals(List.of("stimuli.n.interval_ms: must be at least the time step of 0.1 ms, got 0.01 ms"),
        problems(network().add(new Stimulus.Noise("n", "E", Neurons.all(), 0, 1, 0.01, 0, 1))));
  }

  @Test
  void theStepMustBePositive() {
    for (double dt : new double[] {0, -0.1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertEquals(List.of("dt_ms: the time step must be finite and positive, got " + dt + " ms"),
          problems(network().project("E", "E", ALL, p -> p.delayMs(0.01)), dt, false));
    }
  }

  @Test
  void proceduralRowsMustBeDrawnSourceBySource() {
    Network.Builder listed = network().project("E", "E", new Rule.FixedInDegree(2, true, true), p -> p.name("d")
        .storage(Storage.PROCEDURAL)).project("E", "E", new Rule.OneToOne(), p -> p.name("w")
        .weight(Distribution.listed(1, 2, 3)).storage(Storage.PROCEDURAL));
    assertEquals(List.of("projections.d.storage: procedural needs a rule that draws targets source by source; use"
        + " fixed_total_number, fixed_out_degree, pairwise_bernoulli, all_to_all or one_to_one",
        "projections.w.storage: procedural needs weights and delays that are constant or drawn, not listed"),
        problems(listed));
    Network.Builder fine = network().project("E", "E", ALL, p -> p.name("a").storage(Storage.PROCEDURAL));
    assertEquals(List.of(), problems(fine));
    assertEquals("projections.a.storage: procedural rows are for the grid; leave storage out in exact time",
        problems(fine, 0.1, true).getLast());
  }

  @Test
  void aNetworkOfWrongStructureCanBeChecked() {
    assertEquals(List.of(), problems(Network.named("n").population("E", -1, "lif")
        .project("X", "Y", new Rule.OneToOne(), p -> p.delayMs(Double.NaN))
        .probe("Z", Neurons.all(), Double.NaN, "V_m")));
  }
}
