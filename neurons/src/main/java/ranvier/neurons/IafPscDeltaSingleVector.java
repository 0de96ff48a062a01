package ranvier.neurons;

import static ranvier.neurons.SingleLanes.LANES;
import static ranvier.neurons.SingleLanes.counted;
import static ranvier.neurons.SingleLanes.load;
import static ranvier.neurons.SingleLanes.settle;
import static ranvier.neurons.SingleLanes.shared;
import static ranvier.neurons.SingleLanes.take;

import jdk.incubator.vector.FloatVector;
import ranvier.engine.math.VectorGate;
import ranvier.engine.model.GridBlock;
import ranvier.engine.model.GridInput;
import ranvier.engine.model.InputSums;
import ranvier.engine.model.SpikeSink;

/**
 * The same neurons as {@link IafPscDeltaSingle}, bit for bit, in explicit vector code; with lower bounds or refractory
 * input the plain loops. Loaded only where the vector module is present.
 */
final class IafPscDeltaSingleVector extends IafPscDeltaSingle {
  private final VectorGate gate;

  IafPscDeltaSingleVector(GridBlock block, PscDeltaCoefficients c) {
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
    float[] driven = drive.singles(from, to, input);
    int d = drive.uniform(input) ? 0 : -1;
    if (uniform) {
      advanceUniform(from, to, step, driven, d, input.single(0), spikes);
    } else {
      advanceMixed(from, to, step, driven, d, input.single(0), spikes);
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
    FloatVector unit = FloatVector.broadcast(LANES, (float) sums.unit(0));
    FloatVector amount = FloatVector.broadcast(LANES, (float) sums.amount());
    FloatVector driven = FloatVector.broadcast(LANES, (float) drive.first());
    FloatVector s33 = shared(p33);
    FloatVector held = shared(reset);
    FloatVector limit = shared(threshold);
    for (int i = from; i < to; i += LANES.length()) {
      FloatVector arriving = take(summed, shift + i, unit);
      if (counts != null) {
        arriving = arriving.add(counted(counts, i - from, amount));
      }
      settle(this, i, step, driven.add(load(v, i).mul(s33)).add(arriving), held, limit, spikes);
    }
    return true;
  }

  private void advanceUniform(int from, int to, int step, float[] driven, int d, float[] arriving,
      SpikeSink spikes) {
    FloatVector s33 = shared(p33);
    FloatVector held = shared(reset);
    FloatVector limit = shared(threshold);
    for (int i = from; i < to; i += LANES.length()) {
      FloatVector moved = load(driven, i & d).add(load(v, i).mul(s33)).add(load(arriving, i - from));
      settle(this, i, step, moved, held, limit, spikes);
    }
  }

  private void advanceMixed(int from, int to, int step, float[] driven, int d, float[] arriving,
      SpikeSink spikes) {
    for (int i = from; i < to; i += LANES.length()) {
      FloatVector moved = load(driven, i & d).add(load(v, i).mul(load(p33, i))).add(load(arriving, i - from));
      settle(this, i, step, moved, load(reset, i), load(threshold, i), spikes);
    }
  }
}
