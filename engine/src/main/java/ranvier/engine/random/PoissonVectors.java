package ranvier.engine.random;

import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.XOR;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/** The vector form of {@link PoissonTable}; loaded only where jdk.incubator.vector is present. */
final class PoissonVectors {
  private static final VectorSpecies<Integer> SPECIES = IntVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  private PoissonVectors() {}

  /** Whether the table fits into one or two registers. */
  static boolean wideEnough() {
    return LANES == 16 || LANES == 8;
  }

  static void draw(int[] counts, int length, int firstId, int stride, int k1, int k2, int[] cells, boolean add) {
    IntVector lower = IntVector.fromArray(SPECIES, cells, 0);
    IntVector upper = IntVector.fromArray(SPECIES, cells, PoissonTable.CELLS - LANES);
    int factor = stride * PoissonTable.ID_FACTOR;
    IntVector hashed = IntVector.zero(SPECIES).addIndex(1).mul(factor).add(firstId * PoissonTable.ID_FACTOR + k1);
    int advance = LANES * factor;
    for (int k = 0; k < length; k += LANES) {
      IntVector h = hashed;
      h = h.lanewise(XOR, h.lanewise(LSHR, 16)).mul(PoissonTable.FACTOR_1).lanewise(XOR, k2);
      h = h.lanewise(XOR, h.lanewise(LSHR, 15)).mul(PoissonTable.FACTOR_2);
      h = h.lanewise(XOR, h.lanewise(LSHR, 15));
      IntVector number = h.lanewise(LSHR, PoissonTable.CELL_SHIFT);
      IntVector cell = number.selectFrom(lower);
      if (LANES < PoissonTable.CELLS) {
        // Look-ups ignore the top bit of the number, which is the sign of h.
        cell = cell.blend(number.selectFrom(upper), h.compare(LT, 0));
      }
      IntVector count = cell.blend(h, h.and(PoissonTable.LOW_BITS).compare(LT, cell.and(PoissonTable.LOW_BITS)))
          .lanewise(LSHR, PoissonTable.CELL_SHIFT);
      if (add) {
        count = count.add(IntVector.fromArray(SPECIES, counts, k));
      }
      count.intoArray(counts, k);
      hashed = hashed.add(advance);
    }
  }
}
