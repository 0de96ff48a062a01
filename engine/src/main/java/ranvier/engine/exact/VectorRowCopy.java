package ranvier.engine.exact;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Copies whole vectors and advances by what was below the limit: each row is read once, in order. */
final class VectorRowCopy implements RowCopy {
  private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;

  @Override
  public int copy(int[] codes, float[] weights, int from, int to, int limit, int[] intoCodes, float[] intoWeights,
      int into) {
    if (codes[to - 1] >>> 16 < limit) {
      System.arraycopy(codes, from, intoCodes, into, to - from);
      System.arraycopy(weights, from, intoWeights, into, to - from);
      return to - from;
    }
    int lanes = INTS.length();
    // The row's last code is not below the limit, so the search ends within the row.
    for (int done = 0; ; done += lanes) {
      IntVector c = IntVector.fromArray(INTS, codes, from + done);
      c.intoArray(intoCodes, into + done);
      FloatVector.fromArray(FLOATS, weights, from + done).intoArray(intoWeights, into + done);
      VectorMask<Integer> beyond = c.lanewise(VectorOperators.LSHR, 16).compare(VectorOperators.GE, limit);
      if (beyond.anyTrue()) {
        return done + beyond.firstTrue();
      }
    }
  }
}
