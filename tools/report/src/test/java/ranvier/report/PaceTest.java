package ranvier.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTest {
  @ParameterizedTest
  @CsvSource({"1.04, in real time", "0.96, in real time", "1.06, 1.1 times slower than real time",
      "0.5, 2 times faster than real time", "0, at no measurable pace", "NaN, at no measurable pace"})
  void saysHowARunComparesWithRealTime(double realTimeFactor, String words) {
    assertEquals(words, Header.pace(realTimeFactor));
  }
}
