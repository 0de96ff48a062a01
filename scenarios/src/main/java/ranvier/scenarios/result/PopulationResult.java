package ranvier.scenarios.result;

import ranvier.engine.record.PopulationStatistics;

/**
 * Statistics of one population, after the transient.
 *
 * @param rateHz mean over neurons
 * @param rateStdHz standard deviation over neurons
 * @param cvIsi mean coefficient of variation of interspike intervals over neurons with at least 5 spikes; NaN if none
 * @param silentFraction neurons without a spike
 * @param synchrony variance over mean of the population's spike count in bins of 3 ms
 */
public record PopulationResult(String name, int size, double rateHz, double rateStdHz, double cvIsi,
    double silentFraction, double synchrony) {
  /** What was counted while a network ran. */
  public static PopulationResult of(PopulationStatistics p) {
    return new PopulationResult(p.name(), p.size(), p.rateMeanHz(), p.rateStdHz(), p.cvMean(), p.silentFraction(),
        p.synchrony());
  }
}
