package ranvier.neurons;

import static jdk.incubator.vector.VectorOperators.FMA;
import static ranvier.neurons.DoubleLanes.LANES;
import static ranvier.neurons.DoubleLanes.STEPS;
import static ranvier.neurons.DoubleLanes.load;
import static ranvier.neurons.DoubleLanes.shared;

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
 * The same neurons as {@link IafCondExpDouble}, bit for bit, in explicit vector code where the Magnus expansion serves:
 * one pass. A vector with a neuron that needs the quadrature takes the plain form. Loaded only where the vector module
 * is present.
 *
 * <p>The loops are written out, since the compiler may refuse to inline methods of ours into long ones, and then every
 * vector becomes an object. Arrays are local, so that their bounds are checked once, before the loop. The coefficients
 * of the polynomial come from a field: constants would be loaded from memory again and again.
 */
@SuppressWarnings("ShortCircuitBoolean") // one branch where two would each be believed never to be taken
final class IafCondExpDoubleVector extends IafCondExpDouble {
  /**
   * In one of so many steps, a power of two, the first vector takes the plain form and the last is searched for spikes
   * in any case. This changes no result: it keeps the compiler from believing that neither ever happens, for then it
   * would have to compile the loop anew when it does, and vectors are slow until that is done. A rehearsal needs it.
   */
  private final int reminder;

  private final VectorGate gate;
  private final boolean plain;
  private final double[] coefficients = CondExpMagnus.coefficients();

