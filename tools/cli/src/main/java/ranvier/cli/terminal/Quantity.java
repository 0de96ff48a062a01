package ranvier.cli.terminal;

import java.util.Locale;

/** Numbers as a person reads them. Always with a point, whatever the locale. */
public final class Quantity {
  private Quantity() {}

  /** A count with separated thousands: {@code 298,880,968}. */
  public static String count(long n) {
    return String.format(Locale.ROOT, "%,d", n);
  }

  /** Wall time: {@code 0.52 s}, {@code 12.3 s}, {@code 2 min 5 s}, {@code 1 h 2 min}. */
  public static String seconds(double seconds) {
    if (seconds < 100) {
      return digits(seconds) + " s";
    }
    return minutes(Math.round(seconds));
  }

  /** Time left: whole seconds, as nobody can predict better. */
  public static String timeLeft(double seconds) {
    long whole = Math.round(seconds);
    return whole < 60 ? whole + " s" : minutes(whole);
  }

  private static String minutes(long seconds) {
    return seconds < 3600 ? seconds / 60 + " min " + seconds % 60 + " s"
        : seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
  }

  /** Biological time: {@code 1100 ms}, without a fraction that says nothing. */
  public static String milliseconds(double ms) {
    return plain(ms) + " ms";
  }

  /** Three significant digits, more only if there are more before the point; {@code -} if not a number. */
  public static String digits(double value) {
    if (Double.isNaN(value)) {
      return "-";
    }
    if (value == 0 || Double.isInfinite(value)) {
      return value == 0 ? "0" : value > 0 ? "inf" : "-inf";
    }
    double size = Math.abs(value);
    if (size < 1e-3 || size >= 1e7) {
      return String.format(Locale.ROOT, "%.2e", value);
    }
    int decimals = size < 0.0995 ? 4 : size < 9.995 ? 2 : size < 99.95 ? 1 : 0;
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  /** A number as typed: whole numbers without a point. */
  public static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value) : Double.toString(value);
  }
}
