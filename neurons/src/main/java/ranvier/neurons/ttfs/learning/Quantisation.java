package ranvier.neurons.ttfs.learning;

/**
 * Weights as a chip stores them: a sign and a magnitude of a few bits. The weights that learn keep full precision;
 * only what the neurons see is rounded, and gradients are taken there (straight through).
 *
 * @param bits of the magnitude; 0: no rounding
 * @param fullScale largest magnitude; 0: the largest weight of the layer
 */
public record Quantisation(int bits, double fullScale) {
  /** Full precision. */
  public static final Quantisation NONE = new Quantisation(0, 0);

  /** Checks the values. */
  public Quantisation {
    if (bits < 0 || bits > 16 || !(fullScale >= 0)) {
      throw new IllegalArgumentException("weights are quantised with 0 (not at all) to 16 bits and a full scale that is"
          + " not negative, got " + bits + " and " + fullScale);
    }
  }

  /** The scale of a layer. */
  double scale(double largest) {
    return fullScale > 0 ? fullScale : largest;
  }

  /** A weight as stored. */
  double stored(double weight, double scale) {
    if (bits == 0 || scale == 0) {
      return weight;
    }
    double levels = (1 << bits) - 1;
    return Math.rint(Math.max(-1, Math.min(1, weight / scale)) * levels) * (scale / levels);
  }
}
