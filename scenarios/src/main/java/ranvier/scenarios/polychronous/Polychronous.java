package ranvier.scenarios.polychronous;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import ranvier.engine.kernel.Simulation;
import ranvier.engine.network.InvalidNetworkException;
import ranvier.engine.network.Network;
import ranvier.engine.network.Problem;
import ranvier.engine.plasticity.SynapseWeights;
import ranvier.engine.record.PopulationRange;
import ranvier.engine.record.PopulationStatistics;
import ranvier.engine.record.RecordingBus;
import ranvier.engine.record.SpikeHash;
import ranvier.engine.record.SpikeStatistics;
import ranvier.scenarios.NetworkRun;
import ranvier.scenarios.PeakMemory;
import ranvier.scenarios.RunContext;
import ranvier.scenarios.RunDefaults;
import ranvier.scenarios.RunSettings;
import ranvier.scenarios.Scenario;
import ranvier.scenarios.ScenarioParameter;
import ranvier.scenarios.Version;
import ranvier.scenarios.analysis.Rhythm;
import ranvier.scenarios.analysis.Spectrum;
import ranvier.scenarios.figure.Section;
import ranvier.scenarios.result.Check;
import ranvier.scenarios.result.PopulationResult;
import ranvier.scenarios.result.RunResult;

/** Polychronization: spikes, delays and STDP organise neurons into time-locked groups (Izhikevich 2006). */
public final class Polychronous implements Scenario {
  private static final double HOUR_MS = 3_600_000;
  private static final int SECOND_MS = 1000;
  private static final double[] DELTA_HZ = {1.5, 6};
  private static final double[] GAMMA_HZ = {20, 90};
  private static final int SPECTRUM_MS = 20_000;
  private static final int LOOKS = 60;
  private static final String SCRIPT = "separate implementation of the published script, one network";

  @Override
  public String name() {
    return "polychronous";
  }

  @Override
  public String summary() {
    return "Time-locked groups of neurons that grow from delays and STDP, Izhikevich (2006)";
  }

  @Override
  public String details() {
    return "1,000 neurons with 100 synapses each, delays of 1 to 20 ms, STDP of the excitatory ones"
        + " (stdp_derivative_synapse) and random thalamic spikes. Activity starts with strong slow waves that STDP then"
        + " weakens; after minutes to hours a gamma rhythm appears. At the end the groups are counted in the weights:"
        + " any three strong synapses onto a common neuron are fired so that they meet there, and what follows in the"
        + " resting network is a group if its longest chain has seven layers. The quick form simulates one minute and"
        + " looks around 'mothers' of the 800 excitatory neurons; full=true simulates one hour and looks around all.";
  }

  @Override
  public List<ScenarioParameter> parameters() {
    return List.of(ScenarioParameter.choice("full", "one hour, and groups around all neurons; some minutes", "false",
        "true"), ScenarioParameter.number("mothers", "", 40, "neurons around which groups are looked for"));
  }

  @Override
  public RunDefaults defaults() {
    return new RunDefaults(60_000, 0, PolychronousNetwork.STEP_MS);
  }

