package ranvier.scenarios.ttfs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ranvier.neurons.ttfs.learning.DelayKind;
import ranvier.neurons.ttfs.learning.DoubleNetwork;
import ranvier.neurons.ttfs.learning.Evaluation;
import ranvier.neurons.ttfs.learning.FloatNetwork;
import ranvier.neurons.ttfs.learning.LearningNetwork;
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
import ranvier.scenarios.figure.Figure;
import ranvier.scenarios.figure.Section;
import ranvier.scenarios.result.Check;
import ranvier.scenarios.result.RunResult;

/**
 * Yin-Yang on imperfect substrates: one network is trained on an ideal substrate; for each kind and strength of
 * distortion its weights are transferred as they are, and trained further with the distortion in the loop.
 */
public final class TtfsRobustness implements Scenario {
  private static final int EVALUATION_BATCH = 200;
  private static final double[] SPREADS = {0.05, 0.1, 0.2, 0.3};
  private static final double[] JITTERS = {0.02, 0.05, 0.1};
  private static final int[] BITS = {6, 5, 4, 3};

  /** One distortion, and what became of the network. */
  private record Outcome(String kind, double strength, double transferred, double inTheLoop) {
    String strengthText() {
      return strength == Math.rint(strength) ? Long.toString((long) strength) : Double.toString(strength);
    }
  }

  @Override
  public String name() {
    return "ttfs-robustness";
  }

  @Override
  public String summary() {
    return "First-spike learning with fixed-pattern noise, coarse weights and jitter in the loop (Goeltz, Kriener et"
        + " al. 2021, Fig. 5)";
  }

  @Override
  public String details() {
    return "A 4-120-3 Yin-Yang network is trained on an ideal substrate. Then weights of 6 to 3 bits, relative"
        + " spreads of both time constants and of the threshold from neuron to neuron, and jitter on every output spike"
        + " are switched on one by one: the accuracy of the transferred weights is compared with that after more epochs"
        + " with the distortion in the loop, where gradients use the nominal constants at the measured times.";
  }

  @Override
  public List<ScenarioParameter> parameters() {
    return List.of(
        ScenarioParameter.number("epochs", "", 300, "epochs on the ideal substrate"),
        ScenarioParameter.number("loop-epochs", "", 40, "epochs with each distortion in the loop"),
        ScenarioParameter.number("hidden", "", 120, "hidden neurons"));
  }

  @Override
  public RunDefaults defaults() {
    return new RunDefaults(4, 0, 0.1);
  }

