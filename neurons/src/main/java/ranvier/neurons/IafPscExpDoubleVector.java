package ranvier.neurons;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;
import ranvier.engine.model.GridBlock;
import ranvier.engine.model.GridInput;
import ranvier.engine.model.SpikeSink;

/**
 * The same neurons as {@link IafPscExpDouble}, bit for bit, in explicit vector code: one pass, and coefficients shared
 * by all neurons stay in registers. Loaded only where the vector module is present.
 */
final class IafPscExpDoubleVector extends IafPscExpDouble {
  private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED.length() <= 8
      ? DoubleVector.SPECIES_PREFERRED : DoubleVector.SPECIES_512;
  private static final VectorSpecies<Integer> STEPS = VectorSpecies.of(int.class,
      VectorShape.forBitSize(32 * LANES.length()));

  IafPscExpDoubleVector(GridBlock block) {
    super(block);
  }

  @Override
  public void advance(int from, int to, int step, GridInput input, SpikeSink spikes) {
    double[] drive = c.drive.doubles(from, to, input);
    int d = c.drive.uniform(input) ? 0 : -1;
    if (in == null) {
      merged(from, to, step, drive, d, input.doubles(0), spikes);
    } else if (c.uniform) {
      uniform(from, to, step, drive, d, input.doubles(0), input.doubles(1), spikes);
    } else {
      mixed(from, to, step, drive, d, input.doubles(0), input.doubles(1), spikes);
    }
  }

  private void uniform(int from, int to, int step, double[] drive, int d, double[] arrivingEx, double[] arrivingIn,
      SpikeSink spikes) {
    DoubleVector v22 = DoubleVector.broadcast(LANES, p22[0]);
    DoubleVector v21ex = DoubleVector.broadcast(LANES, p21ex[0]);
    DoubleVector v21in = DoubleVector.broadcast(LANES, p21in[0]);
    DoubleVector v11ex = DoubleVector.broadcast(LANES, p11ex[0]);
    DoubleVector v11in = DoubleVector.broadcast(LANES, p11in[0]);
    DoubleVector held = DoubleVector.broadcast(LANES, reset[0]);
    DoubleVector limit = DoubleVector.broadcast(LANES, threshold[0]);
    for (int i = from; i < to; i += LANES.length()) {
      DoubleVector exNow = DoubleVector.fromArray(LANES, ex, i);
      DoubleVector inNow = DoubleVector.fromArray(LANES, in, i);
      DoubleVector moved = DoubleVector.fromArray(LANES, v, i).mul(v22).add(exNow.mul(v21ex)).add(inNow.mul(v21in))
          .add(DoubleVector.fromArray(LANES, drive, i & d));
      exNow.mul(v11ex).add(DoubleVector.fromArray(LANES, arrivingEx, i - from)).intoArray(ex, i);
      inNow.mul(v11in).add(DoubleVector.fromArray(LANES, arrivingIn, i - from)).intoArray(in, i);
      settle(i, step, moved, held, limit, spikes);
    }
  }

  private void mixed(int from, int to, int step, double[] drive, int d, double[] arrivingEx, double[] arrivingIn,
      SpikeSink spikes) {
    for (int i = from; i < to; i += LANES.length()) {
      DoubleVector exNow = DoubleVector.fromArray(LANES, ex, i);
      DoubleVector inNow = DoubleVector.fromArray(LANES, in, i);
      DoubleVector moved = DoubleVector.fromArray(LANES, v, i).mul(DoubleVector.fromArray(LANES, p22, i))
          .add(exNow.mul(DoubleVector.fromArray(LANES, p21ex, i)))
          .add(inNow.mul(DoubleVector.fromArray(LANES, p21in, i))).add(DoubleVector.fromArray(LANES, drive, i & d));
      exNow.mul(DoubleVector.fromArray(LANES, p11ex, i)).add(DoubleVector.fromArray(LANES, arrivingEx, i - from))
          .intoArray(ex, i);
      inNow.mul(DoubleVector.fromArray(LANES, p11in, i)).add(DoubleVector.fromArray(LANES, arrivingIn, i - from))
          .intoArray(in, i);
      settle(i, step, moved, DoubleVector.fromArray(LANES, reset, i), DoubleVector.fromArray(LANES, threshold, i),
          spikes);
    }
  }

  private void merged(int from, int to, int step, double[] drive, int d, double[] arriving, SpikeSink spikes) {
    DoubleVector v22 = DoubleVector.broadcast(LANES, p22[0]);
    DoubleVector v21 = DoubleVector.broadcast(LANES, p21ex[0]);
    DoubleVector v11 = DoubleVector.broadcast(LANES, p11ex[0]);
    DoubleVector held = DoubleVector.broadcast(LANES, reset[0]);
    DoubleVector limit = DoubleVector.broadcast(LANES, threshold[0]);
    for (int i = from; i < to; i += LANES.length()) {
      DoubleVector now = DoubleVector.fromArray(LANES, ex, i);
      DoubleVector moved = DoubleVector.fromArray(LANES, v, i).mul(v22).add(now.mul(v21))
          .add(DoubleVector.fromArray(LANES, drive, i & d));
      now.mul(v11).add(DoubleVector.fromArray(LANES, arriving, i - from)).intoArray(ex, i);
      settle(i, step, moved, held, limit, spikes);
    }
  }

  /** Refractoriness, threshold test and spikes of one vector of neurons. */
  private void settle(int i, int step, DoubleVector moved, DoubleVector held, DoubleVector limit, SpikeSink spikes) {
    VectorMask<Double> free = IntVector.fromArray(STEPS, activeAt, i).compare(VectorOperators.LE, step).cast(LANES);
    DoubleVector next = held.blend(moved, free);
    next.intoArray(v, i);
    VectorMask<Double> crossed = next.compare(VectorOperators.GE, limit);
    if (crossed.anyTrue()) {
      for (long lanes = crossed.toLong(); lanes != 0; lanes &= lanes - 1) {
        spike(i + Long.numberOfTrailingZeros(lanes), step, spikes);
      }
    }
  }
}
