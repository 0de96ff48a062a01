package ranvier.engine.exact;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;
import ranvier.engine.random.PoissonCells;
import ranvier.engine.random.PoissonTable;

/**
 * Draws cells of Poisson trains and adds their arrivals to the sums of models with two effects, a vector of neurons at
 * a time: round j draws the j-th arrival of all that have one, so sums stay in registers, and nothing is counted,
 * stored or scattered. The bits are those of {@link PoissonCells#draw} and {@link EffectSums}.
 */
final class VectorPoissonSums {
  private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Integer> INTS =
      VectorSpecies.of(int.class, VectorShape.forBitSize(DOUBLES.vectorBitSize() / 2));
  private static final int LANES = DOUBLES.length();
  private static final VectorShuffle<Double> EVEN = VectorShuffle.makeUnzip(DOUBLES, 0);
  private static final VectorShuffle<Double> ODD = VectorShuffle.makeUnzip(DOUBLES, 1);
  private static final VectorShuffle<Double> LOW = VectorShuffle.makeZip(DOUBLES, 0);
  private static final VectorShuffle<Double> HIGH = VectorShuffle.makeZip(DOUBLES, 1);

  private final double[] first;
  private final double[] second;
  private int[] keys1 = new int[16];
  private int[] keys2 = new int[16];

  private VectorPoissonSums(double[] first, double[] second) {
    this.first = first;
    this.second = second;
  }

  /** Vector code for two polynomials; null if they do not {@link VectorPairSums#suits suit} it. */
  static VectorPoissonSums of(double[] first, double[] second) {
    return VectorPairSums.suits(first, second)
        ? new VectorPoissonSums(Arrays.copyOf(first, VectorPairSums.FIRST),
            Arrays.copyOf(second, VectorPairSums.SECOND)) : null;
  }

  /**
   * Adds the arrivals of a cell.
   *
   * @param ids of the neurons, which key their trains
   * @param target of the first of them; the others follow it
   * @param base x of the start of the cell, exact with more than {@link PoissonCells#MIDDLE} times the width
   * @param width of the cell in x, a power of two
   * @return of how many of the neurons, counted from the first: of all but less than a vector
   */
  int add(PoissonCells cells, long cell, int[] ids, int target, double base, double width, double[] sums) {
    final int[] limits = cells.limits();
    if (keys1.length < limits.length) {
      keys1 = new int[limits.length];
      keys2 = new int[limits.length];
    }
    long keys = cells.keys(cell);
    for (int j = 0; j < limits.length; j++) {
      long own = PoissonCells.keys(keys, j);
      keys1[j] = (int) own;
      keys2[j] = (int) (own >>> 32);
    }
    addRounds(limits, (int) keys, (int) (keys >>> 32), ids, target, base, width, sums);
    return ids.length - ids.length % LANES;
  }

  private void addRounds(int[] limits, int key1, int key2, int[] ids, int target, double base, double width,
      double[] sums) {
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
    final DoubleVector unit = DoubleVector.broadcast(DOUBLES, width * PoissonCells.TO_SHARE);
    final DoubleVector middle = DoubleVector.broadcast(DOUBLES, width * PoissonCells.MIDDLE + base);
    final int[] k1 = keys1;
    final int[] k2 = keys2;
    final int rounds = limits.length;
    for (int k = 0; k + LANES <= ids.length; k += LANES) {
      IntVector id = IntVector.fromArray(INTS, ids, k).mul(PoissonTable.ID_FACTOR);
      IntVector h = id.add(key1);
      h = h.lanewise(VectorOperators.XOR, h.lanewise(VectorOperators.LSHR, 16)).mul(PoissonTable.FACTOR_1)
          .lanewise(VectorOperators.XOR, key2);
      h = h.lanewise(VectorOperators.XOR, h.lanewise(VectorOperators.LSHR, 15)).mul(PoissonTable.FACTOR_2);
      // The order of unsigned numbers, by a comparison of signed ones.
      IntVector count = h.lanewise(VectorOperators.XOR, h.lanewise(VectorOperators.LSHR, 15))
          .lanewise(VectorOperators.XOR, Integer.MIN_VALUE);
      int at = 2 * (target + k);
      DoubleVector low = DoubleVector.fromArray(DOUBLES, sums, at);
      DoubleVector high = DoubleVector.fromArray(DOUBLES, sums, at + LANES);
      DoubleVector a = low.rearrange(EVEN, high);
      DoubleVector b = low.rearrange(ODD, high);
      for (int j = 0; j < rounds; j++) {
        VectorMask<Integer> ended = count.compare(VectorOperators.LT, limits[j]);
        if (ended.allTrue()) {
          break;
        }
        IntVector g = id.add(k1[j]);
        g = g.lanewise(VectorOperators.XOR, g.lanewise(VectorOperators.LSHR, 16)).mul(PoissonTable.FACTOR_1)
            .lanewise(VectorOperators.XOR, k2[j]);
        g = g.lanewise(VectorOperators.XOR, g.lanewise(VectorOperators.LSHR, 15)).mul(PoissonTable.FACTOR_2);
        g = g.lanewise(VectorOperators.XOR, g.lanewise(VectorOperators.LSHR, 15));
        // The product is exact, so rounding once is rounding twice.
        DoubleVector x = ((DoubleVector) g.convertShape(VectorOperators.I2D, DOUBLES, 0)).fma(unit, middle);
        VectorMask<Double> rest = ended.cast(DOUBLES);
        // What is carried from round to round is an argument, never called: its class is known to the compiler only if
        // no call on it can fail over to a virtual one, and else it is an object.
        a = p6.fma(x, p5).fma(x, p4).fma(x, p3).fma(x, p2).fma(x, p1).fma(x, p0).add(a).blend(a, rest);
        b = q8.fma(x, q7).fma(x, q6).fma(x, q5).fma(x, q4).fma(x, q3).fma(x, q2).fma(x, q1).fma(x, q0).add(b)
            .blend(b, rest);
      }
      a.rearrange(LOW, b).intoArray(sums, at);
      a.rearrange(HIGH, b).intoArray(sums, at + LANES);
    }
  }
}
