package ranvier.scenarios.willshaw;

/**
 * The closed theory of a familiarity memory of n units, patterns of k ones, synapses counted once per pair. Sacramento,
 * Wichert (2012), doi:10.1007/s00422-012-0473-y; pairs inside a probe taken as independent.
 */
record FamiliarityTheory(int n, int k) {
  /** Number of synapses. */
  double synapses() {
    return 0.5 * n * (n - 1.0);
  }

  /** Pairs inside a pattern. */
  double pairs() {
    return 0.5 * k * (k - 1.0);
  }

  /** Fraction of potentiated synapses after m patterns. */
  double load(double m) {
    return -StrictMath.expm1(m * StrictMath.log1p(-k * (k - 1.0) / (n * (n - 1.0))));
  }

  /** The load at which a new pattern is taken for a stored one with probability epsilon. */
  double loadAt(double epsilon) {
    return StrictMath.pow(epsilon, 1.0 / pairs());
  }

  /** Patterns that can be stored at that false-alarm level. */
  double patterns(double epsilon) {
    return StrictMath.log1p(-loadAt(epsilon)) / StrictMath.log1p(-k * (k - 1.0) / (n * (n - 1.0)));
  }

  /** Bits that an answer is worth, familiar and novel probes being as likely. */
  static double information(double epsilon) {
    return entropy(0.5 * (1.0 - epsilon)) - 0.5 * entropy(epsilon);
  }

  static double entropy(double p) {
    return p <= 0 || p >= 1 ? 0.0 : -(p * StrictMath.log(p) + (1 - p) * StrictMath.log(1 - p)) / StrictMath.log(2);
  }

  /** Bits per synapse. */
  double networkCapacity(double epsilon) {
    return patterns(epsilon) * information(epsilon) / synapses();
  }

  /** Bits per functional synapse: the others could be pruned. */
  double synapticCapacity(double epsilon) {
    double p = loadAt(epsilon);
    return networkCapacity(epsilon) / Math.min(p, 1.0 - p);
  }
}
