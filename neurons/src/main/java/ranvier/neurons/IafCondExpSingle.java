package ranvier.neurons;

import java.util.Arrays;
import java.util.stream.IntStream;
import ranvier.engine.math.Exp;
import ranvier.engine.model.GridBlock;

/** A block of {@link IafCondExp} neurons in single precision, as plain loops. */
class IafCondExpSingle extends SingleMembrane {
  /** Coefficients of one node of the quadrature, see {@link CondExpCoefficients.Node}. */
  private final class Node {
    private final float[] leak;
    private final float[] ex;
    private final float[] in;
    private final float[] pushEx;
    private final float[] pushIn;
    private final float time;

    Node(CondExpCoefficients.Node c) {
      leak = lanes(c.leak());
      ex = lanes(c.ex());
      in = lanes(c.in());
      pushEx = lanes(c.pushEx());
      pushIn = lanes(c.pushIn());
      time = (float) c.time();
    }
  }

  private final float h;
  private final boolean exponentialEuler;
  final float[] ex;
  final float[] in;
  final float[] p11ex;
  final float[] p11in;
  /** How a step is integrated where that is accurate; null: never. */
  final CondExpMagnus magnus;
  private final float[] leak;
  private final float[] middleEx;
  private final float[] middleIn;
  private final float[] towardsEx;
  private final float[] towardsIn;
  private final Node[] nodes;
  private final CondExpCoefficients coefficients;
  /** Scratch: what is left of a potential at the end of the step; rates. */
  private final float[] left;
  private final CondExpStart start;
  private final int[] startingAbove;
  private final double[] afterStart;
  private int firstStep = Integer.MAX_VALUE;

  IafCondExpSingle(GridBlock block, CondExpCoefficients c) {
    super(block, c.membrane, c.drive, c.uniform);
    h = (float) c.h;
    exponentialEuler = c.exponentialEuler;
    ex = state(block, "g_ex");
    in = state(block, "g_in");
    p11ex = lanes(c.p11ex);
    p11in = lanes(c.p11in);
    leak = lanes(c.leak);
    middleEx = lanes(c.middleEx);
    middleIn = lanes(c.middleIn);
    towardsEx = lanes(c.towardsEx);
    towardsIn = lanes(c.towardsIn);
    nodes = Arrays.stream(c.nodes).map(Node::new).toArray(Node[]::new);
    left = new float[v.length];
    magnus = c.magnus;
    coefficients = c;
    start = new CondExpStart(c);
    startingAbove = exponentialEuler ? new int[0]
        : IntStream.range(0, block.size()).filter(i -> v[i] > c.membrane.threshold.at(i)).toArray();
    afterStart = new double[startingAbove.length];
  }

  /** Whether a neuron that starts above threshold is yet to take its first step. */
  final boolean isStarting(int step) {
    return startingAbove.length > 0 && step <= firstStep;
  }

  /** Whether a conductance starts below 0. Those that do not never get there. */
  final boolean startsBelowZero() {
    return IntStream.range(0, ex.length).anyMatch(i -> ex[i] < 0 || in[i] < 0);
  }

  @Override
  final void move(int from, int to, int step, float[] driven, float[][] arriving) {
    if (exponentialEuler) {
      if (uniform) {
        euler(from, to, step, driven);
      } else {
        eulerMixed(from, to, step, driven);
      }
    } else {
      afterStart(from, to, step, driven);
    }
    if (uniform) {
      decay(ex, p11ex[0], arriving[0], from, to);
      decay(in, p11in[0], arriving[1], from, to);
    } else {
      decay(ex, p11ex, arriving[0], from, to);
      decay(in, p11in, arriving[1], from, to);
    }
  }

  /** One step; where the potential starts above threshold, the first is a case of its own. */
  private void afterStart(int from, int to, int step, float[] driven) {
    firstStep = Math.min(firstStep, step);
    int starting = step == firstStep ? startingAbove.length : 0;
    for (int n = 0; n < starting; n++) {
      int i = startingAbove[n];
      if (from <= i && i < to) {
        afterStart[n] = start.potential(i, v[i], ex[i], in[i], driven[i]);
      }
    }
    if (magnus == null) {
      quadrature(from, to, driven);
    } else {
      expansion(from, to, driven);
    }
    hold(from, to, step);
    for (int n = 0; n < starting; n++) {
      int i = startingAbove[n];
      if (from <= i && i < to) {
        v[i] = (float) afterStart[n];
      }
    }
  }

  private void quadrature(int from, int to, float[] driven) {
    Arrays.fill(moved, from, to, 0);
    for (int j = 0; j < nodes.length - 1; j++) {
      Node node = nodes[j];
      if (uniform) {
        push(from, to, driven, node.leak[0], node.ex[0], node.in[0], node.pushEx[0], node.pushIn[0], node.time);
      } else {
        push(from, to, driven, node.leak, node.ex, node.in, node.pushEx, node.pushIn, node.time);
      }
    }
    Node whole = nodes[nodes.length - 1];
    if (uniform) {
      left(from, to, whole.leak[0], whole.ex[0], whole.in[0]);
    } else {
      left(from, to, whole.leak, whole.ex, whole.in);
    }
    // The new potential is what is left of the old one, and what was pushed.
    for (int i = from; i < to; i++) {
      moved[i] = v[i] * left[i] + moved[i];
    }
  }

