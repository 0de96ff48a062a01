package ranvier.neurons;

import static jdk.incubator.vector.VectorOperators.FMA;
import static ranvier.neurons.SingleLanes.LANES;
import static ranvier.neurons.SingleLanes.STEPS;
import static ranvier.neurons.SingleLanes.load;
import static ranvier.neurons.SingleLanes.shared;

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
 * The same neurons as {@link IafCondExpSingle}, bit for bit, in explicit vector code where the Magnus expansion serves:
 * one pass. A vector with a neuron that needs the quadrature takes the plain form. Loaded only where the vector module
 * is present.
 *
 * <p>The loops are written out, since the compiler may refuse to inline methods of ours into long ones, and then every
 * vector becomes an object. Arrays are local, so that their bounds are checked once, before the loop. The coefficients
 * of the polynomial come from a field: constants would be loaded from memory again and again.
 */
@SuppressWarnings("ShortCircuitBoolean") // one branch where two would each be believed never to be taken
final class IafCondExpSingleVector extends IafCondExpSingle {
  /**
   * In one of so many steps, a power of two, the first vector takes the plain form and the last is searched for spikes
   * in any case. This changes no result: it keeps the compiler from believing that neither ever happens, for then it
   * would have to compile the loop anew when it does, and vectors are slow until that is done. A rehearsal needs it.
   */
  private final int reminder;

  private final VectorGate gate;
  private final boolean plain;
  private final float[] coefficients = CondExpMagnus.singleCoefficients();

  IafCondExpSingleVector(GridBlock block, CondExpCoefficients c) {
    super(block, c);
    gate = block.vectorGate();
    reminder = gate.isRehearsal() ? 16 : 1024;
    plain = magnus == null || startsBelowZero();
  }

  @Override
  public void advance(int from, int to, int step, GridInput input, SpikeSink spikes) {
    if (plain || isStarting(step) || !gate.isOpen()) {
      super.advance(from, to, step, input, spikes);
    } else {
      advanceVectors(from, to, step, input, drive.singles(from, to, input), spikes);
    }
  }

