package ranvier.scenarios.ttfs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import ranvier.neurons.ttfs.bridge.SpikingNetwork;
import ranvier.neurons.ttfs.learning.Batch;
import ranvier.neurons.ttfs.learning.CrossEntropyLoss;
import ranvier.neurons.ttfs.learning.DoubleNetwork;
import ranvier.neurons.ttfs.learning.LearningNetwork;
import ranvier.neurons.ttfs.learning.Samples;
import ranvier.scenarios.figure.Figure;
import ranvier.scenarios.figure.Section;
import ranvier.scenarios.result.Check;

/**
 * A trained network against itself as populations and projections in the engine's exact time, over samples of the test
 * set: spike times against those of the layered network in double precision, decisions against those of the network as
 * it was trained.
 */
final class EngineComparison {
  private static final double CLOSE = 1e-9;

  private final int samples;
  private int spikes;
  private int apart;
  private double furthest;
  private int otherDecisions;

  /** Compares the first samples. */
  EngineComparison(LearningNetwork trained, Samples test, int most) {
    samples = Math.min(most, test.size());
    try (DoubleNetwork layered = DoubleNetwork.copyOf(trained)) {
      SpikingNetwork engine = new SpikingNetwork(layered, 0);
      for (int s = 0; s < samples; s++) {
        compare(trained, layered, engine, test, s);
      }
    }
  }

  private void compare(LearningNetwork trained, DoubleNetwork layered, SpikingNetwork engine, Samples test,
      int sample) {
    double[] times = new double[test.inputs()];
    for (int i = 0; i < times.length; i++) {
      times[i] = test.times()[sample * times.length + i];
    }
    layered.forward(times, test.labels()[sample]);
    double[][] events = engine.run(times);
    for (int l = 0; l < events.length; l++) {
      for (int n = 0; n < events[l].length; n++) {
        double a = layered.time(l, 0, n);
        double b = events[l][n];
        if (a != Double.POSITIVE_INFINITY || b != Double.POSITIVE_INFINITY) {
          spikes++;
          furthest = Math.max(furthest, Math.abs(a - b));
          apart += Math.abs(a - b) <= CLOSE ? 0 : 1;
        }
      }
    }
    trained.forward(Batch.plain(test, sample, 1));
    double[] label = events[events.length - 1];
    double[] own = new double[label.length];
    for (int n = 0; n < own.length; n++) {
      own[n] = trained.time(events.length - 1, 0, n);
    }
    otherDecisions += CrossEntropyLoss.PAPER.decide(label, 0, label.length)
        == CrossEntropyLoss.PAPER.decide(own, 0, own.length) ? 0 : 1;
  }

  List<Check> checks() {
    return List.of(Check.near("decisions that differ in the exact kernel (% of " + samples + " test samples)", 0, 0.2,
        100.0 * otherDecisions / samples,
        "the same network as populations and projections; single precision may decide a tie the other way"));
  }

  void metrics(Map<String, Object> metrics) {
    metrics.put("engine_samples", samples);
    metrics.put("engine_spikes", spikes);
    metrics.put("engine_spikes_more_than_1e-9_apart", apart);
    metrics.put("engine_largest_difference_tau_s", furthest);
    metrics.put("engine_other_decisions", otherDecisions);
  }

  Section section() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("samples", Integer.toString(samples)));
    rows.add(List.of("first spikes", Integer.toString(spikes)));
    rows.add(List.of("spikes further than 1e-9 tau_s apart", Integer.toString(apart)));
    rows.add(List.of("largest difference (tau_s)", String.format(Locale.ROOT, "%.2g", furthest)));
    rows.add(List.of("decisions that differ", Integer.toString(otherDecisions)));
    return new Section("In the engine's exact time", "The network as ordinary populations and projections, event by"
        + " event, without transmission delays: spike times against the layered network in double precision, decisions"
        + " against the network as it was trained. Where a membrane only just touches its threshold, rounding is"
        + " amplified.", List.of(new Figure.Table("Comparison", "", List.of("", ""), rows)));
  }
}
