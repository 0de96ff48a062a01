package ranvier.neurons;

import ranvier.engine.model.GridBlock;

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
  final void move(int from, int to, int step, double[] driven, double[][] arriving) {
    if (!uniform) {
      moveMixed(from, to, step, driven, arriving[0], arriving[1]);
    } else if (in == null) {
      moveMerged(from, to, step, driven, arriving[0]);
    } else {
      moveBoth(from, to, step, driven, arriving[0], arriving[1]);
    }
  }

  private void moveMerged(int from, int to, int step, double[] driven, double[] arriving) {
    double s22 = p22[0];
    double s21 = p21ex[0];
    double s11 = p11ex[0];
    double held = reset[0];
    for (int i = from; i < to; i++) {
      double now = ex[i];
      double next = v[i] * s22 + now * s21 + driven[i];
      double free = free(step, activeAt[i]);
      v[i] = free * next + (1 - free) * held;
      ex[i] = now * s11 + arriving[i];
    }
  }

  private void moveBoth(int from, int to, int step, double[] driven, double[] arrivingEx, double[] arrivingIn) {
    double s22 = p22[0];
    double s21ex = p21ex[0];
    double s21in = p21in[0];
    double held = reset[0];
    for (int i = from; i < to; i++) {
      double next = v[i] * s22 + ex[i] * s21ex + in[i] * s21in + driven[i];
      double free = free(step, activeAt[i]);
      v[i] = free * next + (1 - free) * held;
    }
    decay(ex, p11ex[0], arrivingEx, from, to);
    decay(in, p11in[0], arrivingIn, from, to);
  }

  private void moveMixed(int from, int to, int step, double[] driven, double[] arrivingEx, double[] arrivingIn) {
    for (int i = from; i < to; i++) {
      moved[i] = v[i] * p22[i] + ex[i] * p21ex[i];
    }
    for (int i = from; i < to; i++) {
      moved[i] = moved[i] + in[i] * p21in[i] + driven[i];
    }
    hold(from, to, step);
    decay(ex, p11ex, arrivingEx, from, to);
    decay(in, p11in, arrivingIn, from, to);
  }
}
