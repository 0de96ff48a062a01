package ranvier.scenarios.brunel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The self-consistent rates of model A. */
class MeanFieldTest {
  /** Solved by an independent program (SciPy: erfcx, quad, brentq). */
  @ParameterizedTest
  @CsvSource({
    "6, 4, 10, 55.841262376204384", "5, 2, 10, 37.949697085763184", "4.5, 0.9, 10, 6.5167022684150755",
    "5, 1.5, 10, 23.636055404699224", "6, 2, 10, 22.84979296698091", "3, 2, 10, 327.0084792949402",
    "6, 4, 0, 49.14788360928963", "5, 2, 0, 32.03311450386835", "4.5, 0.9, 0, 5.832064020006138",
    "5, 1.5, 0, 20.580925369436812", "6, 2, 0, 20.868723584624572"})
  void agreesWithAnIndependentSolution(double g, double eta, double reset, double expectedHz) {
    List<Double> rates = new MeanField(new BrunelParameters(g, eta, reset)).ratesHz();
    assertEquals(1, rates.size());
    assertEquals(expectedHz, rates.getFirst(), 1e-9 * expectedHz);
  }

  @Test
  void weakInhibitionAndWeakInputLeaveSeveralRates() {
    // Excitation dominates (g < 4) and the external input stays below threshold: quiet, unstable, and fast.
    List<Double> rates = new MeanField(new BrunelParameters(2, 0.8, 10)).ratesHz();
    assertEquals(3, rates.size(), rates.toString());
  }

  @Test
  void nobodyFiresIfTheInputIsFarBelowThreshold() {
    assertEquals(0.0, new MeanField(new BrunelParameters(8, 0.1, 10)).ratesHz().getFirst(), 1e-6);
  }

  @Test
  void externalRateAtThresholdIsTenHertz() {
    assertEquals(10.0, BrunelParameters.thresholdHz());
    assertEquals(20_000.0, new BrunelParameters(5, 2, 10).externalHz());
  }
}
