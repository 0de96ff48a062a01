package ranvier.synapses;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import ranvier.engine.model.RecentSpikes;

/**
 * The loops of {@link InPlacePairs} in explicit vector code of 512 bits: the same bits as its plain ones. Each loads
 * the four numbers of eight or sixteen targets as lines, transposes them and learns. Loaded only where the vector
 * module is present. Written out without helpers, and with operands in local variables, so that no vector becomes an
 * object.
 */
final class InPlaceVectors {
  /** Lanes of the two loops. */
  static final VectorSpecies<Double> WIDE = DoubleVector.SPECIES_512;
  static final VectorSpecies<Float> SINGLES = FloatVector.SPECIES_512;

  /** The most lanes that a number of a synapse can have. */
  static final int MOST_LANES = 16;

  /** Whether the machine has such vectors; otherwise other code is faster. */
  static final boolean ARE_FAST = DoubleVector.SPECIES_PREFERRED == WIDE;

  /** The four numbers of a target. */
  private static final VectorSpecies<Double> LINE = DoubleVector.SPECIES_256;
  private static final VectorSpecies<Float> SHORT_LINE = FloatVector.SPECIES_128;
  private static final VectorSpecies<Long> EIGHT = LongVector.SPECIES_512;
  private static final VectorSpecies<Integer> EIGHT_PLACES = IntVector.SPECIES_256;
  private static final VectorSpecies<Integer> SIXTEEN = IntVector.SPECIES_512;

  /** Which elements of two vectors are taken, 8 and more from the second: two lines, then two pairs of targets... */
  private static final LongVector PAIRS = LongVector.fromArray(EIGHT, new long[] {0, 8, 1, 9, 2, 10, 3, 11}, 0);
  private static final LongVector EVEN = LongVector.fromArray(EIGHT, new long[] {0, 1, 8, 9, 2, 3, 10, 11}, 0);
  private static final LongVector ODD = LongVector.fromArray(EIGHT, new long[] {4, 5, 12, 13, 6, 7, 14, 15}, 0);
  private static final LongVector LOW = LongVector.fromArray(EIGHT, new long[] {0, 1, 2, 3, 8, 9, 10, 11}, 0);
  private static final LongVector HIGH = LongVector.fromArray(EIGHT, new long[] {4, 5, 6, 7, 12, 13, 14, 15}, 0);

  /** The same for sixteen targets, 16 and more from the second: two lines, two pairs, two fours, two eights. */
  private static final IntVector TWO = choice(0, 16, 1, 17, 2, 18, 3, 19, 0, 0, 0, 0, 0, 0, 0, 0);
  private static final IntVector FOUR = choice(0, 1, 16, 17, 2, 3, 18, 19, 4, 5, 20, 21, 6, 7, 22, 23);
  private static final IntVector FIRST = choice(0, 1, 2, 3, 16, 17, 18, 19, 4, 5, 6, 7, 20, 21, 22, 23);
  private static final IntVector LATTER = choice(8, 9, 10, 11, 24, 25, 26, 27, 12, 13, 14, 15, 28, 29, 30, 31);
  private static final IntVector LOWER = choice(0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23);
  private static final IntVector UPPER = choice(8, 9, 10, 11, 12, 13, 14, 15, 24, 25, 26, 27, 28, 29, 30, 31);

  /** 0, 1, 2... */
  private static final IntVector EIGHT_FIRST = IntVector.zero(EIGHT_PLACES).addIndex(1);
  private static final IntVector SIXTEEN_FIRST = IntVector.zero(SIXTEEN).addIndex(1);

  private InPlaceVectors() {}

  private static IntVector choice(int... elements) {
    return IntVector.fromArray(SIXTEEN, elements, 0);
  }