  /** The same operations as {@link CondExpMagnus#potential}. */
  private void expansion(int from, int to, float[] driven) {
    float leaked = (float) magnus.leak;
    float perEx = (float) magnus.ex;
    float perIn = (float) magnus.in;
    float time = (float) magnus.time;
    float pushEx = (float) magnus.pushEx;
    float pushIn = (float) magnus.pushIn;
    float turnEx = (float) magnus.turnEx;
    float turnIn = (float) magnus.turnIn;
    float turnExDriven = (float) magnus.turnExDriven;
    float turnInDriven = (float) magnus.turnInDriven;
    float turnBoth = (float) magnus.turnBoth;
    for (int i = from; i < to; i++) {
      left[i] = Math.fma(in[i], perIn, Math.fma(ex[i], perEx, leaked));
    }
    for (int i = from; i < to; i++) {
      float beta = Math.fma(in[i], pushIn, Math.fma(ex[i], pushEx, time * driven[i]));
      float gamma = Math.fma(in[i], Math.fma(ex[i], turnBoth, Math.fma(turnInDriven, driven[i], turnIn)),
          ex[i] * Math.fma(turnExDriven, driven[i], turnEx));
      float pushed = Math.fma(gamma, Math.fma(left[i] * left[i], CondExpMagnus.SINGLE_HIGHER_ORDERS, 1), beta);
      moved[i] = Math.fma(left[i], v[i], pushed);
    }
    for (int i = from; i < to; i++) {
      moved[i] = Math.fma(CondExpMagnus.phi(left[i]), moved[i], v[i]);
    }
    for (int i = from; i < to; i++) {
      if (left[i] < (float) magnus.limit || ex[i] < 0 || in[i] < 0) {
        moved[i] = (float) coefficients.potential(i, v[i], ex[i], in[i], driven[i]);
      }
    }
  }

  // Loops of few operations, since the compiler makes vector code of small loops only.

  private void push(int from, int to, float[] driven, float leaked, float perEx, float perIn, float pushEx,
      float pushIn, float time) {
    left(from, to, leaked, perEx, perIn);
    for (int i = from; i < to; i++) {
      moved[i] = moved[i] + left[i] * (pushEx * ex[i] + pushIn * in[i] + time * driven[i]);
    }
  }

  private void push(int from, int to, float[] driven, float[] leaked, float[] perEx, float[] perIn,
      float[] pushEx, float[] pushIn, float time) {
    left(from, to, leaked, perEx, perIn);
    for (int i = from; i < to; i++) {
      moved[i] = moved[i] + left[i] * (pushEx[i] * ex[i] + pushIn[i] * in[i] + time * driven[i]);
    }
  }

  private void left(int from, int to, float leaked, float perEx, float perIn) {
    for (int i = from; i < to; i++) {
      left[i] = leaked + perEx * ex[i] + perIn * in[i];
    }
    Exp.decay(left, from, to);
  }

  private void left(int from, int to, float[] leaked, float[] perEx, float[] perIn) {
    for (int i = from; i < to; i++) {
      left[i] = leaked[i] + perEx[i] * ex[i] + perIn[i] * in[i];
    }
    Exp.decay(left, from, to);
  }

  private void euler(int from, int to, int step, float[] driven) {
    float ownRate = leak[0];
    float halfEx = middleEx[0];
    float halfIn = middleIn[0];
    float aimEx = towardsEx[0];
    float aimIn = towardsIn[0];
    for (int i = from; i < to; i++) {
      left[i] = ownRate + ex[i] * halfEx + in[i] * halfIn;
    }
    for (int i = from; i < to; i++) {
      moved[i] = (ex[i] * halfEx * aimEx + in[i] * halfIn * aimIn + driven[i]) / left[i];
    }
    approach(from, to, step);
  }

  private void eulerMixed(int from, int to, int step, float[] driven) {
    for (int i = from; i < to; i++) {
      left[i] = leak[i] + ex[i] * middleEx[i] + in[i] * middleIn[i];
    }
    for (int i = from; i < to; i++) {
      moved[i] = (ex[i] * middleEx[i] * towardsEx[i] + in[i] * middleIn[i] * towardsIn[i] + driven[i]) / left[i];
    }
    approach(from, to, step);
  }

  /** The potential approaches what pushes it at the rate of what is left. */
  private void approach(int from, int to, int step) {
    for (int i = from; i < to; i++) {
      left[i] = left[i] * h;
    }
    Exp.decay(left, from, to);
    for (int i = from; i < to; i++) {
      moved[i] = moved[i] + (v[i] - moved[i]) * left[i];
    }
    hold(from, to, step);
  }
}
