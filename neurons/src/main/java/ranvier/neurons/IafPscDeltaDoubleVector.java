package ranvier.neurons;

import static ranvier.neurons.DoubleLanes.LANES;
import static ranvier.neurons.DoubleLanes.counted;
import static ranvier.neurons.DoubleLanes.load;
import static ranvier.neurons.DoubleLanes.settle;
import static ranvier.neurons.DoubleLanes.shared;
import static ranvier.neurons.DoubleLanes.take;

import jdk.incubator.vector.DoubleVector;
import ranvier.engine.math.VectorGate;
import ranvier.engine.model.GridBlock;
import ranvier.engine.model.GridInput;
import ranvier.engine.model.InputSums;
import ranvier.engine.model.SpikeSink;

/**
 * The same neurons as {@link IafPscDeltaDouble}, bit for bit, in explicit vector code; with lower bounds or refractory
 * input the plain loops. Loaded only where the vector module is present.
 */
final class IafPscDeltaDoubleVector extends IafPscDeltaDouble {
  private final VectorGate gate;

  IafPscDeltaDoubleVector(GridBlock block, PscDeltaCoefficients c) {
    super(block, c);
    gate = block.vectorGate();
  }

  @Override
  public void advance(int from, int to, int step, GridInput input, SpikeSink spikes) {
    if (!gate.isOpen()) {
      super.advance(from, to, step, input, spikes);
      return;
    }
    if (!simple) {
      super.advance(from, to, step, input, spikes);
      return;
    }
    double[] driven = drive.doubles(from, to, input);
    int d = drive.uniform(input) ? 0 : -1;
    if (uniform) {
      advanceUniform(from, to, step, driven, d, input.doubles(0), spikes);
    } else {
      advanceMixed(from, to, step, driven, d, input.doubles(0), spikes);
    }
  }

  @Override
  public boolean takesCounts() {
    return true;
  }

  @Override
  public boolean advanceFromSums(int from, int to, int step, InputSums sums, SpikeSink spikes) {
    if (!simple || !uniform || !drive.uniform() || !gate.isOpen()) {
      return false;
    }
    int[] summed = sums.of(0);
    int shift = sums.first(0) - from;
    int[] counts = sums.counts();
    DoubleVector unit = DoubleVector.broadcast(LANES, sums.unit(0));
    DoubleVector amount = DoubleVector.broadcast(LANES, sums.amount());
    DoubleVector driven = DoubleVector.broadcast(LANES, drive.first());
    DoubleVector s33 = shared(p33);
    DoubleVector held = shared(reset);
    DoubleVector limit = shared(threshold);
    for (int i = from; i < to; i += LANES.length()) {
      DoubleVector arriving = take(summed, shift + i, unit);
      if (counts != null) {
        arriving = arriving.add(counted(counts, i - from, amount));
      }
      settle(this, i, step, driven.add(load(v, i).mul(s33)).add(arriving), held, limit, spikes);
    }
    return true;
  }

  private void advanceUniform(int from, int to, int step, double[] driven, int d, double[] arriving,
      SpikeSink spikes) {
    DoubleVector s33 = shared(p33);
    DoubleVector held = shared(reset);
    DoubleVector limit = shared(threshold);
    for (int i = from; i < to; i += LANES.length()) {
      DoubleVector moved = load(driven, i & d).add(load(v, i).mul(s33)).add(load(arriving, i - from));
      settle(this, i, step, moved, held, limit, spikes);
    }
  }

  private void advanceMixed(int from, int to, int step, double[] driven, int d, double[] arriving,
      SpikeSink spikes) {
    for (int i = from; i < to; i += LANES.length()) {
      DoubleVector moved = load(driven, i & d).add(load(v, i).mul(load(p33, i))).add(load(arriving, i - from));
      settle(this, i, step, moved, load(reset, i), load(threshold, i), spikes);
    }
  }
}
