package ranvier.engine.kernel;

/** Times on the grid. */
final class Steps {
  private Steps() {}

  /** The nearest whole number of steps, at least 0; times beyond the last step count as the last step. */
  static int nearest(double timeMs, double dtMs) {
    return (int) Math.min(Integer.MAX_VALUE - 1, Math.max(0, Math.rint(timeMs / dtMs)));
  }

  /**
   * The step at whose end something that happens at {@code timeMs} is first seen: rounded up, but for rounding error.
   */
  static int atOrAfter(double timeMs, double dtMs) {
    double steps = timeMs / dtMs;
    double nearest = Math.rint(steps);
    double chosen = Math.abs(steps - nearest) < 1e-6 * Math.max(1.0, Math.abs(nearest) * 1e-6) ? nearest
        : Math.ceil(steps);
    return (int) Math.min(Integer.MAX_VALUE - 1, Math.max(0, chosen));
  }
}