  /**
   * Potentiates for the last two spikes of the targets, depresses, and lists the synapses whose target has spiked more
   * often.
   *
   * @param count a multiple of the lanes
   * @param former what the weights were, from the first synapse of the piece on
   * @return number of synapses listed
   */
  static int learn(char[] targets, double[] weights, int from, int count, double[] lines, double limit, double up,
      double down, double highest, boolean isAdditive, double[] former, int[] often) {
    LongVector pairs = PAIRS;
    LongVector even = EVEN;
    LongVector odd = ODD;
    LongVector low = LOW;
    LongVector high = HIGH;
    IntVector places = EIGHT_FIRST;
    DoubleVector most = DoubleVector.broadcast(WIDE, highest);
    DoubleVector one = DoubleVector.broadcast(WIDE, 1.0);
    DoubleVector zero = DoubleVector.zero(WIDE);
    int listed = 0;
    for (int k = 0; k < count; k += 8) {
      int s = from + k;
      LongVector a = pairs.selectFrom(
          DoubleVector.fromArray(LINE, lines, targets[s] << RecentSpikes.SHIFT).reinterpretAsLongs()
              .reinterpretShape(EIGHT, 0).reinterpretAsLongs(),
          DoubleVector.fromArray(LINE, lines, targets[s + 1] << RecentSpikes.SHIFT).reinterpretAsLongs()
              .reinterpretShape(EIGHT, 0).reinterpretAsLongs());
      LongVector b = pairs.selectFrom(
          DoubleVector.fromArray(LINE, lines, targets[s + 2] << RecentSpikes.SHIFT).reinterpretAsLongs()
              .reinterpretShape(EIGHT, 0).reinterpretAsLongs(),
          DoubleVector.fromArray(LINE, lines, targets[s + 3] << RecentSpikes.SHIFT).reinterpretAsLongs()
              .reinterpretShape(EIGHT, 0).reinterpretAsLongs());
      LongVector c = pairs.selectFrom(
          DoubleVector.fromArray(LINE, lines, targets[s + 4] << RecentSpikes.SHIFT).reinterpretAsLongs()
              .reinterpretShape(EIGHT, 0).reinterpretAsLongs(),
          DoubleVector.fromArray(LINE, lines, targets[s + 5] << RecentSpikes.SHIFT).reinterpretAsLongs()
              .reinterpretShape(EIGHT, 0).reinterpretAsLongs());
      LongVector d = pairs.selectFrom(
          DoubleVector.fromArray(LINE, lines, targets[s + 6] << RecentSpikes.SHIFT).reinterpretAsLongs()
              .reinterpretShape(EIGHT, 0).reinterpretAsLongs(),
          DoubleVector.fromArray(LINE, lines, targets[s + 7] << RecentSpikes.SHIFT).reinterpretAsLongs()
              .reinterpretShape(EIGHT, 0).reinterpretAsLongs());
      LongVector firstTwo = even.selectFrom(a, b);
      LongVector lastTwo = odd.selectFrom(a, b);
      LongVector firstTwoMore = even.selectFrom(c, d);
      LongVector lastTwoMore = odd.selectFrom(c, d);
      DoubleVector sum = low.selectFrom(firstTwo, firstTwoMore).reinterpretAsDoubles();
      DoubleVector last = high.selectFrom(firstTwo, firstTwoMore).reinterpretAsDoubles();
      DoubleVector second = low.selectFrom(lastTwo, lastTwoMore).reinterpretAsDoubles();
      DoubleVector third = high.selectFrom(lastTwo, lastTwoMore).reinterpretAsDoubles();
      VectorMask<Double> isOften = third.compare(VectorOperators.LT, limit);
      DoubleVector lastSince = zero.blend(last, last.compare(VectorOperators.LT, limit));
      DoubleVector secondSince = zero.blend(second, second.compare(VectorOperators.LT, limit));
      DoubleVector given = DoubleVector.fromArray(WIDE, weights, s);
      given.intoArray(former, k);
      if (isAdditive) {
        DoubleVector more = given.add(lastSince.add(secondSince).mul(up));
        DoubleVector w = more.blend(most, more.compare(VectorOperators.GT, most)).sub(sum.mul(down));
        w.blend(zero, w.compare(VectorOperators.LT, zero)).intoArray(weights, s);
      } else {
        DoubleVector rest = one.sub(lastSince.mul(up)).mul(one.sub(secondSince.mul(up)));
        DoubleVector potentiated = most.sub(most.sub(given).mul(rest));
        DoubleVector w = potentiated.sub(potentiated.mul(down).mul(sum));
        w.blend(zero, w.compare(VectorOperators.LT, zero)).intoArray(weights, s);
      }
      places.add(k).compress(isOften.cast(EIGHT_PLACES)).intoArray(often, listed);
      listed += isOften.trueCount();
    }
    return listed;
  }