  @Override
  public boolean advanceFromSums(int from, int to, int step, InputSums sums, SpikeSink spikes) {
    if (plain || !drive.uniform() || isStarting(step) || !gate.isOpen()) {
      return false;
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
    IntVector none = IntVector.zero(STEPS);
    int plainAt = (step & reminder - 1) == 0 ? from : -1;
    int searchedAt = (step & reminder - 1) == 0 ? to - LANES.length() : -1;
    FloatVector leak = FloatVector.broadcast(LANES, (float) magnus.leak);
    FloatVector perEx = FloatVector.broadcast(LANES, (float) magnus.ex);
    FloatVector perIn = FloatVector.broadcast(LANES, (float) magnus.in);
    FloatVector force = FloatVector.broadcast(LANES, (float) drive.first());
    FloatVector driving = force.mul((float) magnus.time);
    FloatVector pushEx = FloatVector.broadcast(LANES, (float) magnus.pushEx);
    FloatVector pushIn = FloatVector.broadcast(LANES, (float) magnus.pushIn);
    FloatVector turnEx = force.lanewise(FMA, (float) magnus.turnExDriven, (float) magnus.turnEx);
    FloatVector turnIn = force.lanewise(FMA, (float) magnus.turnInDriven, (float) magnus.turnIn);
    FloatVector turnBoth = FloatVector.broadcast(LANES, (float) magnus.turnBoth);
    FloatVector higher = FloatVector.broadcast(LANES, CondExpMagnus.SINGLE_HIGHER_ORDERS);
    FloatVector one = FloatVector.broadcast(LANES, 1);
    FloatVector phi0 = FloatVector.broadcast(LANES, coefficients[0]);
    FloatVector phi1 = FloatVector.broadcast(LANES, coefficients[1]);
    FloatVector phi2 = FloatVector.broadcast(LANES, coefficients[2]);
    FloatVector phi3 = FloatVector.broadcast(LANES, coefficients[3]);
    FloatVector phi4 = FloatVector.broadcast(LANES, coefficients[4]);
    FloatVector limit = FloatVector.broadcast(LANES, (float) magnus.limit);
    FloatVector s11ex = shared(p11ex);
    FloatVector s11in = shared(p11in);
    FloatVector held = shared(reset);
    FloatVector threshold = shared(this.threshold);
    for (int i = from; i < to; i += LANES.length()) {
      FloatVector exNow = load(ex, i);
      FloatVector inNow = load(in, i);
      FloatVector x = inNow.lanewise(FMA, perIn, exNow.lanewise(FMA, perEx, leak));
      if (x.compare(VectorOperators.LT, limit).anyTrue() | i == plainAt) {
        advance(i, i + LANES.length(), step, sums, i - from, spikes);
        continue;
      }
      FloatVector now = load(v, i);
      FloatVector beta = inNow.lanewise(FMA, pushIn, exNow.lanewise(FMA, pushEx, driving));
      FloatVector gamma = inNow.lanewise(FMA, exNow.lanewise(FMA, turnBoth, turnIn), exNow.mul(turnEx));
      FloatVector x2 = x.mul(x);
      FloatVector pushed = gamma.lanewise(FMA, x2.lanewise(FMA, higher, one), beta);
      FloatVector high = x2.lanewise(FMA, phi4, x.lanewise(FMA, phi3, phi2));
      FloatVector phi = x2.lanewise(FMA, high, x.lanewise(FMA, phi1, phi0));
      FloatVector moved = phi.lanewise(FMA, x.lanewise(FMA, now, pushed), now);
      IntVector sumEx = IntVector.fromArray(STEPS, sumsEx, shiftEx + i);
      FloatVector arrivingEx = ((FloatVector) sumEx.convertShape(VectorOperators.I2F, LANES, 0)).mul(unitEx);
      none.intoArray(sumsEx, shiftEx + i);
      exNow.mul(s11ex).add(arrivingEx).intoArray(ex, i);
      IntVector sumIn = IntVector.fromArray(STEPS, sumsIn, shiftIn + i);
      FloatVector arrivingIn = ((FloatVector) sumIn.convertShape(VectorOperators.I2F, LANES, 0)).mul(unitIn);
      none.intoArray(sumsIn, shiftIn + i);
      inNow.mul(s11in).add(arrivingIn).intoArray(in, i);
      VectorMask<Float> free = IntVector.fromArray(STEPS, activeAt, i).compare(VectorOperators.LE, step).cast(LANES);
      FloatVector next = held.blend(moved, free);
      next.intoArray(v, i);
      VectorMask<Float> crossed = next.compare(VectorOperators.GE, threshold);
      if (crossed.anyTrue() | i == searchedAt) {
        spikes(i, crossed.toLong(), step, spikes);
      }
    }
    return true;
  }

  private void advanceVectors(int from, int to, int step, GridInput input, float[] driven, SpikeSink spikes) {
    float[] v = this.v;
    float[] ex = this.ex;
    float[] in = this.in;
    int[] activeAt = this.activeAt;
    float[] arrivingEx = input.single(0);
    float[] arrivingIn = input.single(1);
    int plainAt = (step & reminder - 1) == 0 ? from : -1;
    int searchedAt = (step & reminder - 1) == 0 ? to - LANES.length() : -1;
    FloatVector leak = FloatVector.broadcast(LANES, (float) magnus.leak);
    FloatVector perEx = FloatVector.broadcast(LANES, (float) magnus.ex);
    FloatVector perIn = FloatVector.broadcast(LANES, (float) magnus.in);
    FloatVector time = FloatVector.broadcast(LANES, (float) magnus.time);
    FloatVector pushEx = FloatVector.broadcast(LANES, (float) magnus.pushEx);
    FloatVector pushIn = FloatVector.broadcast(LANES, (float) magnus.pushIn);
    FloatVector turnEx = FloatVector.broadcast(LANES, (float) magnus.turnEx);
    FloatVector turnIn = FloatVector.broadcast(LANES, (float) magnus.turnIn);
    FloatVector turnExDriven = FloatVector.broadcast(LANES, (float) magnus.turnExDriven);
    FloatVector turnInDriven = FloatVector.broadcast(LANES, (float) magnus.turnInDriven);
    FloatVector turnBoth = FloatVector.broadcast(LANES, (float) magnus.turnBoth);
    FloatVector higher = FloatVector.broadcast(LANES, CondExpMagnus.SINGLE_HIGHER_ORDERS);
    FloatVector one = FloatVector.broadcast(LANES, 1);
    FloatVector phi0 = FloatVector.broadcast(LANES, coefficients[0]);
    FloatVector phi1 = FloatVector.broadcast(LANES, coefficients[1]);
    FloatVector phi2 = FloatVector.broadcast(LANES, coefficients[2]);
    FloatVector phi3 = FloatVector.broadcast(LANES, coefficients[3]);
    FloatVector phi4 = FloatVector.broadcast(LANES, coefficients[4]);
    FloatVector limit = FloatVector.broadcast(LANES, (float) magnus.limit);
    FloatVector s11ex = shared(p11ex);
    FloatVector s11in = shared(p11in);
    FloatVector held = shared(reset);
    FloatVector threshold = shared(this.threshold);
    for (int i = from; i < to; i += LANES.length()) {
      FloatVector exNow = load(ex, i);
      FloatVector inNow = load(in, i);
      FloatVector x = inNow.lanewise(FMA, perIn, exNow.lanewise(FMA, perEx, leak));
      if (x.compare(VectorOperators.LT, limit).anyTrue() | i == plainAt) {
        advance(i, i + LANES.length(), step, input, i - from, driven, spikes);
        continue;
      }
      FloatVector now = load(v, i);
      FloatVector drive = load(driven, i);
      FloatVector beta = inNow.lanewise(FMA, pushIn, exNow.lanewise(FMA, pushEx, time.mul(drive)));
      FloatVector ofEx = turnExDriven.lanewise(FMA, drive, turnEx);
      FloatVector ofIn = exNow.lanewise(FMA, turnBoth, turnInDriven.lanewise(FMA, drive, turnIn));
      FloatVector gamma = inNow.lanewise(FMA, ofIn, exNow.mul(ofEx));
      FloatVector x2 = x.mul(x);
      FloatVector pushed = gamma.lanewise(FMA, x2.lanewise(FMA, higher, one), beta);
      FloatVector high = x2.lanewise(FMA, phi4, x.lanewise(FMA, phi3, phi2));
      FloatVector phi = x2.lanewise(FMA, high, x.lanewise(FMA, phi1, phi0));
      FloatVector moved = phi.lanewise(FMA, x.lanewise(FMA, now, pushed), now);
      exNow.mul(s11ex).add(load(arrivingEx, i - from)).intoArray(ex, i);
      inNow.mul(s11in).add(load(arrivingIn, i - from)).intoArray(in, i);
      VectorMask<Float> free = IntVector.fromArray(STEPS, activeAt, i).compare(VectorOperators.LE, step).cast(LANES);
      FloatVector next = held.blend(moved, free);
      next.intoArray(v, i);
      VectorMask<Float> crossed = next.compare(VectorOperators.GE, threshold);
      if (crossed.anyTrue() | i == searchedAt) {
        spikes(i, crossed.toLong(), step, spikes);
      }
    }
  }
}
