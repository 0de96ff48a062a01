package ranvier.neurons;

import static ranvier.neurons.SingleLanes.LANES;
import static ranvier.neurons.SingleLanes.STEPS;
import static ranvier.neurons.SingleLanes.counted;
import static ranvier.neurons.SingleLanes.load;
import static ranvier.neurons.SingleLanes.settle;
import static ranvier.neurons.SingleLanes.shared;
import static ranvier.neurons.SingleLanes.take;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import ranvier.engine.math.VectorGate;
import ranvier.engine.model.GridBlock;
import ranvier.engine.model.GridInput;
import ranvier.engine.model.InputSums;
import ranvier.engine.model.SpikeSink;

/**
 * The same neurons as {@link IafPscExpSingle}, bit for bit, in explicit vector code: one pass, and coefficients shared
 * by all neurons stay in registers. Loaded only where the vector module is present.
 */
final class IafPscExpSingleVector extends IafPscExpSingle {
  private final VectorGate gate;

  IafPscExpSingleVector(GridBlock block, PscExpCoefficients c) {
    super(block, c);
    gate = block.vectorGate();
  }

  @Override
  public void advance(int from, int to, int step, GridInput input, SpikeSink spikes) {
    if (!gate.isOpen()) {
      super.advance(from, to, step, input, spikes);
      return;
    }
    float[] driven = drive.singles(from, to, input);
    if (!uniform) {
      advanceMixed(from, to, step, driven, input.single(0), input.single(1), spikes);
    } else if (in == null) {
      advanceMerged(from, to, step, driven, input.single(0), spikes);
    } else {
      advanceBoth(from, to, step, driven, input.single(0), input.single(1), spikes);
    }
  }

  @Override
  public boolean takesCounts() {
    return in == null;
  }

  @Override
  public boolean advanceFromSums(int from, int to, int step, InputSums sums, SpikeSink spikes) {
    if (!uniform || !drive.uniform() || !gate.isOpen()) {
      return false;
    }
    if (in == null) {
      advanceMergedFromSums(from, to, step, sums, spikes);
      return true;
    }
    float[] v = this.v;
    float[] ex = this.ex;
    float[] in = this.in;
    int[] activeAt = this.activeAt;
    int[] sumsEx = sums.of(0);
    int[] sumsIn = sums.of(1);
    int shiftEx = sums.first(0) - from;
    int shiftIn = sums.first(1) - from;
    FloatVector unitEx = FloatVector.broadcast(LANES, (float) sums.unit(0));
    FloatVector unitIn = FloatVector.broadcast(LANES, (float) sums.unit(1));
    FloatVector driven = FloatVector.broadcast(LANES, (float) drive.first());
    FloatVector s22 = shared(p22);
    FloatVector s21ex = shared(p21ex);
    FloatVector s21in = shared(p21in);
    FloatVector s11ex = shared(p11ex);
    FloatVector s11in = shared(p11in);
    FloatVector held = shared(reset);
    FloatVector limit = shared(threshold);
    for (int i = from; i < to; i += LANES.length()) {
      FloatVector exNow = load(ex, i);
      FloatVector inNow = load(in, i);
      FloatVector moved = load(v, i).mul(s22).add(exNow.mul(s21ex)).add(inNow.mul(s21in)).add(driven);
      exNow.mul(s11ex).add(take(sumsEx, shiftEx + i, unitEx)).intoArray(ex, i);
      inNow.mul(s11in).add(take(sumsIn, shiftIn + i, unitIn)).intoArray(in, i);
      VectorMask<Float> free = IntVector.fromArray(STEPS, activeAt, i).compare(VectorOperators.LE, step).cast(LANES);
      FloatVector next = held.blend(moved, free);
      next.intoArray(v, i);
      VectorMask<Float> crossed = next.compare(VectorOperators.GE, limit);
      if (crossed.anyTrue()) {
        spikes(i, crossed.toLong(), step, spikes);
      }
    }
    return true;
  }

