package ranvier.report.markup;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers as people read them: thousands grouped by commas, a true minus sign, powers of ten as superscripts. The same
 * in every locale. What is not a number is a dash.
 */
public final class Numerals {
  /** Stands for a value that does not exist. */
  public static final String NONE = "–";
  private static final String NO_BREAK_SPACE = "\u00A0";
  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  private Numerals() {}

  /** A whole number: {@code 298,880,968}. */
  public static String count(long value) {
    return grouped(BigDecimal.valueOf(value));
  }

  /** A large number in words, three digits: {@code 299 million}; as it is below a million. */
  public static String compact(long value) {
    double magnitude = Math.abs((double) value);
    if (magnitude < 999_500) {
      return count(value);
    }
    String[] words = {"million", "billion", "trillion", "quadrillion", "quintillion"};
    int word = 0;
    double scaled = value / 1e6;
    while (Math.abs(scaled) >= 999.5) {
      scaled /= 1000;
      word++;
    }
    return significant(scaled, 3) + NO_BREAK_SPACE + words[word];
  }

  /**
   * A number with the given count of significant digits, trailing zeros dropped; as a power of ten when it is very
   * large or very small.
   */
  public static String significant(double value, int digits) {
    if (!Double.isFinite(value) || value == 0) {
      return special(value);
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
    int exponent = exponentOf(rounded);
    if (exponent < -4 || exponent >= Math.max(digits, 7)) {
      return scientific(rounded, exponent);
    }
    return grouped(strip(rounded));
  }

  /**
   * Decimals for numbers that are compared with each other: enough for the given count of significant digits in the
   * largest, without zeros that all would end with.
   */
  public static int decimals(double[][] values, int digits) {
    double largest = 0;
    for (double[] row : values) {
      for (double value : row) {
        largest = Double.isFinite(value) ? Math.max(largest, Math.abs(value)) : largest;
      }
    }
    if (largest == 0) {
      return 0;
    }
    int most = Math.clamp(digits - 1L - (int) Math.floor(StrictMath.log10(largest)), 0, 12);
    int needed = 0;
    for (double[] row : values) {
      for (double value : row) {
        if (Double.isFinite(value)) {
          BigDecimal rounded = new BigDecimal(value).setScale(most, RoundingMode.HALF_EVEN);
          needed = Math.max(needed, strip(rounded).scale());
        }
      }
    }
    return needed;
  }

  /** A number with exactly the given count of decimals; as a power of ten when it is very large. */
  public static String fixed(double value, int decimals) {
    if (!Double.isFinite(value)) {
      return special(value);
    }
    if (Math.abs(value) >= 1e15) {
      return significant(value, 6);
    }
    return grouped(new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN));
  }

  /**
   * The label of a tick: just as many digits as tell it from its neighbours.
   *
   * @param step distance to the next tick, positive
   * @param largest the largest magnitude among the ticks: decides between plain numbers and powers of ten for all
   */
  public static String tick(double value, double step, double largest) {
    if (value == 0 || !Double.isFinite(value)) {
      return special(value);
    }
    int stepExponent = (int) Math.floor(Math.log10(step) + 1e-9);
    BigDecimal exact = new BigDecimal(value);
    int decimals = -stepExponent + (isWhole(step * Math.pow(10, -stepExponent)) ? 0 : 1);
    BigDecimal rounded = exact.setScale(decimals, RoundingMode.HALF_EVEN);
    if (largest >= 1e6 || largest < 1e-3) {
      return scientific(rounded, exponentOf(rounded));
    }
    return grouped(rounded.scale() < 0 ? rounded.setScale(0, RoundingMode.UNNECESSARY) : rounded);
  }

  /** A power of ten as a tick of a logarithmic axis: {@code 100}, {@code 10⁻⁵}. */
  public static String decade(int exponent) {
    return exponent >= -3 && exponent <= 4
        ? grouped(strip(BigDecimal.ONE.scaleByPowerOfTen(exponent)))
        : "10" + superscript(exponent);
  }

  /** Bytes, in binary units. */
  public static String bytes(long bytes) {
    String[] units = {"bytes", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
    double scaled = bytes;
    int unit = 0;
    while (Math.abs(scaled) >= 1023.5 && unit + 1 < units.length) {
      scaled /= 1024;
      unit++;
    }
    return significant(scaled, 3) + NO_BREAK_SPACE + units[unit];
  }

  /** A span of time in the unit that suits it: {@code 830 ms}, {@code 12.3 s}, {@code 2 h 5 min}. */
  public static String seconds(double seconds) {
    if (!(Math.abs(seconds) >= 1)) {
      return seconds == 0 ? "0" + NO_BREAK_SPACE + "s" : significant(seconds * 1000, 3) + NO_BREAK_SPACE + "ms";
    }
    if (seconds < 120) {
      return significant(seconds, 3) + NO_BREAK_SPACE + "s";
    }
    if (seconds < 7200) {
      long whole = Math.round(seconds);
      return whole / 60 + NO_BREAK_SPACE + "min" + (whole % 60 == 0 ? "" : " " + whole % 60 + NO_BREAK_SPACE + "s");
    }
    if (!(seconds < 1e9)) {
      return significant(seconds, 3) + NO_BREAK_SPACE + "s";
    }
    long minutes = Math.round(seconds / 60);
    return minutes / 60 + NO_BREAK_SPACE + "h"
        + (minutes % 60 == 0 ? "" : " " + minutes % 60 + NO_BREAK_SPACE + "min");
  }

  /** A fraction in percent. */
  public static String percent(double fraction) {
    return Double.isFinite(fraction) ? fixed(100 * fraction, 1) + NO_BREAK_SPACE + "%" : special(fraction);
  }

  private static String special(double value) {
    if (Double.isNaN(value)) {
      return NONE;
    }
    return value == 0 ? "0" : value > 0 ? "∞" : "−∞";
  }

  private static String scientific(BigDecimal value, int exponent) {
    if (value.signum() == 0) {
      return "0";
    }
    BigDecimal mantissa = strip(value.scaleByPowerOfTen(-exponent));
    String power = "10" + superscript(exponent);
    if (mantissa.abs().compareTo(BigDecimal.ONE) == 0) {
      return (mantissa.signum() < 0 ? "−" : "") + power;
    }
    return grouped(mantissa) + "×" + power;
  }

  private static String superscript(int exponent) {
    StringBuilder digits = new StringBuilder(exponent < 0 ? "⁻" : "");
    Integer.toString(Math.abs(exponent)).chars().forEach(c -> digits.append(SUPERSCRIPTS.charAt(c - '0')));
    return digits.toString();
  }

  private static int exponentOf(BigDecimal value) {
    return value.precision() - value.scale() - 1;
  }

  private static BigDecimal strip(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped;
  }

  private static boolean isWhole(double value) {
    return Math.abs(value - Math.rint(value)) < 1e-6;
  }

  private static String grouped(BigDecimal value) {
    String plain = value.abs().toPlainString();
    int point = plain.indexOf('.');
    int end = point < 0 ? plain.length() : point;
    StringBuilder grouped = new StringBuilder(value.signum() < 0 ? "−" : "");
    for (int i = 0; i < end; i++) {
      grouped.append(plain.charAt(i));
      int left = end - 1 - i;
      if (left > 0 && left % 3 == 0) {
        grouped.append(',');
      }
    }
    return grouped.append(plain, end, plain.length()).toString();
  }
}
