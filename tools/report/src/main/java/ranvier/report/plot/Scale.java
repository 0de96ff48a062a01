package ranvier.report.plot;

import ranvier.scenarios.figure.Figure.Axis;

/**
 * How values become places along an axis.
 *
 * @param low value at the start of the axis, below high
 * @param ticks within [low, high]
 */
record Scale(double low, double high, boolean log, Ticks ticks) {
  /** An axis ends at its data, unless the next tick is nearer than this part of its length. */
  private static final double NEXT_TICK = 0.06;
  /** A vertical axis starts at zero if its nearest value is closer to it than this part of its farthest. */
  private static final double NEAR_ZERO = 0.4;
  private static final int Y_INTERVALS = 5;
  private static final int X_INTERVALS = 6;

  /** A scale from tick to tick; one that comes near zero starts there. For the vertical axis. */
  static Scale fromTickToTick(boolean log, Range range) {
    if (log) {
      Ticks ticks = range.isEmpty() ? Ticks.logarithmic(1, 10) : Ticks.logarithmic(range.low(), range.high());
      return new Scale(ticks.first(), ticks.last(), true, ticks);
    }
    Range shown = range.isEmpty() ? new Range(0, 1) : range;
    double nearest = Math.min(Math.abs(shown.low()), Math.abs(shown.high()));
    double farthest = Math.max(Math.abs(shown.low()), Math.abs(shown.high()));
    if (nearest < NEAR_ZERO * farthest) {
      shown = shown.including(0);
    }
    Ticks ticks = Ticks.linear(shown.low(), shown.high(), Y_INTERVALS);
    return new Scale(ticks.first(), ticks.last(), false, ticks);
  }

  /** A scale that ends with the data, or at a tick close by. For the horizontal axis. */
  static Scale aroundData(boolean log, Range range, int intervals) {
    if (range.isEmpty()) {
      return fromTickToTick(log, range);
    }
    Ticks ticks = log ? Ticks.logarithmic(range.low(), range.high())
        : Ticks.linear(range.low(), range.high(), intervals);
    Scale whole = new Scale(ticks.first(), ticks.last(), log, ticks);
    double from = whole.fraction(range.low());
    double to = whole.fraction(range.high());
    double near = NEXT_TICK * (to - from);
    double low = from <= near ? whole.low : range.low();
    double high = 1 - to <= near ? whole.high : range.high();
    Ticks inside = ticks.within(low, high);
    return inside.at().length < 2 ? whole : new Scale(low, high, log, inside);
  }

  /** {@link #aroundData} for an axis of a figure. */
  static Scale horizontal(Axis axis, Range range) {
    return aroundData(axis.log(), range, X_INTERVALS);
  }

  /** {@link #fromTickToTick} for an axis of a figure. */
  static Scale vertical(Axis axis, Range range) {
    return fromTickToTick(axis.log(), range);
  }

  /** Whether the axis can show the value. */
  boolean shows(double value) {
    return Double.isFinite(value) && (!log || value >= Ticks.SMALLEST_LOGARITHMIC);
  }

  /** Where the value lies: 0 at the start of the axis, 1 at its end, never beyond; NaN if it cannot be shown. */
  double fraction(double value) {
    if (!shows(value)) {
      return Double.NaN;
    }
    double fraction = log
        ? (StrictMath.log10(value) - StrictMath.log10(low)) / (StrictMath.log10(high) - StrictMath.log10(low))
        : (value / 2 - low / 2) / (high / 2 - low / 2);
    return Math.clamp(fraction, 0, 1);
  }
}
