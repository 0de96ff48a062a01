package ranvier.formats.reference;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Simulated weights against the expected trajectories, by connection and time of the presynaptic spike, which is
 * rounded to 1e-6 ms.
 *
 * @param compared weights
 * @param absent expected weights that were not simulated
 * @param deviation largest, infinite where something simulated is not a number
 * @param connection of the largest deviation; -1 if there is none
 * @param atMs time of the largest deviation
 * @param relative largest deviation relative to the expected weight, or to 1/1000 of the largest one where that is more
 * @param limit largest accepted deviation; NaN if there is none
 * @param relativeLimit largest accepted relative deviation; NaN if there is none
 */
record WeightComparison(int compared, int absent, double deviation, int connection, double atMs, double relative,
    double limit, double relativeLimit) {
  private record Transmission(int connection, long time) {
    static Transmission of(ReferenceCase.Weights weights, int k) {
      return new Transmission(weights.connections()[k], (long) Math.rint(weights.timesMs()[k] * 1e6));
    }
  }

  static WeightComparison of(ReferenceCase.Weights expected, ReferenceCase.Weights simulated,
      Map<String, Double> tolerance) {
    Map<Transmission, Double> table = new HashMap<>();
    for (int k = 0; k < simulated.weights().length; k++) {
      table.put(Transmission.of(simulated, k), simulated.weights()[k]);
    }
    double largest = Arrays.stream(expected.weights()).map(Math::abs).max().orElse(0);
    double floor = largest == 0 ? 1 : 1e-3 * largest;
    int absent = 0;
    double worst = 0;
    double relative = 0;
    int at = -1;
    for (int k = 0; k < expected.weights().length; k++) {
      Double ours = table.get(Transmission.of(expected, k));
      if (ours == null) {
        absent++;
        continue;
      }
      double deviation = TraceComparison.distance(ours, expected.weights()[k]);
      relative = Math.max(relative, deviation / Math.max(Math.abs(expected.weights()[k]), floor));
      if (deviation > worst) {
        worst = deviation;
        at = k;
      }
    }
    return new WeightComparison(expected.weights().length - absent, absent, worst,
        at < 0 ? -1 : expected.connections()[at], at < 0 ? Double.NaN : expected.timesMs()[at], relative,
        tolerance.getOrDefault("weight_absolute", Double.NaN), tolerance.getOrDefault("weight_relative", Double.NaN));
  }

  /** Whether every weight is there and within the limits. */
  boolean holds() {
    return absent == 0 && !(deviation > limit) && !(relative > relativeLimit);
  }

  /** What a person reads. */
  String line() {
    return "  weights   " + compared + " values, max deviation " + CFormat.general(deviation, 3) + ", relative "
        + CFormat.general(relative, 3)
        + (connection < 0 ? "" : " (connection " + connection + ", " + CFormat.general(atMs, 6) + " ms)")
        + (absent == 0 ? "" : ", " + absent + " absent");
  }
}
