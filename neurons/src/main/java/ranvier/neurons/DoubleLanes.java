package ranvier.neurons;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;
import ranvier.engine.model.SpikeSink;

/** What the vector forms of the models in double precision share. Loaded only where the vector module is present. */
final class DoubleLanes {
  /** At most 16 lanes, since ranges are multiples of 16. */
  static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED.length() <= 16
      ? DoubleVector.SPECIES_PREFERRED : DoubleVector.SPECIES_512;
  /** Steps of as many neurons. */
  static final VectorSpecies<Integer> STEPS = VectorSpecies.of(int.class,
      VectorShape.forBitSize(32 * LANES.length()));

  private DoubleLanes() {}

  /** A coefficient of the neurons from i on, or the one that all share. */
  static DoubleVector load(double[] lanes, int i) {
    return DoubleVector.fromArray(LANES, lanes, i);
  }

  /** A coefficient that all neurons share. */
  static DoubleVector shared(double[] lanes) {
    return DoubleVector.broadcast(LANES, lanes[0]);
  }

  /** The integers of the neurons from i on, times a unit. */
  static DoubleVector counted(int[] integers, int i, DoubleVector unit) {
    IntVector loaded = IntVector.fromArray(STEPS, integers, i);
    return ((DoubleVector) loaded.convertShape(VectorOperators.I2D, LANES, 0)).mul(unit);
  }

  /** Takes the integer sums of the neurons from i on as input. */
  static DoubleVector take(int[] sums, int i, DoubleVector unit) {
    DoubleVector taken = counted(sums, i, unit);
    IntVector.zero(STEPS).intoArray(sums, i);
    return taken;
  }

  /** Refractoriness, threshold test and spikes of one vector of neurons whose potential would become {@code moved}. */
  static void settle(DoubleMembrane m, int i, int step, DoubleVector moved, DoubleVector reset,
      DoubleVector threshold, SpikeSink spikes) {
    VectorMask<Double> free = IntVector.fromArray(STEPS, m.activeAt, i).compare(VectorOperators.LE, step).cast(LANES);
    DoubleVector next = reset.blend(moved, free);
    next.intoArray(m.v, i);
    VectorMask<Double> crossed = next.compare(VectorOperators.GE, threshold);
    if (crossed.anyTrue()) {
      for (long lanes = crossed.toLong(); lanes != 0; lanes &= lanes - 1) {
        m.spike(i + Long.numberOfTrailingZeros(lanes), step, spikes);
      }
    }
  }
}
