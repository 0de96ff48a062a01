package ranvier.neurons;

import ranvier.engine.model.GridBlock;
import ranvier.engine.model.GridInput;
import ranvier.engine.model.GridNeurons;
import ranvier.engine.model.SpikeSink;

/** A block of {@link IafPscExp} neurons in single precision: the loops of {@link IafPscExpDouble}. */
class IafPscExpSingle implements GridNeurons {
  final PscExpCoefficients c;
  final float[] v;
  final float[] ex;
  /** Null if the receptors are merged into {@link #ex}. */
  final float[] in;
  final int[] activeAt;
  final float[] p22;
  final float[] p21ex;
  final float[] p21in;
  final float[] p11ex;
  final float[] p11in;
  final float[] threshold;
  final float[] reset;

  IafPscExpSingle(GridBlock block) {
    c = new PscExpCoefficients(block);
    int size = block.paddedSize();
    v = block.singles("V_m");
    ex = block.singles(c.merged ? "I_syn" : "I_syn_ex");
    in = c.merged ? null : block.singles("I_syn_in");
    block.relativeTo("V_m", "E_L");
    System.arraycopy(PerNeuron.single(c.initialPotential(block)), 0, v, 0, size);
    System.arraycopy(PerNeuron.single(c.initialCurrent(block, "I_syn_ex")), 0, ex, 0, size);
    if (in != null) {
      System.arraycopy(PerNeuron.single(block.initial("I_syn_in")), 0, in, 0, size);
    }
    activeAt = c.refractoriness.activeAt();
    p22 = c.p22.singleLanes(c.uniform, size);
    p21ex = c.p21ex.singleLanes(c.uniform, size);
    p21in = c.p21in.singleLanes(c.uniform, size);
    p11ex = c.p11ex.singleLanes(c.uniform, size);
    p11in = c.p11in.singleLanes(c.uniform, size);
    threshold = c.threshold.singleLanes(c.uniform, size);
    reset = c.reset.singleLanes(c.uniform, size);
  }

  @Override
  public void advance(int from, int to, int step, GridInput input, SpikeSink spikes) {
    float[] drive = c.drive.singles(from, to, input);
    boolean still = c.drive.uniform(input);
    for (int tile = from; tile < to; tile += PerNeuron.TILE) {
      int n = Math.min(PerNeuron.TILE, to - tile);
      int k = c.uniform ? 0 : tile;
      int d = still ? 0 : tile;
      if (in == null) {
        membraneAndCurrent(tile, n, k, tile - from, step, drive, d, input.single(0));
      } else {
        membraneAndCurrents(tile, n, k, tile - from, step, drive, d, input.single(0), input.single(1));
      }
      for (int j = 0; j < n; j++) {
        if (v[tile + j] >= threshold[k + j]) {
          spike(tile + j, step, spikes);
        }
      }
    }
  }

  final void spike(int neuron, int step, SpikeSink spikes) {
    v[neuron] = (float) c.reset.at(neuron);
    c.refractoriness.begin(neuron, step);
    spikes.spike(neuron);
  }

  private void membraneAndCurrents(int tile, int n, int k, int a, int step, float[] drive, int d, float[] arrivingEx,
      float[] arrivingIn) {
    for (int j = 0; j < n; j++) {
      float vNow = v[tile + j];
      float exNow = ex[tile + j];
      float inNow = in[tile + j];
      float moved = vNow * p22[k + j] + exNow * p21ex[k + j] + inNow * p21in[k + j] + drive[d + j];
      float free = (float) (1 + ((step - activeAt[tile + j]) >> 31));
      v[tile + j] = free * moved + (1 - free) * reset[k + j];
      ex[tile + j] = exNow * p11ex[k + j] + arrivingEx[a + j];
      in[tile + j] = inNow * p11in[k + j] + arrivingIn[a + j];
    }
  }

  private void membraneAndCurrent(int tile, int n, int k, int a, int step, float[] drive, int d, float[] arriving) {
    for (int j = 0; j < n; j++) {
      float vNow = v[tile + j];
      float now = ex[tile + j];
      float moved = vNow * p22[k + j] + now * p21ex[k + j] + drive[d + j];
      float free = (float) (1 + ((step - activeAt[tile + j]) >> 31));
      v[tile + j] = free * moved + (1 - free) * reset[k + j];
      ex[tile + j] = now * p11ex[k + j] + arriving[a + j];
    }
  }
}
