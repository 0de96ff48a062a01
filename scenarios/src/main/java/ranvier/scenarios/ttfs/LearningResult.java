package ranvier.scenarios.ttfs;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import ranvier.neurons.ttfs.learning.Batch;
import ranvier.neurons.ttfs.learning.LearningNetwork;
import ranvier.neurons.ttfs.learning.NetworkSpec;
import ranvier.neurons.ttfs.learning.Samples;
import ranvier.scenarios.PeakMemory;
import ranvier.scenarios.RunContext;
import ranvier.scenarios.Version;
import ranvier.scenarios.figure.Section;
import ranvier.scenarios.result.Check;
import ranvier.scenarios.result.PopulationResult;
import ranvier.scenarios.result.RunResult;

/**
 * A learning run as a {@link RunResult}: spikes, rates and hash are those of one pass over the test set; a presentation
 * counts as {@value #PRESENTATION_MS} ms (tau_s as 1 ms).
 */
final class LearningResult {
  private static final double PRESENTATION_MS = 4;

  private final LearningNetwork network;
  private final Samples test;
  private final MessageDigest digest;
  private final List<PopulationResult> populations = new ArrayList<>();
  private long spikes;
  private long events;

  LearningResult(LearningNetwork network, Samples test) {
    this.network = network;
    this.test = test;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("this JVM has no SHA-256", absent);
    }
    testPass();
  }

  private void testPass() {
    NetworkSpec spec = network.spec();
    int layers = spec.layers().size();
    long[][] counts = new long[layers][];
    for (int l = 0; l < layers; l++) {
      counts[l] = new long[spec.layers().get(l).neurons()];
    }
    ByteBuffer number = ByteBuffer.allocate(Double.BYTES);
    for (int from = 0; from < test.size(); from += network.capacity()) {
      int count = Math.min(network.capacity(), test.size() - from);
      network.forward(Batch.plain(test, from, count));
      for (int b = 0; b < count; b++) {
        for (int l = 0; l < layers; l++) {
          for (int n = 0; n < counts[l].length; n++) {
            double t = network.time(l, b, n);
            digest.update(number.putDouble(0, t).array());
            counts[l][n] += t == Double.POSITIVE_INFINITY ? 0 : 1;
          }
        }
      }
    }
    for (float t : test.times()) {
      events += t == Float.POSITIVE_INFINITY ? 0 : counts[0].length;
    }
    for (int l = 0; l < layers; l++) {
      populations.add(population(l == layers - 1 ? "label" : "hidden" + (l + 1), counts[l]));
      long sent = java.util.Arrays.stream(counts[l]).sum();
      spikes += sent;
      events += l + 1 < layers ? sent * counts[l + 1].length : 0;
    }
  }

  private PopulationResult population(String name, long[] counts) {
    double seconds = test.size() * PRESENTATION_MS / 1000;
    double sum = 0;
    double squares = 0;
    int silent = 0;
    for (long count : counts) {
      double rate = count / seconds;
      sum += rate;
      squares += rate * rate;
      silent += count == 0 ? 1 : 0;
    }
    double mean = sum / counts.length;
    double variance = Math.max(0, squares / counts.length - mean * mean);
    return new PopulationResult(name, counts.length, mean, Math.sqrt(variance), Double.NaN,
        (double) silent / counts.length, Double.NaN);
  }

  /** @param presentations samples shown in the whole run, training included */
  RunResult of(String scenario, RunContext context, boolean isSingle, boolean complete, double buildSeconds,
      double trainSeconds, long presentations, List<Check> checks, Map<String, Object> metrics,
      List<Section> sections) {
    NetworkSpec spec = network.spec();
    long neurons = 0;
    long synapses = 0;
    for (int l = 0; l < spec.layers().size(); l++) {
      neurons += spec.layers().get(l).neurons();
      synapses += (long) spec.inputsOf(l) * spec.layers().get(l).neurons();
    }
    return new RunResult(scenario, Version.TEXT, context.settings().seed(), "exact", isSingle ? "single" : "double", 0,
        context.settings().threads(), 0, presentations * PRESENTATION_MS, complete, buildSeconds, trainSeconds, neurons,
        synapses, synapses * (isSingle ? Float.BYTES : Double.BYTES), PeakMemory.bytes(), spikes, events,
        HexFormat.of().formatHex(digest.digest()), populations, checks, metrics, null, sections, null);
  }
}
