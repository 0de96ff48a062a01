package ranvier.neurons.ttfs.learning;

/**
 * How a network is trained.
 *
 * @param batch samples per step
 * @param rate of Adam at the start
 * @param delayRate of Adam for delays, at the start
 * @param weightDecay rate at which weights shrink, per unit of Adam's rate (AdamW: Loshchilov and Hutter 2019, arXiv
 *     1711.05101); 0: not at all
 * @param decay of both rates
 * @param augmentation how samples are varied
 * @param guard against diverging derivatives
 * @param bump first amount by which the weights of silent neurons are raised; doubled while the same layer needs it
 * @param loss what is minimised
 */
public record TrainingSettings(int batch, double rate, double delayRate, double weightDecay, RateDecay decay,
    Augmentation augmentation, Guard guard, double bump, Loss loss) {
  /** Checks the values. */
  public TrainingSettings {
    if (batch < 1 || !(rate > 0) || !(bump >= 0) || !(delayRate >= 0) || !(weightDecay >= 0)) {
      throw new IllegalArgumentException("the batch must be at least 1, the rate positive, bump, delay rate and weight"
          + " decay not negative; got batch " + batch + ", rate " + rate + ", bump " + bump
          + ", delay rate " + delayRate + ", weight decay " + weightDecay);
    }
  }
}
