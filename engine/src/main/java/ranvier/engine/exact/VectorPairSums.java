package ranvier.engine.exact;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Adds segments of compact logs to the sums of models with two effects: codes and weights are decoded and both
 * polynomials evaluated a vector at a time; each pair of effects is then added by one vector of two lanes, one load and
 * one store per arrival.
 */
final class VectorPairSums {
  private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
  private static final VectorShape HALF = VectorShape.forBitSize(DOUBLES.vectorBitSize() / 2);
  private static final VectorSpecies<Integer> INTS = VectorSpecies.of(int.class, HALF);
  private static final VectorSpecies<Float> FLOATS = VectorSpecies.of(float.class, HALF);
  private static final VectorSpecies<Double> PAIR = DoubleVector.SPECIES_128;
  private static final int LANES = DOUBLES.length();
  private static final VectorShuffle<Double> LOW = VectorShuffle.makeZip(DOUBLES, 0);
  private static final VectorShuffle<Double> HIGH = VectorShuffle.makeZip(DOUBLES, 1);
  private static final int CHUNK = 256;

  private final double[] first;
  private final double[] second;
  private final double[] pairs = new double[2 * CHUNK];

  VectorPairSums(double[] first, double[] second) {
    this.first = first;
    this.second = second;
  }

  /** Half vectors have at least two lanes. */
  static boolean isSupported() {
    return DOUBLES.vectorBitSize() >= 256;
  }

  /**
   * Adds arrivals {@code from <= k < to}, in this order; reads up to a vector past {@code to}.
   *
   * @param base x of a code of 0
   * @param unit x per unit of the code
   */
  void add(int[] codes, float[] weights, int from, int to, double base, double unit, double[] sums) {
    for (int start = from; start < to; start += CHUNK) {
      int end = Math.min(to, start + CHUNK);
      for (int k = start; k < end; k += LANES) {
        DoubleVector x = ((DoubleVector) IntVector.fromArray(INTS, codes, k).lanewise(VectorOperators.LSHR, 16)
            .convertShape(VectorOperators.I2D, DOUBLES, 0)).mul(unit).add(base);
        DoubleVector w = (DoubleVector) FloatVector.fromArray(FLOATS, weights, k)
            .convertShape(VectorOperators.F2D, DOUBLES, 0);
        DoubleVector a = polynomial(first, x).mul(w);
        DoubleVector b = polynomial(second, x).mul(w);
        int into = 2 * (k - start);
        a.rearrange(LOW, b).intoArray(pairs, into);
        a.rearrange(HIGH, b).intoArray(pairs, into + LANES);
      }
      for (int k = start; k < end; k++) {
        int t = (codes[k] & 0xFFFF) << 1;
        DoubleVector.fromArray(PAIR, sums, t).add(DoubleVector.fromArray(PAIR, pairs, 2 * (k - start)))
            .intoArray(sums, t);
      }
    }
  }

  private static DoubleVector polynomial(double[] c, DoubleVector x) {
    DoubleVector sum = DoubleVector.broadcast(DOUBLES, c[c.length - 1]);
    for (int n = c.length - 2; n >= 0; n--) {
      sum = sum.fma(x, DoubleVector.broadcast(DOUBLES, c[n]));
    }
    return sum;
  }
}
