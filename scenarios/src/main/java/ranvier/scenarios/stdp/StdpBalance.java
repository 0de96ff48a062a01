package ranvier.scenarios.stdp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import ranvier.engine.kernel.Simulation;
import ranvier.engine.network.Distribution;
import ranvier.engine.network.Network;
import ranvier.engine.network.Rule;
import ranvier.engine.record.PopulationStatistics;
import ranvier.scenarios.PeakMemory;
import ranvier.scenarios.RunContext;
import ranvier.scenarios.RunDefaults;
import ranvier.scenarios.RunSettings;
import ranvier.scenarios.Scenario;
import ranvier.scenarios.ScenarioParameter;
import ranvier.scenarios.Version;
import ranvier.scenarios.figure.Section;
import ranvier.scenarios.result.Check;
import ranvier.scenarios.result.PopulationResult;
import ranvier.scenarios.result.RunResult;

/**
 * The plastic balanced network, benchmark 5 of Brette et al. (2007), doi:10.1007/s10827-007-0038-6, with the parameters
 * of NEST's implementation, on the grid and in exact time.
 */
public final class StdpBalance implements Scenario {
  private static final int N_E = 9000;
  private static final int N_I = 2250;
  private static final String FULL = "full";
  private static final String SIZE = "size";
  private static final String ALPHA = "alpha";
  private static final double SMALLEST_SIZE = 0.01;
  private static final int LOOKS = 10;
  private static final double RATE_SPREAD = 0.1;
  private static final double WEIGHT_SPREAD = 7e-4;
  /** Standard deviation of the initial weights over their mean. */
  private static final double SPREAD = 3.0 / 35.0;

  @Override
  public String name() {
    return "stdp-balance";
  }

  @Override
  public String summary() {
    return "Balanced network with multiplicative STDP (Brette et al. 2007, benchmark 5), on the grid and exact.";
  }

  @Override
  public String details() {
    return "9,000 excitatory and 2,250 inhibitory neurons (iaf_psc_exp), each with 900 excitatory and 225 inhibitory"
        + " inputs and Poisson input of 4,050 Hz; synapses between excitatory neurons learn by multiplicative STDP"
        + " (alpha 1.05, largest weight 70 pA) from 35 pA with a standard deviation of 3 pA, for two seconds as in"
        + " NEST's script. full=true runs all of it. The usual form keeps 0.4 of the neurons and of the inputs of"
        + " each, so that connections are as likely as in the whole, 0.1; weights grow by its root and a direct current"
        + " replaces the mean that is lost, so that mean and variance of the input stay (van Albada et al. 2015)."
        + " A fifth of the neurons with all 900 inputs, a probability of 0.5, would not do: neurons share so many"
        + " inputs that volleys grow, weights with them, and after 3 to 4 s rates pass 50 Hz. Brian2 does the same on"
        + " that network, and with all neurons or without STDP it does not happen. Runs on the grid and in exact time,"
        + " whatever --timing says, which chooses the run that is reported at the top. The paper gives no rates; checks"
        + " are against mean-field theory for the rate, the theory of multiplicative STDP for mean and spread of the"
        + " weights, and one timing against the other.";
  }

  @Override
  public List<ScenarioParameter> parameters() {
    return List.of(ScenarioParameter.choice(FULL, "all neurons; needs some minutes", "false", "true"),
        ScenarioParameter.number(SIZE, "", 0.4, "part of the neurons and of the inputs of each; full=true: 1"),
        ScenarioParameter.number(ALPHA, "", 1.05, "depression over potentiation"));
  }

  @Override
  public RunDefaults defaults() {
    return new RunDefaults(1800, 200, 0.1);
  }

  private static double size(RunContext context) {
    double size = Boolean.parseBoolean(context.parameters().get(FULL)) ? 1.0 : context.number(SIZE);
    if (!(size >= SMALLEST_SIZE && size <= 1.0)) {
      throw new IllegalArgumentException("parameter size must be in [" + SMALLEST_SIZE + ", 1], got " + size
          + "; with less, neurons have hardly any inputs");
    }
    return size;
  }

