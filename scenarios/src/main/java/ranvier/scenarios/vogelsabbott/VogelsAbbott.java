package ranvier.scenarios.vogelsabbott;

import java.util.List;
import ranvier.engine.network.Distribution;
import ranvier.engine.network.Network;
import ranvier.engine.network.Neurons;
import ranvier.engine.network.Rule;
import ranvier.engine.network.Stimulus;
import ranvier.scenarios.NetworkOutcome;
import ranvier.scenarios.NetworkScenario;
import ranvier.scenarios.RunContext;
import ranvier.scenarios.RunDefaults;
import ranvier.scenarios.ScenarioParameter;
import ranvier.scenarios.result.Check;

/**
 * Benchmarks 1 to 3 of Brette et al. (2007), doi:10.1007/s10827-007-0038-6, after Vogels and Abbott (2005),
 * doi:10.1523/JNEUROSCI.3508-05.2005: 3,200 excitatory and 800 inhibitory neurons that keep each other going after a
 * kick of 50 ms. Initial potentials are uniform between reset and threshold, so that the network does not start with
 * one volley of all neurons.
 */
public final class VogelsAbbott extends NetworkScenario {
  private static final int N_E = 3200;
  private static final int N_I = 800;
  private static final int IN_DEGREE_E = 64;
  private static final int IN_DEGREE_I = 16;
  private static final double THRESHOLD_MV = -50.0;
  private static final double RESET_MV = -60.0;
  private static final int KICKED = 50;
  private static final double KICK_HZ = 300.0;
  private static final double KICK_START_MS = 1.0;
  private static final double KICK_STOP_MS = 51.0;
  private static final String SYNAPSES = "synapses";

  @Override
  public String name() {
    return "vogels-abbott";
  }

  @Override
  public String summary() {
    return "Self-sustained irregular activity of 4,000 neurons after Vogels and Abbott (2005), benchmarks 1 to 3 of"
        + " Brette et al. (2007).";
  }

  @Override
  public String details() {
    return "";
  }

  @Override
  public List<ScenarioParameter> parameters() {
    return List.of(ScenarioParameter.choice(SYNAPSES, "exponential currents, exponential conductances, or jumps of the"
        + " potential", SynapseKind.names()));
  }

  @Override
  public RunDefaults defaults() {
    return new RunDefaults(2000.0, 300.0, 0.1);
  }

  @Override
  public Network network(RunContext context) {
    if (context.settings().scale() != 1.0) {
      throw new IllegalArgumentException("vogels-abbott has no downscaling rule (its activity is self-sustained, and"
          + " fewer inputs would let it die out); leave out --scale, got " + context.settings().scale());
    }
    SynapseKind kind = kind(context);
    Network.Builder network = Network.named(name() + " " + kind.typed());
    for (String population : List.of("E", "I")) {
      network.population(population, population.equals("E") ? N_E : N_I, kind.model(), p -> {
        kind.parameters(p);
        p.set("V_th", THRESHOLD_MV).set("V_reset", RESET_MV).set("t_ref", 5)
            .initial("V_m", Distribution.uniform(RESET_MV, THRESHOLD_MV));
      });
    }
    for (String target : List.of("E", "I")) {
      network.project("E", target, new Rule.FixedInDegree(IN_DEGREE_E, false, false),
          s -> s.weight(kind.excitatoryWeight()).delayMs(kind.delayMs()));
      network.project("I", target, new Rule.FixedInDegree(IN_DEGREE_I, false, false),
          s -> s.weight(kind.inhibitoryWeight()).delayMs(kind.delayMs()));
    }
    return network.add(new Stimulus.Poisson("kick", "E", Neurons.range(0, KICKED), KICK_HZ, kind.excitatoryWeight(),
        KICK_START_MS, KICK_STOP_MS)).build();
  }

  private static SynapseKind kind(RunContext context) {
    return SynapseKind.typed(context.parameters().get(SYNAPSES));
  }

  @Override
  protected List<Check> checks(RunContext context, NetworkOutcome outcome) {
    return List.of();
  }
}
