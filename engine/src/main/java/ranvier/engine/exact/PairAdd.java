package ranvier.engine.exact;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** Adds pairs of doubles with one vector of two lanes each: one load and one store per arrival instead of two. */
final class PairAdd {
  private static final VectorSpecies<Double> PAIR = DoubleVector.SPECIES_128;

  private PairAdd() {}

  /** Adds {@code pairs[2 k], pairs[2 k + 1]} to the pair of target k, for k below n, in this order. */
  static void add(int[] targets, double[] pairs, int n, double[] sums) {
    for (int k = 0; k < n; k++) {
      int t = 2 * targets[k];
      DoubleVector.fromArray(PAIR, sums, t).add(DoubleVector.fromArray(PAIR, pairs, 2 * k)).intoArray(sums, t);
    }
  }
}
