package ranvier.synapses;

import ranvier.engine.math.Exp;
import ranvier.engine.model.SynapseRow;

/** Traces of spikes: what a presynaptic spike adds, and how long spikes are remembered. */
final class Traces {
  private static final double TIME_CONSTANTS = 64;
  private static final double LONGEST_MS = 1000;

  private Traces() {}

  /** A trace of the presynaptic spikes of a piece at the present one, which adds to it. */
  static double afterSpike(SynapseRow row, double trace, double tau, double step) {
    return trace * Exp.of((row.previousMs() - row.nowMs()) / tau) + step;
  }

  /** The time in ms for which a history with traces of these time constants must be kept. */
  static double rememberMs(double... taus) {
    double remember = LONGEST_MS;
    for (double tau : taus) {
      remember = Math.min(remember, TIME_CONSTANTS * tau);
    }
    return remember;
  }
}
