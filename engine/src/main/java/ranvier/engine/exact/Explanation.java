package ranvier.engine.exact;

import java.util.List;
import java.util.Locale;

/**
 * Why a neuron spiked: what had arrived, and what each arrival added to the potential at the time of the spike.
 *
 * @param neuron global number
 * @param timeMs of the spike
 * @param previousMs of the neuron's spike before it; minus infinity if there is none
 * @param potentialMv just before the spike
 * @param withoutMv the potential at that time had none of the listed arrivals come
 * @param causes arrivals since some time before the previous spike, largest contribution first
 */
public record Explanation(int neuron, double timeMs, double previousMs, double potentialMv, double withoutMv,
    List<Cause> causes) {
  /** Source of a Poisson arrival. */
  public static final int POISSON = -1;

  /** Copies the list. */
  public Explanation {
    causes = List.copyOf(causes);
  }

  /**
   * One arrival.
   *
   * @param source global number; {@link #POISSON} for a Poisson input
   * @param spikeMs when the source spiked
   * @param arrivalMs when that arrived
   * @param weight as kept in memory
   * @param contributionMv the potential at the spike less what it would have been without this arrival, the spikes of
   *     the neuron before it being the same; these add up where the model is linear
   */
  public record Cause(int source, double spikeMs, double arrivalMs, double weight, double contributionMv) {}

  /** Share of one arrival in all that arrived: of the sum of positive contributions. */
  public double share(Cause cause) {
    double sum = causes.stream().mapToDouble(Cause::contributionMv).filter(c -> c > 0).sum();
    return sum > 0 ? cause.contributionMv() / sum : 0.0;
  }

  /** The largest contributions as text, one per line. */
  public String text(int most) {
    StringBuilder out = new StringBuilder(String.format(Locale.ROOT,
        "neuron %d spiked at %.9f ms (V = %.6f mV; without the %d arrivals below it would have been %.6f mV)%n", neuron,
        timeMs, potentialMv, causes.size(), withoutMv));
    out.append(previousMs == Double.NEGATIVE_INFINITY ? "its first spike\n"
        : String.format(Locale.ROOT, "its spike before was at %.9f ms%n", previousMs));
    out.append(String.format(Locale.ROOT, "%10s %16s %16s %12s %14s %7s%n", "source", "spike ms", "arrival ms",
        "weight", "contributes mV", "share"));
    for (Cause c : causes.subList(0, Math.min(most, causes.size()))) {
      out.append(String.format(Locale.ROOT, "%10s %16.9f %16.9f %12.4f %14.6f %6.1f%%%n",
          c.source() == POISSON ? "Poisson" : Integer.toString(c.source()), c.spikeMs(), c.arrivalMs(), c.weight(),
          c.contributionMv(), 100.0 * share(c)));
    }
    return out.toString();
  }
}
