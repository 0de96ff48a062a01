package ranvier.neurons;

import ranvier.engine.model.GridBlock;

/** A block of {@link IafPscAlpha} neurons in double precision, as plain loops. */
final class IafPscAlphaDouble extends DoubleMembrane {
  /** Currents of one receptor, with their propagators. */
  private final class Synapse {
    private final double[] current;
    private final double[] slope;
    private final double[] p11;
    private final double[] p21;
    private final double[] p31;
    private final double[] p32;
    private final double[] first;

    Synapse(GridBlock block, PscAlphaCoefficients.Synapse c, String receptor) {
      slope = state(block, "dI_syn_" + receptor);
      current = state(block, "I_syn_" + receptor);
      p11 = lanes(c.p11());
      p21 = lanes(c.p21());
      p31 = lanes(c.p31());
      p32 = lanes(c.p32());
      first = lanes(c.first());
    }
  }

  private final double[] leak;
  private final double[] lowest;
  private final Synapse ex;
  private final Synapse in;

  IafPscAlphaDouble(GridBlock block, PscAlphaCoefficients c) {
    super(block, c.membrane, c.drive, c.uniform);
    leak = lanes(c.leak);
    lowest = lanes(c.lowest);
    ex = new Synapse(block, c.ex, "ex");
    in = new Synapse(block, c.in, "in");
  }

  @Override
  void move(int from, int to, int step, double[] driven, double[][] arriving) {
    if (uniform) {
      push(from, to, driven, ex.slope, ex.current, in.slope, in.current);
      leak(from, to, leak[0], lowest[0]);
      hold(from, to, step);
      currents(ex.current, ex.slope, arriving[0], from, to, ex.p11[0], ex.p21[0], ex.first[0]);
      currents(in.current, in.slope, arriving[1], from, to, in.p11[0], in.p21[0], in.first[0]);
    } else {
      System.arraycopy(driven, from, moved, from, to - from);
      push(from, to, ex.slope, ex.current, ex.p31, ex.p32);
      push(from, to, in.slope, in.current, in.p31, in.p32);
      leak(from, to, leak, lowest);
      hold(from, to, step);
      currents(ex.current, ex.slope, arriving[0], from, to, ex.p11, ex.p21, ex.first);
      currents(in.current, in.slope, arriving[1], from, to, in.p11, in.p21, in.first);
    }
  }

  private void push(int from, int to, double[] driven, double[] slopeEx, double[] currentEx, double[] slopeIn,
      double[] currentIn) {
    double s31ex = ex.p31[0];
    double s32ex = ex.p32[0];
    double s31in = in.p31[0];
    double s32in = in.p32[0];
    for (int i = from; i < to; i++) {
      moved[i] = driven[i] + s31ex * slopeEx[i] + s32ex * currentEx[i] + s31in * slopeIn[i] + s32in * currentIn[i];
    }
  }

  private void push(int from, int to, double[] slope, double[] current, double[] p31, double[] p32) {
    for (int i = from; i < to; i++) {
      moved[i] = moved[i] + p31[i] * slope[i] + p32[i] * current[i];
    }
  }

  private void leak(int from, int to, double lost, double bound) {
    for (int i = from; i < to; i++) {
      moved[i] = Math.max(moved[i] + lost * v[i] + v[i], bound);
    }
  }

  private void leak(int from, int to, double[] lost, double[] bound) {
    for (int i = from; i < to; i++) {
      moved[i] = Math.max(moved[i] + lost[i] * v[i] + v[i], bound[i]);
    }
  }

  private static void currents(double[] current, double[] slope, double[] arriving, int from, int to, double p11,
      double p21, double first) {
    for (int i = from; i < to; i++) {
      current[i] = p21 * slope[i] + p11 * current[i];
      slope[i] = slope[i] * p11 + first * arriving[i];
    }
  }

  private static void currents(double[] current, double[] slope, double[] arriving, int from, int to, double[] p11,
      double[] p21, double[] first) {
    for (int i = from; i < to; i++) {
      current[i] = p21[i] * slope[i] + p11[i] * current[i];
      slope[i] = slope[i] * p11[i] + first[i] * arriving[i];
    }
  }
}
