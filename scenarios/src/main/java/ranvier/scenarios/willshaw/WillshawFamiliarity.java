package ranvier.scenarios.willshaw;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ranvier.scenarios.PeakMemory;
import ranvier.scenarios.RunContext;
import ranvier.scenarios.RunDefaults;
import ranvier.scenarios.Scenario;
import ranvier.scenarios.ScenarioParameter;
import ranvier.scenarios.Version;
import ranvier.scenarios.figure.Section;
import ranvier.scenarios.result.Check;
import ranvier.scenarios.result.PopulationResult;
import ranvier.scenarios.result.RunResult;

/** Familiarity and association with binary synapses: capacities against theory, and the same memory in spikes. */
public final class WillshawFamiliarity implements Scenario {
  @Override
  public String name() {
    return "willshaw-familiarity";
  }

  @Override
  public String summary() {
    return "Binary synapses that tell what has been seen (Willshaw et al. 1969; Sacramento and Wichert 2012)";
  }

  @Override
  public String details() {
    return "Stores random patterns by clipped Hebbian learning and asks which have been seen: load, false alarms, and"
        + " pattern, network and synaptic capacity over coding level and size, against the closed theory. Pruning all"
        + " silent synapses, or keeping only them, must not change an answer. Then pattern association, whose capacity"
        + " tends to ln 2 bit per synapse, and its retrieval in two levels. Last the familiarity memory in spikes, in"
        + " exact time: learned by volleys through willshaw_synapse, probed through potentiated and through silent"
        + " synapses, it must give the same answers. full=true: 10,000 units, 1e8 synapses, at capacity.";
  }

  @Override
  public List<ScenarioParameter> parameters() {
    return List.of(ScenarioParameter.choice("full", "the full size, some minutes", "false", "true"),
        ScenarioParameter.number("probes", "", 20_000, "novel probes per setting"),
        ScenarioParameter.number("spiking_probes", "", 3000, "probes of the memory in spikes"));
  }

  @Override
  public RunDefaults defaults() {
    return new RunDefaults(1, 0, 0.1);
  }

  /** What the experiments share, and what they leave behind. */
  static final class Findings {
    final RunContext context;
    final long seed;
    final boolean full;
    final List<Check> checks = new ArrayList<>();
    final List<Section> sections = new ArrayList<>();
    final Map<String, Object> metrics = new LinkedHashMap<>();
    long spikes;
    long synapticEvents;
    double biologicalMs;
    String hash = "";
    private int stream;

    Findings(RunContext context) {
      this.context = context;
      seed = context.settings().seed();
      full = Boolean.parseBoolean(context.parameters().get("full"));
    }

    /** Patterns that nobody else has drawn. */
    Patterns patterns(int n, int k) {
      return new Patterns(seed, stream++, n, k);
    }

    int count(String key) {
      double value = context.number(key);
      if (!(value >= 1 && value <= 1e8) || value != Math.rint(value)) {
        throw new IllegalArgumentException("parameter " + key + " must be a whole number in 1..1e8, got " + value);
      }
      return (int) value;
    }
  }

  @Override
  public RunResult run(RunContext context) {
    long start = System.nanoTime();
    Findings findings = new Findings(context);
    List<Runnable> experiments = List.of(() -> new FamiliarityExperiments(findings).run(),
        () -> new AssociationExperiments(findings).run(), () -> new SpikingExperiments(findings).run());
    boolean complete = true;
    for (Runnable experiment : experiments) {
      complete &= !context.stop().getAsBoolean();
      if (complete) {
        experiment.run();
      }
    }
    int n = findings.full ? 10_000 : 2000;
    return new RunResult(name(), Version.TEXT, findings.seed, "exact", "double", 0, 1, 0,
        Math.max(1.0, findings.biologicalMs), complete, 0.0, (System.nanoTime() - start) * 1e-9, n,
        (long) n * (n - 1), (long) n * n / 8, PeakMemory.bytes(), findings.spikes, findings.synapticEvents,
        findings.hash, List.<PopulationResult>of(), findings.checks, findings.metrics, null, findings.sections, null);
  }
}
