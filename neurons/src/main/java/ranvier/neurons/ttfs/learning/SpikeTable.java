package ranvier.neurons.ttfs.learning;

import java.util.Arrays;

/**
 * The spikes that one layer receives, for every sample of a batch: sorted once, with the coefficients that all neurons
 * share. In the coordinate u of the {@link Regime} the membrane of a neuron with causal set S reaches its threshold
 * where A u - B = c h(u), with A = sum w p_i, B = sum w p_i u_i; h is convex, so the left side minus the right is
 * concave between two arrivals and its tangent at the later one bounds it.
 *
 * <p>Spikes that arrive together (the equal pixels of an image) share p and u: the columns p, u, ends and steps have
 * one entry per moment of arrival, the column row one per arrival. Both have the stride {@link #stride}: entry k of
 * sample b stands at {@code b * stride + k}; u has one entry more, a sentinel beyond every possible spike. Written by
 * one thread per sample.
 */
final class SpikeTable {
  /** Beyond the last arrival by this much (in tau_s) no membrane can still rise to its threshold. */
  private static final float HORIZON = 20f;
  /** Floats per moment in {@link #steps}; two are unused, so that a moment never straddles a cache line. */
  static final int FIELDS = 8;

  final Regime regime;
  final int inputs;
  final int padded;
  final int stride;
  /** Moments at which inputs spike, per sample. */
  final int[] moments;
  /** Offset of the input's weights in a block: input times the width of a block. */
  final int[] row;
  /** Index in {@link #row} after the last arrival of a moment; arrivals of a sample begin at its first entry. */
  final int[] ends;
  /** Sorted: p and u of each moment. */
  final float[] p;
  final float[] u;
  /**
   * What the walk reads at one moment, together: p, -p u, u, the u of the next moment, and the bounds of the interval
   * between the two: -h at its end, and minus the value there of the tangent's bound. {@link #FIELDS} per moment.
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
    moments = new int[samples];
    row = new int[samples * stride];
    ends = new int[samples * stride];
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
   * @param order scratch for at least {@link #inputs}
   */
  void fill(int sample, float[] times, ArrivalOrder order, Kernel kernel) {
    long[] keys = order.sort(times, inputs);
    int n = order.count();
    int unsorted = sample * padded;
    Arrays.fill(times, inputs, padded, 0f);
    kernel.coefficients(regime, times, pByInput, uByInput, unsorted, padded);
    gather(sample, keys, n);
    if (n < inputs) {
      silence(sample, n);
    }
  }

  private void gather(int sample, long[] keys, int n) {
    int base = sample * stride;
    int unsorted = sample * padded;
    int m = 0;
    for (int k = 0; k < n; k++) {
      int i = (int) keys[k];
      row[base + k] = i * Blocks.WIDTH;
      if (k == 0 || keys[k] >>> 32 != keys[k - 1] >>> 32) {
        p[base + m] = pByInput[unsorted + i];
        u[base + m] = uByInput[unsorted + i];
        m++;
      }
      ends[base + m - 1] = base + k + 1;
    }
    moments[sample] = m;
    if (m > 0) {
      u[base + m] = regime == Regime.EQUAL ? u[base + m - 1] + HORIZON
          : u[base + m - 1] * FloatMath.exp(0.5f * HORIZON);
      bound(base, m);
    }
  }

  private void bound(int base, int m) {
    boolean equal = regime == Regime.EQUAL;
    for (int k = 0; k < m; k++) {
      float p0 = p[base + k];
      float u0 = u[base + k];
      float u1 = u[base + k + 1];
      int at = (base + k) * FIELDS;
      steps[at] = p0;
      steps[at + 1] = -(p0 * u0);
      steps[at + 2] = u0;
      steps[at + 3] = u1;
      if (equal) {
        float h = k + 1 < m ? p[base + k + 1] : FloatMath.exp(u1);
        steps[at + 4] = -h;
        steps[at + 5] = h * (u1 - u0 - 1f);
      } else {
        steps[at + 4] = -(u1 * u1);
        steps[at + 5] = u1 * (u1 - 2f * u0);
      }
    }
  }

  /** Inputs without a spike must not pass errors on: p = 0. Those with one get their p back. */
  private void silence(int sample, int n) {
    int unsorted = sample * padded;
    int base = sample * stride;
    Arrays.fill(pByInput, unsorted, unsorted + padded, 0f);
    int m = base;
    for (int k = base; k < base + n; k++) {
      m += k == ends[m] ? 1 : 0;
      pByInput[unsorted + row[k] / Blocks.WIDTH] = p[m];
    }
  }
}