  private static double alpha(RunContext context) {
    double alpha = context.number(ALPHA);
    if (!(alpha >= 0.0 && alpha <= 10.0)) {
      throw new IllegalArgumentException("parameter alpha must be in [0, 10], got " + alpha);
    }
    return alpha;
  }

  /**
   * The network.
   *
   * @throws IllegalArgumentException on parameters that cannot run
   */
  public Network network(RunContext context) {
    BalanceTheory of = theory(context);
    double weight = of.weightPa();
    Network.Builder network = Network.named(name());
    for (String population : List.of("E", "I")) {
      network.population(population, (int) Math.round((population.equals("E") ? N_E : N_I) * of.size()), "iaf_psc_exp",
          p -> p.set("E_L", 0).set("V_th", BalanceTheory.THRESHOLD_MV).set("V_reset", 0)
              .set("C_m", BalanceTheory.C_M_PF).set("tau_m", BalanceTheory.TAU_M_MS)
              .set("tau_syn_ex", BalanceTheory.TAU_SYN_MS).set("tau_syn_in", BalanceTheory.TAU_SYN_MS)
              .set("t_ref", BalanceTheory.REFRACTORY_MS).set("I_e", of.currentPa())
              .initial("V_m", Distribution.normalRedrawn(7, 5, -50, BalanceTheory.THRESHOLD_MV)));
      network.poisson(population, of.externalHz(), weight);
    }
    Rule fromE = new Rule.FixedInDegree(of.excitatoryInputs(), false, false);
    Rule fromI = new Rule.FixedInDegree(of.inhibitoryInputs(), false, false);
    network.project("E", "E", fromE, s -> s.name(PlasticRun.PLASTIC).synapse("stdp_synapse")
        .weight(Distribution.normalClipped(weight, SPREAD * weight, 0, of.highestPa()))
        .delayMs(BalanceTheory.DELAY_MS).set("alpha", of.alpha()).set("Wmax", of.highestPa())
        .set("lambda", BalanceTheory.LAMBDA).set("tau_plus", BalanceTheory.TAU_STDP_MS)
        .set("tau_minus", BalanceTheory.TAU_STDP_MS));
    network.project("E", "I", fromE, s -> s.weight(weight).delayMs(BalanceTheory.DELAY_MS));
    for (String target : List.of("E", "I")) {
      network.project("I", target, fromI, s -> s.weight(-BalanceTheory.G * weight).delayMs(BalanceTheory.DELAY_MS));
    }
    return network.build();
  }

  private static BalanceTheory theory(RunContext context) {
    return new BalanceTheory(alpha(context), size(context));
  }

  @Override
  public RunResult run(RunContext context) {
    Network network = network(context);
    RunSettings settings = context.settings();
    BalanceTheory theory = theory(context);
    PlasticRun grid = PlasticRun.of(network, context, timing(settings, "grid"), LOOKS, theory.highestPa());
    PlasticRun exact = PlasticRun.of(network, context, timing(settings, "exact"), LOOKS, theory.highestPa());
    boolean complete = grid.complete() && exact.complete();
    List<Check> checks = new ArrayList<>();
    List<Section> sections = new ArrayList<>();
    if (complete) {
      List<BalanceTheory.Weights> ofGrid = predicted(theory, grid);
      List<BalanceTheory.Weights> ofExact = predicted(theory, exact);
      checks.addAll(checks(theory, grid, exact, ofGrid.getLast(), ofExact.getLast()));
      sections.addAll(new BalanceFigures(grid, exact, ofGrid, theory.highestPa(), settings.transientMs()).sections());
    }
    return result(network, settings, settings.exact() ? exact : grid, complete, checks, sections);
  }

  private static RunSettings timing(RunSettings s, String timing) {
    return new RunSettings(s.durationMs(), s.transientMs(), s.dtMs(), timing, s.singlePrecision(), s.threads(),
        s.seed(), s.scale(), List.of(), s.kernel(), false);
  }

