package ranvier.report.plot;

/**
 * Smallest and largest of the values that an axis can show.
 *
 * @param low NaN if there are none
 * @param high NaN if there are none
 */
record Range(double low, double high) {
  static final Range EMPTY = new Range(Double.NaN, Double.NaN);

  /**
   * Of what is finite; on a logarithmic axis, of what is positive as well.
   *
   * @param log whether the axis is logarithmic
   */
  static Range of(boolean log, double... values) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      if (Double.isFinite(value) && (!log || value >= Ticks.SMALLEST_LOGARITHMIC)) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    return low <= high ? new Range(low, high) : EMPTY;
  }

  boolean isEmpty() {
    return Double.isNaN(low);
  }

  Range and(Range other) {
    if (isEmpty()) {
      return other;
    }
    return other.isEmpty() ? this : new Range(Math.min(low, other.low), Math.max(high, other.high));
  }

  Range including(double value) {
    return and(new Range(value, value));
  }
}
