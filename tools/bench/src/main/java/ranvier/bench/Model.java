package ranvier.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import ranvier.engine.network.Distribution;
import ranvier.engine.network.Network;
import ranvier.scenarios.NetworkRun;
import ranvier.scenarios.Progress;
import ranvier.scenarios.RunContext;
import ranvier.scenarios.RunSettings;
import ranvier.scenarios.Scenario;
import ranvier.scenarios.ScenarioParameter;
import ranvier.scenarios.Scenarios;
import ranvier.scenarios.result.RunResult;

/**
 * A whole model that is measured.
 *
 * @param durationMs biological time of a run, all of which counts
 * @param timing {@code grid} or {@code exact}
 * @param scenario the scenario that is run; null if {@code network} is
 * @param parameters of the scenario that are not at their defaults
 * @param network what is run if there is no scenario
 * @param reference name of the model that it is measured in turn with; null if there is none
 */
public record Model(String name, String summary, double durationMs, String timing, String scenario,
    Map<String, String> parameters, Supplier<Network> network, String reference) {
  /** Inputs of each neuron in {@link #scaling}. */
  static final int SCALING_IN_DEGREE = 1_000;

  private static final int LARGEST = Integer.MAX_VALUE / 64;
  private static final Distribution ONE_DELAY = Distribution.constant(1.5);
  private static final Distribution DELAYS = Distribution.uniform(1.5, 3.0);

  /** All models, by name. */
  public static Map<String, Model> all() {
    Map<String, Model> models = new LinkedHashMap<>();
    for (Model m : List.of(
        scenario("microcircuit", "77,169 neurons, 298.9 M synapses, Poisson background", 10_000, "grid",
            "microcircuit"),
        scenario("microcircuit-dc", "the same with a direct current as background", 10_000, "grid", "microcircuit",
            "background", "dc"),
        scenario("microcircuit-exact", "the same with a direct current, exact spike times", 10_000, "exact",
            "microcircuit", "background", "dc"),
        scenario("microcircuit-exact-poisson", "the same with Poisson arrivals at real-valued times", 10_000, "exact",
            "microcircuit"),
        scenario("brunel", "12,500 neurons, 15.6 M delta synapses, 20 kHz Poisson input each", 5_000, "grid",
            "brunel"),
        network("brunel-stdp", "the same, E to E synapses learn (multiplicative STDP, rates as without)", 2_000, "grid",
            PlasticBrunel::stdp).beside("brunel"),
        network("brunel-stp", "the same with short-term plasticity from E to E", 2_000, "grid",
            PlasticBrunel::stp).beside("brunel"),
        scenario("vogels-abbott-cuba", "4,000 neurons, exponential currents", 10_000, "grid", "vogels-abbott",
            "synapses", "cuba"),
        scenario("vogels-abbott-coba", "4,000 neurons, exponential conductances", 10_000, "grid", "vogels-abbott",
            "synapses", "coba"),
        network("balanced", "10,000 neurons with 1,000 inputs", 10_000, "grid", () -> Balanced.of(10_000, 1_000,
            ONE_DELAY)),
        network("balanced-exact", "the same, exact spike times", 10_000, "exact", () -> Balanced.of(10_000, 1_000,
            ONE_DELAY)),
        network("balanced-exact-delays", "the same, delays of 1.5 to 3 ms", 10_000, "exact",
            () -> Balanced.of(10_000, 1_000, DELAYS)),
        network("active-thousand", "1,000 neurons with 100 inputs, exact spike times", 10_000, "exact",
            () -> Balanced.amongSilent(1_000, 100, 0)),
        network("idle-million", "the same among 999,000 neurons that nothing reaches", 10_000, "exact",
            () -> Balanced.amongSilent(1_000, 100, 999_000)).beside("active-thousand"),
        network("artificial-cells", "10,000 neurons with 100 delta synapses and a Poisson train each, exact times",
            2_000, "exact", ArtificialCells::network),
        network("short-rows", "100,000 neurons with 400 inputs, delays of 1.5 to 3 ms", 1_000, "grid",
            () -> Balanced.of(100_000, 400, DELAYS)),
        network("sparse-100k", "100,000 neurons with 1,000 inputs", 500, "grid",
            () -> Balanced.of(100_000, 1_000, ONE_DELAY)),
        network("sparse-million", "1,000,000 neurons with 1,000 inputs", 200, "grid",
            () -> Balanced.of(1_000_000, 1_000, ONE_DELAY)).beside("sparse-100k"),
        network("procedural-million", "1,000,000 neurons with 10,000 inputs, drawn again at every spike", 20, "grid",
            () -> Balanced.procedural(1_000_000, 10_000, ONE_DELAY)))) {
      models.put(m.name(), m);
    }
    return models;
  }

  /** The model of this name, in the list or a single one of {@link #scaling}. */
  public static Optional<Model> named(String name) {
    return Stream.of(all().values(), scaling("grid", LARGEST), scaling("exact", LARGEST)).flatMap(Collection::stream)
        .filter(m -> m.name().equals(name)).findFirst();
  }

  /** Balanced networks of growing size at the same in-degree: what does an event cost? */
  public static List<Model> scaling(String timing, int largest) {
    List<Model> models = new ArrayList<>();
    for (int neurons = 1_000; neurons <= largest; neurons *= 10) {
      for (int n : new int[] {neurons, 3 * neurons}) {
        if (n <= largest) {
          models.add(network("scaling-" + timing + "-" + n, "1,000 inputs", Math.max(200.0, 1e8 / n), timing,
              () -> Balanced.of(n, SCALING_IN_DEGREE, ONE_DELAY)));
        }
      }
    }
    return models;
  }

  private static Model scenario(String name, String summary, double durationMs, String timing, String scenario,
      String... parameters) {
    Map<String, String> set = new LinkedHashMap<>();
    for (int k = 0; k < parameters.length; k += 2) {
      set.put(parameters[k], parameters[k + 1]);
    }
    return new Model(name, summary, durationMs, timing, scenario, set, null, null);
  }

  private static Model network(String name, String summary, double durationMs, String timing,
      Supplier<Network> network) {
    return new Model(name, summary, durationMs, timing, null, Map.of(), network, null);
  }

  private Model beside(String other) {
    return new Model(name, summary, durationMs, timing, scenario, parameters, network, other);
  }

  /** All parameters of a scenario: those given, and the others at their defaults. */
  static Map<String, String> parameters(Scenario scenario, Map<String, String> given) {
    Map<String, String> all = new LinkedHashMap<>();
    for (ScenarioParameter p : scenario.parameters()) {
      all.put(p.key(), given.getOrDefault(p.key(), p.defaultValue()));
    }
    return all;
  }

  /** Runs it once, in this process, recording all spikes as a user would. */
  public RunResult run(double milliseconds, boolean single, int threads, long seed) throws InterruptedException {
    try (TemporaryFolder folder = new TemporaryFolder()) {
      Path work = folder.path();
      RunSettings settings = new RunSettings(milliseconds, 0.0, 0.1, timing, single, threads, seed, 1.0, null);
      if (network != null) {
        return new NetworkRun(name, network.get(), new RunContext(settings, Map.of(), work, Progress.SILENT,
            () -> false)).run(null, outcome -> List.of(), outcome -> List.of());
      }
      Scenario run = Scenarios.installed().get(scenario);
      return run.run(new RunContext(settings, parameters(run, parameters), work, Progress.SILENT, () -> false));
    }
  }
}
