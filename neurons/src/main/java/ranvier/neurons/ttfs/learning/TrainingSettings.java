package ranvier.neurons.ttfs.learning;

/**
 * How a network is trained.
 *
 * @param batch samples per step
 * @param rate of Adam at the start
 * @param delayRate of Adam for delays, at the start
 * @param decay factor on both rates every {@code decayEvery} epochs
 * @param augmentation how samples are varied
 * @param guard against diverging derivatives
 * @param bump first amount by which the weights of silent neurons are raised; doubled while the same layer needs it
 * @param loss what is minimised
 */
public record TrainingSettings(int batch, double rate, double delayRate, double decay, int decayEvery,
    Augmentation augmentation, Guard guard, double bump, Loss loss) {
  /** Checks the values. */
  public TrainingSettings {
    if (batch < 1 || decayEvery < 1 || !(rate > 0) || !(decay > 0) || !(bump >= 0) || !(delayRate >= 0)) {
      throw new IllegalArgumentException("batch and decay interval must be at least 1, rate and decay positive,"
          + " bump and delay rate not negative; got batch " + batch + ", every " + decayEvery + ", rate " + rate
          + ", decay " + decay + ", bump " + bump + ", delay rate " + delayRate);
    }
  }

  /** Factor on the rates in an epoch, counted from 0. */
  double factor(int epoch) {
    return StrictMath.pow(decay, Math.floorDiv(epoch, decayEvery));
  }
}
