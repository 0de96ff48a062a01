package ranvier.scenarios.analysis;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers in captions. */
final class Numbers {
  private static final int TIME_DIGITS = 9;

  private Numbers() {}

  /** At most so many significant digits, no zeros that say nothing, no exponent. */
  static String significant(double value, int digits) {
    return new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros().toPlainString();
  }

  /** A time: all digits but those that are rounding. */
  static String time(double ms) {
    return significant(ms, TIME_DIGITS);
  }
}
