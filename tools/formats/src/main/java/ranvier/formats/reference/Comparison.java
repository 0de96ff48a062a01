package ranvier.formats.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Whether a simulated case agrees with what is expected, by the rules of {@code compare.py}, which lies beside the
 * cases, and in its words. It is stricter in one way: traces and weights that are expected must be there.
 */
public final class Comparison {
  /** Always granted on a grid, for the rounding of k times the step. */
  private static final double GRID_SLACK_MS = 1e-6;

  private final ReferenceCase of;
  private final SpikeComparison spikes;
  private final List<TraceComparison> traces;
  private final List<WeightComparison> weights;

  private Comparison(ReferenceCase of, SpikeComparison spikes, List<TraceComparison> traces,
      List<WeightComparison> weights) {
    this.of = of;
    this.spikes = spikes;
    this.traces = traces;
    this.weights = weights;
  }

  /** Compares. */
  public static Comparison of(ReferenceRun run) {
    ReferenceCase c = run.of();
    double tolerance = c.tolerance().getOrDefault("spike_ms", 0.0) + (c.exact() ? 0.0 : GRID_SLACK_MS);
    return new Comparison(c, SpikeComparison.of(c.spikes(), run.spikes(), c.neurons(), tolerance),
        IntStream.range(0, c.traces().size()).mapToObj(t -> TraceComparison.of(run, t)).toList(),
        c.weights().weights().length == 0 ? List.of()
            : List.of(WeightComparison.of(c.weights(), run.weights(), c.tolerance())));
  }

  /** Whether all spikes, traces and weights agree. */
  public boolean holds() {
    return spikes.differences().isEmpty() && traces.stream().allMatch(TraceComparison::holds)
        && weights.stream().allMatch(WeightComparison::holds);
  }

  /** Expected spikes without a partner. */
  public int missing() {
    return spikes.missing();
  }

  /** Simulated spikes without a partner. */
  public int extra() {
    return spikes.extra();
  }

  /** Largest difference of the times of matching spikes. */
  public double deviationMs() {
    return spikes.deviationMs();
  }

  /** What a person reads, one line per matter. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(of.name() + ": " + (holds() ? "agrees" : "DIFFERS"));
    spikes.tell(of, lines);
    traces.forEach(t -> lines.add(t.line()));
    weights.forEach(w -> lines.add(w.line()));
    return lines;
  }
}
