package ranvier.report.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import ranvier.report.markup.Numerals;

/**
 * Round numbers along an axis, ascending, with their labels.
 *
 * @param at 2 to 12 of them; the first is at or below the range they were made for, the last at or above
 * @param minor marks without labels between them, on logarithmic axes
 */
record Ticks(double[] at, List<String> labels, double[] minor) {
  /** Below it, powers of ten lose their digits; a logarithmic axis does not show such values. */
  static final double SMALLEST_LOGARITHMIC = 1e-300;
  /** A range narrower than this part of its magnitude is widened: its labels would be longer than the axis. */
  private static final double NARROWEST = 1e-10;
  private static final double SMALLEST_LINEAR = 1e-290;
  private static final double[] MANTISSAS = {1, 2, 2.5, 5, 10};
  private static final int MOST_DECADES = 10;

  /**
   * Multiples of 1, 2, 2.5 or 5 times a power of ten that cover [low, high]. A range without extent is widened around
   * its value.
   *
   * @param intervals wanted; at most so many, and two more at the ends
   */
  static Ticks linear(double low, double high, int intervals) {
    double magnitude = Math.max(Math.abs(low), Math.abs(high));
    if (magnitude < SMALLEST_LINEAR) {
      return linear(Math.min(low, -0.5), Math.max(high, 0.5), intervals);
    }
    if (high / 2 - low / 2 < NARROWEST * magnitude) {
      return linear(Math.max(low - 0.1 * magnitude, -Double.MAX_VALUE),
          Math.min(high + 0.1 * magnitude, Double.MAX_VALUE), intervals);
    }
    double rough = high / intervals - low / intervals;
    int exponent = (int) Math.floor(StrictMath.log10(rough));
    int m = 0;
    while (m + 1 < MANTISSAS.length && multiple(1, MANTISSAS[m], exponent) < rough) {
      m++;
    }
    double mantissa = MANTISSAS[m];
    double step = multiple(1, mantissa, exponent);
    long first = (long) Math.floor(low / step);
    while (multiple(first, mantissa, exponent) > low) {
      first--;
    }
    long last = (long) Math.ceil(high / step);
    while (multiple(last, mantissa, exponent) < high) {
      last++;
    }
    double[] at = new double[Math.toIntExact(last - first + 1)];
    for (int i = 0; i < at.length; i++) {
      at[i] = multiple(first + i, mantissa, exponent);
    }
    double largest = Math.max(Math.abs(at[0]), Math.abs(at[at.length - 1]));
    return new Ticks(at, Arrays.stream(at).mapToObj(v -> Numerals.tick(v, step, largest)).toList(), new double[0]);
  }

  /**
   * Powers of ten that cover [low, high]; within a decade also 2 and 5 of it.
   *
   * @param low at least {@link #SMALLEST_LOGARITHMIC}
   */
  static Ticks logarithmic(double low, double high) {
    int first = decadeBelow(low);
    int last = Math.max(decadeAbove(high), first + 1);
    if (last - first == 1) {
      return withinDecade(low, high, first);
    }
    int stride = (last - first + MOST_DECADES - 1) / MOST_DECADES;
    int count = (last - first + stride - 1) / stride + 1;
    double[] at = new double[count];
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      at[i] = power(first + i * stride);
      labels.add(Numerals.decade(first + i * stride));
    }
    List<Double> minor = new ArrayList<>();
    for (int decade = first; stride == 1 && last - first <= 5 && decade < last; decade++) {
      for (int k = 2; k <= 9; k++) {
        minor.add(k * power(decade));
      }
    }
    return new Ticks(at, labels, minor.stream().mapToDouble(v -> v).toArray());
  }

  private static Ticks withinDecade(double low, double high, int decade) {
    double[] steps = {1, 2, 5, 10};
    int first = 0;
    while (steps[first + 1] * power(decade) <= low && first < 2) {
      first++;
    }
    int last = 3;
    while (steps[last - 1] * power(decade) >= high && last - 1 > first) {
      last--;
    }
    double[] at = new double[last - first + 1];
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < at.length; i++) {
      at[i] = Math.min(steps[first + i] * power(decade), Double.MAX_VALUE);
      labels.add(Numerals.significant(at[i], 3));
    }
    return new Ticks(at, labels, new double[0]);
  }

  /** The ticks that lie within [low, high]. */
  Ticks within(double low, double high) {
    int from = 0;
    while (from < at.length && at[from] < low) {
      from++;
    }
    int to = at.length;
    while (to > from && at[to - 1] > high) {
      to--;
    }
    return new Ticks(Arrays.copyOfRange(at, from, to), labels.subList(from, to),
        Arrays.stream(minor).filter(v -> v >= low && v <= high).toArray());
  }

  double first() {
    return at[0];
  }

  double last() {
    return at[at.length - 1];
  }

  private static double multiple(long k, double mantissa, int exponent) {
    double value = exponent < 0 ? k * mantissa / power(-exponent) : k * mantissa * power(exponent);
    return Math.clamp(value, -Double.MAX_VALUE, Double.MAX_VALUE);
  }

  private static int decadeBelow(double value) {
    int decade = (int) Math.floor(StrictMath.log10(value));
    return power(decade) > value ? decade - 1 : decade;
  }

  private static int decadeAbove(double value) {
    int decade = decadeBelow(value);
    return power(decade) < value ? decade + 1 : decade;
  }

  /** Correctly rounded, which the products of Math.pow are not. */
  private static double power(int exponent) {
    return Math.min(Double.parseDouble("1e" + exponent), Double.MAX_VALUE);
  }
}
