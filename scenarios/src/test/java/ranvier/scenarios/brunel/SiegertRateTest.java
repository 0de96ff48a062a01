package ranvier.scenarios.brunel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rate of a neuron in white noise against 40-digit arithmetic and against the noiseless limit. */
class SiegertRateTest {
  /** Computed from the form with the error function by mpmath in 40 digits: tau 20, t_ref 2, theta 20. */
  @ParameterizedTest
  @CsvSource({
    "21.025, 7.683, 10, 37.949384013339481",
    "16.37, 3.1147, 10, 6.5137558240635869",
    "203.5, 14.716, 10, 327.00595683610554",
    "25, 0.01, 10, 41.714937809774036",
    "24, 7, 0, 31.957085153446719",
    "20, 5, -70, 12.585275945676133",
    "10, 2, 0, 1.9179282990633738e-9",
    "5, 3, 10, 1.9179283007398107e-9",
    "0, 0.9, 10, 2.1395916580687711e-212"})
  void agreesWithFortyDigits(double mu, double sigma, double reset, double expectedHz) {
    assertEquals(expectedHz, new SiegertRate(20, 2, 20, reset).hz(mu, sigma), 1e-11 * expectedHz);
  }

  /** Without noise the neuron needs tau ln((mu - V_r) / (mu - theta)) from reset to threshold. */
  @ParameterizedTest
  @CsvSource({"20.5, 10", "25, 0", "40, -60", "300, 10"})
  void tendsToTheNoiselessRate(double mu, double reset) {
    double noiseless = 1000 / (2 + 20 * Math.log((mu - reset) / (mu - 20)));
    assertEquals(noiseless, new SiegertRate(20, 2, 20, reset).hz(mu, 1e-5), 1e-8 * noiseless);
  }

  @Test
  void vanishesWhereTheThresholdIsOutOfReach() {
    assertEquals(0.0, new SiegertRate(20, 2, 20, 10).hz(-1000, 1));
  }
}
