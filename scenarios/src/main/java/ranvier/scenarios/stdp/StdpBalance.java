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
  private static final double SMALLEST_SIZE = 0.102;
  private static final int LOOKS = 10;
  /** Standard deviation of the initial weights in pA. */
  private static final double SPREAD_PA = 3.0;

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
        + " (alpha 1.05, largest weight 70 pA) from 35 pA with a standard deviation of 3 pA. The usual form has a fifth"
        + " of the neurons and as many inputs per neuron, so that the probability of a connection is 0.5, not 0.1;"
        + " full=true has all neurons. One second is simulated, not the two of NEST's script: in longer"
        + " runs of the small form volleys grow, weights with them, and the rate leaves the mean field. Runs on the"
        + " grid and in exact time, whatever --timing says, which chooses the run that is reported at the top. The"
        + " paper gives no rates; checks are against mean-field theory for the rate, the theory of multiplicative STDP"
        + " for mean and spread of the weights, and one timing against the other.";
  }

  @Override
  public List<ScenarioParameter> parameters() {
    return List.of(ScenarioParameter.choice(FULL, "all neurons; needs some minutes", "false", "true"),
        ScenarioParameter.number(SIZE, "", 0.2, "part of the neurons, with as many inputs each; full=true: 1"),
        ScenarioParameter.number(ALPHA, "", 1.05, "depression over potentiation"));
  }

  @Override
  public RunDefaults defaults() {
    return new RunDefaults(800, 200, 0.1);
  }

  private static double size(RunContext context) {
    double size = Boolean.parseBoolean(context.parameters().get(FULL)) ? 1.0 : context.number(SIZE);
    if (!(size >= SMALLEST_SIZE && size <= 1.0)) {
      throw new IllegalArgumentException("parameter size must be in [" + SMALLEST_SIZE + ", 1], got " + size
          + "; smaller networks have fewer neurons than a neuron has inputs");
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
    double size = size(context);
    Network.Builder network = Network.named(name());
    for (String population : List.of("E", "I")) {
      network.population(population, (int) Math.round((population.equals("E") ? N_E : N_I) * size), "iaf_psc_exp",
          p -> p.set("E_L", 0).set("V_th", BalanceTheory.THRESHOLD_MV).set("V_reset", 0)
              .set("C_m", BalanceTheory.C_M_PF).set("tau_m", BalanceTheory.TAU_M_MS)
              .set("tau_syn_ex", BalanceTheory.TAU_SYN_MS).set("tau_syn_in", BalanceTheory.TAU_SYN_MS)
              .set("t_ref", BalanceTheory.REFRACTORY_MS)
              .initial("V_m", Distribution.normalRedrawn(7, 5, -50, BalanceTheory.THRESHOLD_MV)));
      network.poisson(population, BalanceTheory.EXTERNAL_HZ, BalanceTheory.J_PA);
    }
    Rule fromE = new Rule.FixedInDegree(BalanceTheory.C_E, false, false);
    Rule fromI = new Rule.FixedInDegree(BalanceTheory.C_I, false, false);
    network.project("E", "E", fromE, s -> s.name(PlasticRun.PLASTIC).synapse("stdp_synapse")
        .weight(Distribution.normalClipped(BalanceTheory.J_PA, SPREAD_PA, 0, BalanceTheory.HIGHEST_PA))
        .delayMs(BalanceTheory.DELAY_MS).set("alpha", alpha(context)).set("Wmax", BalanceTheory.HIGHEST_PA)
        .set("lambda", BalanceTheory.LAMBDA).set("tau_plus", BalanceTheory.TAU_STDP_MS)
        .set("tau_minus", BalanceTheory.TAU_STDP_MS));
    network.project("E", "I", fromE, s -> s.weight(BalanceTheory.J_PA).delayMs(BalanceTheory.DELAY_MS));
    for (String target : List.of("E", "I")) {
      network.project("I", target, fromI,
          s -> s.weight(-BalanceTheory.G * BalanceTheory.J_PA).delayMs(BalanceTheory.DELAY_MS));
    }
    return network.build();
  }

  @Override
  public RunResult run(RunContext context) {
    Network network = network(context);
    RunSettings settings = context.settings();
    PlasticRun grid = PlasticRun.of(network, context, timing(settings, "grid"), LOOKS, BalanceTheory.HIGHEST_PA);
    PlasticRun exact = PlasticRun.of(network, context, timing(settings, "exact"), LOOKS, BalanceTheory.HIGHEST_PA);
    boolean complete = grid.complete() && exact.complete();
    List<Check> checks = new ArrayList<>();
    List<Section> sections = new ArrayList<>();
    if (complete) {
      double rateHz = grid.populations().getFirst().rateMeanHz();
      BalanceTheory theory = new BalanceTheory(alpha(context));
      BalanceTheory.Weights start = new BalanceTheory.Weights(grid.first().meanPa(), grid.first().stdPa());
      List<BalanceTheory.Weights> predicted = grid.weights().stream()
          .map(s -> theory.after(1e-3 * s.timeMs(), rateHz, start)).toList();
      checks.addAll(checks(grid, exact, predicted.getLast()));
      sections.addAll(new BalanceFigures(grid, exact, predicted, settings.transientMs()).sections());
    }
    return result(network, settings, settings.exact() ? exact : grid, complete, checks, sections);
  }

  private static RunSettings timing(RunSettings s, String timing) {
    return new RunSettings(s.durationMs(), s.transientMs(), s.dtMs(), timing, s.singlePrecision(), s.threads(),
        s.seed(), s.scale(), List.of(), s.kernel(), false);
  }

  private static List<Check> checks(PlasticRun grid, PlasticRun exact, BalanceTheory.Weights expected) {
    List<Check> checks = new ArrayList<>();
    double theoryHz = BalanceTheory.rateHz();
    double gridHz = grid.populations().getFirst().rateMeanHz();
    List<PlasticRun> runs = List.of(grid, exact);
    for (int k = 0; k < runs.size(); k++) {
      PlasticRun run = runs.get(k);
      String timing = k == 0 ? ", grid" : ", exact";
      checks.add(Check.near("rate E (Hz)" + timing, theoryHz, 0.15 * theoryHz,
          run.populations().getFirst().rateMeanHz(), "mean field with synaptic time constant (Fourcaud and Brunel"
              + " 2002); 15 %: diffusion approximation, correlations, changed weights; the paper gives no rate"));
      checks.add(Check.near("mean weight at the end (pA)" + timing, expected.meanPa(), 0.2, run.last().meanPa(),
          "drift of multiplicative STDP at the measured rate; 0.2 pA: half of what correlations by the synapse itself"
              + " add at equilibrium"));
      checks.add(Check.near("standard deviation of weights at the end (pA)" + timing, expected.stdPa(), 0.15,
          run.last().stdPa(), "Rubin, Lee, Sompolinsky (2001) at the measured rate; 5 % of the initial 3 pA: spikes are"
              + " more regular than Poisson"));
    }
    checks.add(Check.near("rate E (Hz), exact against grid", gridHz, 0.03 * gridHz,
        exact.populations().getFirst().rateMeanHz(), "the same network on the grid"));
    checks.add(Check.near("mean weight at the end (pA), exact against grid", grid.last().meanPa(), 0.05,
        exact.last().meanPa(), "the same network on the grid; steps of 0.1 ms against a window of 20 ms"));
    return checks;
  }

  private RunResult result(Network network, RunSettings settings, PlasticRun run, boolean complete, List<Check> checks,
      List<Section> sections) {
    Simulation simulation = run.simulation();
    List<PopulationResult> populations = new ArrayList<>();
    for (PopulationStatistics p : run.populations()) {
      populations.add(new PopulationResult(p.name(), p.size(), p.rateMeanHz(), p.rateStdHz(), p.cvMean(),
          p.silentFraction(), p.synchrony()));
    }
    Map<String, Object> metrics = new LinkedHashMap<>();
    metrics.put("kernel", simulation.kernel().name());
    metrics.put("bytesPerSynapse", (double) simulation.synapseBytes() / simulation.synapses());
    metrics.put("nsPerSynapticEvent", run.simulationSeconds() * 1e9 / Math.max(1, simulation.synapticEvents()));
    metrics.put("plasticHistoryBytes", simulation.historyBytes());
    metrics.put("meanWeightPa", String.format(Locale.ROOT, "%.9f", run.last().meanPa()));
    return new RunResult(name(), Version.TEXT, settings.seed(), settings.timing(),
        settings.singlePrecision() ? "single" : "double", settings.dtMs(), settings.threads(), settings.transientMs(),
        simulation.timeMs(), complete, run.buildSeconds(), run.simulationSeconds(), network.neurons(),
        simulation.synapses(), simulation.synapseBytes(), PeakMemory.bytes(), simulation.spikes(),
        simulation.synapticEvents(), run.hash(), populations, checks, metrics, network, sections, null);
  }
}
