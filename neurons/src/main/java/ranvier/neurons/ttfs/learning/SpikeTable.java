package ranvier.neurons.ttfs.learning;

import java.util.Arrays;

/**
 * The spikes that one layer receives, for every sample of a batch: sorted once, with the coefficients that all neurons
 * share. In the coordinate u of the {@link Regime} the membrane of a neuron with causal set S reaches its threshold
 * where the line x = A u - B meets c h(u), with A = sum w p_i, B = sum w p_i u_i. An arrival bends the line upwards or
 * downwards where it arrives and nowhere else, so the walk from arrival to arrival is A += w p, x += A du. Between two
 * arrivals c h is convex: a line that ends below the tangent of c h at the earlier one has met it nowhere.
 *
 * <p>All columns have the stride {@link #stride}: arrival k of sample b stands at {@code b * stride + k}; u has one
 * entry more, a sentinel beyond every possible spike. Written by one thread per sample.
 */
final class SpikeTable {
  /** Beyond the last arrival by this much (in tau_s) no membrane can still rise to its threshold. */
  private static final float HORIZON = 20f;
  /** Floats per arrival in {@link #steps}: a power of two, so that none straddles a cache line. */
  static final int FIELDS = 4;

  final Regime regime;
  final int inputs;
  final int padded;
  final int stride;
  /** Arrivals per sample. */
  final int[] arrivals;
  /** Sorted: offset of the input's weights in a block, input times the width of a block. */
  final int[] row;
  /** Sorted: p and u of each arrival. */
  final float[] p;
  final float[] u;
  /**
   * What the walk reads at one arrival, together: p, the distance du to the next arrival's u, and there the tangent of
   * c h and c h itself. {@link #FIELDS} per arrival.
   */
  final float[] steps;
  /** By input, not sorted: p_i (0 for an input that does not spike) and u_i. */
  final float[] pByInput;
  final float[] uByInput;
  private final float drive;

  /** @param drive c = g (theta - E_l) of all neurons */
  SpikeTable(Regime regime, float drive, int inputs, int samples) {
    this.regime = regime;
    this.drive = drive;
    this.inputs = inputs;
    padded = Blocks.padded(inputs);
    stride = inputs + 1;
    arrivals = new int[samples];
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
   * @param times in tau_s, at least {@link #padded} long; infinite: no spike; changed beyond {@link #inputs}
   * @param order scratch for at least {@link #inputs}
   */
  void fill(int sample, float[] times, ArrivalOrder order, Kernel kernel) {
    Arrays.fill(times, inputs, padded, Float.POSITIVE_INFINITY);
    int[] sorted = order.sort(times, inputs);
    int n = order.count();
    int base = sample * stride;
    int unsorted = sample * padded;
    kernel.coefficients(regime, times, pByInput, uByInput, unsorted, padded);
    for (int k = 0; k < n; k++) {
      int i = sorted[k];
      row[base + k] = i * Blocks.WIDTH;
      p[base + k] = pByInput[unsorted + i];
      u[base + k] = uByInput[unsorted + i];
    }
    arrivals[sample] = n;
    if (n > 0) {
      float last = u[base + n - 1];
      u[base + n] = regime == Regime.EQUAL ? last + HORIZON : last * FloatMath.exp(0.5f * HORIZON);
      bound(base, n);
    }
  }

  private void bound(int base, int n) {
    boolean equal = regime == Regime.EQUAL;
    for (int k = base; k < base + n; k++) {
      float u0 = u[k];
      float u1 = u[k + 1];
      float du = u1 - u0;
      int at = k * FIELDS;
      steps[at] = p[k];
      steps[at + 1] = du;
      if (equal) {
        steps[at + 2] = drive * p[k] * (1f + du);
        steps[at + 3] = drive * (k + 1 < base + n ? p[k + 1] : FloatMath.exp(u1));
      } else {
        steps[at + 2] = drive * u0 * (u1 + du);
        steps[at + 3] = drive * (u1 * u1);
      }
    }
  }
}
