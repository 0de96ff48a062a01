package ranvier.synapses;

import static ranvier.synapses.RecentPairs.LAST;
import static ranvier.synapses.RecentPairs.SECOND;
import static ranvier.synapses.RecentPairs.THIRD;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import ranvier.engine.model.RecentSpikes;

/**
 * The loops of {@link RecentPairs} in explicit vector code: the same bits. Each does whole vectors only and returns how
 * many synapses that were. Loaded only where the vector module is present. Written out without helpers, and with
 * operands in local variables, so that no vector becomes an object.
 */
final class PairVectors {
  private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;

  /** The four numbers of a target, and two targets. */
  private static final VectorSpecies<Double> LINE = DoubleVector.SPECIES_256;
  private static final VectorSpecies<Long> EIGHT = LongVector.SPECIES_512;

  /** Which elements of two vectors are taken, 8 and more from the second; see {@link #gather}. */
  private static final LongVector PAIRS = LongVector.fromArray(EIGHT, new long[] {0, 8, 1, 9, 2, 10, 3, 11}, 0);
  private static final LongVector EVEN = LongVector.fromArray(EIGHT, new long[] {0, 1, 8, 9, 2, 3, 10, 11}, 0);
  private static final LongVector ODD = LongVector.fromArray(EIGHT, new long[] {4, 5, 12, 13, 6, 7, 14, 15}, 0);
  private static final LongVector LOW = LongVector.fromArray(EIGHT, new long[] {0, 1, 2, 3, 8, 9, 10, 11}, 0);
  private static final LongVector HIGH = LongVector.fromArray(EIGHT, new long[] {4, 5, 6, 7, 12, 13, 14, 15}, 0);

  private PairVectors() {}

  /**
   * Loads the four numbers of eight targets each and transposes them. Only for vectors of 512 bits, with which it takes
   * half of the time of single loads and stores; hardware gathers take three times as long.
   */
  static int gather(int[] targets, int count, double[] lines, double[] columns) {
    if (LANES.length() != EIGHT.length()) {
      return 0;
    }
    LongVector pairs = PAIRS;
    LongVector even = EVEN;
    LongVector odd = ODD;
    LongVector low = LOW;
    LongVector high = HIGH;
    int end = EIGHT.loopBound(count);
    for (int k = 0; k < end; k += 8) {
      LongVector a = pairs.selectFrom(
          DoubleVector.fromArray(LINE, lines, targets[k] << RecentSpikes.SHIFT).reinterpretAsLongs()
              .reinterpretShape(EIGHT, 0).reinterpretAsLongs(),
          DoubleVector.fromArray(LINE, lines, targets[k + 1] << RecentSpikes.SHIFT).reinterpretAsLongs()
              .reinterpretShape(EIGHT, 0).reinterpretAsLongs());
      LongVector b = pairs.selectFrom(
          DoubleVector.fromArray(LINE, lines, targets[k + 2] << RecentSpikes.SHIFT).reinterpretAsLongs()
              .reinterpretShape(EIGHT, 0).reinterpretAsLongs(),
          DoubleVector.fromArray(LINE, lines, targets[k + 3] << RecentSpikes.SHIFT).reinterpretAsLongs()
              .reinterpretShape(EIGHT, 0).reinterpretAsLongs());
      LongVector c = pairs.selectFrom(
          DoubleVector.fromArray(LINE, lines, targets[k + 4] << RecentSpikes.SHIFT).reinterpretAsLongs()
              .reinterpretShape(EIGHT, 0).reinterpretAsLongs(),
          DoubleVector.fromArray(LINE, lines, targets[k + 5] << RecentSpikes.SHIFT).reinterpretAsLongs()
              .reinterpretShape(EIGHT, 0).reinterpretAsLongs());
      LongVector d = pairs.selectFrom(
          DoubleVector.fromArray(LINE, lines, targets[k + 6] << RecentSpikes.SHIFT).reinterpretAsLongs()
              .reinterpretShape(EIGHT, 0).reinterpretAsLongs(),
          DoubleVector.fromArray(LINE, lines, targets[k + 7] << RecentSpikes.SHIFT).reinterpretAsLongs()
              .reinterpretShape(EIGHT, 0).reinterpretAsLongs());
      LongVector firstTwo = even.selectFrom(a, b);
      LongVector lastTwo = odd.selectFrom(a, b);
      LongVector firstTwoMore = even.selectFrom(c, d);
      LongVector lastTwoMore = odd.selectFrom(c, d);
      low.selectFrom(firstTwo, firstTwoMore).reinterpretAsDoubles().intoArray(columns, k);
      high.selectFrom(firstTwo, firstTwoMore).reinterpretAsDoubles().intoArray(columns, k + LAST);
      low.selectFrom(lastTwo, lastTwoMore).reinterpretAsDoubles().intoArray(columns, k + SECOND);
      high.selectFrom(lastTwo, lastTwoMore).reinterpretAsDoubles().intoArray(columns, k + THIRD);
    }
    return end;
  }

