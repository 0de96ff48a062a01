package ranvier.neurons.ttfs.learning;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The vector twin: a vector is a run of neurons (or of inputs where errors flow back), with the bits of the scalar. */
final class VectorKernel implements Kernel {
  private static final VectorSpecies<Float> S =
      FloatVector.SPECIES_PREFERRED.length() > Blocks.WIDTH ? FloatVector.SPECIES_512 : FloatVector.SPECIES_PREFERRED;
  private static final int LANES = S.length();

  private static FloatVector all(float x) {
    return FloatVector.broadcast(S, x);
  }

  @Override
  public void coefficients(Regime regime, float[] times, float[] p, float[] u, int offset, int n) {
    float scale = regime == Regime.EQUAL ? 1f : 0.5f;
    for (int i = 0; i < n; i += LANES) {
      FloatVector y = FloatVector.fromArray(S, times, i).mul(scale).min(FloatMath.EXP_MAX).max(FloatMath.EXP_MIN);
      FloatVector z = y.fma(all(FloatMath.LOG2_E), all(FloatMath.ROUNDER));
      FloatVector m = z.sub(FloatMath.ROUNDER);
      FloatVector r = m.fma(all(-FloatMath.LN2_LOW), m.fma(all(-FloatMath.LN2_HIGH), y));
      FloatVector e = r.fma(all(FloatMath.E0), all(FloatMath.E1)).fma(r, all(FloatMath.E2)).fma(r, all(FloatMath.E3))
          .fma(r, all(FloatMath.E4)).fma(r, all(FloatMath.E5)).fma(r.mul(r), r).add(1f);
      e.reinterpretAsInts().add(z.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23)).reinterpretAsFloats()
          .intoArray(p, offset + i);
    }
    System.arraycopy(regime == Regime.EQUAL ? times : p, regime == Regime.EQUAL ? 0 : offset, u, offset, n);
  }

  @Override
  public void forward(SpikeTable spikes, int sample, float[] weights, int block, LayerConstants constants, int neuron,
      CrossingState state, int out) {
    for (int o = 0; o < Blocks.WIDTH; o += LANES) {
      walk(spikes, sample, weights, block + o, constants, neuron + o, state, out + o);
    }
  }

  private static void walk(SpikeTable spikes, int sample, float[] weights, int block, LayerConstants constants,
      int neuron, CrossingState state, int out) {
    final boolean equal = spikes.regime == Regime.EQUAL;
    final int[] row = spikes.row;
    final int[] ends = spikes.ends;
    final float[] steps = spikes.steps;
    final int base = sample * spikes.stride;
    final int end = base + spikes.moments[sample];
    int arrival = base;
    FloatVector zero = FloatVector.zero(S);
    zero.intoArray(state.a(), out);
    zero.intoArray(state.minusB(), out);
    zero.intoArray(state.lastU(), out);
    all(1f).intoArray(state.coordinate(), out);
    FloatVector c = FloatVector.fromArray(S, constants.drive(), neuron);
    // A neuron that has spiked is taken out by an infinitely low potential.
    FloatVector minusB = FloatVector.fromArray(S, constants.start(), neuron);
    FloatVector a = zero;
    for (int k = base; k < end; k++) {
      int at = k * SpikeTable.FIELDS;
      FloatVector w = FloatVector.fromArray(S, weights, block + row[arrival++]);
      while (arrival < ends[k]) {
        w = w.add(FloatVector.fromArray(S, weights, block + row[arrival++]));
      }
      a = w.fma(all(steps[at]), a);
      minusB = w.fma(all(steps[at + 1]), minusB);
      FloatVector atEnd = c.fma(all(steps[at + 4]), a.fma(all(steps[at + 3]), minusB));
      FloatVector bound = c.fma(all(steps[at + 5]), a.fma(all(steps[at + 2]), minusB));
      VectorMask<Float> hit = atEnd.compare(VectorOperators.GE, 0f);
      VectorMask<Float> near = bound.compare(VectorOperators.GE, 0f);
      if (!hit.or(near).anyTrue()) {
        continue;
      }
      if (near.andNot(hit).anyTrue()) {
        // Through memory and another method, and loaded again: vectors that live on across a call are boxed.
        a.intoArray(state.gain(), out);
        minusB.intoArray(state.peak(), out);
        if (equal ? noteEqual(spikes, k, constants, neuron, state, out)
            : noteDouble(spikes, k, constants, neuron, state, out)) {
          break;
        }
        a = FloatVector.fromArray(S, state.gain(), out);
        minusB = FloatVector.fromArray(S, state.peak(), out);
        c = FloatVector.fromArray(S, constants.drive(), neuron);
      } else {
        a.intoArray(state.a(), out, hit);
        minusB.intoArray(state.minusB(), out, hit);
        all(steps[at + 2]).intoArray(state.lastU(), out, hit);
        all(steps[at]).intoArray(state.coordinate(), out, hit);
        minusB = minusB.blend(Float.NEGATIVE_INFINITY, hit);
        if (minusB.compare(VectorOperators.EQ, Float.NEGATIVE_INFINITY).allTrue()) {
          break;
        }
      }
    }
  }

  /**
   * Notes the neurons that cross after arrival k and takes them out; true when all have spiked. The logarithm of
   * {@link FloatMath} is written out: a call that is not inlined would box its vectors.
   */
  private static boolean noteEqual(SpikeTable spikes, int k, LayerConstants constants, int neuron, CrossingState state,
      int out) {
    FloatVector a = FloatVector.fromArray(S, state.gain(), out);
    FloatVector minusB = FloatVector.fromArray(S, state.peak(), out);
    FloatVector c = FloatVector.fromArray(S, constants.drive(), neuron);
    FloatVector from = all(spikes.u[k]);
    FloatVector to = all(spikes.u[k + 1]);
    FloatVector x = a.div(c);
    IntVector bits = x.reinterpretAsInts();
    IntVector exponent = bits.sub(FloatMath.HALF_ROOT).lanewise(VectorOperators.ASHR, 23);
    FloatVector e = exponent.add(FloatMath.ROUNDER_BITS).reinterpretAsFloats().sub(FloatMath.ROUNDER);
    FloatVector f = bits.sub(exponent.lanewise(VectorOperators.LSHL, 23)).reinterpretAsFloats().sub(1f);
    FloatVector z = f.mul(f);
    FloatVector y = f.fma(all(FloatMath.L0), all(FloatMath.L1)).fma(f, all(FloatMath.L2)).fma(f, all(FloatMath.L3))
        .fma(f, all(FloatMath.L4)).fma(f, all(FloatMath.L5)).fma(f, all(FloatMath.L6)).fma(f, all(FloatMath.L7))
        .fma(f, all(FloatMath.L8)).mul(f.mul(z));
    y = z.fma(all(-0.5f), e.fma(all(FloatMath.LN2_LOW), y));
    FloatVector at = e.fma(all(FloatMath.LN2_HIGH), f.add(y));
    FloatVector value = a.fma(at.sub(1f), minusB);
    VectorMask<Float> inside = value.compare(VectorOperators.GE, 0f).and(a.compare(VectorOperators.GT, 0f))
        .and(at.compare(VectorOperators.GT, from)).and(at.compare(VectorOperators.LT, to));
    FloatVector atEnd = c.fma(all(spikes.steps[k * SpikeTable.FIELDS + 4]), a.fma(to, minusB));
    VectorMask<Float> hit = atEnd.compare(VectorOperators.GE, 0f).or(inside);
    a.intoArray(state.a(), out, hit);
    minusB.intoArray(state.minusB(), out, hit);
    from.intoArray(state.lastU(), out, hit);
    all(spikes.p[k]).intoArray(state.coordinate(), out, hit);
    FloatVector left = minusB.blend(all(Float.NEGATIVE_INFINITY), hit);
    left.intoArray(state.peak(), out);
    return left.compare(VectorOperators.EQ, Float.NEGATIVE_INFINITY).allTrue();
  }

  /** The same for tau_m = 2 tau_s. */
  private static boolean noteDouble(SpikeTable spikes, int k, LayerConstants constants, int neuron, CrossingState state,
      int out) {
    FloatVector a = FloatVector.fromArray(S, state.gain(), out);
    FloatVector minusB = FloatVector.fromArray(S, state.peak(), out);
    FloatVector c = FloatVector.fromArray(S, constants.drive(), neuron);
    FloatVector from = all(spikes.u[k]);
    FloatVector to = all(spikes.u[k + 1]);
    FloatVector at = a.div(c.add(c));
    FloatVector value = a.mul(0.5f).fma(at, minusB);
    VectorMask<Float> inside = value.compare(VectorOperators.GE, 0f).and(a.compare(VectorOperators.GT, 0f))
        .and(at.compare(VectorOperators.GT, from)).and(at.compare(VectorOperators.LT, to));
    FloatVector atEnd = c.fma(all(spikes.steps[k * SpikeTable.FIELDS + 4]), a.fma(to, minusB));
    VectorMask<Float> hit = atEnd.compare(VectorOperators.GE, 0f).or(inside);
    a.intoArray(state.a(), out, hit);
    minusB.intoArray(state.minusB(), out, hit);
    from.intoArray(state.lastU(), out, hit);
    all(spikes.p[k]).intoArray(state.coordinate(), out, hit);
    FloatVector left = minusB.blend(all(Float.NEGATIVE_INFINITY), hit);
    left.intoArray(state.peak(), out);
    return left.compare(VectorOperators.EQ, Float.NEGATIVE_INFINITY).allTrue();
  }

  @Override
  public void solve(Regime regime, LayerConstants constants, CrossingState state, int offset, int n) {
    for (int i = 0; i < n; i += LANES) {
      if (regime == Regime.EQUAL) {
        solveEqual(constants, state, i, offset + i);
      } else {
        solveDouble(constants, state, i, offset + i);
      }
    }
  }

  private static void solveEqual(LayerConstants constants, CrossingState state, int neuron, int at) {
    FloatVector a = FloatVector.fromArray(S, state.a(), at);
    FloatVector last = FloatVector.fromArray(S, state.lastU(), at);
    FloatVector c = FloatVector.fromArray(S, constants.drive(), neuron);
    FloatVector scale = c.mul(FloatVector.fromArray(S, state.coordinate(), at));
    FloatVector v = a.fma(last, FloatVector.fromArray(S, state.minusB(), at)).div(scale);
    FloatVector slope = a.div(scale);
    FloatVector rise = slope.sub(1f);
    FloatVector gap = all(1f).sub(v);
    FloatVector root = rise.fma(rise, gap.mul(-2f)).max(0f).sqrt();
    FloatVector s = gap.mul(2f).div(rise.add(root)).max(0f);
    for (int step = 0; step < ScalarKernel.NEWTON_STEPS; step++) {
      FloatVector y = s.min(FloatMath.EXP_MAX).max(FloatMath.EXP_MIN);
      FloatVector z = y.fma(all(FloatMath.LOG2_E), all(FloatMath.ROUNDER));
      FloatVector n = z.sub(FloatMath.ROUNDER);
      FloatVector r = n.fma(all(-FloatMath.LN2_LOW), n.fma(all(-FloatMath.LN2_HIGH), y));
      FloatVector p = r.fma(all(FloatMath.E0), all(FloatMath.E1)).fma(r, all(FloatMath.E2)).fma(r, all(FloatMath.E3))
          .fma(r, all(FloatMath.E4)).fma(r, all(FloatMath.E5)).fma(r.mul(r), r).add(1f);
      FloatVector e = p.reinterpretAsInts().add(z.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23))
          .reinterpretAsFloats();
      FloatVector f = slope.fma(s, v).sub(e);
      s = s.sub(f.div(slope.sub(e).max(ScalarKernel.MIN_SLOPE))).max(0f);
    }
    FloatVector e = slope.fma(s, v);
    FloatVector steep = slope.sub(e).max(ScalarKernel.MIN_SLOPE);
    FloatVector time = last.add(s);
    VectorMask<Float> spikes = a.compare(VectorOperators.GT, 0f);
    FloatVector zero = FloatVector.zero(S);
    all(Float.POSITIVE_INFINITY).blend(time, spikes).intoArray(state.times(), at);
    zero.blend(time, spikes).intoArray(state.coordinate(), at);
    zero.blend(all(1f).div(scale.mul(steep)), spikes).intoArray(state.gain(), at);
    zero.blend(e.div(steep).mul(ScalarKernel.INVERSE_E).div(c), spikes).intoArray(state.peak(), at);
  }

  private static void solveDouble(LayerConstants constants, CrossingState state, int neuron, int at) {
    FloatVector a = FloatVector.fromArray(S, state.a(), at);
    FloatVector minusB = FloatVector.fromArray(S, state.minusB(), at);
    FloatVector c = FloatVector.fromArray(S, constants.drive(), neuron);
    FloatVector root = a.fma(a, c.mul(minusB).mul(4f)).max(0f).sqrt();
    FloatVector u = minusB.mul(-2f).div(a.add(root)).max(FloatVector.fromArray(S, state.lastU(), at));
    FloatVector gain = all(2f).div(u.mul(root.max(a.mul(ScalarKernel.MIN_SLOPE))));
    IntVector bits = u.reinterpretAsInts();
    IntVector exponent = bits.sub(FloatMath.HALF_ROOT).lanewise(VectorOperators.ASHR, 23);
    FloatVector e = exponent.add(FloatMath.ROUNDER_BITS).reinterpretAsFloats().sub(FloatMath.ROUNDER);
    FloatVector f = bits.sub(exponent.lanewise(VectorOperators.LSHL, 23)).reinterpretAsFloats().sub(1f);
    FloatVector z = f.mul(f);
    FloatVector y = f.fma(all(FloatMath.L0), all(FloatMath.L1)).fma(f, all(FloatMath.L2)).fma(f, all(FloatMath.L3))
        .fma(f, all(FloatMath.L4)).fma(f, all(FloatMath.L5)).fma(f, all(FloatMath.L6)).fma(f, all(FloatMath.L7))
        .fma(f, all(FloatMath.L8)).mul(f.mul(z));
    y = z.fma(all(-0.5f), e.fma(all(FloatMath.LN2_LOW), y));
    FloatVector time = e.fma(all(FloatMath.LN2_HIGH), f.add(y)).mul(2f);
    VectorMask<Float> spikes = a.compare(VectorOperators.GT, 0f);
    FloatVector zero = FloatVector.zero(S);
    all(Float.POSITIVE_INFINITY).blend(time, spikes).intoArray(state.times(), at);
    zero.blend(u, spikes).intoArray(state.coordinate(), at);
    zero.blend(gain, spikes).intoArray(state.gain(), at);
    zero.blend(u.mul(0.25f).mul(u).mul(gain), spikes).intoArray(state.peak(), at);
  }

  @Override
  public void weightGradient(SpikeTable spikes, int sample, float[] errors, float[] coordinates, int at,
      float[] gradient, int block) {
    for (int o = 0; o < Blocks.WIDTH; o += LANES) {
      gradientOf(spikes, sample, errors, coordinates, at + o, gradient, block + o);
    }
  }

  private static void gradientOf(SpikeTable spikes, int sample, float[] errors, float[] coordinates, int at,
      float[] gradient, int block) {
    FloatVector error = FloatVector.fromArray(S, errors, at);
    FloatVector coordinate = FloatVector.fromArray(S, coordinates, at);
    VectorMask<Float> active = error.compare(VectorOperators.NE, 0f);
    if (!active.anyTrue()) {
      return;
    }
    float latest = coordinate.reduceLanes(VectorOperators.MAX, active);
    final int[] row = spikes.row;
    final int[] ends = spikes.ends;
    final float[] p = spikes.p;
    final float[] u = spikes.u;
    final int base = sample * spikes.stride;
    final int end = base + spikes.moments[sample];
    int arrival = base;
    for (int k = base; k < end && u[k] < latest; k++) {
      FloatVector change = error.mul(p[k]).mul(all(u[k]).sub(coordinate).min(0f));
      for (; arrival < ends[k]; arrival++) {
        int w = block + row[arrival];
        FloatVector.fromArray(S, gradient, w).add(change).intoArray(gradient, w);
      }
    }
  }

  @Override
  public void inputErrors(SpikeTable spikes, int sample, float[] transposed, int neurons, float[] errors,
      float[] coordinates, int at, float[] out, int outAt) {
    int in = sample * spikes.padded;
    // beta = 1, dp/dt = p for equal time constants; beta = u, dp/dt = p / 2 for the double one.
    float one = spikes.regime == Regime.EQUAL ? 1f : 0f;
    float ofU = 1f - one;
    float scale = spikes.regime == Regime.EQUAL ? 1f : 0.5f;
    for (int i = 0; i < spikes.padded; i += LANES) {
      FloatVector u = FloatVector.fromArray(S, spikes.uByInput, in + i);
      FloatVector beta = u.mul(ofU).add(one);
      FloatVector sum = FloatVector.zero(S);
      for (int m = 0; m < neurons; m++) {
        FloatVector ahead = all(coordinates[at + m]).sub(u);
        FloatVector w = FloatVector.fromArray(S, transposed, m * spikes.padded + i).mul(-errors[at + m]);
        sum = sum.blend(w.fma(ahead.sub(beta), sum), ahead.compare(VectorOperators.GT, 0f));
      }
      FloatVector.fromArray(S, spikes.pByInput, in + i).mul(scale).mul(sum).intoArray(out, outAt + i);
    }
  }

  @Override
  public void adam(AdamStep step, float[] weights, float[] gradient, float[] first, float[] second, int from,
      int to) {
    FloatVector beta1 = all(step.beta1());
    FloatVector beta2 = all(step.beta2());
    FloatVector inverseRoot = all(step.inverseRoot());
    FloatVector epsilon = all(step.epsilon());
    float rest1 = 1f - step.beta1();
    float rest2 = 1f - step.beta2();
    for (int i = from; i < to; i += LANES) {
      FloatVector g = FloatVector.fromArray(S, gradient, i);
      FloatVector m = FloatVector.fromArray(S, first, i).fma(beta1, g.mul(rest1));
      FloatVector v = FloatVector.fromArray(S, second, i).fma(beta2, g.mul(g).mul(rest2));
      m.intoArray(first, i);
      v.intoArray(second, i);
      FloatVector denominator = v.sqrt().fma(inverseRoot, epsilon);
      FloatVector.fromArray(S, weights, i).sub(m.mul(step.rate()).div(denominator)).intoArray(weights, i);
    }
  }
}
