package ranvier.engine.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * Integer sums turned into input and cleared, in one pass of explicit vector code: the same numbers as the plain loops
 * of {@link PopulationBlock}. Lengths are multiples of 16. Loaded only where the vector module is present.
 */
final class SumVectors {
  private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED.length() <= 16
      ? DoubleVector.SPECIES_PREFERRED : DoubleVector.SPECIES_512;
  private static final VectorSpecies<Integer> HALVES = VectorSpecies.of(int.class,
      VectorShape.forBitSize(32 * DOUBLES.length()));
  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED.length() <= 16
      ? FloatVector.SPECIES_PREFERRED : FloatVector.SPECIES_512;
  private static final VectorSpecies<Integer> INTEGERS = VectorSpecies.of(int.class,
      VectorShape.forBitSize(32 * FLOATS.length()));

  private SumVectors() {}

  static void take(double[] in, int[] sums, int offset, int length, double resolution) {
    DoubleVector unit = DoubleVector.broadcast(DOUBLES, resolution);
    IntVector none = IntVector.zero(HALVES);
    for (int k = 0; k < length; k += DOUBLES.length()) {
      IntVector sum = IntVector.fromArray(HALVES, sums, offset + k);
      DoubleVector value = (DoubleVector) sum.convertShape(VectorOperators.I2D, DOUBLES, 0);
      value.mul(unit).intoArray(in, k);
      none.intoArray(sums, offset + k);
    }
  }

  static void take(float[] in, int[] sums, int offset, int length, float resolution) {
    FloatVector unit = FloatVector.broadcast(FLOATS, resolution);
    IntVector none = IntVector.zero(INTEGERS);
    for (int k = 0; k < length; k += FLOATS.length()) {
      IntVector sum = IntVector.fromArray(INTEGERS, sums, offset + k);
      FloatVector value = (FloatVector) sum.convertShape(VectorOperators.I2F, FLOATS, 0);
      value.mul(unit).intoArray(in, k);
      none.intoArray(sums, offset + k);
    }
  }
}
