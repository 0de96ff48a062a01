package ranvier.neurons.ttfs.learning;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** {@link FloatMath} lane by lane, with the same bits. Constants are fields: broadcasts in long methods get boxed. */
final class FloatVectors {
  /** Of the kernel: the widest vectors, but not wider than a block of neurons. */
  static final VectorSpecies<Float> S =
      FloatVector.SPECIES_PREFERRED.length() > Blocks.WIDTH ? FloatVector.SPECIES_512 : FloatVector.SPECIES_PREFERRED;

  /** The number of each lane. */
  static final FloatVector LANE = all(0f).addIndex(1);

  private static final FloatVector EXP_MIN = all(FloatMath.EXP_MIN);
  private static final FloatVector EXP_MAX = all(FloatMath.EXP_MAX);
  private static final FloatVector LOG2_E = all(FloatMath.LOG2_E);
  private static final FloatVector ROUNDER = all(FloatMath.ROUNDER);
  private static final FloatVector MINUS_LN2_HIGH = all(-FloatMath.LN2_HIGH);
  private static final FloatVector MINUS_LN2_LOW = all(-FloatMath.LN2_LOW);
  private static final FloatVector LN2_HIGH = all(FloatMath.LN2_HIGH);
  private static final FloatVector LN2_LOW = all(FloatMath.LN2_LOW);
  private static final FloatVector MINUS_HALF = all(-0.5f);
  private static final FloatVector ONE = all(1f);
  private static final FloatVector E0 = all(FloatMath.E0);
  private static final FloatVector E1 = all(FloatMath.E1);
  private static final FloatVector E2 = all(FloatMath.E2);
  private static final FloatVector E3 = all(FloatMath.E3);
  private static final FloatVector E4 = all(FloatMath.E4);
  private static final FloatVector E5 = all(FloatMath.E5);
  private static final FloatVector L0 = all(FloatMath.L0);
  private static final FloatVector L1 = all(FloatMath.L1);
  private static final FloatVector L2 = all(FloatMath.L2);
  private static final FloatVector L3 = all(FloatMath.L3);
  private static final FloatVector L4 = all(FloatMath.L4);
  private static final FloatVector L5 = all(FloatMath.L5);
  private static final FloatVector L6 = all(FloatMath.L6);
  private static final FloatVector L7 = all(FloatMath.L7);
  private static final FloatVector L8 = all(FloatMath.L8);
  private static final IntVector HALF_ROOT = ints(FloatMath.HALF_ROOT);
  private static final IntVector ROUNDER_BITS = ints(FloatMath.ROUNDER_BITS);

  private FloatVectors() {}

  /** One number in every lane. */
  static FloatVector all(float x) {
    return FloatVector.broadcast(S, x);
  }

  private static IntVector ints(int x) {
    return all(Float.intBitsToFloat(x)).reinterpretAsInts();
  }

  /** {@link FloatMath#exp}. */
  static FloatVector exp(FloatVector x) {
    FloatVector y = x.min(EXP_MAX).max(EXP_MIN);
    FloatVector z = y.fma(LOG2_E, ROUNDER);
    FloatVector n = z.sub(ROUNDER);
    FloatVector r = n.fma(MINUS_LN2_LOW, n.fma(MINUS_LN2_HIGH, y));
    FloatVector p = r.fma(E0, E1).fma(r, E2).fma(r, E3).fma(r, E4).fma(r, E5).fma(r.mul(r), r).add(ONE);
    return p.reinterpretAsInts().add(z.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23)).reinterpretAsFloats();
  }

  /** {@link FloatMath#log}. */
  static FloatVector log(FloatVector x) {
    IntVector bits = x.reinterpretAsInts();
    IntVector exponent = bits.sub(HALF_ROOT).lanewise(VectorOperators.ASHR, 23);
    FloatVector e = exponent.add(ROUNDER_BITS).reinterpretAsFloats().sub(ROUNDER);
    FloatVector f = bits.sub(exponent.lanewise(VectorOperators.LSHL, 23)).reinterpretAsFloats().sub(ONE);
    FloatVector z = f.mul(f);
    FloatVector y = f.fma(L0, L1).fma(f, L2).fma(f, L3).fma(f, L4).fma(f, L5).fma(f, L6).fma(f, L7).fma(f, L8)
        .mul(f.mul(z));
    return e.fma(LN2_HIGH, f.add(z.fma(MINUS_HALF, e.fma(LN2_LOW, y))));
  }
}
