package ranvier.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class QuantityTest {
  @Test
  void countsHaveSeparatedThousands() {
    assertEquals("298,880,968", Quantity.count(298_880_968));
    assertEquals("0", Quantity.count(0));
  }

  @Test
  void wallTimesGrowIntoMinutesAndHours() {
    assertEquals("0.52 s", Quantity.seconds(0.52));
    assertEquals("12.3 s", Quantity.seconds(12.3));
    assertEquals("2 min 5 s", Quantity.seconds(125));
    assertEquals("1 h 2 min", Quantity.seconds(3725));
    assertEquals("59 s", Quantity.timeLeft(59.4));
    assertEquals("1 min 1 s", Quantity.timeLeft(61));
  }

  @Test
  void numbersHaveThreeDigits() {
    assertEquals("3.00", Quantity.digits(3));
    assertEquals("12.5", Quantity.digits(12.5));
    assertEquals("9.99", Quantity.digits(9.99));
    assertEquals("10.0", Quantity.digits(9.996));
    assertEquals("100", Quantity.digits(99.96));
    assertEquals("77169", Quantity.digits(77169));
    assertEquals("0.0123", Quantity.digits(0.0123));
    assertEquals("1.00e-09", Quantity.digits(1e-9));
    assertEquals("-0.50", Quantity.digits(-0.5));
    assertEquals("0", Quantity.digits(0));
    assertEquals("-", Quantity.digits(Double.NaN));
    assertEquals("-inf", Quantity.digits(Double.NEGATIVE_INFINITY));
  }

  @Test
  void wholeNumbersHaveNoPoint() {
    assertEquals("1100", Quantity.plain(1100.0));
    assertEquals("0.1", Quantity.plain(0.1));
    assertEquals("NaN", Quantity.plain(Double.NaN));
  }
}
