package ranvier.neurons.ttfs.learning;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The vector twin: a vector is a run of neurons (or of inputs where errors flow back), with the bits of the scalar. */
final class VectorKernel implements Kernel {
  private static final VectorSpecies<Float> S = FloatVectors.S;
  private static final int LANES = S.length();
  private static final VectorSpecies<Integer> I = S.withLanes(int.class);
  private static final FloatVector ZERO = FloatVectors.all(0f);
  private static final FloatVector ONE = FloatVectors.all(1f);
  private static final FloatVector TWO = FloatVectors.all(2f);
  private static final FloatVector MINUS_TWO = FloatVectors.all(-2f);
  private static final FloatVector MIN_SLOPE = FloatVectors.all(ScalarKernel.MIN_SLOPE);
  private static final FloatVector NEVER = FloatVectors.all(Float.POSITIVE_INFINITY);
  /** Of the walk, which takes two vectors at a time. */
  private static final VectorSpecies<Float> H = LANES < 8 ? S : FloatVector.SPECIES_256;
  private static final int HALF = H.length();

  @Override
  public int mostRanked() {
    return 16 * LANES;
  }

  @Override
  public int ranks(float[] times, int n, int[] ranks) {
    int finite = 0;
    for (int from = 0; from < n; from += LANES) {
      finite += rank(times, n, from, ranks);
    }
    return finite;
  }

  /** Ranks of one vector of times: counts those that are earlier, or as early and stand before. */
  private static int rank(float[] times, int n, int from, int[] ranks) {
    FloatVector own = FloatVector.fromArray(S, times, from);
    IntVector rank = IntVector.zero(I);
    for (int j = 0; j < from; j++) {
      rank = rank.add(1, own.compare(VectorOperators.GE, times[j]).cast(I));
    }
    for (int j = from + LANES; j < n; j++) {
      rank = rank.add(1, own.compare(VectorOperators.GT, times[j]).cast(I));
    }
    for (int j = from; j < Math.min(from + LANES, n); j++) {
      VectorMask<Float> after = FloatVectors.LANE.compare(VectorOperators.GT, (float) (j - from));
      rank = rank.add(1, own.compare(VectorOperators.GT, times[j])
          .or(own.compare(VectorOperators.EQ, times[j]).and(after)).cast(I));
    }
    rank.intoArray(ranks, from);
    return own.compare(VectorOperators.LT, Float.POSITIVE_INFINITY).trueCount();
  }

  @Override
  public void coefficients(Regime regime, float[] times, float[] p, float[] u, int offset, int n) {
    float scale = regime == Regime.EQUAL ? 1f : 0.5f;
    for (int i = 0; i < n; i += LANES) {
      FloatVector t = FloatVector.fromArray(S, times, i);
      FloatVector e = FloatVectors.exp(t.mul(scale));
      (regime == Regime.EQUAL ? t : e).intoArray(u, offset + i);
      ZERO.blend(e, t.compare(VectorOperators.LT, Float.POSITIVE_INFINITY)).intoArray(p, offset + i);
    }
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
    int left = 0;
    for (int i = 0; i < 2 * HALF; i += LANES) {
      left += begin(constants.start(), neuron + i, state, out + i);
    }
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
    FloatVector x = FloatVector.fromArray(S, start, neuron);
    x.intoArray(state.peak(), out);
    ZERO.intoArray(state.gain(), out);
    ZERO.intoArray(state.a(), out);
    ZERO.intoArray(state.x(), out);
    ZERO.intoArray(state.lastU(), out);
    ONE.intoArray(state.coordinate(), out);
    return x.compare(VectorOperators.EQ, ZERO).trueCount();
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
    if (regime == Regime.DOUBLE) {
      for (int i = 0; i < n; i += LANES) {
        solveDouble(constants.drive(), state, offset + i);
      }
      return;
    }
    startEqual(constants.drive(), state, offset, n);
    for (int step = 0; step < ScalarKernel.NEWTON_STEPS; step++) {
      newton(state, offset, n);
    }
    for (int i = 0; i < n; i += LANES) {
      finishEqual(constants.drive(), state, offset + i);
    }
  }

