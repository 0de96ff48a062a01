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
    int bits = FixedSums.ROUNDER_BITS;
    int end = LANES.loopBound(count);
    for (int k = 0; k < end; k += LANES.length()) {
      IntVector rounded = FloatVector.fromArray(LANES, weights, from + k).mul(factor).add(rounder).reinterpretAsInts();
      rounded.sub(bits).intoArray(into, k);
    }
    for (int k = end; k < count; k++) {
      into[k] = Float.floatToRawIntBits(weights[from + k] * scale + FixedSums.ROUNDER) - bits;
    }
  }
}
