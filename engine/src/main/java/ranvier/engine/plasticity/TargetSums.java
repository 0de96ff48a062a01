package ranvier.engine.plasticity;

/** Where what synapses transmit is added up, by target. Used by one worker. */
public sealed interface TargetSums permits FixedSums, FloatingSums {
  /** Adds {@code factor} times the weights of a piece. */
  void add(PieceList pieces, Column weights, int piece, double factor);

  /** Adds the first amounts to the sums of as many targets. */
  void add(int[] targets, double[] amounts, int count);
}