  /** Lines in units of the threshold (v goes to the times, slopes to the gain), and a first distance (to the peak). */
  private static void startEqual(float c, CrossingState state, int offset, int n) {
    for (int i = offset; i < offset + n; i += LANES) {
      FloatVector scale = FloatVector.fromArray(S, state.coordinate(), i).mul(c);
      FloatVector v = FloatVector.fromArray(S, state.x(), i).div(scale);
      FloatVector slope = FloatVector.fromArray(S, state.a(), i).div(scale);
      FloatVector rise = slope.sub(ONE);
      FloatVector gap = ONE.sub(v);
      FloatVector root = rise.fma(rise, gap.mul(MINUS_TWO)).max(ZERO).sqrt();
      v.intoArray(state.times(), i);
      slope.intoArray(state.gain(), i);
      gap.mul(TWO).div(rise.add(root)).max(ZERO).intoArray(state.peak(), i);
    }
  }

  /** One step of all neurons: each waits for its own last one only. */
  private static void newton(CrossingState state, int offset, int n) {
    final float[] distance = state.peak();
    for (int i = offset; i < offset + n; i += LANES) {
      FloatVector s = FloatVector.fromArray(S, distance, i);
      FloatVector slope = FloatVector.fromArray(S, state.gain(), i);
      FloatVector e = FloatVectors.exp(s);
      FloatVector f = slope.fma(s, FloatVector.fromArray(S, state.times(), i)).sub(e);
      s.sub(f.div(slope.sub(e).max(MIN_SLOPE))).max(ZERO).intoArray(distance, i);
    }
  }

  private static void finishEqual(float c, CrossingState state, int at) {
    FloatVector slope = FloatVector.fromArray(S, state.gain(), at);
    FloatVector s = FloatVector.fromArray(S, state.peak(), at);
    FloatVector e = slope.fma(s, FloatVector.fromArray(S, state.times(), at));
    FloatVector steep = slope.sub(e).max(MIN_SLOPE);
    FloatVector time = FloatVector.fromArray(S, state.lastU(), at).add(s);
    FloatVector scale = FloatVector.fromArray(S, state.coordinate(), at).mul(c);
    note(state, at, time, time, ONE.div(scale.mul(steep)), e.div(steep).mul(ScalarKernel.INVERSE_E).div(c));
  }

  private static void solveDouble(float c, CrossingState state, int at) {
    FloatVector a = FloatVector.fromArray(S, state.a(), at);
    FloatVector last = FloatVector.fromArray(S, state.lastU(), at);
    FloatVector rise = a.sub(last.mul(2f * c));
    FloatVector gap = last.mul(c).fma(last, FloatVector.fromArray(S, state.x(), at).neg());
    FloatVector root = rise.fma(rise, gap.mul(-4f * c)).max(ZERO).sqrt();
    FloatVector u = last.add(gap.mul(TWO).div(rise.add(root)).max(ZERO));
    FloatVector gain = TWO.div(u.mul(root.max(a.mul(MIN_SLOPE))));
    note(state, at, FloatVectors.log(u).mul(TWO), u, gain, u.mul(0.25f).mul(u).mul(gain));
  }

  /** Keeps the results of the neurons that spike. */
  private static void note(CrossingState state, int at, FloatVector time, FloatVector coordinate, FloatVector gain,
      FloatVector peak) {
    VectorMask<Float> spikes = FloatVector.fromArray(S, state.a(), at).compare(VectorOperators.GT, ZERO);
    NEVER.blend(time, spikes).intoArray(state.times(), at);
    ZERO.blend(coordinate, spikes).intoArray(state.coordinate(), at);
    ZERO.blend(gain, spikes).intoArray(state.gain(), at);
    ZERO.blend(peak, spikes).intoArray(state.peak(), at);
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
      FloatVector change = error.mul(p[k]).mul(FloatVectors.all(u[k]).sub(coordinate).min(0f));
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
        FloatVector ahead = FloatVectors.all(coordinates[at + m]).sub(u);
        FloatVector w = FloatVector.fromArray(S, transposed, m * spikes.padded + i).mul(-errors[at + m]);
        sum = sum.blend(w.fma(ahead.sub(beta), sum), ahead.compare(VectorOperators.GT, 0f));
      }
      FloatVector.fromArray(S, spikes.pByInput, in + i).mul(scale).mul(sum).intoArray(out, outAt + i);
    }
  }

  @Override
  public void adam(AdamStep step, float[] weights, float[] gradient, float[] first, float[] second, int from,
      int to) {
    FloatVector beta1 = FloatVectors.all(step.beta1());
    FloatVector beta2 = FloatVectors.all(step.beta2());
    FloatVector inverseRoot = FloatVectors.all(step.inverseRoot());
    FloatVector epsilon = FloatVectors.all(step.epsilon());
    FloatVector keep = FloatVectors.all(step.keep());
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
