package ranvier.scenarios.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class FourierProperties {
  @Property(tries = 50)
  void powerIsThatOfTheDefinition(@ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int log) {
    int n = 1 << log;
    SplittableRandom random = new SplittableRandom(seed);
    double[] values = random.doubles(n, -1.0, 1.0).toArray();
    double[] power = new Fourier(n).power(values.clone());
    assertEquals(n / 2 + 1, power.length);
    for (int k = 0; k < power.length; k++) {
      double re = 0.0;
      double im = 0.0;
      for (int t = 0; t < n; t++) {
        re += values[t] * Math.cos(2.0 * Math.PI * k * t / n);
        im -= values[t] * Math.sin(2.0 * Math.PI * k * t / n);
      }
      assertEquals(re * re + im * im, power[k], 1e-9);
    }
  }

  @Example
  void otherLengthsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Fourier(100));
  }
}
