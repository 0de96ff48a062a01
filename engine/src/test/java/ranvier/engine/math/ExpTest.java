package ranvier.engine.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ExpTest {
  @Test
  void agreesWithStrictMathToRounding() {
    Random random = new Random(1);
    double worst = 0;
    for (int k = 0; k < 200_000; k++) {
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
    double absolute = 0;
    double relative = 0;
    for (double x = 0; x < 64; x += 1e-3) {
      double exact = StrictMath.exp(-x);
      absolute = Math.max(absolute, Math.abs(Exp.decay(x) - exact));
      relative = x > 4 ? relative : Math.max(relative, Math.abs(Exp.decay(x) / exact - 1));
    }
    assertEquals(0, absolute, 1e-12);
    assertEquals(0, relative, 2e-12);
    assertEquals(1, Exp.decay(0.0), 0);
    assertEquals(0, Exp.decay(1e300), 1e-13);
  }

  @Test
  void decayInSinglePrecisionIsAccurateToItsPromise() {
    double worst = 0;
    for (float x = 0; x < 40; x += 1e-3f) {
      worst = Math.max(worst, Math.abs(Exp.decay(x) - StrictMath.exp(-x)));
    }
    assertEquals(0, worst, 1e-6);
    assertEquals(1, Exp.decay(0.0f), 0);
  }

  @Test
  void rangesAreDecayedElementByElement() {
    double[] x = {0.5, 0.25, 3, 7};
    float[] y = {0.5f, 0.25f, 3, 7};
    Exp.decay(x, 1, 3);
    Exp.decay(y, 1, 3);
    assertArrayEquals(new double[] {0.5, Exp.decay(0.25), Exp.decay(3.0), 7}, x, 0);
    assertArrayEquals(new float[] {0.5f, Exp.decay(0.25f), Exp.decay(3.0f), 7}, y, 0);
  }
}
