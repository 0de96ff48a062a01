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
  /** Of the walk, which takes two vectors at a time. */
  private static final VectorSpecies<Float> H = LANES < 8 ? S : FloatVector.SPECIES_256;
  private static final int HALF = H.length();

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
    for (int o = 0; o < Blocks.WIDTH; o += 2 * HALF) {
      walk(spikes, sample, weights, block + o, constants, neuron + o, state, out + o);
    }
  }

  /** From one arrival after which a neuron may cross to the next, where such neurons are looked at one by one. */
  private static void walk(SpikeTable spikes, int sample, float[] weights, int block, LayerConstants constants,
      int neuron, CrossingState state, int out) {
    int k = sample * spikes.stride;
    int end = k + spikes.arrivals[sample];
    int left = begin(constants.start(), neuron, state, out);
    float gap = 0f;
    while (left > 0) {
      long stop = stride(spikes, k, end, gap, weights, block, state.gain(), state.peak(), out);
      k = (int) stop;
      if (k == end) {
        return;
      }
      left -= note((int) (stop >>> 32), spikes, k, constants.drive(), state, out);
      gap = spikes.steps[k * SpikeTable.FIELDS + 1];
      k++;
    }
  }

  /**
   * Goes on until a line ends above the tangent of the threshold. Two vectors side by side, because each sum waits for
   * the last one; a method of its own that is all loop, because vectors that live on across a call are boxed.
   *
   * @param gap from the last arrival before, where slopes and starts stand, to the first
   * @return that arrival (the end: none) and above it, from bit 32 on, which neurons; slopes are those after it, starts
   *     those at it
   */
  private static long stride(SpikeTable spikes, int first, int end, float gap, float[] weights, int block,
      float[] slopes, float[] starts, int out) {
    final int[] row = spikes.row;
    final float[] steps = spikes.steps;
    FloatVector a = FloatVector.fromArray(H, slopes, out);
    FloatVector b = FloatVector.fromArray(H, slopes, out + HALF);
    FloatVector x = a.fma(FloatVector.broadcast(H, gap), FloatVector.fromArray(H, starts, out));
    FloatVector y = b.fma(FloatVector.broadcast(H, gap), FloatVector.fromArray(H, starts, out + HALF));
    long stop = end;
    for (int k = first; k < end; k++) {
      int at = k * SpikeTable.FIELDS;
      int w = block + row[k];
      a = FloatVector.fromArray(H, weights, w).fma(FloatVector.broadcast(H, steps[at]), a);
      b = FloatVector.fromArray(H, weights, w + HALF).fma(FloatVector.broadcast(H, steps[at]), b);
      FloatVector nextX = a.fma(FloatVector.broadcast(H, steps[at + 1]), x);
      FloatVector nextY = b.fma(FloatVector.broadcast(H, steps[at + 1]), y);
      VectorMask<Float> nearX = nextX.compare(VectorOperators.GE, steps[at + 2]);
      VectorMask<Float> nearY = nextY.compare(VectorOperators.GE, steps[at + 2]);
      if (nearX.or(nearY).anyTrue()) {
        stop = (nearX.toLong() | nearY.toLong() << HALF) << 32 | k;
        break;
      }
      x = nextX;
      y = nextY;
    }
    a.intoArray(slopes, out);
    b.intoArray(slopes, out + HALF);
    x.intoArray(starts, out);
    y.intoArray(starts, out + HALF);
    return stop;
  }

  /** No arrival and no crossing so far; returns how many neurons there are. */
  private static int begin(float[] start, int neuron, CrossingState state, int out) {
    int neurons = 0;
    for (int i = 0; i < 2 * HALF; i++) {
      state.gain()[out + i] = 0f;
      state.peak()[out + i] = start[neuron + i];
      state.a()[out + i] = 0f;
      state.x()[out + i] = 0f;
      state.lastU()[out + i] = 0f;
      state.coordinate()[out + i] = 1f;
      neurons += start[neuron + i] == 0 ? 1 : 0;
    }
    return neurons;
  }

  /**
   * Notes those of the given neurons that cross after arrival k and takes them out by an infinitely low x; returns how
   * many.
   */
  private static int note(int near, SpikeTable spikes, int k, float drive, CrossingState state, int out) {
    int noted = 0;
    for (int rest = near; rest != 0; rest &= rest - 1) {
      int cell = out + Integer.numberOfTrailingZeros(rest);
      float a = state.gain()[cell];
      float x = state.peak()[cell];
      if (ScalarKernel.crosses(spikes, k, a, x, drive)) {
        state.a()[cell] = a;
        state.x()[cell] = x;
        state.lastU()[cell] = spikes.u[k];
        state.coordinate()[cell] = spikes.p[k];
        state.peak()[cell] = Float.NEGATIVE_INFINITY;
        noted++;
      }
    }
    return noted;
  }

  @Override
  public void solve(Regime regime, LayerConstants constants, CrossingState state, int offset, int n) {
    for (int i = 0; i < n; i += LANES) {
      if (regime == Regime.EQUAL) {
        solveEqual(constants, state, offset + i);
      } else {
        solveDouble(constants, state, offset + i);
      }
    }
  }

  private static void solveEqual(LayerConstants constants, CrossingState state, int at) {
    FloatVector a = FloatVector.fromArray(S, state.a(), at);
    FloatVector last = FloatVector.fromArray(S, state.lastU(), at);
    FloatVector c = all(constants.drive());
    FloatVector scale = c.mul(FloatVector.fromArray(S, state.coordinate(), at));
    FloatVector v = FloatVector.fromArray(S, state.x(), at).div(scale);
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

  private static void solveDouble(LayerConstants constants, CrossingState state, int at) {
    FloatVector a = FloatVector.fromArray(S, state.a(), at);
    FloatVector last = FloatVector.fromArray(S, state.lastU(), at);
    float c = constants.drive();
    FloatVector rise = a.sub(last.mul(2f * c));
    FloatVector gap = last.mul(c).fma(last, FloatVector.fromArray(S, state.x(), at).neg());
    FloatVector root = rise.fma(rise, gap.mul(-4f * c)).max(0f).sqrt();
    FloatVector u = last.add(gap.mul(2f).div(rise.add(root)).max(0f));
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
    final float[] p = spikes.p;
    final float[] u = spikes.u;
    final int base = sample * spikes.stride;
    final int end = base + spikes.arrivals[sample];
    for (int k = base; k < end && u[k] < latest; k++) {
      int w = block + row[k];
      FloatVector change = error.mul(p[k]).mul(all(u[k]).sub(coordinate).min(0f));
      FloatVector.fromArray(S, gradient, w).add(change).intoArray(gradient, w);
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
    FloatVector keep = all(step.keep());
    float rest1 = 1f - step.beta1();
    float rest2 = 1f - step.beta2();
    for (int i = from; i < to; i += LANES) {
      FloatVector g = FloatVector.fromArray(S, gradient, i);
      FloatVector m = FloatVector.fromArray(S, first, i).fma(beta1, g.mul(rest1));
      FloatVector v = FloatVector.fromArray(S, second, i).fma(beta2, g.mul(g).mul(rest2));
      m.intoArray(first, i);
      v.intoArray(second, i);
      FloatVector denominator = v.sqrt().fma(inverseRoot, epsilon);
      FloatVector.fromArray(S, weights, i).fma(keep, m.mul(step.rate()).div(denominator).neg()).intoArray(weights, i);
    }
  }
}
