package ranvier.neurons.ttfs.learning;

/**
 * Which samples are presented and how.
 *
 * @param samples where they are from
 * @param order indices of samples; null: as they stand
 * @param from first entry of the order
 * @param count how many
 * @param augmentation how they are varied
 * @param pass number of the presentation (the epoch, in training); variation and jitter are functions of it
 */
public record Batch(Samples samples, int[] order, int from, int count, Augmentation augmentation, int pass) {
  /** A run of samples as they are. */
  public static Batch plain(Samples samples, int from, int count) {
    return new Batch(samples, null, from, count, Augmentation.NONE, 0);
  }

  /** Index of a sample in its set. */
  public int sample(int b) {
    return order == null ? from + b : order[from + b];
  }

  /** The right answer. */
  public int label(int b) {
    return samples.labels()[sample(b)];
  }

  /** Copies the input times of a sample, varied, to the front of an array. */
  void times(int b, ranvier.engine.random.Philox random, float[] out) {
    augmentation.present(samples, sample(b), pass, random, out);
  }
}