  @Override
  public RunResult run(RunContext context) throws InterruptedException {
    RunSettings settings = settings(context);
    boolean full = Boolean.parseBoolean(context.parameters().get("full"));
    double wanted = context.number("mothers");
    if (!(wanted >= 0 && wanted <= PolychronousNetwork.N_E) || wanted != Math.rint(wanted)) {
      throw new IllegalArgumentException("parameter mothers must be a whole number from 0 to "
          + PolychronousNetwork.N_E + ", got " + context.parameters().get("mothers"));
    }
    int mothers = full ? PolychronousNetwork.N_E : (int) wanted;
    double durationMs = full ? Math.max(HOUR_MS, settings.durationMs()) : settings.durationMs();
    Network network = PolychronousNetwork.of(name(), settings.seed());
    List<Problem> problems = NetworkRun.problems(network, settings);
    if (!problems.isEmpty()) {
      throw new InvalidNetworkException(problems);
    }
    context.progress().phase("building");
    long begin = System.nanoTime();
    Simulation simulation = NetworkRun.build(network, settings, done -> context.progress().update(done, ""));
    double buildSeconds = (System.nanoTime() - begin) * 1e-9;
    SpikeHash hash = new SpikeHash();
    ActivityLog activity = new ActivityLog();
    SpikeStatistics statistics = new SpikeStatistics(PopulationRange.of(network), 0, durationMs);
    List<PolychronousFigures.Look> looks = new ArrayList<>();
    looks.add(look(simulation));
    boolean complete = true;
    context.progress().phase("simulating");
    begin = System.nanoTime();
    try (RecordingBus bus = new RecordingBus(settings.dtMs(), List.of(hash, statistics, activity))) {
      simulation.output(bus);
      for (int k = 1; k <= LOOKS && complete; k++) {
        double until = Math.rint(durationMs * k / LOOKS);
        complete = simulation.run(until - simulation.timeMs(), (timeMs, spikes) -> context.stop().getAsBoolean()
            || bus.failure() != null);
        looks.add(look(simulation));
        context.progress().update((double) k / LOOKS, String.format(Locale.ROOT, "%.0f s, mean weight %.2f",
            simulation.timeMs() / 1e3, looks.getLast().mean()));
      }
    }
    double seconds = (System.nanoTime() - begin) * 1e-9;
    List<PopulationStatistics> populations = statistics.result(simulation.timeMs());
    GroupSearch search = search(settings.seed(), simulation);
    List<PolychronousGroup> groups = new ArrayList<>();
    context.progress().phase("looking for groups");
    int around = 0;
    for (; around < mothers && !context.stop().getAsBoolean(); around++) {
      // Spread evenly, so that a part is a fair sample.
      groups.addAll(search.around((int) ((long) around * PolychronousNetwork.N_E / mothers)));
      context.progress().update((double) (around + 1) / mothers, groups.size() + " groups of " + search.tried());
    }
    Map<String, Object> metrics = new LinkedHashMap<>();
    metrics.put("groups", groups.size());
    metrics.put("neurons_looked_around", around);
    metrics.put("triplets_tried", search.tried());
    metrics.put("triplets_without_end", search.endless());
    metrics.put("mean_weight", looks.getLast().mean());
    List<Check> checks = new ArrayList<>();
    List<Section> sections = new ArrayList<>();
    if (complete) {
      checks.addAll(checks(activity, looks, simulation.timeMs(), groups.size(), around, metrics));
      sections.addAll(new PolychronousFigures(activity, looks, groups, simulation.timeMs(), around, search)
          .sections());
    }
    List<PopulationResult> results = populations.stream().map(PopulationResult::of).toList();
    return new RunResult(name(), Version.TEXT, settings.seed(), settings.timing(),
        settings.singlePrecision() ? "single" : "double", settings.dtMs(), settings.threads(), 0, simulation.timeMs(),
        complete, buildSeconds, seconds, network.neurons(), simulation.synapses(), simulation.synapseBytes(),
        PeakMemory.bytes(), simulation.spikes(), simulation.synapticEvents(), hash.hex(), results, checks, metrics,
        network, sections, null);
  }

  private RunSettings settings(RunContext context) {
    RunSettings s = context.settings();
    if (s.dtMs() != PolychronousNetwork.STEP_MS || s.exact() || s.scale() != 1.0 || s.transientMs() != 0) {
      throw new IllegalArgumentException(name()
          + " is defined by its step of 1 ms and its size; use --dt 1 and --timing"
          + " grid, without --scale and --transient, got --dt " + s.dtMs() + ", timing " + s.timing() + ", scale "
          + s.scale() + " and transient " + s.transientMs());
    }
    return s;
  }

  private static PolychronousFigures.Look look(Simulation simulation) {
    return PolychronousFigures.Look.of(simulation.timeMs(), simulation.weights(PolychronousNetwork.TO_E).weights(),
        simulation.weights(PolychronousNetwork.TO_I).weights());
  }

