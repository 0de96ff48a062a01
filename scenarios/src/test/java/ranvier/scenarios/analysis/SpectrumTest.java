package ranvier.scenarios.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpectrumTest {
  private static double integral(Spectrum s, double fromHz, double toHz) {
    double step = s.frequenciesHz()[1];
    return IntStream.range(0, s.density().length)
        .filter(k -> s.frequenciesHz()[k] >= fromHz && s.frequenciesHz()[k] <= toHz)
        .mapToDouble(k -> s.density()[k] * step).sum();
  }

  @Test
  void aSineHasItsPowerAtItsFrequency() {
    // 80 Hz lies between two frequencies of the spectrum: the window spreads it over a few, but loses nothing.
    double[] sine = IntStream.range(0, 10_000).mapToDouble(t -> 7.0 + 3.0 * Math.sin(2.0 * Math.PI * 0.080 * t))
        .toArray();
    Spectrum s = Spectrum.of(sine, 1.0);
    assertEquals(4.5, integral(s, 75.0, 85.0), 0.01);
    assertEquals(0.0, integral(s, 0.0, 70.0) + integral(s, 90.0, 500.0), 1e-4);
  }

  @Test
  void frequenciesReachHalfTheSamplingRate() {
    Spectrum s = Spectrum.of(new double[4096], 2.0);
    assertEquals(0.0, s.frequenciesHz()[0]);
    assertEquals(250.0, s.frequenciesHz()[s.frequenciesHz().length - 1]);
    assertEquals(2048.0, s.segmentMs());
    assertEquals(7, s.segments());
  }

  @Test
  void whiteNoiseIsFlatAndIntegratesToItsVariance() {
    // Uniform on [-1, 1]: variance 1/3. With 199 half-overlapping segments the relative standard deviation of one
    // frequency is below sqrt(19/18 / 199) = 0.073 (Welch 1967), so 6 of it are 0.44; that of the integral is
    // 2 / sqrt(5 n) = 0.0028 for a variance from n = 102400 uniform numbers, so 6 of it are 0.017.
    double[] noise = new SplittableRandom(5).doubles(102_400, -1.0, 1.0).toArray();
    Spectrum s = Spectrum.of(noise, 1.0);
    double flat = 1.0 / 3.0 / 500.0;
    for (int k = 2; k < s.density().length - 1; k++) {
      assertEquals(flat, s.density()[k], 0.44 * flat);
    }
    assertEquals(1.0 / 3.0, integral(s, 0.0, 500.0), 0.017 / 3.0);
  }

  @Test
  void theMeanIsNotPower() {
    double[] constant = IntStream.range(0, 1000).mapToDouble(t -> 42.0).toArray();
    assertEquals(0.0, integral(Spectrum.of(constant, 1.0), 0.0, 500.0), 1e-20);
  }

  @Test
  void shortSignalsGetShortSegments() {
    assertTrue(Spectrum.of(new double[1000], 1.0).segments() >= 3);
    assertEquals(256.0, Spectrum.of(new double[1000], 1.0).segmentMs());
    assertEquals(64.0, Spectrum.of(new double[128], 1.0).segmentMs());
    assertThrows(IllegalArgumentException.class, () -> Spectrum.of(new double[127], 1.0));
  }
}
