package ranvier.neurons;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;
import ranvier.engine.model.GridBlock;
import ranvier.engine.model.GridInput;
import ranvier.engine.model.SpikeSink;

/**
 * The same neurons as {@link IafPscExpSingle}, bit for bit, in explicit vector code: one pass, and coefficients shared
 * by all neurons stay in registers. Loaded only where the vector module is present.
 */
final class IafPscExpSingleVector extends IafPscExpSingle {
  private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED.length() <= 16
      ? FloatVector.SPECIES_PREFERRED : FloatVector.SPECIES_512;
  private static final VectorSpecies<Integer> STEPS = VectorSpecies.of(int.class,
      VectorShape.forBitSize(32 * LANES.length()));

  IafPscExpSingleVector(GridBlock block) {
    super(block);
  }

  @Override
  public void advance(int from, int to, int step, GridInput input, SpikeSink spikes) {
    float[] drive = c.drive.singles(from, to, input);
    int d = c.drive.uniform(input) ? 0 : -1;
    if (in == null) {
      merged(from, to, step, drive, d, input.single(0), spikes);
    } else if (c.uniform) {
      uniform(from, to, step, drive, d, input.single(0), input.single(1), spikes);
    } else {
      mixed(from, to, step, drive, d, input.single(0), input.single(1), spikes);
    }
  }

  private void uniform(int from, int to, int step, float[] drive, int d, float[] arrivingEx, float[] arrivingIn,
      SpikeSink spikes) {
    FloatVector v22 = FloatVector.broadcast(LANES, p22[0]);
    FloatVector v21ex = FloatVector.broadcast(LANES, p21ex[0]);
    FloatVector v21in = FloatVector.broadcast(LANES, p21in[0]);
    FloatVector v11ex = FloatVector.broadcast(LANES, p11ex[0]);
    FloatVector v11in = FloatVector.broadcast(LANES, p11in[0]);
    FloatVector held = FloatVector.broadcast(LANES, reset[0]);
    FloatVector limit = FloatVector.broadcast(LANES, threshold[0]);
    for (int i = from; i < to; i += LANES.length()) {
      FloatVector exNow = FloatVector.fromArray(LANES, ex, i);
      FloatVector inNow = FloatVector.fromArray(LANES, in, i);
      FloatVector moved = FloatVector.fromArray(LANES, v, i).mul(v22).add(exNow.mul(v21ex)).add(inNow.mul(v21in))
          .add(FloatVector.fromArray(LANES, drive, i & d));
      exNow.mul(v11ex).add(FloatVector.fromArray(LANES, arrivingEx, i - from)).intoArray(ex, i);
      inNow.mul(v11in).add(FloatVector.fromArray(LANES, arrivingIn, i - from)).intoArray(in, i);
      settle(i, step, moved, held, limit, spikes);
    }
  }

  private void mixed(int from, int to, int step, float[] drive, int d, float[] arrivingEx, float[] arrivingIn,
      SpikeSink spikes) {
    for (int i = from; i < to; i += LANES.length()) {
      FloatVector exNow = FloatVector.fromArray(LANES, ex, i);
      FloatVector inNow = FloatVector.fromArray(LANES, in, i);
      FloatVector moved = FloatVector.fromArray(LANES, v, i).mul(FloatVector.fromArray(LANES, p22, i))
          .add(exNow.mul(FloatVector.fromArray(LANES, p21ex, i)))
          .add(inNow.mul(FloatVector.fromArray(LANES, p21in, i))).add(FloatVector.fromArray(LANES, drive, i & d));
      exNow.mul(FloatVector.fromArray(LANES, p11ex, i)).add(FloatVector.fromArray(LANES, arrivingEx, i - from))
          .intoArray(ex, i);
      inNow.mul(FloatVector.fromArray(LANES, p11in, i)).add(FloatVector.fromArray(LANES, arrivingIn, i - from))
          .intoArray(in, i);
      settle(i, step, moved, FloatVector.fromArray(LANES, reset, i), FloatVector.fromArray(LANES, threshold, i),
          spikes);
    }
  }

  private void merged(int from, int to, int step, float[] drive, int d, float[] arriving, SpikeSink spikes) {
    FloatVector v22 = FloatVector.broadcast(LANES, p22[0]);
    FloatVector v21 = FloatVector.broadcast(LANES, p21ex[0]);
    FloatVector v11 = FloatVector.broadcast(LANES, p11ex[0]);
    FloatVector held = FloatVector.broadcast(LANES, reset[0]);
    FloatVector limit = FloatVector.broadcast(LANES, threshold[0]);
    for (int i = from; i < to; i += LANES.length()) {
      FloatVector now = FloatVector.fromArray(LANES, ex, i);
      FloatVector moved = FloatVector.fromArray(LANES, v, i).mul(v22).add(now.mul(v21))
          .add(FloatVector.fromArray(LANES, drive, i & d));
      now.mul(v11).add(FloatVector.fromArray(LANES, arriving, i - from)).intoArray(ex, i);
      settle(i, step, moved, held, limit, spikes);
    }
  }

  /** Refractoriness, threshold test and spikes of one vector of neurons. */
  private void settle(int i, int step, FloatVector moved, FloatVector held, FloatVector limit, SpikeSink spikes) {
    VectorMask<Float> free = IntVector.fromArray(STEPS, activeAt, i).compare(VectorOperators.LE, step).cast(LANES);
    FloatVector next = held.blend(moved, free);
    next.intoArray(v, i);
    VectorMask<Float> crossed = next.compare(VectorOperators.GE, limit);
    if (crossed.anyTrue()) {
      for (long lanes = crossed.toLong(); lanes != 0; lanes &= lanes - 1) {
        spike(i + Long.numberOfTrailingZeros(lanes), step, spikes);
      }
    }
  }
}
