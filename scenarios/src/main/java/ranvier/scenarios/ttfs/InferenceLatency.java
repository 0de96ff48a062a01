package ranvier.scenarios.ttfs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;
import ranvier.neurons.ttfs.learning.Batch;
import ranvier.neurons.ttfs.learning.LearningNetwork;
import ranvier.neurons.ttfs.learning.Samples;
import ranvier.scenarios.figure.Figure;
import ranvier.scenarios.figure.Section;

/** Wall time of single inferences, one sample after the other on one thread, without batching. */
final class InferenceLatency {
  private static final double[] PERCENTILES = {50, 90, 99, 99.9, 100};
  private static final double[] MARKED = {50, 99, 99.9};

  private InferenceLatency() {}

  /** Measures after a warm-up of the same length; a network with more threads does not use them for one sample. */
  static Histogram measure(LearningNetwork network, Samples samples, int inferences) {
    Histogram histogram = new Histogram(3_600_000_000_000L, 3);
    for (int i = -inferences; i < inferences; i++) {
      long start = System.nanoTime();
      network.forward(Batch.plain(samples, Math.floorMod(i, samples.size()), 1));
      long taken = System.nanoTime() - start;
      if (i >= 0) {
        histogram.recordValue(taken);
      }
    }
    return histogram;
  }

  static void metrics(Histogram histogram, Map<String, Object> metrics) {
    metrics.put("latency_p50_us", histogram.getValueAtPercentile(50) / 1e3);
    metrics.put("latency_p99_us", histogram.getValueAtPercentile(99) / 1e3);
    metrics.put("latency_p99.9_us", histogram.getValueAtPercentile(99.9) / 1e3);
  }

  static Section section(Histogram histogram) {
    List<List<String>> rows = new ArrayList<>();
    for (double p : PERCENTILES) {
      rows.add(List.of(name(p), String.format(Locale.ROOT, "%.2f", histogram.getValueAtPercentile(p) / 1e3)));
    }
    return new Section("Latency of one inference", histogram.getTotalCount() + " single samples, one thread, no"
        + " batching, wall time on this machine as it was loaded.", List.of(distribution(histogram),
            new Figure.Table("Latency", "", List.of("percentile", "µs"), rows)));
  }

  /** Which share of the inferences took at least as long. */
  private static Figure distribution(Histogram histogram) {
    List<double[]> points = new ArrayList<>();
    long before = 0;
    for (HistogramIterationValue value : histogram.recordedValues()) {
      points.add(new double[] {value.getValueIteratedTo() / 1e3,
          100.0 * (histogram.getTotalCount() - before) / histogram.getTotalCount()});
      before += value.getCountAtValueIteratedTo();
    }
    List<Figure.Lines.Mark> marks = new ArrayList<>();
    for (double p : MARKED) {
      marks.add(new Figure.Lines.Mark(histogram.getValueAtPercentile(p) / 1e3, name(p)));
    }
    return new Figure.Lines("Slow inferences", "Share of the inferences that took at least as long.",
        Figure.Axis.logarithmic("latency (µs)"), Figure.Axis.logarithmic("inferences (%)"),
        List.of(LearningFigures.line("inferences", points.stream().mapToDouble(at -> at[0]).toArray(),
            points.stream().mapToDouble(at -> at[1]).toArray())), marks);
  }

  private static String name(double percentile) {
    return percentile == 100 ? "max" : "p" + (percentile == Math.rint(percentile) ? Long.toString((long) percentile)
        : Double.toString(percentile));
  }
}
