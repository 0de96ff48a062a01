package ranvier.neurons;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;
import ranvier.engine.model.SpikeSink;

/** What the vector forms of the models in single precision share. Loaded only where the vector module is present. */
final class SingleLanes {
  /** At most 16 lanes, since ranges are multiples of 16. */
  static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED.length() <= 16
      ? FloatVector.SPECIES_PREFERRED : FloatVector.SPECIES_512;
  /** Steps of as many neurons. */
  static final VectorSpecies<Integer> STEPS = VectorSpecies.of(int.class,
      VectorShape.forBitSize(32 * LANES.length()));

  private SingleLanes() {}

  /** A coefficient of the neurons from i on, or the one that all share. */
  static FloatVector load(float[] lanes, int i) {
    return FloatVector.fromArray(LANES, lanes, i);
  }

  /** A coefficient that all neurons share. */
  static FloatVector shared(float[] lanes) {
    return FloatVector.broadcast(LANES, lanes[0]);
  }

  /** The integers of the neurons from i on, times a unit. */
  static FloatVector counted(int[] integers, int i, FloatVector unit) {
    IntVector loaded = IntVector.fromArray(STEPS, integers, i);
    return ((FloatVector) loaded.convertShape(VectorOperators.I2F, LANES, 0)).mul(unit);
  }

  /** Takes the integer sums of the neurons from i on as input. */
  static FloatVector take(int[] sums, int i, FloatVector unit) {
    FloatVector taken = counted(sums, i, unit);
    IntVector.zero(STEPS).intoArray(sums, i);
    return taken;
  }

  /** Refractoriness, threshold test and spikes of one vector of neurons whose potential would become {@code moved}. */
  static void settle(SingleMembrane m, int i, int step, FloatVector moved, FloatVector reset,
      FloatVector threshold, SpikeSink spikes) {
    VectorMask<Float> free = IntVector.fromArray(STEPS, m.activeAt, i).compare(VectorOperators.LE, step).cast(LANES);
    FloatVector next = reset.blend(moved, free);
    next.intoArray(m.v, i);
    VectorMask<Float> crossed = next.compare(VectorOperators.GE, threshold);
    if (crossed.anyTrue()) {
      for (long lanes = crossed.toLong(); lanes != 0; lanes &= lanes - 1) {
        m.spike(i + Long.numberOfTrailingZeros(lanes), step, spikes);
      }
    }
  }
}
