package ranvier.engine.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ExpTest {
  @Test
  void agreesWithStrictMathToRounding() {
    Random random = new Random(1);
    double worst = 0;
    for (int k = 0; k < 500_000; k++) {
      double x = k % 2 == 0 ? -708 + 1417 * random.nextDouble() : 2 * random.nextGaussian();
      worst = Math.max(worst, Math.abs(Exp.of(x) / StrictMath.exp(x) - 1));
    }
    assertTrue(worst < 4e-16, "relative error " + worst);
  }

  @Test
  void hasTheLimitsOfTheFunction() {
    assertEquals(1, Exp.of(0), 0);
    assertEquals(1, Exp.of(-0.0), 0);
    assertEquals(Double.POSITIVE_INFINITY, Exp.of(709.8), 0);
    assertEquals(Double.POSITIVE_INFINITY, Exp.of(Double.POSITIVE_INFINITY), 0);
    assertEquals(0, Exp.of(-709), 0);
    assertEquals(0, Exp.of(Double.NEGATIVE_INFINITY), 0);
    assertEquals(1.0, Exp.of(709.78) / StrictMath.exp(709.78), 4e-16);
    assertEquals(1.0, Exp.of(-708.39) / StrictMath.exp(-708.39), 4e-16);
    assertTrue(Double.isNaN(Exp.of(Double.NaN)));
  }

  @Test
  void decayIsAccurateToItsPromise() {
    for (double x = 0; x < 64; x += 1e-4) {
      assertEquals(StrictMath.exp(-x), Exp.decay(x), 1e-12, "at " + x);
      if (x <= 4) {
        assertEquals(1, Exp.decay(x) / StrictMath.exp(-x), 2e-12, "at " + x);
      }
    }
    assertEquals(1, Exp.decay(0.0), 0);
    assertEquals(0, Exp.decay(1e300), 1e-13);
  }

  @Test
  void decayInSinglePrecisionIsAccurateToItsPromise() {
    for (float x = 0; x < 40; x += 1e-3f) {
      assertEquals(StrictMath.exp(-x), Exp.decay(x), 1e-6, "at " + x);
    }
    assertEquals(1, Exp.decay(0.0f), 0);
  }
}
