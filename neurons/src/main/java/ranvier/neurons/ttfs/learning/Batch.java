package ranvier.neurons.ttfs.learning;

/**
 * Which samples are presented and how.
 *
 * @param samples where they are from
 * @param order indices of samples; null: as they stand
 * @param from first entry of the order
 * @param count how many
 * @param noise standard deviation of the noise on input times, tau_s; times are mirrored at 0
 * @param pass number of the presentation (the epoch, in training); noise and jitter are functions of it
 */
public record Batch(Samples samples, int[] order, int from, int count, double noise, int pass) {
  /** A run of samples without noise. */
  public static Batch plain(Samples samples, int from, int count) {
    return new Batch(samples, null, from, count, 0, 0);
  }

  /** Index of a sample in its set. */
  public int sample(int b) {
    return order == null ? from + b : order[from + b];
  }

  /** The right answer. */
  public int label(int b) {
    return samples.labels()[sample(b)];
  }

  /** Copies the input times of a sample, with noise, to the front of an array. */
  void times(int b, ranvier.engine.random.Philox random, float[] out) {
    int n = samples.inputs();
    System.arraycopy(samples.times(), sample(b) * n, out, 0, n);
    if (noise > 0) {
      GaussianTable.jitter(random, ((long) pass << 32) | sample(b), (float) noise, out, n);
    }
  }
}
