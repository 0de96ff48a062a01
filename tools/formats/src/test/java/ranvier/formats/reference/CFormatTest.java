package ranvier.formats.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CFormatTest {
  /** What {@code printf} of C prints. */
  @ParameterizedTest
  @CsvSource({"0, 3, 0", "-0.0, 3, -0", "1e-6, 6, 1e-06", "0.0001, 3, 0.0001", "0.00001, 3, 1e-05", "123456, 6, 123456",
      "1234567, 6, 1.23457e+06", "999.9, 3, 1e+03", "2.5, 1, 2", "3.5, 1, 4", "0.1, 12, 0.1", "1e100, 3, 1e+100",
      "-27.80000000001, 9, -27.8", "Infinity, 3, inf", "-Infinity, 3, -inf", "NaN, 3, nan"})
  void printsSignificantDigits(double value, int digits, String printed) {
    assertEquals(printed, CFormat.general(value, digits));
  }
}
