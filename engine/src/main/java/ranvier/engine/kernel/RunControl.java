package ranvier.engine.kernel;

/** Follows a run, called by worker 0 between slices; must return at once. */
public interface RunControl {
  /** Never stops. */
  RunControl NONE = (timeMs, spikes) -> false;

  /**
   * A slice has ended.
   *
   * @param timeMs biological time reached
   * @param spikes of neurons so far
   * @return true to stop after the next slice
   */
  boolean endOfSlice(double timeMs, long spikes);
}
