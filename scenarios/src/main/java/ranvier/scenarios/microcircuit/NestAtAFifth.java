package ranvier.scenarios.microcircuit;

/**
 * The microcircuit at 0.2 of its size and in-degrees in NEST 3.10.0 (PyNEST example cortical_microcircuit), Poisson
 * background, 0.1 ms, 10 s after 0.5 s, means of two seeds. Populations in the order L23E..L6I.
 */
final class NestAtAFifth {
  static final int[] SIZES = {4137, 1167, 4383, 1096, 970, 213, 2879, 590};

  /** Direct current in pA that keeps the mean input. */
  static final double[] CURRENTS_PA = {
    23.4729600417, 90.8449737004, 91.3288418679, 92.9623909429,
    101.392707722, 122.62725309, 35.447424256, 124.26454167};

  /** Number of synapses, [target][source]. */
  static final long[][] SYNAPSES = {
    {1819992, 892943, 810146, 386837, 131743, 0, 90856, 0},
    {697748, 200751, 164214, 67603, 88849, 0, 14138, 0},
    {140147, 30262, 979314, 696543, 28581, 280, 584977, 0},
    {324570, 3713, 397342, 208931, 3513, 0, 352436, 0},
    {424543, 72682, 220312, 6076, 81630, 96316, 57559, 0},
    {49657, 6777, 24307, 514, 12784, 17218, 5297, 0},
    {187249, 22244, 269103, 52809, 164489, 12201, 334906, 433107},
    {90433, 688, 8801, 323, 16066, 1009, 115537, 54173}};

  /** Mean rate in Hz. */
  static final double[] RATES_HZ = {0.6104, 2.4909, 4.2788, 5.507, 6.9545, 8.2793, 1.0127, 7.4553};

  /** Mean coefficient of variation of interspike intervals, over neurons with at least 5 spikes. */
  static final double[] CV = {0.81777, 0.85291, 0.8468, 0.84474, 0.8189, 0.7885, 0.82395, 0.79658};

  /** Variance over mean of the population spike count in bins of 3 ms. */
  static final double[] SYNCHRONY = {6.2173, 2.6704, 8.0976, 2.1819, 6.8655, 1.0633, 2.4829, 1.059};

  private NestAtAFifth() {}
}
