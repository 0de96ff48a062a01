package ranvier.report.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class NumeralsTest {
  @Property
  void significantDigitsReadBack(@ForAll @DoubleRange(min = -1e300, max = 1e300) double value,
      @ForAll @IntRange(min = 1, max = 12) int digits) {
    assertEquals(value, read(Numerals.significant(value, digits)), 0.5000001 * Math.abs(value)
        * Math.pow(10, 1 - digits));
  }

  @Property
  void countsReadBack(@ForAll long count) {
    assertEquals(Long.toString(count), Numerals.count(count).replace(",", "").replace('−', '-'));
  }

  @Property
  void compactCountsAreRight(@ForAll long count) {
    String[] parts = Numerals.compact(count).split("\u00A0", -1);
    double unit = parts.length == 1 ? 1 : switch (parts[1]) {
      case "million" -> 1e6;
      case "billion" -> 1e9;
      case "trillion" -> 1e12;
      case "quadrillion" -> 1e15;
      case "quintillion" -> 1e18;
      default -> Double.NaN;
    };
    assertEquals((double) count, read(parts[0]) * unit, 0.005001 * Math.abs((double) count));
  }

  @Test
  void writesNumbersAsPeopleReadThem() {
    assertEquals("298,880,968", Numerals.count(298_880_968));
    assertEquals("299\u00A0million", Numerals.compact(298_880_968));
    assertEquals("999,499", Numerals.compact(999_499));
    assertEquals("1\u00A0million", Numerals.compact(999_500));
    assertEquals("−0.05", Numerals.significant(-0.05, 3));
    assertEquals("1,234.5", Numerals.significant(1234.5, 6));
    assertEquals("1.5×10⁻⁷", Numerals.significant(1.5e-7, 3));
    assertEquals("10¹²", Numerals.significant(1e12, 3));
    assertEquals(Numerals.NONE, Numerals.significant(Double.NaN, 3));
    assertEquals("−∞", Numerals.significant(Double.NEGATIVE_INFINITY, 3));
    assertEquals("2.90", Numerals.fixed(2.9, 2));
    assertEquals("4.6\u00A0GiB", Numerals.bytes(4_939_212_390L));
    assertEquals("512\u00A0bytes", Numerals.bytes(512));
    assertEquals("35.0\u00A0%", Numerals.percent(0.35));
  }

  @Test
  void writesSpansOfTimeInTheUnitThatSuitsThem() {
    assertEquals("0\u00A0s", Numerals.seconds(0));
    assertEquals("830\u00A0ms", Numerals.seconds(0.83));
    assertEquals("12.3\u00A0s", Numerals.seconds(12.34));
    assertEquals("2\u00A0min 5\u00A0s", Numerals.seconds(125));
    assertEquals("2\u00A0h 5\u00A0min", Numerals.seconds(7500));
  }

  @Test
  void decimalsSuitTheLargestAndEndWithoutZeros() {
    assertEquals(2, Numerals.decimals(new double[][] {{0.88, 9.94}, {Double.NaN, 2.9}}, 3));
    assertEquals(0, Numerals.decimals(new double[][] {{61, 33, 4}}, 3));
    assertEquals(0, Numerals.decimals(new double[][] {{1234.5}}, 3));
    assertEquals(0, Numerals.decimals(new double[][] {}, 3));
  }

  /** What a numeral says. */
  static double read(String numeral) {
    String plain = numeral.replace(",", "").replace('−', '-');
    Matcher scientific = Pattern.compile("(.*?)×?10([⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+)").matcher(plain);
    if (!scientific.matches()) {
      return Double.parseDouble(plain);
    }
    StringBuilder exponent = new StringBuilder();
    scientific.group(2).chars().forEach(c -> exponent.append(c == '⁻' ? "-" : "⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(c)));
    String mantissa = scientific.group(1);
    BigDecimal m = mantissa.isEmpty() ? BigDecimal.ONE
        : "-".equals(mantissa) ? BigDecimal.ONE.negate() : new BigDecimal(mantissa);
    return m.scaleByPowerOfTen(Integer.parseInt(exponent.toString())).doubleValue();
  }
}