  /** Lists all synapses whose decay in a column is below the limit; returns their number. */
  static int list(double[] columns, int column, int count, double limit, int[] into) {
    int listed = 0;
    for (int k = 0; k < count; k += Long.SIZE) {
      int end = Math.min(count - k, Long.SIZE);
      long bits = 0;
      // Columns are longer than rows: what lies behind the end is cut off.
      for (int j = 0; j < end; j += LANES.length()) {
        bits |= DoubleVector.fromArray(LANES, columns, k + j + column).compare(VectorOperators.LT, limit).toLong() << j;
      }
      for (bits &= -1L >>> Long.SIZE - end; bits != 0; bits &= bits - 1) {
        into[listed++] = k + Long.numberOfTrailingZeros(bits);
      }
    }
    return listed;
  }

  static int add(double[] columns, double[] weights, int count, double limit, double up, double down, double highest) {
    DoubleVector most = DoubleVector.broadcast(LANES, highest);
    DoubleVector zero = DoubleVector.zero(LANES);
    int end = LANES.loopBound(count);
    for (int k = 0; k < end; k += LANES.length()) {
      DoubleVector last = DoubleVector.fromArray(LANES, columns, k + LAST);
      DoubleVector second = DoubleVector.fromArray(LANES, columns, k + SECOND);
      DoubleVector third = DoubleVector.fromArray(LANES, columns, k + THIRD);
      DoubleVector pairs = zero.blend(last, last.compare(VectorOperators.LT, limit))
          .add(zero.blend(second, second.compare(VectorOperators.LT, limit)))
          .add(zero.blend(third, third.compare(VectorOperators.LT, limit)));
      DoubleVector more = DoubleVector.fromArray(LANES, weights, k).add(pairs.mul(up));
      DoubleVector w = more.blend(most, more.compare(VectorOperators.GT, most))
          .sub(DoubleVector.fromArray(LANES, columns, k).mul(down));
      w.blend(zero, w.compare(VectorOperators.LT, zero)).intoArray(weights, k);
    }
    return end;
  }

  static int multiply(double[] columns, double[] weights, int count, double limit, double up, double down,
      double highest) {
    DoubleVector most = DoubleVector.broadcast(LANES, highest);
    DoubleVector one = DoubleVector.broadcast(LANES, 1.0);
    DoubleVector zero = DoubleVector.zero(LANES);
    int end = LANES.loopBound(count);
    for (int k = 0; k < end; k += LANES.length()) {
      DoubleVector last = DoubleVector.fromArray(LANES, columns, k + LAST);
      DoubleVector second = DoubleVector.fromArray(LANES, columns, k + SECOND);
      DoubleVector third = DoubleVector.fromArray(LANES, columns, k + THIRD);
      DoubleVector left = one.sub(zero.blend(last, last.compare(VectorOperators.LT, limit)).mul(up))
          .mul(one.sub(zero.blend(second, second.compare(VectorOperators.LT, limit)).mul(up)))
          .mul(one.sub(zero.blend(third, third.compare(VectorOperators.LT, limit)).mul(up)));
      DoubleVector potentiated = most.sub(most.sub(DoubleVector.fromArray(LANES, weights, k)).mul(left));
      DoubleVector w = potentiated.sub(potentiated.mul(down).mul(DoubleVector.fromArray(LANES, columns, k)));
      w.blend(zero, w.compare(VectorOperators.LT, zero)).intoArray(weights, k);
    }
    return end;
  }

  /** Adds to weights what {@link PowerPairs} has raised. */
  static int raise(double[] decays, int column, double[] powers, double[] weights, int count, double limit,
      double gain, double highest) {
    DoubleVector most = DoubleVector.broadcast(LANES, highest);
    int end = LANES.loopBound(count);
    for (int k = 0; k < end; k += LANES.length()) {
      DoubleVector decay = DoubleVector.fromArray(LANES, decays, column + k);
      DoubleVector given = DoubleVector.fromArray(LANES, weights, k);
      DoubleVector more = given.add(DoubleVector.fromArray(LANES, powers, k).mul(gain).mul(decay));
      DoubleVector w = more.blend(most, more.compare(VectorOperators.GT, most));
      given.blend(w, decay.compare(VectorOperators.LT, limit)).intoArray(weights, k);
    }
    return end;
  }

  /** Takes from weights what {@link PowerPairs} has raised. */
  static int lower(double[] sums, double[] powers, double[] weights, int count, double loss) {
    DoubleVector zero = DoubleVector.zero(LANES);
    int end = LANES.loopBound(count);
    for (int k = 0; k < end; k += LANES.length()) {
      DoubleVector sum = DoubleVector.fromArray(LANES, sums, k);
      DoubleVector given = DoubleVector.fromArray(LANES, weights, k);
      DoubleVector less = given.sub(DoubleVector.fromArray(LANES, powers, k).mul(loss).mul(sum));
      DoubleVector w = less.blend(zero, less.compare(VectorOperators.LT, zero));
      given.blend(w, sum.compare(VectorOperators.GT, zero)).intoArray(weights, k);
    }
    return end;
  }
}
