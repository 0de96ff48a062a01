package ranvier.engine.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * Integers turned into input in explicit vector code, the sums of arrived weights, which are cleared in the same pass,
 * and counts of Poisson spikes: the same numbers as the plain loops of {@link PopulationBlock}. Lengths are multiples
 * of 16. Loaded only where the vector module is present.
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

  static void addCounts(double[] in, int offset, int[] counts, int length, double amount) {
    DoubleVector unit = DoubleVector.broadcast(DOUBLES, amount);
    for (int k = 0; k < length; k += DOUBLES.length()) {
      IntVector count = IntVector.fromArray(HALVES, counts, k);
      DoubleVector value = (DoubleVector) count.convertShape(VectorOperators.I2D, DOUBLES, 0);
      DoubleVector.fromArray(DOUBLES, in, offset + k).add(value.mul(unit)).intoArray(in, offset + k);
    }
  }

  static void addCounts(float[] in, int offset, int[] counts, int length, float amount) {
    FloatVector unit = FloatVector.broadcast(FLOATS, amount);
    for (int k = 0; k < length; k += FLOATS.length()) {
      IntVector count = IntVector.fromArray(INTEGERS, counts, k);
      FloatVector value = (FloatVector) count.convertShape(VectorOperators.I2F, FLOATS, 0);
      FloatVector.fromArray(FLOATS, in, offset + k).add(value.mul(unit)).intoArray(in, offset + k);
    }
  }
}
