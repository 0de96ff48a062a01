package ranvier.formats.reference;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * One simulated trace against the expected one, at the expected times.
 *
 * @param samples compared
 * @param absent expected samples that were not simulated
 * @param deviation largest, infinite where something simulated is not a number
 * @param atMs where that is; NaN if there is no deviation
 * @param limit largest accepted deviation; NaN if there is none
 */
record TraceComparison(int neuron, String variable, int samples, int absent, double deviation, double atMs,
    double limit) {
  /** Which tolerance belongs to a variable tells its first letter. */
  private static final Map<Character, String> LIMITS = Map.of('V', "V_m_mV", 'I', "I_syn_pA", 'g', "g_nS");

  static TraceComparison of(ReferenceRun run, int number) {
    ReferenceCase.Trace trace = run.of().traces().get(number);
    double worst = 0.0;
    double at = Double.NaN;
    int absent = 0;
    for (int i = 0; i < trace.timesMs().length; i++) {
      OptionalDouble ours = run.value(number, trace.timesMs()[i]);
      double deviation = ours.isEmpty() ? 0 : distance(ours.getAsDouble(), trace.values()[i]);
      absent += ours.isEmpty() ? 1 : 0;
      if (deviation > worst) {
        worst = deviation;
        at = trace.timesMs()[i];
      }
    }
    String limit = LIMITS.getOrDefault(trace.variable().isEmpty() ? ' ' : trace.variable().charAt(0), "");
    return new TraceComparison(trace.neuron(), trace.variable(), trace.timesMs().length - absent, absent, worst, at,
        run.of().tolerance().getOrDefault(limit, Double.NaN));
  }

  /** |a - b|; infinite if one of them is not a number. */
  static double distance(double a, double b) {
    double distance = Math.abs(a - b);
    return Double.isNaN(distance) ? Double.POSITIVE_INFINITY : distance;
  }

  /** Whether every sample is there and within the limit. */
  boolean holds() {
    return absent == 0 && !(deviation > limit);
  }

  /** What a person reads. */
  String line() {
    return "  trace     neuron " + neuron + " " + variable + ": " + samples + " samples, max deviation "
        + CFormat.general(deviation, 3) + " at " + (Double.isNaN(atMs) ? "None" : CFormat.shortest(atMs)) + " ms"
        + (absent == 0 ? "" : ", " + absent + " samples absent")
        + (Double.isNaN(limit) ? ""
            : " (limit " + CFormat.general(limit, 6) + ": " + (holds() ? "ok" : "EXCEEDED") + ")");
  }
}