  /** The same in single precision. */
  static int learn(char[] targets, float[] weights, int from, int count, float[] lines, float limit, float up,
      float down, float highest, boolean isAdditive, float[] former, int[] often) {
    IntVector pairs = TWO;
    IntVector fours = FOUR;
    IntVector firstEight = FIRST;
    IntVector latterEight = LATTER;
    IntVector lower = LOWER;
    IntVector upper = UPPER;
    IntVector places = SIXTEEN_FIRST;
    FloatVector most = FloatVector.broadcast(SINGLES, highest);
    FloatVector one = FloatVector.broadcast(SINGLES, 1.0f);
    FloatVector zero = FloatVector.zero(SINGLES);
    int listed = 0;
    for (int k = 0; k < count; k += 16) {
      int s = from + k;
      IntVector a = pairs.selectFrom(
          FloatVector.fromArray(SHORT_LINE, lines, targets[s] << RecentSpikes.SHIFT).reinterpretAsInts()
              .reinterpretShape(SIXTEEN, 0).reinterpretAsInts(),
          FloatVector.fromArray(SHORT_LINE, lines, targets[s + 1] << RecentSpikes.SHIFT).reinterpretAsInts()
              .reinterpretShape(SIXTEEN, 0).reinterpretAsInts());
      IntVector b = pairs.selectFrom(
          FloatVector.fromArray(SHORT_LINE, lines, targets[s + 2] << RecentSpikes.SHIFT).reinterpretAsInts()
              .reinterpretShape(SIXTEEN, 0).reinterpretAsInts(),
          FloatVector.fromArray(SHORT_LINE, lines, targets[s + 3] << RecentSpikes.SHIFT).reinterpretAsInts()
              .reinterpretShape(SIXTEEN, 0).reinterpretAsInts());
      IntVector ab = fours.selectFrom(a, b);
      IntVector c = pairs.selectFrom(
          FloatVector.fromArray(SHORT_LINE, lines, targets[s + 4] << RecentSpikes.SHIFT).reinterpretAsInts()
              .reinterpretShape(SIXTEEN, 0).reinterpretAsInts(),
          FloatVector.fromArray(SHORT_LINE, lines, targets[s + 5] << RecentSpikes.SHIFT).reinterpretAsInts()
              .reinterpretShape(SIXTEEN, 0).reinterpretAsInts());
      IntVector d = pairs.selectFrom(
          FloatVector.fromArray(SHORT_LINE, lines, targets[s + 6] << RecentSpikes.SHIFT).reinterpretAsInts()
              .reinterpretShape(SIXTEEN, 0).reinterpretAsInts(),
          FloatVector.fromArray(SHORT_LINE, lines, targets[s + 7] << RecentSpikes.SHIFT).reinterpretAsInts()
              .reinterpretShape(SIXTEEN, 0).reinterpretAsInts());
      IntVector cd = fours.selectFrom(c, d);
      IntVector e = pairs.selectFrom(
          FloatVector.fromArray(SHORT_LINE, lines, targets[s + 8] << RecentSpikes.SHIFT).reinterpretAsInts()
              .reinterpretShape(SIXTEEN, 0).reinterpretAsInts(),
          FloatVector.fromArray(SHORT_LINE, lines, targets[s + 9] << RecentSpikes.SHIFT).reinterpretAsInts()
              .reinterpretShape(SIXTEEN, 0).reinterpretAsInts());
      IntVector f = pairs.selectFrom(
          FloatVector.fromArray(SHORT_LINE, lines, targets[s + 10] << RecentSpikes.SHIFT).reinterpretAsInts()
              .reinterpretShape(SIXTEEN, 0).reinterpretAsInts(),
          FloatVector.fromArray(SHORT_LINE, lines, targets[s + 11] << RecentSpikes.SHIFT).reinterpretAsInts()
              .reinterpretShape(SIXTEEN, 0).reinterpretAsInts());
      IntVector ef = fours.selectFrom(e, f);
      IntVector g = pairs.selectFrom(
          FloatVector.fromArray(SHORT_LINE, lines, targets[s + 12] << RecentSpikes.SHIFT).reinterpretAsInts()
              .reinterpretShape(SIXTEEN, 0).reinterpretAsInts(),
          FloatVector.fromArray(SHORT_LINE, lines, targets[s + 13] << RecentSpikes.SHIFT).reinterpretAsInts()
              .reinterpretShape(SIXTEEN, 0).reinterpretAsInts());
      IntVector h = pairs.selectFrom(
          FloatVector.fromArray(SHORT_LINE, lines, targets[s + 14] << RecentSpikes.SHIFT).reinterpretAsInts()
              .reinterpretShape(SIXTEEN, 0).reinterpretAsInts(),
          FloatVector.fromArray(SHORT_LINE, lines, targets[s + 15] << RecentSpikes.SHIFT).reinterpretAsInts()
              .reinterpretShape(SIXTEEN, 0).reinterpretAsInts());
      IntVector gh = fours.selectFrom(g, h);
      IntVector sumsAndLasts = firstEight.selectFrom(ab, cd);
      IntVector others = latterEight.selectFrom(ab, cd);
      IntVector moreSumsAndLasts = firstEight.selectFrom(ef, gh);
      IntVector moreOthers = latterEight.selectFrom(ef, gh);
      FloatVector sum = lower.selectFrom(sumsAndLasts, moreSumsAndLasts).reinterpretAsFloats();
      FloatVector last = upper.selectFrom(sumsAndLasts, moreSumsAndLasts).reinterpretAsFloats();
      FloatVector second = lower.selectFrom(others, moreOthers).reinterpretAsFloats();
      FloatVector third = upper.selectFrom(others, moreOthers).reinterpretAsFloats();
      VectorMask<Float> isThird = third.compare(VectorOperators.LT, limit);
      FloatVector thirdSince = zero.blend(third, isThird);
      FloatVector lastSince = zero.blend(last, last.compare(VectorOperators.LT, limit));
      FloatVector secondSince = zero.blend(second, second.compare(VectorOperators.LT, limit));
      FloatVector given = FloatVector.fromArray(SINGLES, weights, s);
      given.intoArray(former, k);
      if (isAdditive) {
        FloatVector more = given.add(lastSince.add(secondSince).add(thirdSince).mul(up));
        FloatVector w = more.blend(most, more.compare(VectorOperators.GT, most)).sub(sum.mul(down));
        w.blend(zero, w.compare(VectorOperators.LT, zero)).intoArray(weights, s);
      } else {
        FloatVector rest = one.sub(lastSince.mul(up)).mul(one.sub(secondSince.mul(up)))
            .mul(one.sub(thirdSince.mul(up)));
        FloatVector potentiated = most.sub(most.sub(given).mul(rest));
        FloatVector w = potentiated.sub(potentiated.mul(down).mul(sum));
        w.blend(zero, w.compare(VectorOperators.LT, zero)).intoArray(weights, s);
      }
      places.add(k).compress(isThird.cast(SIXTEEN)).intoArray(often, listed);
      listed += isThird.trueCount();
    }
    return listed;
  }
}
