package ranvier.neurons.ttfs.learning;

/**
 * The inner loops of a single-precision layer. Two twins, {@link VectorKernel} and {@link ScalarKernel}, give the same
 * bits. Stateless; no allocation.
 */
interface Kernel {
  /** Up to how many times {@link #ranks} is the fastest way to order them. */
  int mostRanked();

  /**
   * The place of each of the first n times among them, simultaneous ones as they stand; the work grows with n squared.
   *
   * @param times not negative, n padded to whole blocks, infinite beyond n
   * @param ranks as many
   * @return how many are finite
   */
  int ranks(float[] times, int n, int[] ranks);

  /** p and u of n spike times, n a multiple of the block width; p = 0 for infinite ones. */
  void coefficients(Regime regime, float[] times, float[] p, float[] u, int offset, int n);

  /**
   * Walks the spikes of one sample for one block of neurons, and notes of each neuron that crosses its threshold the
   * line that does: its slope A, and where it starts, x at the u and p of the last arrival before. A = 0: no spike.
   *
   * @param weights of the layer, from the block's start
   * @param neuron first neuron of the block
   * @param state receives A, x, u and (in its coordinate) p; its gain and peak serve as scratch
   * @param out where the block's results go
   */
  void forward(SpikeTable spikes, int sample, float[] weights, int block, LayerConstants constants, int neuron,
      CrossingState state, int out);

  /**
   * From crossings to spikes: time (infinite: none), coordinate (0: none), gain dT/du / (A - c h'(u)), and the largest
   * response that any input can have, times the gain.
   */
  void solve(Regime regime, LayerConstants constants, CrossingState state, int offset, int n);

  /**
   * Adds the gradient of one sample to a block: dW_im += E_m p_i min(u_i - u_m, 0).
   *
   * @param errors E_m = dL/dT_m times the gain, guarded
   */
  void weightGradient(SpikeTable spikes, int sample, float[] errors, float[] coordinates, int at, float[] gradient,
      int block);

  /**
   * Errors of the inputs of one sample: e_i = -sum_m E_m w_im (dp_i/dt) ((u_m - u_i) - beta_i) over causal pairs.
   *
   * @param transposed weights [neuron][input padded]
   * @param errors E_m = dL/dT_m times the gain, not guarded
   */
  void inputErrors(SpikeTable spikes, int sample, float[] transposed, int neurons, float[] errors,
      float[] coordinates, int at, float[] out, int outAt);

  /** One step of Adam over a range of weights. */
  void adam(AdamStep step, float[] weights, float[] gradient, float[] first, float[] second, int from, int to);

  /**
   * The constants of a layer's neurons.
   *
   * @param drive c = g (theta - E_l) of all
   * @param start x before the first arrival, padded to whole blocks: 0, and infinitely low where there is no neuron
   */
  record LayerConstants(float drive, float[] start) {}

  /** Crossings and spikes of all neurons and samples of a layer. */
  record CrossingState(float[] a, float[] x, float[] lastU, float[] times, float[] coordinate, float[] gain,
      float[] peak) {}

  /** Constants of one step: rate and corrections of the bias are folded in; weights are multiplied by keep. */
  record AdamStep(float beta1, float beta2, float rate, float inverseRoot, float epsilon, float keep) {}
}
