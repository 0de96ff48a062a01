package ranvier.engine.random;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The vector form of {@link PoissonTable}; loaded only where jdk.incubator.vector is present. */
final class PoissonVectors {
  private static final VectorSpecies<Integer> SPECIES = IntVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  private PoissonVectors() {}

  /** Whether the tables fit into one or two registers. */
  static boolean wideEnough() {
    return LANES == 16 || LANES == 8;
  }

  static void draw(int[] counts, int length, int firstId, int stride, int k1, int k2, int[] thresholds,
      int[] aliases, boolean add) {
    IntVector threshold = IntVector.fromArray(SPECIES, thresholds, 0);
    IntVector alias = IntVector.fromArray(SPECIES, aliases, 0);
    IntVector threshold2 = IntVector.fromArray(SPECIES, thresholds, 16 - LANES);
    IntVector alias2 = IntVector.fromArray(SPECIES, aliases, 16 - LANES);
    int factor = stride * PoissonTable.ID_FACTOR;
    IntVector hashed = IntVector.zero(SPECIES).addIndex(1).mul(factor).add(firstId * PoissonTable.ID_FACTOR + k1);
    IntVector advance = IntVector.broadcast(SPECIES, LANES * factor);
    for (int k = 0; k < length; k += LANES) {
      IntVector h = hashed;
      h = h.lanewise(VectorOperators.XOR, h.lanewise(VectorOperators.LSHR, 16)).mul(PoissonTable.FACTOR_1)
          .lanewise(VectorOperators.XOR, k2);
      h = h.lanewise(VectorOperators.XOR, h.lanewise(VectorOperators.LSHR, 15)).mul(PoissonTable.FACTOR_2);
      h = h.lanewise(VectorOperators.XOR, h.lanewise(VectorOperators.LSHR, 15));
      IntVector cell = h.lanewise(VectorOperators.LSHR, 28);
      IntVector low = h.and(PoissonTable.LOW_BITS);
      IntVector t;
      IntVector a;
      if (LANES == 16) {
        t = cell.selectFrom(threshold);
        a = cell.selectFrom(alias);
      } else {
        IntVector inHalf = cell.and(LANES - 1);
        VectorMask<Integer> upper = cell.compare(VectorOperators.GE, LANES);
        t = inHalf.selectFrom(threshold).blend(inHalf.selectFrom(threshold2), upper);
        a = inHalf.selectFrom(alias).blend(inHalf.selectFrom(alias2), upper);
      }
      IntVector count = a.blend(cell, low.compare(VectorOperators.LT, t));
      if (add) {
        count = count.add(IntVector.fromArray(SPECIES, counts, k));
      }
      count.intoArray(counts, k);
      // Carried from turn to turn: as an argument it stays in a register whatever else the compiler has seen.
      hashed = advance.add(hashed);
    }
  }
}
