package ranvier.neurons.ttfs.learning;

import java.util.Arrays;

/**
 * The spikes that one layer receives, for every sample of a batch: sorted once, with the coefficients that all neurons
 * share. In the coordinate u of the {@link Regime} the membrane of a neuron with causal set S reaches its threshold
 * where A u - B = c h(u), with A = sum w p_i, B = sum w p_i u_i; h is convex, so the left side minus the right is
 * concave between two arrivals and its tangent at the later one bounds it.
 *
 * <p>Sorted columns have stride {@link #stride}: entry k of sample b stands at {@code b * stride + k}; u has one entry
 * more, a sentinel beyond every possible spike. Written by one thread per sample.
 */
final class SpikeTable {
  /** Beyond the last arrival by this much (in tau_s) no membrane can still rise to its threshold. */
  private static final float HORIZON = 20f;
  /** Floats per arrival in {@link #steps}; two are unused, so that an arrival never straddles a cache line. */
  static final int FIELDS = 8;

  final Regime regime;
  final int inputs;
  final int padded;
  final int stride;
  /** Inputs that spike, per sample. */
  final int[] count;
  /** Offset of the input's weights in a block: input times the width of a block. */
  final int[] row;
  /** Sorted: p_i and u_i. */
  final float[] p;
  final float[] u;
  /**
   * What the walk reads at one arrival, together: p, -p u, u, the u of the next arrival, and the bounds of the interval
   * between the two: -h at its end, and minus the value there of the tangent's bound. {@link #FIELDS} per arrival.
   */
  final float[] steps;
  /** By input, not sorted: p_i (0 for an input that does not spike) and u_i. */
  final float[] pByInput;
  final float[] uByInput;

  SpikeTable(Regime regime, int inputs, int samples) {
    this.regime = regime;
    this.inputs = inputs;
    padded = Blocks.padded(inputs);
    stride = inputs + 1;
    count = new int[samples];
    row = new int[samples * stride];
    p = new float[samples * stride];
    u = new float[samples * stride];
    steps = new float[samples * stride * FIELDS];
    pByInput = new float[samples * padded];
    uByInput = new float[samples * padded];
  }

  /**
   * Takes over the spikes of one sample.
   *
   * @param times in tau_s, at least {@link #padded} long; infinite: no spike; changed
   * @param keys scratch, at least {@link #inputs} long
   */
  void fill(int sample, float[] times, long[] keys, Kernel kernel) {
    int n = 0;
    for (int i = 0; i < inputs; i++) {
      if (times[i] < Float.POSITIVE_INFINITY) {
        // Times are not negative, so their bits are ordered as they are.
        keys[n++] = ((long) Float.floatToRawIntBits(times[i]) << 32) | i;
      } else {
        times[i] = 0;
      }
    }
    Arrays.sort(keys, 0, n);
    int unsorted = sample * padded;
    Arrays.fill(times, inputs, padded, 0f);
    kernel.coefficients(regime, times, pByInput, uByInput, unsorted, padded);
    gather(sample, keys, n);
    silence(unsorted, keys, n);
  }

  private void gather(int sample, long[] keys, int n) {
    int base = sample * stride;
    int unsorted = sample * padded;
    count[sample] = n;
    for (int k = 0; k < n; k++) {
      int i = (int) keys[k];
      float pi = pByInput[unsorted + i];
      float ui = uByInput[unsorted + i];
      row[base + k] = i * Blocks.WIDTH;
      p[base + k] = pi;
      u[base + k] = ui;
    }
    if (n == 0) {
      return;
    }
    boolean equal = regime == Regime.EQUAL;
    u[base + n] = equal ? u[base + n - 1] + HORIZON : u[base + n - 1] * FloatMath.exp(0.5f * HORIZON);
    for (int k = 0; k < n; k++) {
      float p0 = p[base + k];
      float u0 = u[base + k];
      float u1 = u[base + k + 1];
      int at = (base + k) * FIELDS;
      steps[at] = p0;
      steps[at + 1] = -(p0 * u0);
      steps[at + 2] = u0;
      steps[at + 3] = u1;
      if (equal) {
        float h = k + 1 < n ? p[base + k + 1] : FloatMath.exp(u1);
        steps[at + 4] = -h;
        steps[at + 5] = h * (u1 - u0 - 1f);
      } else {
        steps[at + 4] = -(u1 * u1);
        steps[at + 5] = u1 * (u1 - 2f * u0);
      }
    }
  }

  private void silence(int unsorted, long[] keys, int n) {
    if (n == inputs) {
      return;
    }
    // Inputs without a spike must not pass errors on: p = 0. Those with one get their p back.
    Arrays.fill(pByInput, unsorted, unsorted + padded, 0f);
    int base = unsorted / padded * stride;
    for (int k = 0; k < n; k++) {
      pByInput[unsorted + (int) keys[k]] = p[base + k];
    }
  }
}
