package ranvier.scenarios.result;

/**
 * One figure of a paper against ours.
 *
 * @param name what is compared: {@code rate L23E (Hz)}
 * @param expected the paper's (or theory's) number
 * @param tolerance largest accepted distance, absolute, derived where the check is made
 * @param actual ours
 * @param holds whether |actual - expected| &lt;= tolerance
 * @param source where the expected number and the tolerance are from
 */
public record Check(String name, double expected, double tolerance, double actual, boolean holds, String source) {
  /** Two-sided: actual within tolerance of expected. */
  public static Check near(String name, double expected, double tolerance, double actual, String source) {
    return new Check(name, expected, tolerance, actual, Math.abs(actual - expected) <= tolerance, source);
  }

  /** Actual within [low, high], given as middle and half width. */
  public static Check within(String name, double low, double high, double actual, String source) {
    return near(name, 0.5 * (low + high), 0.5 * (high - low), actual, source);
  }
}
