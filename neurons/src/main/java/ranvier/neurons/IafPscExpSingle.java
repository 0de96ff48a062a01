package ranvier.neurons;

import ranvier.engine.model.GridBlock;
import ranvier.engine.model.GridInput;

/** A block of {@link IafPscExp} neurons in single precision, as plain loops. */
class IafPscExpSingle extends SingleMembrane {
  /** Synaptic currents in pA: excitatory, or all if the receptors are merged. */
  final float[] ex;
  /** Inhibitory synaptic currents in pA; null if the receptors are merged. */
  final float[] in;
  final float[] p22;
  final float[] p21ex;
  final float[] p21in;
  final float[] p11ex;
  final float[] p11in;

  IafPscExpSingle(GridBlock block, PscExpCoefficients c) {
    super(block, c.membrane, c.drive, c.uniform);
    p22 = lanes(c.p22);
    p21ex = lanes(c.p21ex);
    p21in = lanes(c.p21in);
    p11ex = lanes(c.p11ex);
    p11in = lanes(c.p11in);
    if (c.merged) {
      ex = block.singles("I_syn");
      in = null;
      double[] positive = block.initial("I_syn_ex");
      double[] negative = block.initial("I_syn_in");
      for (int i = 0; i < ex.length; i++) {
        ex[i] = (float) (positive[i] + negative[i]);
      }
    } else {
      ex = state(block, "I_syn_ex");
      in = state(block, "I_syn_in");
    }
  }

  @Override
  final void move(int tile, int n, int k, int step, float[] driven, int d, int a, GridInput input) {
    if (in == null) {
      moveMerged(tile, n, k, step, driven, d, a, input.single(0));
    } else {
      moveBoth(tile, n, k, step, driven, d, a, input.single(0), input.single(1));
    }
  }

  private void moveBoth(int tile, int n, int k, int step, float[] driven, int d, int a, float[] arrivingEx,
      float[] arrivingIn) {
    for (int j = 0; j < n; j++) {
      float exNow = ex[tile + j];
      float inNow = in[tile + j];
      float moved = v[tile + j] * p22[k + j] + exNow * p21ex[k + j] + inNow * p21in[k + j] + driven[d + j];
      float free = free(step, activeAt[tile + j]);
      v[tile + j] = free * moved + (1 - free) * reset[k + j];
      ex[tile + j] = exNow * p11ex[k + j] + arrivingEx[a + j];
      in[tile + j] = inNow * p11in[k + j] + arrivingIn[a + j];
    }
  }

  private void moveMerged(int tile, int n, int k, int step, float[] driven, int d, int a, float[] arriving) {
    for (int j = 0; j < n; j++) {
      float now = ex[tile + j];
      float moved = v[tile + j] * p22[k + j] + now * p21ex[k + j] + driven[d + j];
      float free = free(step, activeAt[tile + j]);
      v[tile + j] = free * moved + (1 - free) * reset[k + j];
      ex[tile + j] = now * p11ex[k + j] + arriving[a + j];
    }
  }
}
