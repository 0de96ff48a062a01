package ranvier.scenarios.ttfs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;
import ranvier.neurons.ttfs.TtfsParameters;
import ranvier.neurons.ttfs.learning.Augmentation;
import ranvier.neurons.ttfs.learning.CrossEntropyLoss;
import ranvier.neurons.ttfs.learning.DelayKind;
import ranvier.neurons.ttfs.learning.DoubleNetwork;
import ranvier.neurons.ttfs.learning.Evaluation;
import ranvier.neurons.ttfs.learning.FloatNetwork;
import ranvier.neurons.ttfs.learning.Guard;
import ranvier.neurons.ttfs.learning.LayerSpec;
import ranvier.neurons.ttfs.learning.LearningNetwork;
import ranvier.neurons.ttfs.learning.Loss;
import ranvier.neurons.ttfs.learning.NetworkSpec;
import ranvier.neurons.ttfs.learning.Quantisation;
import ranvier.neurons.ttfs.learning.RateDecay;
import ranvier.neurons.ttfs.learning.Samples;
import ranvier.neurons.ttfs.learning.Substrate;
import ranvier.neurons.ttfs.learning.TrainingSettings;
import ranvier.scenarios.RunContext;
import ranvier.scenarios.RunDefaults;
import ranvier.scenarios.Scenario;
import ranvier.scenarios.ScenarioParameter;
import ranvier.scenarios.data.YinYang;
import ranvier.scenarios.figure.Figure;
import ranvier.scenarios.figure.Section;
import ranvier.scenarios.result.Check;
import ranvier.scenarios.result.RunResult;

/** Yin-Yang with first-spike times: the published 4-120-3 network, and what a longer, freer training reaches. */
public final class YinYangTtfs implements Scenario {
  private static final List<String> NAMES = YinYang.NAMES;
  private static final int EVALUATION_BATCH = 200;
  private static final int LATENCY_INFERENCES = 20_000;

  @Override
  public String name() {
    return "yinyang-ttfs";
  }

  @Override
  public String summary() {
    return "Yin-Yang learned with first-spike times and exact gradients (Goeltz, Kriener et al. 2021)";
  }

  @Override
  public String details() {
    return "A 4-120-3 network of LIF neurons with tau_m = tau_s decides by its first output spike. Variant 'paper' has"
        + " the published settings: 300 epochs of 5000 samples, batches of 150, Adam at 0.005 falling by 5 % every 20"
        + " epochs, weight bumping, test accuracy 95.9 +- 0.7 %. Variant 'converged' uses tau_m = 2 tau_s, bumps only"
        + " where labels stay silent, has a sharper loss (xi = 0.1), and believes no |dT/dw| above 1. The network is"
        + " saved beside the report (or to save=FILE) after every epoch, resume=FILE goes on with it, and ranvier infer"
        + " asks it. At the end the test set is shown to it once more as populations and projections in the engine's"
        + " exact time.";
  }

  @Override
  public List<ScenarioParameter> parameters() {
    return List.of(
        ScenarioParameter.choice("variant", "settings of the paper, or the best ones found", "paper", "converged"),
        ScenarioParameter.choice("delays", "what is learned beside the weights", "none", "axonal", "synaptic"),
        ScenarioParameter.number("seeds", "", 5, "networks trained, from consecutive seeds"),
        ScenarioParameter.number("epochs", "", 300, "presentations of the training set"),
        ScenarioParameter.number("hidden", "", 120, "hidden neurons"),
        new ScenarioParameter("save", "", "", List.of(),
            "file for the last network; empty: yinyang.ttfs beside the report"),
        new ScenarioParameter("resume", "", "", List.of(), "saved network to go on with (one seed)"));
  }

  @Override
  public RunDefaults defaults() {
    return new RunDefaults(4, 0, 0.1);
  }

  /** The network of a variant. */
  static NetworkSpec spec(boolean converged, DelayKind delays, int hidden) {
    LayerSpec first = new LayerSpec(hidden, List.of(0.9), 1.5, 0.8, converged ? 1 : 0.3, delays);
    LayerSpec label = new LayerSpec(3, List.of(0.9), 0.5, 0.8, converged ? 0.05 : 0.0, delays);
    return new NetworkSpec(4, List.of(first, label), TtfsParameters.dimensionless(converged ? 2 : 1, 1));
  }

  /** How a variant is trained. */
  static TrainingSettings training(boolean converged) {
    RateDecay decay = new RateDecay.Steps(0.95, 20);
    return converged
        ? new TrainingSettings(150, 0.02, 0.01, 0, decay, Augmentation.NONE, new Guard(0.2, 1), 0.0005,
            new CrossEntropyLoss(0.1, 0.005, 1))
        : new TrainingSettings(150, 0.005, 0.01, 0, decay, Augmentation.NONE, Guard.REFERENCE, 0.0005,
            CrossEntropyLoss.PAPER);
  }

  static Samples trainingSet() {
    return SpikeCoding.of("training set", YinYang.generate(42, 5000));
  }

  static Samples validationSet() {
    return SpikeCoding.of("validation set", YinYang.generate(41, 1000));
  }

  static Samples testSet() {
    return SpikeCoding.of("test set", YinYang.generate(40, 1000));
  }

