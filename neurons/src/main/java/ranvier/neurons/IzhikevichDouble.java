package ranvier.neurons;

import ranvier.engine.model.GridBlock;
import ranvier.engine.model.GridInput;
import ranvier.engine.model.GridNeurons;
import ranvier.engine.model.SpikeSink;

/**
 * A block of {@link Izhikevich} neurons as plain loops, see {@link DoubleMembrane}. Operations in the order of NEST's.
 */
final class IzhikevichDouble implements GridNeurons {
  private final double h;
  private final boolean consistent;
  private final double[] v;
  private final double[] u;
  private final double[] a;
  private final double[] b;
  private final double[] c;
  private final double[] d;
  private final double[] own;
  private final double[] peak;
  private final double[] lowest;
  private final double[] arriving;
  private final double[] none;
  private final double[] moved;

  IzhikevichDouble(GridBlock block) {
    h = block.dtMs();
    consistent = block.parameters().shared("consistent_integration") != 0;
    v = DoubleMembrane.state(block, "V_m");
    u = DoubleMembrane.state(block, "U_m");
    a = block.values("a");
    b = block.values("b");
    c = block.values("c");
    d = block.values("d");
    own = block.values("I_e");
    peak = block.values("V_th");
    lowest = block.values("V_min");
    arriving = new double[v.length];
    none = new double[v.length];
    moved = new double[v.length];
  }

  @Override
  public void advance(int from, int to, int step, GridInput input, SpikeSink spikes) {
    System.arraycopy(input.doubles(0), 0, arriving, from, to - from);
    double[] current = input.current() == null ? none : input.current();
    if (consistent) {
      moveConsistently(from, to, current);
    } else {
      moveAsPublished(from, to, current);
    }
    for (int i = from; i < to; i++) {
      if (v[i] >= peak[i]) {
        v[i] = c[i];
        u[i] += d[i];
        spikes.spike(i);
      }
    }
  }

  private void moveConsistently(int from, int to, double[] current) {
    for (int i = from; i < to; i++) {
      moved[i] = 0.04 * v[i] * v[i] + 5.0 * v[i] + 140.0 - u[i] + current[i] + own[i];
    }
    for (int i = from; i < to; i++) {
      u[i] = u[i] + h * a[i] * (b[i] * v[i] - u[i]);
    }
    for (int i = from; i < to; i++) {
      v[i] = Math.max(v[i] + (h * moved[i] + arriving[i]), lowest[i]);
    }
  }

  private void moveAsPublished(int from, int to, double[] current) {
    halfStep(v, from, to, current);
    halfStep(moved, from, to, current);
    for (int i = from; i < to; i++) {
      u[i] = u[i] + h * a[i] * (b[i] * moved[i] - u[i]);
    }
    for (int i = from; i < to; i++) {
      v[i] = Math.max(moved[i], lowest[i]);
    }
  }

  private void halfStep(double[] x, int from, int to, double[] current) {
    double half = h * 0.5;
    for (int i = from; i < to; i++) {
      moved[i] = x[i] + half * (0.04 * x[i] * x[i] + 5.0 * x[i] + 140.0 - u[i] + current[i] + own[i] + arriving[i]);
    }
  }
}
