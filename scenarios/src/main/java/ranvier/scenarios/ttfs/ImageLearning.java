package ranvier.scenarios.ttfs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import ranvier.neurons.ttfs.learning.Evaluation;
import ranvier.neurons.ttfs.learning.FloatNetwork;
import ranvier.neurons.ttfs.learning.NetworkSpec;
import ranvier.neurons.ttfs.learning.Quantisation;
import ranvier.neurons.ttfs.learning.Samples;
import ranvier.neurons.ttfs.learning.TrainingSettings;
import ranvier.scenarios.RunContext;
import ranvier.scenarios.figure.Figure;
import ranvier.scenarios.figure.Section;
import ranvier.scenarios.result.Check;
import ranvier.scenarios.result.RunResult;

/**
 * What the scenarios with images share: a network is trained, tested once, shown and saved.
 *
 * @param scenario its name
 * @param epochs presentations of the training set, those of a resumed network included
 * @param coding of the inputs, noted in the network's file
 * @param classes their names
 * @param file takes the network
 */
record ImageLearning(String scenario, NetworkSpec spec, TrainingSettings settings, int epochs, Samples training,
    Samples validation, Samples test, InputCoding coding, List<String> classes, Path file) {
  private static final int EVALUATION_BATCH = 200;
  private static final int LATENCY_INFERENCES = 5000;
  private static final int ENGINE_SAMPLES = 50;

  /**
   * Does it.
   *
   * @param start of the run by {@link System#nanoTime}
   * @param target what the test accuracy in per cent is held against
   */
  RunResult run(RunContext context, long start, DoubleFunction<Check> target) {
    double buildSeconds = (System.nanoTime() - start) / 1e9;
    long seed = context.settings().seed();
    try (FloatNetwork network =
        new FloatNetwork(spec, Quantisation.NONE, seed, EVALUATION_BATCH, context.settings().threads())) {
      LearningRun run = new LearningRun(context, "", network, settings, training, validation, seed);
      if (!context.parameters().get("resume").isEmpty()) {
        run.resume(LearningRun.read(context.parameters().get("resume")));
      }
      List<LearningRun.Point> curve = run.train(epochs, file, Map.of("scenario", scenario, "seed", Long.toString(seed),
          "coding", coding.noted(), "classes", String.join(",", classes)));
      double seconds = (System.nanoTime() - start) / 1e9 - buildSeconds;
      Evaluation result = Evaluation.of(network, test, settings.loss());
      Map<String, Object> metrics = new LinkedHashMap<>();
      metrics.put("test_accuracy_percent", 100 * result.accuracy());
      metrics.put("decision_time_tau_s", result.meanDecision());
      metrics.put("hidden_spikes_before_decision", result.hiddenSpikes());
      metrics.put("network_file", file.toString());
      Histogram latency = InferenceLatency.measure(network, test, LATENCY_INFERENCES);
      InferenceLatency.metrics(latency, metrics);
      EngineComparison engine = new EngineComparison(network, test, ENGINE_SAMPLES);
      engine.metrics(metrics);
      List<Check> checks = new ArrayList<>();
      checks.add(target.apply(100 * result.accuracy()));
      checks.addAll(engine.checks());
      List<Figure> decisions = List.of(LearningFigures.confusion(result, classes),
          LearningFigures.membranes(network, test, 0, classes));
      List<Section> sections = List.of(LearningFigures.curves(curve), new Section("Decisions", "", decisions),
          new Section("First spikes", "Over the test set.", LearningFigures.spikeTimes(result, test, classes)),
          engine.section(), InferenceLatency.section(latency));
      return new LearningResult(network, test).of(scenario, context, true, !run.isStopped(), buildSeconds, seconds,
          (long) curve.size() * (training.size() + validation.size()) + test.size(), checks, metrics, sections);
    }
  }

  /** Classes that have no names. */
  static List<String> numbers(int classes) {
    return IntStream.range(0, classes).mapToObj(Integer::toString).toList();
  }
}
