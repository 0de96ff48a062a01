package ranvier.engine.plasticity;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/** Weights turned into whole units in explicit vector code. Loaded only where the vector module is present. */
final class UnitVectors {
  private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;

  private UnitVectors() {}

  /** The same as {@link FixedSums}, bit for bit. */
  static void round(float[] weights, int from, int count, float scale, int[] into) {
    FloatVector factor = FloatVector.broadcast(LANES, scale);
    FloatVector rounder = FloatVector.broadcast(LANES, FixedSums.ROUNDER);
    int end = LANES.loopBound(count);
    for (int k = 0; k < end; k += LANES.length()) {
      IntVector rounded = FloatVector.fromArray(LANES, weights, from + k).mul(factor).add(rounder).reinterpretAsInts();
      rounded.sub(FixedSums.ROUNDER_BITS).intoArray(into, k);
    }
    for (int k = end; k < count; k++) {
      into[k] = FixedSums.round(weights[from + k] * scale);
    }
  }
}