  @Override
  public RunResult run(RunContext context) {
    long start = System.nanoTime();
    int epochs = Positive.whole(context, "epochs");
    int more = Positive.whole(context, "loop-epochs");
    NetworkSpec spec = YinYangTtfs.spec(true, DelayKind.NONE, Positive.whole(context, "hidden"));
    TrainingSettings settings = YinYangTtfs.training(true);
    Samples training = YinYangTtfs.trainingSet();
    Samples validation = YinYangTtfs.validationSet();
    Samples test = YinYangTtfs.testSet();
    long seed = context.settings().seed();
    try (LearningNetwork ideal = new FloatNetwork(spec, Quantisation.NONE, seed, EVALUATION_BATCH,
        context.settings().threads())) {
      LearningRun run = new LearningRun(context, "ideal", ideal, settings, training, validation, seed);
      List<LearningRun.Point> curve = run.train(epochs, null, Map.of());
      double clean = Evaluation.of(ideal, test, settings.loss()).accuracy();
      List<double[]> weights = new ArrayList<>();
      for (int l = 0; l < spec.layers().size(); l++) {
        weights.add(ideal.weights(l));
      }
      boolean stopped = run.isStopped();
      List<Outcome> outcomes = new ArrayList<>();
      for (Distortion d : distortions()) {
        if (stopped) {
          break;
        }
        try (LearningNetwork network = network(spec, d.substrate(), seed, context.settings().threads())) {
          for (int l = 0; l < weights.size(); l++) {
            network.setWeights(l, weights.get(l));
          }
          double transferred = Evaluation.of(network, test, settings.loss()).accuracy();
          LearningRun loop = new LearningRun(context, d.kind() + " " + d.strength(), network, gentle(settings),
              training, validation, seed + 1);
          loop.train(more, null, Map.of());
          stopped = loop.isStopped();
          outcomes.add(new Outcome(d.kind(), d.strength(), transferred,
              Evaluation.of(network, test, settings.loss()).accuracy()));
        }
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      return result(context, ideal, test, curve, clean, outcomes, !stopped, seconds,
          (long) epochs * 6000 + (long) outcomes.size() * more * 6000);
    }
  }

  /** Quantised weights alone need no general network. */
  private static LearningNetwork network(NetworkSpec spec, Substrate substrate, long seed, int threads) {
    return substrate.weights().bits() > 0
        ? new FloatNetwork(spec, substrate.weights(), seed, EVALUATION_BATCH, threads)
        : new DoubleNetwork(spec, substrate, seed, EVALUATION_BATCH, threads);
  }

  private static TrainingSettings gentle(TrainingSettings s) {
    return new TrainingSettings(s.batch(), s.rate() / 4, s.delayRate(), s.weightDecay(), new RateDecay.Steps(0.8, 10),
        s.augmentation(), s.guard(), s.bump(), s.loss());
  }

  private record Distortion(String kind, double strength, Substrate substrate) {}

  private static List<Distortion> distortions() {
    List<Distortion> all = new ArrayList<>();
    for (int bits : BITS) {
      all.add(new Distortion("weight bits", bits, new Substrate(new Quantisation(bits, 0), 0, 0, 0)));
    }
    for (double spread : SPREADS) {
      all.add(new Distortion("spread of tau", spread, new Substrate(Quantisation.NONE, spread, 0, 0)));
    }
    for (double spread : SPREADS) {
      all.add(new Distortion("spread of theta", spread, new Substrate(Quantisation.NONE, 0, spread, 0)));
    }
    for (double jitter : JITTERS) {
      all.add(new Distortion("jitter", jitter, new Substrate(Quantisation.NONE, 0, 0, jitter)));
    }
    return all;
  }

  private RunResult result(RunContext context, LearningNetwork ideal, Samples test, List<LearningRun.Point> curve,
      double clean, List<Outcome> outcomes, boolean complete, double seconds, long presentations) {
    Map<String, Object> metrics = new LinkedHashMap<>();
    metrics.put("clean_accuracy_percent", 100 * clean);
    List<Check> checks = new ArrayList<>();
    List<List<String>> rows = new ArrayList<>();
    for (Outcome o : outcomes) {
      rows.add(List.of(o.kind(), o.strengthText(), LearningFigures.percent(o.transferred()),
          LearningFigures.percent(o.inTheLoop())));
      metrics.put(o.kind().replace(' ', '_') + "_" + o.strength() + "_transferred_percent", 100 * o.transferred());
      metrics.put(o.kind().replace(' ', '_') + "_" + o.strength() + "_in_the_loop_percent", 100 * o.inTheLoop());
      if (o.kind().equals("weight bits") && o.strength() == 6) {
        checks.add(LearningFigures.atLeast("6-bit weights in the loop (%)", 100 * clean, 100 * clean - 1,
            100 * o.inTheLoop(), "within 1 point of full precision"));
      } else if (o.kind().equals("spread of tau") && o.strength() == 0.2) {
        checks.add(LearningFigures.atLeast("20 % spread of time constants in the loop (%)", 100 * clean,
            100 * clean - 2, 100 * o.inTheLoop(), "within 2 points of the ideal substrate"));
      }
    }
    List<Figure> figures = new ArrayList<>();
    for (String kind : List.of("weight bits", "spread of tau", "spread of theta", "jitter")) {
      figures.add(curve(kind, outcomes.stream().filter(o -> o.kind().equals(kind)).toList(), clean));
    }
    figures.add(LearningFigures.table("All distortions", List.of("kind", "strength", "transferred (%)",
        "in the loop (%)"), rows));
    List<Section> sections = List.of(new Section("Robustness", "Test accuracy of the ideal network: "
        + LearningFigures.percent(clean) + " %. Weights are stored as a sign and the given bits of magnitude, full"
        + " scale is the layer's largest; spreads (relative) and jitter (tau_s) are standard"
        + " deviations.", figures),
        LearningFigures.curves(curve));
    return new LearningResult(ideal, test).of(name(), context, true, complete, 0, seconds, presentations, checks,
        metrics, sections);
  }

  private static Figure curve(String kind, List<Outcome> outcomes, double clean) {
    double[] x = outcomes.stream().mapToDouble(Outcome::strength).toArray();
    double[] reference = new double[x.length];
    java.util.Arrays.fill(reference, 100 * clean);
    return new Figure.Lines("Accuracy against " + kind, "Dashed: the ideal substrate.", Figure.Axis.linear(kind),
        Figure.Axis.linear("test accuracy (%)"), List.of(
            LearningFigures.line("transferred", x, outcomes.stream().mapToDouble(o -> 100 * o.transferred()).toArray()),
            LearningFigures.line("in the loop", x, outcomes.stream().mapToDouble(o -> 100 * o.inTheLoop()).toArray()),
            new Figure.Series("ideal", x, reference, Figure.Series.Style.DASHED)));
  }
}