  private static GroupSearch search(long seed, Simulation simulation) {
    int[][] targets = new int[PolychronousNetwork.N][];
    double[][] weights = new double[PolychronousNetwork.N][PolychronousNetwork.OUT_DEGREE];
    for (int i = 0; i < PolychronousNetwork.N; i++) {
      targets[i] = PolychronousNetwork.targets(i, seed);
      java.util.Arrays.fill(weights[i], PolychronousNetwork.INHIBITION);
    }
    place(simulation.weights(PolychronousNetwork.TO_E), 0, targets, weights);
    place(simulation.weights(PolychronousNetwork.TO_I), PolychronousNetwork.N_E, targets, weights);
    return new GroupSearch(targets, weights);
  }

  private static void place(SynapseWeights learned, int offset, int[][] targets, double[][] weights) {
    for (int s = 0; s < learned.size(); s++) {
      int source = learned.sources()[s];
      int k = 0;
      while (targets[source][k] != offset + learned.targets()[s]) {
        k++;
      }
      weights[source][k] = learned.weights()[s];
    }
  }

  private static List<Check> checks(ActivityLog activity, List<PolychronousFigures.Look> looks, double endMs,
      int groups, int around, Map<String, Object> metrics) {
    List<Check> checks = new ArrayList<>();
    int twenty = 20 * SECOND_MS;
    if (endMs >= twenty) {
      checks.add(Check.near("rate E in the first second (Hz)", 4.8, 1.6, activity.rateHz(true, 0, SECOND_MS, endMs),
          SCRIPT + "; a third: one second of a network that fires in volleys"));
      checks.add(Check.near("rate I in the first second (Hz)", 16.7, 5.6, activity.rateHz(false, 0, SECOND_MS, endMs),
          SCRIPT));
      checks.add(Check.within("rate E from 10 to 20 s (Hz)", 1.2, 2.4, activity.rateHz(true, twenty / 2, twenty, endMs),
          SCRIPT + ": 1.4 to 1.8 from second to second; a third more"));
      checks.add(Check.within("rate I from 10 to 20 s (Hz)", 4.5, 12, activity.rateHz(false, twenty / 2, twenty, endMs),
          SCRIPT + ": 6 to 9 from second to second; a third more"));
      Rhythm delta = Rhythm.strongest(Spectrum.of(activity.rates(0, twenty), 1), DELTA_HZ[0], DELTA_HZ[1], 0);
      checks.add(Check.within("slow rhythm of the first 20 s (Hz)", 1.5, 4.5, delta.frequencyHz(),
          "Izhikevich 2006: 2 to 4 Hz in the beginning; half a bin of the spectrum on either side"));
    }
    PolychronousFigures.Look at20 = looks.stream().filter(l -> Math.abs(l.timeMs() - twenty) < 1).findFirst()
        .orElse(null);
    if (at20 != null) {
      checks.add(Check.near("mean weight after 20 s", 6.3, 0.3, at20.mean(), SCRIPT));
    }
    if (endMs >= twenty) {
      int from = (int) endMs - SPECTRUM_MS;
      Rhythm gamma = Rhythm.strongest(Spectrum.of(activity.rates(from, (int) endMs), 1), GAMMA_HZ[0], GAMMA_HZ[1], 4);
      metrics.put("fast_rhythm_at_the_end_hz", gamma.frequencyHz());
      if (endMs >= HOUR_MS) {
        checks.add(Check.within("fast rhythm at the end (Hz)", 30, 70, gamma.frequencyHz(),
            "Izhikevich 2006: gamma, 30 to 70 Hz, after the first hours"));
      }
    }
    if (endMs >= HOUR_MS && around == PolychronousNetwork.N_E) {
      checks.add(Check.within("polychronous groups", 1000, 9000, groups,
          "Izhikevich 2006: thousands of groups, more than neurons"));
    } else if (around > 0) {
      double all = (double) groups / around * PolychronousNetwork.N_E;
      metrics.put("groups_around_all_neurons_estimated", all);
    }
    return checks;
  }
}