  private void advanceMergedFromSums(int from, int to, int step, InputSums sums, SpikeSink spikes) {
    float[] v = this.v;
    float[] ex = this.ex;
    int[] activeAt = this.activeAt;
    int[] summed = sums.of(0);
    int shift = sums.first(0) - from;
    int[] counts = sums.counts();
    FloatVector unit = FloatVector.broadcast(LANES, (float) sums.unit(0));
    FloatVector amount = FloatVector.broadcast(LANES, (float) sums.amount());
    FloatVector driven = FloatVector.broadcast(LANES, (float) drive.first());
    FloatVector s22 = shared(p22);
    FloatVector s21 = shared(p21ex);
    FloatVector s11 = shared(p11ex);
    FloatVector held = shared(reset);
    FloatVector limit = shared(threshold);
    for (int i = from; i < to; i += LANES.length()) {
      FloatVector now = load(ex, i);
      FloatVector moved = load(v, i).mul(s22).add(now.mul(s21)).add(driven);
      FloatVector arriving = take(summed, shift + i, unit);
      if (counts != null) {
        arriving = arriving.add(counted(counts, i - from, amount));
      }
      now.mul(s11).add(arriving).intoArray(ex, i);
      VectorMask<Float> free = IntVector.fromArray(STEPS, activeAt, i).compare(VectorOperators.LE, step).cast(LANES);
      FloatVector next = held.blend(moved, free);
      next.intoArray(v, i);
      VectorMask<Float> crossed = next.compare(VectorOperators.GE, limit);
      if (crossed.anyTrue()) {
        spikes(i, crossed.toLong(), step, spikes);
      }
    }
  }

  private void advanceMerged(int from, int to, int step, float[] driven, float[] arriving,
      SpikeSink spikes) {
    float[] v = this.v;
    float[] ex = this.ex;
    int[] activeAt = this.activeAt;
    FloatVector s22 = shared(p22);
    FloatVector s21 = shared(p21ex);
    FloatVector s11 = shared(p11ex);
    FloatVector held = shared(reset);
    FloatVector limit = shared(threshold);
    for (int i = from; i < to; i += LANES.length()) {
      FloatVector now = load(ex, i);
      FloatVector moved = load(v, i).mul(s22).add(now.mul(s21)).add(load(driven, i));
      now.mul(s11).add(load(arriving, i - from)).intoArray(ex, i);
      VectorMask<Float> free = IntVector.fromArray(STEPS, activeAt, i).compare(VectorOperators.LE, step).cast(LANES);
      FloatVector next = held.blend(moved, free);
      next.intoArray(v, i);
      VectorMask<Float> crossed = next.compare(VectorOperators.GE, limit);
      if (crossed.anyTrue()) {
        spikes(i, crossed.toLong(), step, spikes);
      }
    }
  }

  private void advanceBoth(int from, int to, int step, float[] driven, float[] arrivingEx,
      float[] arrivingIn, SpikeSink spikes) {
    float[] v = this.v;
    float[] ex = this.ex;
    float[] in = this.in;
    int[] activeAt = this.activeAt;
    FloatVector s22 = shared(p22);
    FloatVector s21ex = shared(p21ex);
    FloatVector s21in = shared(p21in);
    FloatVector s11ex = shared(p11ex);
    FloatVector s11in = shared(p11in);
    FloatVector held = shared(reset);
    FloatVector limit = shared(threshold);
    for (int i = from; i < to; i += LANES.length()) {
      FloatVector exNow = load(ex, i);
      FloatVector inNow = load(in, i);
      FloatVector moved = load(v, i).mul(s22).add(exNow.mul(s21ex)).add(inNow.mul(s21in)).add(load(driven, i));
      exNow.mul(s11ex).add(load(arrivingEx, i - from)).intoArray(ex, i);
      inNow.mul(s11in).add(load(arrivingIn, i - from)).intoArray(in, i);
      VectorMask<Float> free = IntVector.fromArray(STEPS, activeAt, i).compare(VectorOperators.LE, step).cast(LANES);
      FloatVector next = held.blend(moved, free);
      next.intoArray(v, i);
      VectorMask<Float> crossed = next.compare(VectorOperators.GE, limit);
      if (crossed.anyTrue()) {
        spikes(i, crossed.toLong(), step, spikes);
      }
    }
  }

  private void advanceMixed(int from, int to, int step, float[] driven, float[] arrivingEx,
      float[] arrivingIn, SpikeSink spikes) {
    for (int i = from; i < to; i += LANES.length()) {
      FloatVector exNow = load(ex, i);
      FloatVector inNow = load(in, i);
      FloatVector moved = load(v, i).mul(load(p22, i)).add(exNow.mul(load(p21ex, i)))
          .add(inNow.mul(load(p21in, i))).add(load(driven, i));
      exNow.mul(load(p11ex, i)).add(load(arrivingEx, i - from)).intoArray(ex, i);
      inNow.mul(load(p11in, i)).add(load(arrivingIn, i - from)).intoArray(in, i);
      settle(this, i, step, moved, load(reset, i), load(threshold, i), spikes);
    }
  }
}
