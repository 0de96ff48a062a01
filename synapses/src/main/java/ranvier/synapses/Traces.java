package ranvier.synapses;

/** How long spikes are remembered for traces of them. */
final class Traces {
  private static final double TIME_CONSTANTS = 64;
  private static final double LONGEST_MS = 1000;

  private Traces() {}

  /** The time in ms for which a history with traces of these time constants must be kept. */
  static double rememberMs(double... taus) {
    double remember = LONGEST_MS;
    for (double tau : taus) {
      remember = Math.min(remember, TIME_CONSTANTS * tau);
    }
    return remember;
  }
}
