package ranvier.engine.kernel;

/** How time passes. */
public enum Timing {
  /** In steps of dt: spikes happen at multiples of dt. */
  GRID,
  /** Spike times are real numbers; there is no step. */
  EXACT
}
