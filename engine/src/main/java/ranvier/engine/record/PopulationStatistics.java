package ranvier.engine.record;

/**
 * Spike statistics of one population after the transient. What has no value (the CV of silent neurons, a standard
 * deviation of one neuron, anything of no time) is NaN.
 *
 * @param name of the population
 * @param size number of neurons
 * @param durationMs time that the statistics cover
 * @param ratesHz one per neuron: spike count over duration
 * @param cvs one per neuron with at least {@link SpikeStatistics#CV_SPIKES} spikes, in their order: standard deviation
 *     (n) over mean of its interspike intervals
 * @param silentFraction share of neurons without a spike
 * @param synchrony variance (n) over mean of the population's spike count in bins of 3 ms
 * @param isiCounts interspike intervals of all neurons in the bins of {@link SpikeStatistics#isiEdgesMs}
 * @param activity spikes of the population in bins of 1 ms, from the end of the transient on; shorter than durationMs
 *     if that exceeds {@link SpikeStatistics#ACTIVITY_BINS} or is no whole number of bins
 */
public record PopulationStatistics(String name, int size, double durationMs, double[] ratesHz, double[] cvs,
    double silentFraction, double synchrony, long[] isiCounts, int[] activity) {
  /** Mean rate over all neurons in Hz. */
  public double rateMeanHz() {
    return mean(ratesHz);
  }

  /** Standard deviation (n - 1) of the rate over all neurons in Hz. */
  public double rateStdHz() {
    return standardDeviation(ratesHz);
  }

  /** Mean CV over the neurons that have one. */
  public double cvMean() {
    return mean(cvs);
  }

  /** Standard deviation (n - 1) of the CV over the neurons that have one. */
  public double cvStd() {
    return standardDeviation(cvs);
  }

  private static double mean(double[] values) {
    double sum = 0.0;
    for (double v : values) {
      sum += v;
    }
    return sum / values.length;
  }

  private static double standardDeviation(double[] values) {
    if (values.length < 2) {
      return Double.NaN;
    }
    double mean = mean(values);
    double squares = 0.0;
    for (double v : values) {
      squares += (v - mean) * (v - mean);
    }
    return Math.sqrt(squares / (values.length - 1));
  }
}
