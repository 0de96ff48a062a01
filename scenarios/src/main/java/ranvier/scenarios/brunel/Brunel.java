package ranvier.scenarios.brunel;

import static ranvier.scenarios.brunel.BrunelParameters.C_E;
import static ranvier.scenarios.brunel.BrunelParameters.C_I;
import static ranvier.scenarios.brunel.BrunelParameters.DELAY_MS;
import static ranvier.scenarios.brunel.BrunelParameters.J_MV;
import static ranvier.scenarios.brunel.BrunelParameters.N_E;
import static ranvier.scenarios.brunel.BrunelParameters.N_I;
import static ranvier.scenarios.brunel.BrunelParameters.REFRACTORY_MS;
import static ranvier.scenarios.brunel.BrunelParameters.RESET_MV;
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
    return "10,000 excitatory and 2,500 inhibitory neurons (iaf_psc_delta), each with exactly 1,000 excitatory and 250"
        + " inhibitory inputs drawn at random, a delay of 1.5 ms, jumps of 0.1 mV and -g times 0.1 mV, and Poisson"
        + " input of eta times the rate that would reach threshold. state=AI is asynchronous and irregular (g 5, eta"
        + " 2), SR synchronous and regular (3, 2), fast and slow oscillate while single neurons fire irregularly (6, 4"
        + " and 4.5, 0.9); g, eta and v_reset can be set apart. Checks: rates and global oscillations of the paper's"
        + " simulations, the mean-field rate, and the regularity of single neurons. In AI the CV of intervals is 0.40,"
        + " not the 0.6 to 0.9 that white noise would make: recurrent input is more regular than Poisson. Of the four"
        + " states only AI can be scaled (--scale 0.1 to 1): numbers of neurons and inputs times X, jumps over sqrt(X),"
        + " and a current for the lost mean; this keeps mean and variance of the input, not the correlations that the"
        + " others live on.";
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
    return new RunDefaults(BrunelChecks.USUAL_MS, 500.0, 0.1);
  }

  @Override
  public Network network(RunContext context) {
    double scale = context.settings().scale();
    BrunelParameters full = parameters(context);
    checkScale(state(context), scale);
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

  private static void checkScale(BrunelState state, double scale) {
    if (!(scale >= SMALLEST_SCALE && scale <= 1)) {
      throw new IllegalArgumentException("scale must be in [" + SMALLEST_SCALE + ", 1], got " + scale
          + "; with fewer inputs single jumps are too large for the network to behave like the full one");
    }
    if (state != BrunelState.AI && scale < 1) {
      throw new IllegalArgumentException("state " + state.typed() + " has no downscaling rule: mean and variance of the"
          + " input can be kept, the correlations that make the state cannot; leave out --scale or use state AI");
    }
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
  protected double[] publishedRatesHz(RunContext context) {
    BrunelState state = state(context);
    boolean known = parameters(context).equals(new BrunelParameters(state.g(), state.eta(), RESET_MV))
        && !Double.isNaN(state.paperHz());
    return known ? new double[] {state.paperHz(), state.paperHz()} : null;
  }

  @Override
  protected List<Check> checks(RunContext context, NetworkOutcome outcome) {
    return BrunelChecks.of(state(context), parameters(context), context.settings().scale(), outcome);
  }

  @Override
  protected List<Section> sections(RunContext context, NetworkOutcome outcome) {
    return List.of(BrunelFigures.theory(state(context), parameters(context), outcome));
  }
}