  IafCondExpDoubleVector(GridBlock block, CondExpCoefficients c) {
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
      advanceVectors(from, to, step, input, drive.doubles(from, to, input), spikes);
    }
  }

  @Override
  public boolean advanceFromSums(int from, int to, int step, InputSums sums, SpikeSink spikes) {
    if (plain || !drive.uniform() || isStarting(step) || !gate.isOpen()) {
      return false;
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
    IntVector none = IntVector.zero(STEPS);
    int plainAt = (step & reminder - 1) == 0 ? from : -1;
    int searchedAt = (step & reminder - 1) == 0 ? to - LANES.length() : -1;
    DoubleVector leak = DoubleVector.broadcast(LANES, magnus.leak);
    DoubleVector perEx = DoubleVector.broadcast(LANES, magnus.ex);
    DoubleVector perIn = DoubleVector.broadcast(LANES, magnus.in);
    DoubleVector force = DoubleVector.broadcast(LANES, drive.first());
    DoubleVector driving = force.mul(magnus.time);
    DoubleVector pushEx = DoubleVector.broadcast(LANES, magnus.pushEx);
    DoubleVector pushIn = DoubleVector.broadcast(LANES, magnus.pushIn);
    DoubleVector turnEx = force.lanewise(FMA, magnus.turnExDriven, magnus.turnEx);
    DoubleVector turnIn = force.lanewise(FMA, magnus.turnInDriven, magnus.turnIn);
    DoubleVector turnBoth = DoubleVector.broadcast(LANES, magnus.turnBoth);
    DoubleVector higher = DoubleVector.broadcast(LANES, CondExpMagnus.HIGHER_ORDERS);
    DoubleVector one = DoubleVector.broadcast(LANES, 1);
    DoubleVector phi0 = DoubleVector.broadcast(LANES, coefficients[0]);
    DoubleVector phi1 = DoubleVector.broadcast(LANES, coefficients[1]);
    DoubleVector phi2 = DoubleVector.broadcast(LANES, coefficients[2]);
    DoubleVector phi3 = DoubleVector.broadcast(LANES, coefficients[3]);
    DoubleVector phi4 = DoubleVector.broadcast(LANES, coefficients[4]);
    DoubleVector phi5 = DoubleVector.broadcast(LANES, coefficients[5]);
    DoubleVector phi6 = DoubleVector.broadcast(LANES, coefficients[6]);
    DoubleVector limit = DoubleVector.broadcast(LANES, magnus.limit);
    DoubleVector s11ex = shared(p11ex);
    DoubleVector s11in = shared(p11in);
    DoubleVector held = shared(reset);
    DoubleVector threshold = shared(this.threshold);
    for (int i = from; i < to; i += LANES.length()) {
      DoubleVector exNow = load(ex, i);
      DoubleVector inNow = load(in, i);
      DoubleVector x = inNow.lanewise(FMA, perIn, exNow.lanewise(FMA, perEx, leak));
      if (x.compare(VectorOperators.LT, limit).anyTrue() | i == plainAt) {
        advance(i, i + LANES.length(), step, sums, i - from, spikes);
        continue;
      }
      DoubleVector now = load(v, i);
      DoubleVector beta = inNow.lanewise(FMA, pushIn, exNow.lanewise(FMA, pushEx, driving));
      DoubleVector gamma = inNow.lanewise(FMA, exNow.lanewise(FMA, turnBoth, turnIn), exNow.mul(turnEx));
      DoubleVector x2 = x.mul(x);
      DoubleVector pushed = gamma.lanewise(FMA, x2.lanewise(FMA, higher, one), beta);
      DoubleVector high = x2.lanewise(FMA, phi6, x.lanewise(FMA, phi5, phi4));
      DoubleVector middle = x.lanewise(FMA, phi3, phi2);
      DoubleVector low = x2.lanewise(FMA, middle, x.lanewise(FMA, phi1, phi0));
      DoubleVector phi = x2.mul(x2).lanewise(FMA, high, low);
      DoubleVector moved = phi.lanewise(FMA, x.lanewise(FMA, now, pushed), now);
      IntVector sumEx = IntVector.fromArray(STEPS, sumsEx, shiftEx + i);
      DoubleVector arrivingEx = ((DoubleVector) sumEx.convertShape(VectorOperators.I2D, LANES, 0)).mul(unitEx);
      none.intoArray(sumsEx, shiftEx + i);
      exNow.mul(s11ex).add(arrivingEx).intoArray(ex, i);
      IntVector sumIn = IntVector.fromArray(STEPS, sumsIn, shiftIn + i);
      DoubleVector arrivingIn = ((DoubleVector) sumIn.convertShape(VectorOperators.I2D, LANES, 0)).mul(unitIn);
      none.intoArray(sumsIn, shiftIn + i);
      inNow.mul(s11in).add(arrivingIn).intoArray(in, i);
      VectorMask<Double> free = IntVector.fromArray(STEPS, activeAt, i).compare(VectorOperators.LE, step).cast(LANES);
      DoubleVector next = held.blend(moved, free);
      next.intoArray(v, i);
      VectorMask<Double> crossed = next.compare(VectorOperators.GE, threshold);
      if (crossed.anyTrue() | i == searchedAt) {
        spikes(i, crossed.toLong(), step, spikes);
      }
    }
    return true;
  }

  private void advanceVectors(int from, int to, int step, GridInput input, double[] driven, SpikeSink spikes) {
    double[] v = this.v;
    double[] ex = this.ex;
    double[] in = this.in;
    int[] activeAt = this.activeAt;
    double[] arrivingEx = input.doubles(0);
    double[] arrivingIn = input.doubles(1);
    int plainAt = (step & reminder - 1) == 0 ? from : -1;
    int searchedAt = (step & reminder - 1) == 0 ? to - LANES.length() : -1;
    DoubleVector leak = DoubleVector.broadcast(LANES, magnus.leak);
    DoubleVector perEx = DoubleVector.broadcast(LANES, magnus.ex);
    DoubleVector perIn = DoubleVector.broadcast(LANES, magnus.in);
    DoubleVector time = DoubleVector.broadcast(LANES, magnus.time);
    DoubleVector pushEx = DoubleVector.broadcast(LANES, magnus.pushEx);
    DoubleVector pushIn = DoubleVector.broadcast(LANES, magnus.pushIn);
    DoubleVector turnEx = DoubleVector.broadcast(LANES, magnus.turnEx);
    DoubleVector turnIn = DoubleVector.broadcast(LANES, magnus.turnIn);
    DoubleVector turnExDriven = DoubleVector.broadcast(LANES, magnus.turnExDriven);
    DoubleVector turnInDriven = DoubleVector.broadcast(LANES, magnus.turnInDriven);
    DoubleVector turnBoth = DoubleVector.broadcast(LANES, magnus.turnBoth);
    DoubleVector higher = DoubleVector.broadcast(LANES, CondExpMagnus.HIGHER_ORDERS);
    DoubleVector one = DoubleVector.broadcast(LANES, 1);
    DoubleVector phi0 = DoubleVector.broadcast(LANES, coefficients[0]);
    DoubleVector phi1 = DoubleVector.broadcast(LANES, coefficients[1]);
    DoubleVector phi2 = DoubleVector.broadcast(LANES, coefficients[2]);
    DoubleVector phi3 = DoubleVector.broadcast(LANES, coefficients[3]);
    DoubleVector phi4 = DoubleVector.broadcast(LANES, coefficients[4]);
    DoubleVector phi5 = DoubleVector.broadcast(LANES, coefficients[5]);
    DoubleVector phi6 = DoubleVector.broadcast(LANES, coefficients[6]);
    DoubleVector limit = DoubleVector.broadcast(LANES, magnus.limit);
    DoubleVector s11ex = shared(p11ex);
    DoubleVector s11in = shared(p11in);
    DoubleVector held = shared(reset);
    DoubleVector threshold = shared(this.threshold);
    for (int i = from; i < to; i += LANES.length()) {
      DoubleVector exNow = load(ex, i);
      DoubleVector inNow = load(in, i);
      DoubleVector x = inNow.lanewise(FMA, perIn, exNow.lanewise(FMA, perEx, leak));
      if (x.compare(VectorOperators.LT, limit).anyTrue() | i == plainAt) {
        advance(i, i + LANES.length(), step, input, i - from, driven, spikes);
        continue;
      }
      DoubleVector now = load(v, i);
      DoubleVector drive = load(driven, i);
      DoubleVector beta = inNow.lanewise(FMA, pushIn, exNow.lanewise(FMA, pushEx, time.mul(drive)));
      DoubleVector ofEx = turnExDriven.lanewise(FMA, drive, turnEx);
      DoubleVector ofIn = exNow.lanewise(FMA, turnBoth, turnInDriven.lanewise(FMA, drive, turnIn));
      DoubleVector gamma = inNow.lanewise(FMA, ofIn, exNow.mul(ofEx));
      DoubleVector x2 = x.mul(x);
      DoubleVector pushed = gamma.lanewise(FMA, x2.lanewise(FMA, higher, one), beta);
      DoubleVector high = x2.lanewise(FMA, phi6, x.lanewise(FMA, phi5, phi4));
      DoubleVector middle = x.lanewise(FMA, phi3, phi2);
      DoubleVector low = x2.lanewise(FMA, middle, x.lanewise(FMA, phi1, phi0));
      DoubleVector phi = x2.mul(x2).lanewise(FMA, high, low);
      DoubleVector moved = phi.lanewise(FMA, x.lanewise(FMA, now, pushed), now);
      exNow.mul(s11ex).add(load(arrivingEx, i - from)).intoArray(ex, i);
      inNow.mul(s11in).add(load(arrivingIn, i - from)).intoArray(in, i);
      VectorMask<Double> free = IntVector.fromArray(STEPS, activeAt, i).compare(VectorOperators.LE, step).cast(LANES);
      DoubleVector next = held.blend(moved, free);
      next.intoArray(v, i);
      VectorMask<Double> crossed = next.compare(VectorOperators.GE, threshold);
      if (crossed.anyTrue() | i == searchedAt) {
        spikes(i, crossed.toLong(), step, spikes);
      }
    }
  }
}