  /** The theory's weights at each look, from the rate and the correlation that were measured. */
  static List<BalanceTheory.Weights> predicted(BalanceTheory theory, PlasticRun run) {
    PopulationStatistics e = run.populations().getFirst();
    BalanceTheory.Correlation correlation = BalanceTheory.Correlation.of(e.activity(), e.size());
    BalanceTheory.Weights start = new BalanceTheory.Weights(run.first().meanPa(), run.first().stdPa());
    return run.weights().stream().map(s -> theory.after(1e-3 * s.timeMs(), e.rateMeanHz(), correlation, start))
        .toList();
  }

  private static List<Check> checks(BalanceTheory theory, PlasticRun grid, PlasticRun exact,
      BalanceTheory.Weights ofGrid, BalanceTheory.Weights ofExact) {
    List<Check> checks = new ArrayList<>();
    double theoryHz = theory.rateHz();
    double weight = theory.weightPa();
    checks(checks, ", grid", grid, theoryHz, ofGrid, weight);
    checks(checks, ", exact", exact, theoryHz, ofExact, weight);
    double gridHz = grid.populations().getFirst().rateMeanHz();
    checks.add(Check.near("rate E (Hz), exact against grid", gridHz, RATE_SPREAD * gridHz,
        exact.populations().getFirst().rateMeanHz(), "the same network with other Poisson input"));
    checks.add(Check.near("mean weight at the end (pA), exact against grid", grid.last().meanPa(),
        WEIGHT_SPREAD * weight, exact.last().meanPa(), "the same network with other Poisson input"));
    return checks;
  }

  private static void checks(List<Check> checks, String timing, PlasticRun run, double theoryHz,
      BalanceTheory.Weights expected, double weight) {
    checks.add(Check.near("rate E (Hz)" + timing, theoryHz, 0.2 * theoryHz,
        run.populations().getFirst().rateMeanHz(), "mean field with synaptic time constant (Fourcaud and Brunel"
            + " 2002); 20 %: diffusion approximation, correlations, changed weights; the paper gives no rate"));
    checks.add(Check.near("mean weight at the end (pA)" + timing, expected.meanPa(), WEIGHT_SPREAD * weight,
        run.last().meanPa(), "drift of multiplicative STDP at the measured rate and correlation; twice the distance"
            + " found at first"));
    checks.add(Check.near("standard deviation of weights at the end (pA)" + timing, expected.stdPa(),
        0.25 * Math.abs(run.first().stdPa() - expected.stdPa()), run.last().stdPa(), "Rubin, Lee, Sompolinsky (2001) at"
            + " the measured rate; a quarter of the change: spikes are more regular than Poisson"));
  }

  private RunResult result(Network network, RunSettings settings, PlasticRun run, boolean complete, List<Check> checks,
      List<Section> sections) {
    Simulation simulation = run.simulation();
    List<PopulationResult> populations = run.populations().stream().map(PopulationResult::of).toList();
    Map<String, Object> metrics = new LinkedHashMap<>();
    metrics.put("kernel", simulation.kernel().name());
    metrics.put("bytesPerSynapse", (double) simulation.synapseBytes() / simulation.synapses());
    metrics.put("nsPerSynapticEvent", run.simulationSeconds() * 1e9 / Math.max(1, simulation.synapticEvents()));
    metrics.put("bytesPerPlasticSynapse", simulation.storage().getFirst().bytes()
        / (double) simulation.storage().getFirst().synapses());
    metrics.put("plasticHistoryBytes", simulation.historyBytes());
    metrics.put("meanWeightPa", String.format(Locale.ROOT, "%.9f", run.last().meanPa()));
    return new RunResult(name(), Version.TEXT, settings.seed(), settings.timing(),
        settings.singlePrecision() ? "single" : "double", settings.dtMs(), settings.threads(), settings.transientMs(),
        simulation.timeMs(), complete, run.buildSeconds(), run.simulationSeconds(), network.neurons(),
        simulation.synapses(), simulation.synapseBytes(), PeakMemory.bytes(), simulation.spikes(),
        simulation.synapticEvents(), run.hash(), populations, checks, metrics, network, sections, null);
  }
}
