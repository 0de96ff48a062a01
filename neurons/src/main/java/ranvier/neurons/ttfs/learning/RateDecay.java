package ranvier.neurons.ttfs.learning;

/** How the rates of Adam fall while a network learns. */
public sealed interface RateDecay {
  /** Factor on the rates in an epoch, counted from 0. */
  double factor(int epoch);

  /**
   * In steps.
   *
   * @param ratio of a step to the one before
   * @param every how many epochs
   */
  record Steps(double ratio, int every) implements RateDecay {
    /** Checks the values. */
    public Steps {
      if (!(ratio > 0) || every < 1) {
        throw new IllegalArgumentException("the ratio of steps must be positive and their length at least 1, got "
            + ratio + " every " + every);
      }
    }

    @Override
    public double factor(int epoch) {
      return StrictMath.pow(ratio, Math.floorDiv(epoch, every));
    }
  }

  /**
   * Along half a cosine to zero, where it stays.
   *
   * @param epochs until then
   */
  record Cosine(int epochs) implements RateDecay {
    /** Checks the value. */
    public Cosine {
      if (epochs < 1) {
        throw new IllegalArgumentException("a decay needs at least one epoch, got " + epochs);
      }
    }

    @Override
    public double factor(int epoch) {
      return epoch < epochs ? 0.5 * (1 + StrictMath.cos(StrictMath.PI * (epoch + 0.5) / epochs)) : 0;
    }
  }
}
