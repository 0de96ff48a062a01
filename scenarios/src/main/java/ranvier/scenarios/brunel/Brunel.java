package ranvier.scenarios.brunel;

import static ranvier.scenarios.brunel.BrunelParameters.C_E;
import static ranvier.scenarios.brunel.BrunelParameters.C_I;
import static ranvier.scenarios.brunel.BrunelParameters.DELAY_MS;
import static ranvier.scenarios.brunel.BrunelParameters.J_MV;
import static ranvier.scenarios.brunel.BrunelParameters.N_E;
import static ranvier.scenarios.brunel.BrunelParameters.N_I;
import static ranvier.scenarios.brunel.BrunelParameters.REFRACTORY_MS;
import static ranvier.scenarios.brunel.BrunelParameters.TAU_MS;
import static ranvier.scenarios.brunel.BrunelParameters.THRESHOLD_MV;

import java.util.List;
import ranvier.engine.network.Distribution;
import ranvier.engine.network.Network;
import ranvier.engine.network.Rule;
import ranvier.scenarios.NetworkOutcome;
import ranvier.scenarios.NetworkScenario;
import ranvier.scenarios.RunContext;
import ranvier.scenarios.RunDefaults;
import ranvier.scenarios.ScenarioParameter;
import ranvier.scenarios.figure.Section;
import ranvier.scenarios.result.Check;

/**
 * Model A of Brunel (2000), doi:10.1023/A:1008925309027. Downscaling by X follows van Albada, Helias and Diesmann
 * (2015), doi:10.1371/journal.pcbi.1004490: numbers of neurons and inputs times X, jumps over sqrt(X), and a direct
 * current that makes up for the mean input so lost if all fire at the mean-field rate.
 */
public final class Brunel extends NetworkScenario {
  private static final String STATE = "state";
  private static final String G = "g";
  private static final String ETA = "eta";
  private static final String RESET = "v_reset";
  private static final String FROM_STATE = "from state";
  private static final double RESET_MV = 10.0;
  private static final double SMALLEST_SCALE = 0.1;
  private static final double C_M_PF = 250.0;

  @Override
  public String name() {
    return "brunel";
  }

  @Override
  public String summary() {
    return "Sparse network of 12,500 excitatory and inhibitory neurons of Brunel (2000) in its asynchronous,"
        + " synchronous, fast and slow states.";
  }

  @Override
  public String details() {
    return "";
  }

  @Override
  public List<ScenarioParameter> parameters() {
    return List.of(
        ScenarioParameter.choice(STATE, "which of the paper's states: sets g and eta", BrunelState.names()),
        new ScenarioParameter(G, "", FROM_STATE, List.of(), "inhibitory over excitatory jump, a number"),
        new ScenarioParameter(ETA, "", FROM_STATE, List.of(), "external rate over the rate that reaches threshold"),
        ScenarioParameter.number(RESET, "mV", RESET_MV, "potential after a spike"));
  }

  @Override
  public RunDefaults defaults() {
    return new RunDefaults(2000.0, 500.0, 0.1);
  }

  @Override
  public Network network(RunContext context) {
    double scale = context.settings().scale();
    if (!(scale >= SMALLEST_SCALE && scale <= 1)) {
      throw new IllegalArgumentException("scale must be in [" + SMALLEST_SCALE + ", 1], got " + scale
          + "; with fewer inputs single jumps are too large for the network to behave like the full one");
    }
    BrunelParameters full = parameters(context);
    int inputsE = (int) Math.round(C_E * scale);
    int inputsI = (int) Math.round(C_I * scale);
    double jump = J_MV / Math.sqrt(scale);
    double currentPa = scale == 1 ? 0.0 : C_M_PF / TAU_MS * lostMv(full, inputsE, inputsI, jump);
    Network.Builder network = Network.named(name());
    for (String population : List.of("E", "I")) {
      int size = (int) Math.round((population.equals("E") ? N_E : N_I) * scale);
      network.population(population, size, "iaf_psc_delta", p -> p
          .set("tau_m", TAU_MS).set("C_m", C_M_PF).set("E_L", 0).set("V_th", THRESHOLD_MV)
          .set("V_reset", full.resetMv()).set("t_ref", REFRACTORY_MS).set("I_e", currentPa)
          .initial("V_m", Distribution.uniform(0, THRESHOLD_MV)));
    }
    for (String target : List.of("E", "I")) {
      network.project("E", target, new Rule.FixedInDegree(inputsE, false, false),
          s -> s.weight(jump).delayMs(DELAY_MS));
      network.project("I", target, new Rule.FixedInDegree(inputsI, false, false),
          s -> s.weight(-full.g() * jump).delayMs(DELAY_MS));
      network.poisson(target, inputsE * full.eta() * BrunelParameters.thresholdHz(), jump);
    }
    return network.build();
  }

  /** Mean potential that a smaller network lacks. */
  private static double lostMv(BrunelParameters full, int inputsE, int inputsI, double jump) {
    MeanField theory = new MeanField(full);
    double rateHz = theory.ratesHz().getLast();
    double perSecond = inputsE * full.eta() * BrunelParameters.thresholdHz()
        + (inputsE - full.g() * inputsI) * rateHz;
    return theory.muMv(rateHz) - 1e-3 * TAU_MS * jump * perSecond;
  }

  private static BrunelParameters parameters(RunContext context) {
    BrunelState state = state(context);
    return new BrunelParameters(number(context, G, state.g()), number(context, ETA, state.eta()),
        context.number(RESET));
  }

  private static BrunelState state(RunContext context) {
    return BrunelState.typed(context.parameters().get(STATE));
  }

  private static double number(RunContext context, String key, double ofState) {
    return FROM_STATE.equals(context.parameters().get(key)) ? ofState : context.number(key);
  }

  @Override
  protected List<Check> checks(RunContext context, NetworkOutcome outcome) {
    ranvier.scenarios.analysis.Spectrum sp = ranvier.scenarios.analysis.Spectrum.ofAll(outcome.populations());
    List<Check> c = new java.util.ArrayList<>();
    for (double[] b : new double[][] {{10, 35, 0}, {10, 35, 3}, {10, 35, 5}, {100, 300, 0}, {100, 300, 5}}) {
      var r = ranvier.scenarios.analysis.Rhythm.strongest(sp, b[0], b[1], b[2]);
      c.add(Check.near("peak " + b[0] + " " + b[2] + " d " + r.density(), 0, 1, r.frequencyHz(), ""));
    }
    int quiet = 0;
    double mean = 0;
    int[] e = outcome.population("E").activity();
    for (int x : e) {
      mean += x / (double) e.length;
    }
    for (int x : e) {
      quiet += x < 0.1 * mean ? 1 : 0;
    }
    c.add(Check.near("quiet", 0, 1, quiet / (double) e.length, ""));
    return c;
  }

  @Override
  protected List<Section> sections(RunContext context, NetworkOutcome outcome) {
    return List.of();
  }
}
