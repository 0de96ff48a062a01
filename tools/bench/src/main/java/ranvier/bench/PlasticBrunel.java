package ranvier.bench;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import ranvier.engine.network.Distribution;
import ranvier.engine.network.Network;
import ranvier.engine.network.Projection;
import ranvier.scenarios.NetworkScenario;
import ranvier.scenarios.Progress;
import ranvier.scenarios.RunContext;
import ranvier.scenarios.RunSettings;
import ranvier.scenarios.Scenarios;

/**
 * The Brunel network with plastic synapses between excitatory neurons, with parameters that leave its rates as they
 * are: what is measured is the work of learning, not another network.
 */
final class PlasticBrunel {
  /** Steps of STDP that in hours of biological time change no weight by a thousandth. */
  private static final double SMALL_STEP = 1e-9;

  /** Recovery so fast that every spike finds all resources. */
  private static final double FAST_MS = 0.01;

  private PlasticBrunel() {}

  /** Multiplicative STDP, which changes every weight at every spike. */
  static Network stdp() {
    return network(p -> plastic(p, "stdp_synapse", Map.of("lambda", SMALL_STEP, "Wmax", 2 * p.weight().min())));
  }

  /** Short-term depression, which works out the resources at every spike. */
  static Network stp() {
    return network(p -> plastic(p, "tsodyks2_synapse", Map.of("U", 1.0, "u", 1.0, "tau_rec", FAST_MS)));
  }

  private static Projection plastic(Projection p, String model, Map<String, Double> parameters) {
    Map<String, Distribution> values = new java.util.LinkedHashMap<>();
    parameters.forEach((name, value) -> values.put(name, Distribution.constant(value)));
    return new Projection(p.name(), p.source(), p.target(), p.rule(), p.weight(), p.delayMs(), model, values,
        p.storage());
  }

  private static Network network(UnaryOperator<Projection> change) {
    NetworkScenario scenario = (NetworkScenario) Scenarios.installed().get("brunel");
    RunSettings settings = new RunSettings(1, 0, 0.1, "grid", false, 1, 1, 1.0, List.of());
    Network given = scenario.network(new RunContext(settings, Model.parameters(scenario, Map.of()), null,
        Progress.SILENT, () -> false));
    List<Projection> projections = given.projections().stream()
        .map(p -> p.source().equals("E") && p.target().equals("E") ? change.apply(p) : p).toList();
    return new Network(given.name(), given.populations(), given.spikeTrains(), projections, given.stimuli(),
        given.probes());
  }
}
