package ranvier.neurons.ttfs.learning;

/** The plain twin: one neuron after the other, used where the vector module is absent and as the oracle. */
final class ScalarKernel implements Kernel {
  @Override
  public int mostRanked() {
    return 8;
  }

  @Override
  public int ranks(float[] times, int n, int[] ranks) {
    int finite = 0;
    for (int i = 0; i < n; i++) {
      int rank = 0;
      for (int j = 0; j < n; j++) {
        rank += times[j] < times[i] || (j < i && times[j] == times[i]) ? 1 : 0;
      }
      ranks[i] = rank;
      finite += times[i] < Float.POSITIVE_INFINITY ? 1 : 0;
    }
    return finite;
  }

  @Override
  public void coefficients(Regime regime, float[] times, float[] p, float[] u, int offset, int n) {
    for (int i = 0; i < n; i++) {
      boolean equal = regime == Regime.EQUAL;
      float e = FloatMath.exp(equal ? times[i] : 0.5f * times[i]);
      p[offset + i] = times[i] < Float.POSITIVE_INFINITY ? e : 0f;
      u[offset + i] = equal ? times[i] : e;
    }
  }

  @Override
  public void forward(SpikeTable spikes, int sample, float[] weights, int block, LayerConstants constants, int neuron,
      CrossingState state, int out) {
    int base = sample * spikes.stride;
    int end = base + spikes.arrivals[sample];
    for (int lane = 0; lane < Blocks.WIDTH; lane++) {
      float a = 0;
      float x = constants.start()[neuron + lane];
      int k = base;
      for (; k < end; k++) {
        int at = k * SpikeTable.FIELDS;
        a = Math.fma(weights[block + spikes.row[k] + lane], spikes.steps[at], a);
        float next = Math.fma(a, spikes.steps[at + 1], x);
        if (next >= spikes.steps[at + 2] && crosses(spikes, k, a, x, constants.drive())) {
          break;
        }
        x = next;
      }
      boolean crosses = k < end;
      state.a()[out + lane] = crosses ? a : 0f;
      state.x()[out + lane] = crosses ? x : 0f;
      state.lastU()[out + lane] = crosses ? spikes.u[k] : 0f;
      state.coordinate()[out + lane] = crosses ? spikes.p[k] : 1f;
    }
  }

  /** Whether a line that starts at x with slope a at arrival k, and ends above the tangent of c h, meets c h. */
  static boolean crosses(SpikeTable spikes, int k, float a, float x, float c) {
    int at = k * SpikeTable.FIELDS;
    if (Math.fma(a, spikes.steps[at + 1], x) >= spikes.steps[at + 3]) {
      return true;
    }
    // It does where both are parallel, if anywhere.
    boolean equal = spikes.regime == Regime.EQUAL;
    float u = equal ? FloatMath.log(a / c) : a / (c + c);
    float threshold = equal ? a : 0.5f * a * u;
    return a > 0 && u > spikes.u[k] && u < spikes.u[k + 1] && Math.fma(a, u - spikes.u[k], x) >= threshold;
  }

  @Override
  public void solve(Regime regime, LayerConstants constants, CrossingState state, int offset, int n) {
    for (int i = 0; i < n; i++) {
      float a = state.a()[offset + i];
      float x = state.x()[offset + i];
      float last = state.lastU()[offset + i];
      float c = constants.drive();
      float time;
      float coordinate;
      float gain;
      float peak;
      if (regime == Regime.EQUAL) {
        float scale = c * state.coordinate()[offset + i];
        float v = x / scale;
        float slope = a / scale;
        float rise = slope - 1f;
        float gap = 1f - v;
        float root = (float) Math.sqrt(Math.max(Math.fma(rise, rise, -2f * gap), 0f));
        float s = Math.max(2f * gap / (rise + root), 0f);
        for (int step = 0; step < NEWTON_STEPS; step++) {
          float e = FloatMath.exp(s);
          float f = Math.fma(slope, s, v) - e;
          s = Math.max(s - f / Math.max(slope - e, MIN_SLOPE), 0f);
        }
        // At the crossing the exponential is the line.
        float e = Math.fma(slope, s, v);
        float steep = Math.max(slope - e, MIN_SLOPE);
        time = last + s;
        coordinate = time;
        gain = 1f / (scale * steep);
        peak = e / steep * INVERSE_E / c;
      } else {
        float rise = a - 2f * c * last;
        float gap = Math.fma(c * last, last, -x);
        float root = (float) Math.sqrt(Math.max(Math.fma(rise, rise, -4f * c * gap), 0f));
        coordinate = last + Math.max(2f * gap / (rise + root), 0f);
        time = 2f * FloatMath.log(coordinate);
        float steep = Math.max(root, MIN_SLOPE * a);
        gain = 2f / (coordinate * steep);
        peak = 0.25f * coordinate * coordinate * gain;
      }
      boolean spikes = a > 0;
      state.times()[offset + i] = spikes ? time : Float.POSITIVE_INFINITY;
      state.coordinate()[offset + i] = spikes ? coordinate : 0f;
      state.gain()[offset + i] = spikes ? gain : 0f;
      state.peak()[offset + i] = spikes ? peak : 0f;
    }
  }

  /** Enough for single precision from the quadratic start. */
  static final int NEWTON_STEPS = 5;
  /** Floor of the relative slope at the threshold; gradients this steep are what the guard removes. */
  static final float MIN_SLOPE = 1e-5f;
  static final float INVERSE_E = 0.36787944f;

  @Override
  public void weightGradient(SpikeTable spikes, int sample, float[] errors, float[] coordinates, int at,
      float[] gradient, int block) {
    int base = sample * spikes.stride;
    int end = base + spikes.arrivals[sample];
    for (int lane = 0; lane < Blocks.WIDTH; lane++) {
      float error = errors[at + lane];
      float u = coordinates[at + lane];
      if (error == 0) {
        continue;
      }
      for (int k = base; k < end && spikes.u[k] < u; k++) {
        gradient[block + spikes.row[k] + lane] += error * spikes.p[k] * (spikes.u[k] - u);
      }
    }
  }

  @Override
  public void inputErrors(SpikeTable spikes, int sample, float[] transposed, int neurons, float[] errors,
      float[] coordinates, int at, float[] out, int outAt) {
    int in = sample * spikes.padded;
    boolean equal = spikes.regime == Regime.EQUAL;
    for (int i = 0; i < spikes.padded; i++) {
      float u = spikes.uByInput[in + i];
      float beta = equal ? 1f : u;
      float sum = 0;
      for (int m = 0; m < neurons; m++) {
        float ahead = coordinates[at + m] - u;
        if (ahead > 0) {
          sum = Math.fma(-errors[at + m] * transposed[m * spikes.padded + i], ahead - beta, sum);
        }
      }
      out[outAt + i] = spikes.pByInput[in + i] * (equal ? 1f : 0.5f) * sum;
    }
  }

  @Override
  public void adam(AdamStep step, float[] weights, float[] gradient, float[] first, float[] second, int from,
      int to) {
    float rest1 = 1f - step.beta1();
    float rest2 = 1f - step.beta2();
    for (int i = from; i < to; i++) {
      float g = gradient[i];
      float m = Math.fma(step.beta1(), first[i], rest1 * g);
      float v = Math.fma(step.beta2(), second[i], rest2 * (g * g));
      first[i] = m;
      second[i] = v;
      float denominator = Math.fma((float) Math.sqrt(v), step.inverseRoot(), step.epsilon());
      weights[i] = Math.fma(weights[i], step.keep(), -(step.rate() * m / denominator));
    }
  }
}
