package ranvier.engine.kernel;

import ranvier.engine.memory.SynapseTable;
import ranvier.engine.network.Distribution;

/** Delays on the grid: rounded to the nearest step, at least one. */
final class DelaySteps {
  private DelaySteps() {}

  static int of(double delayMs, double dtMs) {
    double steps = Math.rint(delayMs / dtMs);
    return (int) Math.max(1, Math.min(SynapseTable.MAX_DELAY, steps));
  }

  /** Steps of the quantiles of a distribution, or of its one value. */
  static char[] table(Distribution delayMs, double dtMs) {
    char[] steps = new char[WeightCodes.QUANTILES];
    for (int q = 0; q < steps.length; q++) {
      steps[q] = (char) of(WeightCodes.quantile(delayMs, q), dtMs);
    }
    return steps;
  }

  static int shortest(Distribution delayMs, double dtMs) {
    return of(isListedOrConstant(delayMs) ? delayMs.min() : WeightCodes.quantile(delayMs, 0), dtMs);
  }

  static int longest(Distribution delayMs, double dtMs) {
    return of(isListedOrConstant(delayMs) ? delayMs.max() : WeightCodes.quantile(delayMs, WeightCodes.QUANTILES - 1),
        dtMs);
  }

  private static boolean isListedOrConstant(Distribution d) {
    return d instanceof Distribution.Listed || d.isConstant();
  }
}
