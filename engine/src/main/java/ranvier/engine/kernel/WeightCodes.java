package ranvier.engine.kernel;

import java.util.List;
import ranvier.engine.network.Distribution;

/** Fixed-point weights: how large one unit is, and the codes of a distribution's quantiles. */
final class WeightCodes {
  /** Largest magnitude of a code. */
  static final int MAX = Short.MAX_VALUE;

  /** Number of quantiles in a table. */
  static final int QUANTILES = 1 << 16;

  private WeightCodes() {}

  /** The value of quantile q of {@link #QUANTILES}. */
  static double quantile(Distribution distribution, int q) {
    return distribution.value(0, (q + 0.5) / QUANTILES);
  }

  /** Largest magnitude among the weights that will be stored. */
  static double largest(Distribution weights) {
    if (weights instanceof Distribution.Listed || weights.isConstant()) {
      return Math.max(Math.abs(weights.min()), Math.abs(weights.max()));
    }
    return Math.max(Math.abs(quantile(weights, 0)), Math.abs(quantile(weights, QUANTILES - 1)));
  }

  /**
   * The unit in which the weights of one receptor are stored. Constant weights that are whole multiples of the smallest
   * are stored exactly; otherwise it is a power of two, so that the largest weight uses 15 bits. Where weights are
   * learned, too, and constant ones could be stored exactly, it is the smallest of those divided by a power of two.
   *
   * @param weights all distributions onto the receptor in fixed point
   * @param learned largest magnitude that learned weights onto it can reach; 0 if there are none
   * @param inDegree largest expected in-degree, which bounds the sum in a step
   */
  static double resolution(List<Distribution> weights, double learned, double inDegree) {
    double largest = Math.max(learned, weights.stream().mapToDouble(WeightCodes::largest).max().orElse(0.0));
    if (largest == 0.0) {
      return 1.0;
    }
    double codes = Math.min(MAX, Integer.MAX_VALUE / Math.max(1.0, inDegree));
    if (weights.stream().allMatch(Distribution::isConstant)) {
      double smallest = weights.stream().mapToDouble(w -> Math.abs(w.min())).filter(w -> w > 0).min().orElse(largest);
      boolean multiples = weights.stream().allMatch(w -> isWhole(w.min() / smallest));
      if (multiples && largest / smallest <= codes) {
        return learned == 0.0 ? smallest : smallest / powerOfTwo(codes * smallest / largest);
      }
    }
    return StrictMath.scalb(1.0, (int) StrictMath.ceil(StrictMath.log(largest / codes) / StrictMath.log(2.0) - 1e-9));
  }

  /** The largest power of two that is not above a number. */
  private static double powerOfTwo(double number) {
    return StrictMath.scalb(1.0, Math.getExponent(number));
  }

  private static boolean isWhole(double ratio) {
    return Math.abs(ratio - Math.rint(ratio)) <= 1e-12 * Math.abs(ratio);
  }

  /** The code of a weight. */
  static int code(double weight, double resolution) {
    return (int) Math.max(-MAX, Math.min(MAX, Math.rint(weight / resolution)));
  }
}
