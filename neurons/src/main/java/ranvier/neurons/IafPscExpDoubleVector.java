package ranvier.neurons;

import static ranvier.neurons.DoubleLanes.LANES;
import static ranvier.neurons.DoubleLanes.STEPS;
import static ranvier.neurons.DoubleLanes.counted;
import static ranvier.neurons.DoubleLanes.load;
import static ranvier.neurons.DoubleLanes.settle;
import static ranvier.neurons.DoubleLanes.shared;
import static ranvier.neurons.DoubleLanes.take;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import ranvier.engine.math.VectorGate;
import ranvier.engine.model.GridBlock;
import ranvier.engine.model.GridInput;
import ranvier.engine.model.InputSums;
import ranvier.engine.model.SpikeSink;

/**
 * The same neurons as {@link IafPscExpDouble}, bit for bit, in explicit vector code: one pass, and coefficients shared
 * by all neurons stay in registers. Loaded only where the vector module is present.
 */
final class IafPscExpDoubleVector extends IafPscExpDouble {
  private final VectorGate gate;

  IafPscExpDoubleVector(GridBlock block, PscExpCoefficients c) {
    super(block, c);
    gate = block.vectorGate();
  }

  @Override
  public void advance(int from, int to, int step, GridInput input, SpikeSink spikes) {
    if (!gate.isOpen()) {
      super.advance(from, to, step, input, spikes);
      return;
    }
    double[] driven = drive.doubles(from, to, input);
    if (!uniform) {
      advanceMixed(from, to, step, driven, input.doubles(0), input.doubles(1), spikes);
    } else if (in == null) {
      advanceMerged(from, to, step, driven, input.doubles(0), spikes);
    } else {
      advanceBoth(from, to, step, driven, input.doubles(0), input.doubles(1), spikes);
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
    double[] v = this.v;
    double[] ex = this.ex;
    double[] in = this.in;
    int[] activeAt = this.activeAt;
    int[] sumsEx = sums.of(0);
    int[] sumsIn = sums.of(1);
    int shiftEx = sums.first(0) - from;
    int shiftIn = sums.first(1) - from;
    DoubleVector unitEx = DoubleVector.broadcast(LANES, sums.unit(0));
    DoubleVector unitIn = DoubleVector.broadcast(LANES, sums.unit(1));
    DoubleVector driven = DoubleVector.broadcast(LANES, drive.first());
    DoubleVector s22 = shared(p22);
    DoubleVector s21ex = shared(p21ex);
    DoubleVector s21in = shared(p21in);
    DoubleVector s11ex = shared(p11ex);
    DoubleVector s11in = shared(p11in);
    DoubleVector held = shared(reset);
    DoubleVector limit = shared(threshold);
    for (int i = from; i < to; i += LANES.length()) {
      DoubleVector exNow = load(ex, i);
      DoubleVector inNow = load(in, i);
      DoubleVector moved = load(v, i).mul(s22).add(exNow.mul(s21ex)).add(inNow.mul(s21in)).add(driven);
      exNow.mul(s11ex).add(take(sumsEx, shiftEx + i, unitEx)).intoArray(ex, i);
      inNow.mul(s11in).add(take(sumsIn, shiftIn + i, unitIn)).intoArray(in, i);
      VectorMask<Double> free = IntVector.fromArray(STEPS, activeAt, i).compare(VectorOperators.LE, step).cast(LANES);
      DoubleVector next = held.blend(moved, free);
      next.intoArray(v, i);
      VectorMask<Double> crossed = next.compare(VectorOperators.GE, limit);
      if (crossed.anyTrue()) {
        spikes(i, crossed.toLong(), step, spikes);
      }
    }
    return true;
  }

  private void advanceMergedFromSums(int from, int to, int step, InputSums sums, SpikeSink spikes) {
    double[] v = this.v;
    double[] ex = this.ex;
    int[] activeAt = this.activeAt;
    int[] summed = sums.of(0);
    int shift = sums.first(0) - from;
    int[] counts = sums.counts();
    DoubleVector unit = DoubleVector.broadcast(LANES, sums.unit(0));
    DoubleVector amount = DoubleVector.broadcast(LANES, sums.amount());
    DoubleVector driven = DoubleVector.broadcast(LANES, drive.first());
    DoubleVector s22 = shared(p22);
    DoubleVector s21 = shared(p21ex);
    DoubleVector s11 = shared(p11ex);
    DoubleVector held = shared(reset);
    DoubleVector limit = shared(threshold);
    for (int i = from; i < to; i += LANES.length()) {
      DoubleVector now = load(ex, i);
      DoubleVector moved = load(v, i).mul(s22).add(now.mul(s21)).add(driven);
      DoubleVector arriving = take(summed, shift + i, unit);
      if (counts != null) {
        arriving = arriving.add(counted(counts, i - from, amount));
      }
      now.mul(s11).add(arriving).intoArray(ex, i);
      VectorMask<Double> free = IntVector.fromArray(STEPS, activeAt, i).compare(VectorOperators.LE, step).cast(LANES);
      DoubleVector next = held.blend(moved, free);
      next.intoArray(v, i);
      VectorMask<Double> crossed = next.compare(VectorOperators.GE, limit);
      if (crossed.anyTrue()) {
        spikes(i, crossed.toLong(), step, spikes);
      }
    }
  }

  private void advanceMerged(int from, int to, int step, double[] driven, double[] arriving,
      SpikeSink spikes) {
    double[] v = this.v;
    double[] ex = this.ex;
    int[] activeAt = this.activeAt;
    DoubleVector s22 = shared(p22);
    DoubleVector s21 = shared(p21ex);
    DoubleVector s11 = shared(p11ex);
    DoubleVector held = shared(reset);
    DoubleVector limit = shared(threshold);
    for (int i = from; i < to; i += LANES.length()) {
      DoubleVector now = load(ex, i);
      DoubleVector moved = load(v, i).mul(s22).add(now.mul(s21)).add(load(driven, i));
      now.mul(s11).add(load(arriving, i - from)).intoArray(ex, i);
      VectorMask<Double> free = IntVector.fromArray(STEPS, activeAt, i).compare(VectorOperators.LE, step).cast(LANES);
      DoubleVector next = held.blend(moved, free);
      next.intoArray(v, i);
      VectorMask<Double> crossed = next.compare(VectorOperators.GE, limit);
      if (crossed.anyTrue()) {
        spikes(i, crossed.toLong(), step, spikes);
      }
    }
  }

  private void advanceBoth(int from, int to, int step, double[] driven, double[] arrivingEx,
      double[] arrivingIn, SpikeSink spikes) {
    double[] v = this.v;
    double[] ex = this.ex;
    double[] in = this.in;
    int[] activeAt = this.activeAt;
    DoubleVector s22 = shared(p22);
    DoubleVector s21ex = shared(p21ex);
    DoubleVector s21in = shared(p21in);
    DoubleVector s11ex = shared(p11ex);
    DoubleVector s11in = shared(p11in);
    DoubleVector held = shared(reset);
    DoubleVector limit = shared(threshold);
    for (int i = from; i < to; i += LANES.length()) {
      DoubleVector exNow = load(ex, i);
      DoubleVector inNow = load(in, i);
      DoubleVector moved = load(v, i).mul(s22).add(exNow.mul(s21ex)).add(inNow.mul(s21in)).add(load(driven, i));
      exNow.mul(s11ex).add(load(arrivingEx, i - from)).intoArray(ex, i);
      inNow.mul(s11in).add(load(arrivingIn, i - from)).intoArray(in, i);
      VectorMask<Double> free = IntVector.fromArray(STEPS, activeAt, i).compare(VectorOperators.LE, step).cast(LANES);
      DoubleVector next = held.blend(moved, free);
      next.intoArray(v, i);
      VectorMask<Double> crossed = next.compare(VectorOperators.GE, limit);
      if (crossed.anyTrue()) {
        spikes(i, crossed.toLong(), step, spikes);
      }
    }
  }

  private void advanceMixed(int from, int to, int step, double[] driven, double[] arrivingEx,
      double[] arrivingIn, SpikeSink spikes) {
    for (int i = from; i < to; i += LANES.length()) {
      DoubleVector exNow = load(ex, i);
      DoubleVector inNow = load(in, i);
      DoubleVector moved = load(v, i).mul(load(p22, i)).add(exNow.mul(load(p21ex, i)))
          .add(inNow.mul(load(p21in, i))).add(load(driven, i));
      exNow.mul(load(p11ex, i)).add(load(arrivingEx, i - from)).intoArray(ex, i);
      inNow.mul(load(p11in, i)).add(load(arrivingIn, i - from)).intoArray(in, i);
      settle(this, i, step, moved, load(reset, i), load(threshold, i), spikes);
    }
  }
}
