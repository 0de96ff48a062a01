package ranvier.neurons;

import ranvier.engine.model.GridBlock;
import ranvier.engine.model.GridInput;

/** A block of {@link IafPscExp} neurons in double precision, as plain loops. */
class IafPscExpDouble extends DoubleMembrane {
  /** Synaptic currents in pA: excitatory, or all if the receptors are merged. */
  final double[] ex;
  /** Inhibitory synaptic currents in pA; null if the receptors are merged. */
  final double[] in;
  final double[] p22;
  final double[] p21ex;
  final double[] p21in;
  final double[] p11ex;
  final double[] p11in;

  IafPscExpDouble(GridBlock block, PscExpCoefficients c) {
    super(block, c.membrane, c.drive, c.uniform);
    p22 = lanes(c.p22);
    p21ex = lanes(c.p21ex);
    p21in = lanes(c.p21in);
    p11ex = lanes(c.p11ex);
    p11in = lanes(c.p11in);
    if (c.merged) {
      ex = block.doubles("I_syn");
      in = null;
      double[] positive = block.initial("I_syn_ex");
      double[] negative = block.initial("I_syn_in");
      for (int i = 0; i < ex.length; i++) {
        ex[i] = positive[i] + negative[i];
      }
    } else {
      ex = state(block, "I_syn_ex");
      in = state(block, "I_syn_in");
    }
  }

  @Override
  final void move(int tile, int n, int k, int step, double[] driven, int d, int a, GridInput input) {
    if (in == null) {
      moveMerged(tile, n, k, step, driven, d, a, input.doubles(0));
    } else {
      moveBoth(tile, n, k, step, driven, d, a, input.doubles(0), input.doubles(1));
    }
  }

  private void moveBoth(int tile, int n, int k, int step, double[] driven, int d, int a, double[] arrivingEx,
      double[] arrivingIn) {
    for (int j = 0; j < n; j++) {
      double exNow = ex[tile + j];
      double inNow = in[tile + j];
      double moved = v[tile + j] * p22[k + j] + exNow * p21ex[k + j] + inNow * p21in[k + j] + driven[d + j];
      double free = free(step, activeAt[tile + j]);
      v[tile + j] = free * moved + (1 - free) * reset[k + j];
      ex[tile + j] = exNow * p11ex[k + j] + arrivingEx[a + j];
      in[tile + j] = inNow * p11in[k + j] + arrivingIn[a + j];
    }
  }

  private void moveMerged(int tile, int n, int k, int step, double[] driven, int d, int a, double[] arriving) {
    for (int j = 0; j < n; j++) {
      double now = ex[tile + j];
      double moved = v[tile + j] * p22[k + j] + now * p21ex[k + j] + driven[d + j];
      double free = free(step, activeAt[tile + j]);
      v[tile + j] = free * moved + (1 - free) * reset[k + j];
      ex[tile + j] = now * p11ex[k + j] + arriving[a + j];
    }
  }
}
