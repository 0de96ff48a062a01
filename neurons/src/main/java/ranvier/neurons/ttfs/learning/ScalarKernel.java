package ranvier.neurons.ttfs.learning;

/** The plain twin: one neuron after the other, used where the vector module is absent and as the oracle. */
final class ScalarKernel implements Kernel {
  @Override
  public void coefficients(Regime regime, float[] times, float[] p, float[] u, int offset, int n) {
    for (int i = 0; i < n; i++) {
      boolean equal = regime == Regime.EQUAL;
      float e = FloatMath.exp(equal ? times[i] : 0.5f * times[i]);
      p[offset + i] = e;
      u[offset + i] = equal ? times[i] : e;
    }
  }

  @Override
  public void forward(SpikeTable spikes, int sample, float[] weights, int block, LayerConstants constants, int neuron,
      CrossingState state, int out) {
    int base = sample * spikes.stride;
    int end = base + spikes.moments[sample];
    for (int lane = 0; lane < Blocks.WIDTH; lane++) {
      float a = 0;
      float minusB = constants.start()[neuron + lane];
      float c = constants.drive()[neuron + lane];
      float noteA = 0;
      float noteB = 0;
      float noteU = 0;
      float noteP = 1;
      int arrival = base;
      for (int k = base; k < end; k++) {
        int at = k * SpikeTable.FIELDS;
        float w = weights[block + spikes.row[arrival++] + lane];
        while (arrival < spikes.ends[k]) {
          w += weights[block + spikes.row[arrival++] + lane];
        }
        a = Math.fma(w, spikes.steps[at], a);
        minusB = Math.fma(w, spikes.steps[at + 1], minusB);
        float atEnd = Math.fma(c, spikes.steps[at + 4], Math.fma(a, spikes.steps[at + 3], minusB));
        float bound = Math.fma(c, spikes.steps[at + 5], Math.fma(a, spikes.steps[at + 2], minusB));
        if ((atEnd >= 0 || bound >= 0)
            && (atEnd >= 0 || peaksAbove(spikes.regime, a, minusB, c, spikes.u[k], spikes.u[k + 1]))) {
          noteA = a;
          noteB = minusB;
          noteU = spikes.u[k];
          noteP = spikes.p[k];
          break;
        }
      }
      state.a()[out + lane] = noteA;
      state.minusB()[out + lane] = noteB;
      state.lastU()[out + lane] = noteU;
      state.coordinate()[out + lane] = noteP;
    }
  }

  private static boolean peaksAbove(Regime regime, float a, float minusB, float c, float from, float to) {
    float at;
    float value;
    if (regime == Regime.EQUAL) {
      at = FloatMath.log(a / c);
      value = Math.fma(a, at - 1f, minusB);
    } else {
      at = a / (c + c);
      value = Math.fma(0.5f * a, at, minusB);
    }
    return a > 0 && value >= 0 && at > from && at < to;
  }

  @Override
  public void solve(Regime regime, LayerConstants constants, CrossingState state, int offset, int n) {
    for (int i = 0; i < n; i++) {
      float a = state.a()[offset + i];
      float minusB = state.minusB()[offset + i];
      float last = state.lastU()[offset + i];
      float c = constants.drive()[i];
      float time;
      float coordinate;
      float gain;
      float peak;
      if (regime == Regime.EQUAL) {
        float scale = c * state.coordinate()[offset + i];
        float v = Math.fma(a, last, minusB) / scale;
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
        float root = (float) Math.sqrt(Math.max(Math.fma(a, a, 4f * (c * minusB)), 0f));
        coordinate = -2f * minusB / (a + root);
        coordinate = Math.max(coordinate, last);
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
    int end = base + spikes.moments[sample];
    for (int lane = 0; lane < Blocks.WIDTH; lane++) {
      float error = errors[at + lane];
      float u = coordinates[at + lane];
      if (error == 0) {
        continue;
      }
      int arrival = base;
      for (int k = base; k < end && spikes.u[k] < u; k++) {
        float change = error * spikes.p[k] * (spikes.u[k] - u);
        for (; arrival < spikes.ends[k]; arrival++) {
          gradient[block + spikes.row[arrival] + lane] += change;
        }
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
      weights[i] -= step.rate() * m / denominator;
    }
  }
}
