package ranvier.engine.exact;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Adds parts of compact rows to the sums of models with two effects: codes and weights are decoded and both polynomials
 * evaluated a vector at a time; each pair of effects is then added by one vector of two lanes, one load and one store
 * per arrival. Decoding belongs into this loop: parts are short, and filling chunks with them cost as much again.
 *
 * <p>Vectors of other lengths than the usual one call what is virtual themselves, such as {@code lanewise}: in a final
 * method like {@code add} the compiler goes by the classes that have come by there, from anywhere in the program. If it
 * has seen the usual ones only, or several, vectors may become objects, a hundred times slower.
 */
final class VectorPairSums {
  private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
  /** Bits of vectors whose halves still have two lanes. */
  private static final int SHORTEST = 256;
  private static final VectorShape HALF = VectorShape.forBitSize(DOUBLES.vectorBitSize() / 2);
  private static final VectorSpecies<Integer> INTS = VectorSpecies.of(int.class, HALF);
  private static final VectorSpecies<Float> FLOATS = VectorSpecies.of(float.class, HALF);
  private static final VectorSpecies<Double> PAIR = DoubleVector.SPECIES_128;
  private static final int LANES = DOUBLES.length();
  private static final VectorShuffle<Double> LOW = VectorShuffle.makeZip(DOUBLES, 0);
  private static final VectorShuffle<Double> HIGH = VectorShuffle.makeZip(DOUBLES, 1);

  /** Where the delay is in a code. */
  private static final int DELAY_SHIFT = 16;

  /** How many elements of codes and weights past the last arrival may be read. */
  static final int PADDING = 16;

  /** How many coefficients of either polynomial are written out below, and in {@link VectorPoissonSums}. */
  static final int FIRST = 7;
  static final int SECOND = 9;

  private final double[] first;
  private final double[] second;
  private final double[] pairs = new double[2 * EffectSums.CHUNK];

  private VectorPairSums(double[] first, double[] second) {
    this.first = first;
    this.second = second;
  }

  /** Whether the degrees of two polynomials and the vectors of this machine suit vector code. */
  static boolean suits(double[] first, double[] second) {
    return DOUBLES.vectorBitSize() >= SHORTEST && first.length <= FIRST && second.length <= SECOND;
  }

  /** Vector code for two polynomials; null if they do not {@link #suits suit} it. */
  static VectorPairSums of(double[] first, double[] second) {
    return suits(first, second)
        ? new VectorPairSums(Arrays.copyOf(first, FIRST), Arrays.copyOf(second, SECOND)) : null;
  }

  /**
   * Adds arrivals {@code from <= k < to}, in this order; reads up to a vector past {@code to}.
   *
   * @param base x of a code of 0
   * @param unit x per unit of the code
   */
  void add(int[] codes, float[] weights, int from, int to, double base, double unit, double[] sums) {
    // Written out, with zeros for higher powers (which change no bit): a loop over the coefficients or a method of ours
    // is not always compiled into registers, and then every vector is an object.
    final DoubleVector p0 = DoubleVector.broadcast(DOUBLES, first[0]);
    final DoubleVector p1 = DoubleVector.broadcast(DOUBLES, first[1]);
    final DoubleVector p2 = DoubleVector.broadcast(DOUBLES, first[2]);
    final DoubleVector p3 = DoubleVector.broadcast(DOUBLES, first[3]);
    final DoubleVector p4 = DoubleVector.broadcast(DOUBLES, first[4]);
    final DoubleVector p5 = DoubleVector.broadcast(DOUBLES, first[5]);
    final DoubleVector p6 = DoubleVector.broadcast(DOUBLES, first[6]);
    final DoubleVector q0 = DoubleVector.broadcast(DOUBLES, second[0]);
    final DoubleVector q1 = DoubleVector.broadcast(DOUBLES, second[1]);
    final DoubleVector q2 = DoubleVector.broadcast(DOUBLES, second[2]);
    final DoubleVector q3 = DoubleVector.broadcast(DOUBLES, second[3]);
    final DoubleVector q4 = DoubleVector.broadcast(DOUBLES, second[4]);
    final DoubleVector q5 = DoubleVector.broadcast(DOUBLES, second[5]);
    final DoubleVector q6 = DoubleVector.broadcast(DOUBLES, second[6]);
    final DoubleVector q7 = DoubleVector.broadcast(DOUBLES, second[7]);
    final DoubleVector q8 = DoubleVector.broadcast(DOUBLES, second[8]);
    final IntVector delay = IntVector.broadcast(INTS, DELAY_SHIFT);
    for (int start = from; start < to; start += EffectSums.CHUNK) {
      int end = Math.min(to, start + EffectSums.CHUNK);
      for (int k = start; k < end; k += LANES) {
        DoubleVector x = ((DoubleVector) IntVector.fromArray(INTS, codes, k).lanewise(VectorOperators.LSHR, delay)
            .convertShape(VectorOperators.I2D, DOUBLES, 0)).mul(unit).add(base);
        DoubleVector w = (DoubleVector) FloatVector.fromArray(FLOATS, weights, k)
            .convertShape(VectorOperators.F2D, DOUBLES, 0);
        DoubleVector a = p6.fma(x, p5).fma(x, p4).fma(x, p3).fma(x, p2).fma(x, p1).fma(x, p0).mul(w);
        DoubleVector b = q8.fma(x, q7).fma(x, q6).fma(x, q5).fma(x, q4).fma(x, q3).fma(x, q2).fma(x, q1).fma(x, q0)
            .mul(w);
        int into = 2 * (k - start);
        a.rearrange(LOW, b).intoArray(pairs, into);
        a.rearrange(HIGH, b).intoArray(pairs, into + LANES);
      }
      for (int k = start; k < end; k++) {
        int t = (codes[k] & BinLog.TARGET) << 1;
        DoubleVector.fromArray(PAIR, sums, t)
            .lanewise(VectorOperators.ADD, DoubleVector.fromArray(PAIR, pairs, 2 * (k - start))).intoArray(sums, t);
      }
    }
  }
}
