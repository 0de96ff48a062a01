package ranvier.neurons;

import ranvier.engine.model.GridBlock;
import ranvier.engine.model.GridInput;
import ranvier.engine.model.GridNeurons;
import ranvier.engine.model.SpikeSink;

/**
 * A block of {@link IafPscExp} neurons in double precision, as plain loops: every array is read at the same index and
 * refractoriness is arithmetic instead of a branch, so that the compiler makes vector code of them; spikes are looked
 * for in a second pass over the tile.
 */
class IafPscExpDouble implements GridNeurons {
  final PscExpCoefficients c;
  final double[] v;
  final double[] ex;
  /** Null if the receptors are merged into {@link #ex}. */
  final double[] in;
  final int[] activeAt;
  final double[] p22;
  final double[] p21ex;
  final double[] p21in;
  final double[] p11ex;
  final double[] p11in;
  final double[] threshold;
  final double[] reset;

  IafPscExpDouble(GridBlock block) {
    c = new PscExpCoefficients(block);
    int size = block.paddedSize();
    v = block.doubles("V_m");
    ex = block.doubles(c.merged ? "I_syn" : "I_syn_ex");
    in = c.merged ? null : block.doubles("I_syn_in");
    block.relativeTo("V_m", "E_L");
    System.arraycopy(c.initialPotential(block), 0, v, 0, size);
    System.arraycopy(c.initialCurrent(block, "I_syn_ex"), 0, ex, 0, size);
    if (in != null) {
      System.arraycopy(block.initial("I_syn_in"), 0, in, 0, size);
    }
    activeAt = c.refractoriness.activeAt();
    p22 = c.p22.lanes(c.uniform, size);
    p21ex = c.p21ex.lanes(c.uniform, size);
    p21in = c.p21in.lanes(c.uniform, size);
    p11ex = c.p11ex.lanes(c.uniform, size);
    p11in = c.p11in.lanes(c.uniform, size);
    threshold = c.threshold.lanes(c.uniform, size);
    reset = c.reset.lanes(c.uniform, size);
  }

  @Override
  public void advance(int from, int to, int step, GridInput input, SpikeSink spikes) {
    double[] drive = c.drive.doubles(from, to, input);
    boolean still = c.drive.uniform(input);
    for (int tile = from; tile < to; tile += PerNeuron.TILE) {
      int n = Math.min(PerNeuron.TILE, to - tile);
      int k = c.uniform ? 0 : tile;
      int d = still ? 0 : tile;
      if (in == null) {
        membraneAndCurrent(tile, n, k, tile - from, step, drive, d, input.doubles(0));
      } else {
        membraneAndCurrents(tile, n, k, tile - from, step, drive, d, input.doubles(0), input.doubles(1));
      }
      for (int j = 0; j < n; j++) {
        if (v[tile + j] >= threshold[k + j]) {
          spike(tile + j, step, spikes);
        }
      }
    }
  }

  final void spike(int neuron, int step, SpikeSink spikes) {
    v[neuron] = c.reset.at(neuron);
    c.refractoriness.begin(neuron, step);
    spikes.spike(neuron);
  }

  private void membraneAndCurrents(int tile, int n, int k, int a, int step, double[] drive, int d, double[] arrivingEx,
      double[] arrivingIn) {
    for (int j = 0; j < n; j++) {
      double vNow = v[tile + j];
      double exNow = ex[tile + j];
      double inNow = in[tile + j];
      double moved = vNow * p22[k + j] + exNow * p21ex[k + j] + inNow * p21in[k + j] + drive[d + j];
      double free = (double) (1 + ((step - activeAt[tile + j]) >> 31));
      v[tile + j] = free * moved + (1 - free) * reset[k + j];
      ex[tile + j] = exNow * p11ex[k + j] + arrivingEx[a + j];
      in[tile + j] = inNow * p11in[k + j] + arrivingIn[a + j];
    }
  }

  private void membraneAndCurrent(int tile, int n, int k, int a, int step, double[] drive, int d, double[] arriving) {
    for (int j = 0; j < n; j++) {
      double vNow = v[tile + j];
      double now = ex[tile + j];
      double moved = vNow * p22[k + j] + now * p21ex[k + j] + drive[d + j];
      double free = (double) (1 + ((step - activeAt[tile + j]) >> 31));
      v[tile + j] = free * moved + (1 - free) * reset[k + j];
      ex[tile + j] = now * p11ex[k + j] + arriving[a + j];
    }
  }
}
