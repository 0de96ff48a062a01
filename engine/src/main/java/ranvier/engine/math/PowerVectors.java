package ranvier.engine.math;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link Power} in explicit vector code: the same operations in the same order. Loaded only where the vector module is
 * present. Written out without helpers, so that no vector becomes an object.
 */
final class PowerVectors {
  private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;

  /** 2^52: a small integer in its low bits is added to it. */
  private static final long INTEGER = 0x4330000000000000L;
  /** 1.5 times 2^52: what is added to it is rounded to an integer. */
  private static final double ROUND = 0x1.8p52;

  private PowerVectors() {}

  /** Does whole vectors only; returns how many numbers that were. */
  static int raise(double[] x, int count, double mu) {
    int end = LANES.loopBound(count);
    for (int k = 0; k < end; k += LANES.length()) {
      DoubleVector given = DoubleVector.fromArray(LANES, x, k);
      LongVector bits = given.reinterpretAsLongs().add(Power.ONE - Power.ROOT_HALF);
      DoubleVector exponent = bits.lanewise(VectorOperators.LSHR, 52).lanewise(VectorOperators.OR, INTEGER)
          .reinterpretAsDoubles().sub(0x1.0p52 + 1023);
      DoubleVector f = bits.and(Power.FRACTION).add(Power.ROOT_HALF).reinterpretAsDoubles().sub(1.0);
      DoubleVector s = f.div(f.add(2.0));
      DoubleVector z = s.mul(s);
      DoubleVector w = z.mul(z);
      DoubleVector even = w.mul(w.mul(w.mul(Power.L6).add(Power.L4)).add(Power.L2));
      DoubleVector odd = z.mul(w.mul(w.mul(w.mul(Power.L7).add(Power.L5)).add(Power.L3)).add(Power.L1));
      DoubleVector square = f.mul(f).mul(0.5);
      DoubleVector y = exponent.mul(Exp.LN2_HIGH)
          .sub(square.sub(s.mul(square.add(odd.add(even))).add(exponent.mul(Exp.LN2_LOW))).sub(f)).mul(mu);
      DoubleVector rounded = y.mul(Exp.LOG2_E).add(ROUND);
      DoubleVector n = rounded.sub(ROUND);
      DoubleVector r = y.sub(n.mul(Exp.LN2_HIGH)).sub(n.mul(Exp.LN2_LOW));
      DoubleVector p = r.mul(1.0 / 6227020800.0).add(1.0 / 479001600.0);
      p = p.mul(r).add(1.0 / 39916800.0);
      p = p.mul(r).add(1.0 / 3628800.0);
      p = p.mul(r).add(1.0 / 362880.0);
      p = p.mul(r).add(1.0 / 40320.0);
      p = p.mul(r).add(1.0 / 5040.0);
      p = p.mul(r).add(1.0 / 720.0);
      p = p.mul(r).add(1.0 / 120.0);
      p = p.mul(r).add(1.0 / 24.0);
      p = p.mul(r).add(1.0 / 6.0);
      p = p.mul(r).add(0.5);
      DoubleVector power = r.add(r.mul(r).mul(p)).add(1.0);
      LongVector integer = rounded.reinterpretAsLongs().sub(Double.doubleToRawLongBits(ROUND));
      // A shift to the right that keeps the sign is dear where vectors have 256 bits.
      LongVector half = integer.add(1L << 20).lanewise(VectorOperators.LSHR, 1).sub(1L << 19);
      DoubleVector first = half.add(1023).lanewise(VectorOperators.LSHL, 52).reinterpretAsDoubles();
      DoubleVector second = integer.sub(half).add(1023).lanewise(VectorOperators.LSHL, 52).reinterpretAsDoubles();
      power.mul(first).mul(second)
          .blend(Double.POSITIVE_INFINITY, y.compare(VectorOperators.GT, Exp.LARGEST))
          .blend(0.0, y.compare(VectorOperators.LT, Exp.SMALLEST))
          .blend(0.0, given.compare(VectorOperators.GE, Double.MIN_NORMAL).not())
          .intoArray(x, k);
    }
    return end;
  }
}
