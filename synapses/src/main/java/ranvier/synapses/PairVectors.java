package ranvier.synapses;

import static ranvier.synapses.RecentPairs.LAST;
import static ranvier.synapses.RecentPairs.SECOND;
import static ranvier.synapses.RecentPairs.WEIGHT;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The loops of {@link RecentPairs} in explicit vector code: the same bits. Each does whole vectors only and returns how
 * many synapses that were. Loaded only where the vector module is present.
 */
final class PairVectors {
  private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;

  private PairVectors() {}

  static int add(double[] columns, int count, double limit, double up, double down, double highest) {
    DoubleVector most = DoubleVector.broadcast(LANES, highest);
    DoubleVector zero = DoubleVector.zero(LANES);
    int end = LANES.loopBound(count);
    for (int k = 0; k < end; k += LANES.length()) {
      DoubleVector last = DoubleVector.fromArray(LANES, columns, k + LAST);
      DoubleVector second = DoubleVector.fromArray(LANES, columns, k + SECOND);
      DoubleVector pairs = zero.blend(last, last.compare(VectorOperators.LT, limit))
          .add(zero.blend(second, second.compare(VectorOperators.LT, limit)));
      DoubleVector more = DoubleVector.fromArray(LANES, columns, k + WEIGHT).add(pairs.mul(up));
      DoubleVector w = more.blend(most, more.compare(VectorOperators.GT, most))
          .sub(DoubleVector.fromArray(LANES, columns, k).mul(down));
      w.blend(zero, w.compare(VectorOperators.LT, zero)).intoArray(columns, k + WEIGHT);
    }
    return end;
  }

  static int multiply(double[] columns, int count, double limit, double up, double down, double highest) {
    DoubleVector most = DoubleVector.broadcast(LANES, highest);
    DoubleVector one = DoubleVector.broadcast(LANES, 1.0);
    DoubleVector zero = DoubleVector.zero(LANES);
    int end = LANES.loopBound(count);
    for (int k = 0; k < end; k += LANES.length()) {
      DoubleVector last = DoubleVector.fromArray(LANES, columns, k + LAST);
      DoubleVector second = DoubleVector.fromArray(LANES, columns, k + SECOND);
      DoubleVector left = one.sub(zero.blend(last, last.compare(VectorOperators.LT, limit)).mul(up))
          .mul(one.sub(zero.blend(second, second.compare(VectorOperators.LT, limit)).mul(up)));
      DoubleVector potentiated = most.sub(most.sub(DoubleVector.fromArray(LANES, columns, k + WEIGHT)).mul(left));
      DoubleVector w = potentiated.sub(potentiated.mul(down).mul(DoubleVector.fromArray(LANES, columns, k)));
      w.blend(zero, w.compare(VectorOperators.LT, zero)).intoArray(columns, k + WEIGHT);
    }
    return end;
  }
}
