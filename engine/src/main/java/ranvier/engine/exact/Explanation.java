package ranvier.engine.exact;

import java.util.List;

/**
 * Why a neuron spiked: what had arrived, and what each arrival added to the potential at the time of the spike.
 *
 * @param neuron global number
 * @param timeMs of the spike
 * @param previousMs of the neuron's spike before it; minus infinity if there is none
 * @param potentialMv just before the spike
 * @param withoutMv the potential at that time had none of the listed arrivals come: what the leak, constant currents,
 *     stimulus currents and older arrivals make of it
 * @param fromMs what arrived before is not listed
 * @param olderMv what is not listed added to the potential, all together
 * @param causes arrivals since {@code fromMs}, largest contribution first
 */
public record Explanation(int neuron, double timeMs, double previousMs, double potentialMv, double withoutMv,
    double fromMs, double olderMv, List<Cause> causes) {
  /** Source of a Poisson arrival. */
  public static final int POISSON = -1;

  /** Copies the list. */
  public Explanation {
    causes = List.copyOf(causes);
  }

  /**
   * One arrival.
   *
   * @param source global number; numbers from the number of neurons on are spike trains; {@link #POISSON} for a Poisson
   *     input
   * @param spikeMs when the source spiked
   * @param arrivalMs when that arrived
   * @param weight as kept in memory
   * @param contributionMv the potential at the spike less what it would have been without this arrival, the spikes of
   *     the neuron before it being the same; these add up where the model is linear
   */
  public record Cause(int source, double spikeMs, double arrivalMs, double weight, double contributionMv) {}

  /** Share of one arrival in all that raised the potential: of the sum of positive contributions. */
  public double share(Cause cause) {
    double sum = causes.stream().mapToDouble(Cause::contributionMv).filter(c -> c > 0).sum();
    return sum > 0 ? cause.contributionMv() / sum : 0.0;
  }
}