  @Override
  public RunResult run(RunContext context) {
    long start = System.nanoTime();
    boolean converged = context.parameters().get("variant").equals("converged");
    DelayKind delays = DelayKind.valueOf(context.parameters().get("delays").toUpperCase(Locale.ROOT));
    int epochs = Positive.whole(context, "epochs");
    String resume = context.parameters().get("resume");
    int seeds = resume.isEmpty() ? Positive.whole(context, "seeds") : 1;
    NetworkSpec spec = spec(converged, delays, Positive.whole(context, "hidden"));
    TrainingSettings settings = training(converged);
    Samples training = trainingSet();
    Samples validation = validationSet();
    Samples test = testSet();
    Path file = LearningRun.target(context, "yinyang.ttfs");
    double buildSeconds = (System.nanoTime() - start) / 1e9;
    List<Double> accuracies = new ArrayList<>();
    List<List<String>> rows = new ArrayList<>();
    for (int k = 0; k < seeds; k++) {
      long seed = context.settings().seed() + k;
      // Delays per synapse need their own order of inputs for every neuron, which only the general network has.
      boolean isSingle = delays != DelayKind.SYNAPTIC;
      try (LearningNetwork network = isSingle
          ? new FloatNetwork(spec, Quantisation.NONE, seed, EVALUATION_BATCH, context.settings().threads())
          : new DoubleNetwork(spec, Substrate.IDEAL, seed, EVALUATION_BATCH, context.settings().threads())) {
        LearningRun run = new LearningRun(context, seeds > 1 ? "seed " + seed : "", network, settings, training,
            validation, seed);
        if (!resume.isEmpty()) {
          run.resume(LearningRun.read(resume));
        }
        // The file holds the last network that was trained.
        List<LearningRun.Point> curve = run.train(epochs, file, notes(seed));
        Evaluation result = Evaluation.of(network, test, settings.loss());
        accuracies.add(result.accuracy());
        rows.add(List.of(Long.toString(seed), LearningFigures.percent(result.accuracy()),
            LearningFigures.percent(Evaluation.of(network, training, settings.loss()).accuracy()),
            String.format(Locale.ROOT, "%.3f", result.meanDecision()),
            String.format(Locale.ROOT, "%.1f", result.hiddenSpikes())));
        if (k == seeds - 1 || run.isStopped()) {
          double seconds = (System.nanoTime() - start) / 1e9 - buildSeconds;
          return result(context, network, isSingle, run.isStopped(), settings.loss(), curve, test, result, accuracies,
              rows, file, buildSeconds, seconds, converged, delays);
        }
      }
    }
    throw new IllegalStateException("no seed was run");
  }

  private Map<String, String> notes(long seed) {
    return Map.of("scenario", name(), "seed", Long.toString(seed), "coding", InputCoding.YINYANG.noted(), "classes",
        String.join(",", NAMES));
  }

  private static double published(DelayKind delays) {
    return switch (delays) {
      case AXONAL -> 97.5;
      case SYNAPTIC -> 98.2;
      default -> 96.7;
    };
  }

  private RunResult result(RunContext context, LearningNetwork network, boolean isSingle, boolean stopped, Loss loss,
      List<LearningRun.Point> curve, Samples test, Evaluation last, List<Double> accuracies, List<List<String>> rows,
      Path file, double buildSeconds, double seconds, boolean converged, DelayKind delays) {
    double mean = accuracies.stream().mapToDouble(a -> 100 * a).average().orElse(Double.NaN);
    double std = Math.sqrt(accuracies.stream().mapToDouble(a -> (100 * a - mean) * (100 * a - mean)).sum()
        / Math.max(1, accuracies.size() - 1));
    EngineComparison engine = new EngineComparison(network, test, test.size());
    List<Check> checks = new ArrayList<>();
    checks.add(converged
        ? LearningFigures.atLeast("mean test accuracy (%)", published(delays), 97, mean,
            "trained to convergence, at least 97; published: DelGrad's released networks (tau_m = 2 tau_s, 30 hidden)")
        : LearningFigures.atLeast("mean test accuracy (%)", 95.9, 95, mean,
            "Goeltz, Kriener et al. 2021: 95.9 +- 0.7; at least one and a quarter standard deviations below"));
    checks.addAll(engine.checks());
    Map<String, Object> metrics = new LinkedHashMap<>();
    metrics.put("test_accuracy_mean_percent", mean);
    metrics.put("test_accuracy_std_percent", std);
    metrics.put("decision_time_tau_s", last.meanDecision());
    metrics.put("hidden_spikes_before_decision", last.hiddenSpikes());
    metrics.put("network_file", file.toString());
    engine.metrics(metrics);
    Histogram latency = InferenceLatency.measure(network, test, LATENCY_INFERENCES);
    InferenceLatency.metrics(latency, metrics);
    List<Figure> decisions = new ArrayList<>(DecisionRegions.of(network, loss));
    decisions.add(LearningFigures.confusion(last, NAMES));
    List<Figure> spikes = new ArrayList<>(LearningFigures.spikeTimes(last, test, NAMES));
    spikes.add(LearningFigures.membranes(network, test, 0, NAMES));
    List<Section> sections = List.of(
        new Section("Accuracy", "Test set: 1000 samples. Delays: " + delays.name().toLowerCase(Locale.ROOT) + ".",
            List.of(LearningFigures.table("Networks", List.of("seed", "test (%)", "training (%)",
                "mean decision (tau_s)", "hidden spikes before it"), rows))),
        LearningFigures.curves(curve),
        new Section("Decisions", "", decisions),
        new Section("First spikes", "Of the last network, over the test set.", spikes),
        engine.section(),
        InferenceLatency.section(latency));
    long presentations = accuracies.size() * (long) curve.size() * 6000 + test.size();
    return new LearningResult(network, test).of(name(), context, isSingle, !stopped, buildSeconds, seconds,
        presentations, checks, metrics, sections);
  }
}
