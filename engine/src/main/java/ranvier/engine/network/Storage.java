package ranvier.engine.network;

/** How the weights of a projection are kept in memory. */
public enum Storage {
  /**
   * The engine chooses: on the grid {@link #FIXED16} for constant weights and those drawn from a distribution,
   * {@link #DOUBLE} for listed weights and plastic synapses, the latter {@link #SINGLE} in runs of single precision.
   */
  AUTO,
  /**
   * 16-bit fixed point, 4 bytes per synapse with its target, 2 where few constant weights are kept once; sums are exact
   * integers.
   */
  FIXED16,
  /** IEEE single precision, 8 bytes per synapse with its target. */
  SINGLE,
  /** IEEE double precision, 12 bytes per synapse with its target. */
  DOUBLE,
  /**
   * Nothing is kept: the row of a source is drawn again whenever the source spikes, with the same numbers as
   * {@link #FIXED16} would keep. For networks larger than memory; on the grid, for static synapses whose rule draws row
   * by row.
   */
  PROCEDURAL
}
