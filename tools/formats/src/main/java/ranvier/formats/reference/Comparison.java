package ranvier.formats.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Whether a simulated case agrees with what is expected. Spikes are matched neuron by neuron in the order of time; a
 * spike matches if the times differ by no more than the tolerance. Traces are compared at the expected times.
 *
 * @param missing expected spikes without a partner
 * @param extra simulated spikes without a partner
 * @param shiftMs largest distance between the matching spikes
 * @param firstDifferenceMs time of the first spike without a partner; NaN if there is none
 */
public record Comparison(String name, int expected, int simulated, int missing, int extra, double toleranceMs,
    double shiftMs, double firstDifferenceMs, List<TraceComparison> traces) {
  /** Always granted on a grid, for the rounding of k times the step. */
  private static final double GRID_SLACK_MS = 1e-6;

  private static final Map<Character, String> LIMITS = Map.of('V', "V_m_mV", 'I', "I_syn_pA", 'g', "g_nS");

  /**
   * One trace.
   *
   * @param limit largest accepted deviation; NaN if there is none
   * @param absent expected samples that were not simulated
   */
  public record TraceComparison(int neuron, String variable, int samples, int absent, double deviation, double atMs,
      double limit) {
    /** Whether every sample is there and within the limit. */
    public boolean holds() {
      return absent == 0 && !Double.isNaN(deviation) && !(deviation > limit);
    }
  }

  /** Compares. */
  public static Comparison of(ReferenceRun run) {
    ReferenceCase c = run.of();
    double tolerance = c.tolerance().getOrDefault("spike_ms", 0.0) + (c.exact() ? 0.0 : GRID_SLACK_MS);
    List<double[]> expected = ReferenceRun.byNeuron(c.spikes(), c.neurons());
    List<double[]> simulated = ReferenceRun.byNeuron(run.spikes(), c.neurons());
    Matching matching = new Matching(tolerance);
    for (int neuron = 0; neuron < c.neurons(); neuron++) {
      matching.add(expected.get(neuron), simulated.get(neuron));
    }
    List<TraceComparison> traces = new ArrayList<>();
    for (int t = 0; t < c.traces().size(); t++) {
      traces.add(trace(run, t));
    }
    return new Comparison(c.name(), c.spikes().neurons().length, run.spikes().neurons().length, matching.missing,
        matching.extra, tolerance, matching.shift, matching.firstDifference, traces);
  }

  private static TraceComparison trace(ReferenceRun run, int number) {
    ReferenceCase.Trace trace = run.of().traces().get(number);
    double worst = 0.0;
    double at = Double.NaN;
    int absent = 0;
    for (int i = 0; i < trace.timesMs().length; i++) {
      double ours = run.value(number, trace.timesMs()[i]);
      if (Double.isNaN(ours)) {
        absent++;
      } else if (Math.abs(ours - trace.values()[i]) > worst) {
        worst = Math.abs(ours - trace.values()[i]);
        at = trace.timesMs()[i];
      }
    }
    String limit = LIMITS.get(trace.variable().isEmpty() ? ' ' : trace.variable().charAt(0));
    return new TraceComparison(trace.neuron(), trace.variable(), trace.timesMs().length, absent, worst, at,
        run.of().tolerance().getOrDefault(limit, Double.NaN));
  }

  /** Whether all spikes and traces agree. */
  public boolean holds() {
    return missing == 0 && extra == 0 && traces.stream().allMatch(TraceComparison::holds);
  }

  /** What a person reads, one line per matter. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(name + ": " + (holds() ? "agrees" : "DIFFERS"));
    lines.add(String.format(Locale.ROOT,
        "  spikes  expected %d, simulated %d, missing %d, extra %d (tolerance %.3g ms, largest deviation %.3g ms)",
        expected, simulated, missing, extra, toleranceMs, shiftMs));
    if (missing + extra > 0) {
      lines.add(String.format(Locale.ROOT, "  first difference at %.9g ms", firstDifferenceMs));
    }
    for (TraceComparison t : traces) {
      lines.add(String.format(Locale.ROOT, "  trace   neuron %d %s: %d samples, largest deviation %.3g%s%s%s",
          t.neuron(), t.variable(), t.samples(), t.deviation(),
          Double.isNaN(t.atMs()) ? "" : String.format(Locale.ROOT, " at %.6g ms", t.atMs()),
          t.absent() == 0 ? "" : ", " + t.absent() + " samples absent",
          Double.isNaN(t.limit()) ? "" : String.format(Locale.ROOT, " (limit %.3g: %s)", t.limit(),
              t.holds() ? "ok" : "EXCEEDED")));
    }
    return lines;
  }

  /** Matches the spikes of one neuron after the other. */
  private static final class Matching {
    private final double tolerance;
    private int missing;
    private int extra;
    private double shift;
    private double firstDifference = Double.NaN;

    Matching(double tolerance) {
      this.tolerance = tolerance;
    }

    void add(double[] expected, double[] simulated) {
      int i = 0;
      int j = 0;
      while (i < expected.length && j < simulated.length) {
        double difference = simulated[j] - expected[i];
        boolean nextIsCloser = j + 1 < simulated.length
            && Math.abs(simulated[j + 1] - expected[i]) < Math.abs(difference);
        if (Math.abs(difference) <= tolerance && !nextIsCloser) {
          shift = Math.max(shift, Math.abs(difference));
          i++;
          j++;
        } else if (Math.abs(difference) <= tolerance || difference < 0) {
          extra(simulated[j++]);
        } else {
          missing(expected[i++]);
        }
      }
      while (i < expected.length) {
        missing(expected[i++]);
      }
      while (j < simulated.length) {
        extra(simulated[j++]);
      }
    }

    private void missing(double timeMs) {
      missing++;
      differs(timeMs);
    }

    private void extra(double timeMs) {
      extra++;
      differs(timeMs);
    }

    private void differs(double timeMs) {
      firstDifference = Double.isNaN(firstDifference) ? timeMs : Math.min(firstDifference, timeMs);
    }
  }
}
