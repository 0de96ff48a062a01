package ranvier.engine.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PowerTest {
  private static final double[] EXPONENTS = {0.0, 0.02, 0.4, 0.5, 1.0, 1.3, 7.0, 300.0};

  /** A unit in the last place of mu log x, which the exponential turns into a relative error, and roundings of both. */
  @Test
  void agreesWithStrictMath() {
    Random random = new Random(1);
    for (int k = 0; k < 200_000; k++) {
      double x = k % 2 == 0 ? random.nextDouble() : StrictMath.exp(100 * random.nextGaussian());
      double mu = EXPONENTS[k % EXPONENTS.length];
      double exact = StrictMath.pow(x, mu);
      if (exact > Double.MIN_NORMAL && exact < Double.MAX_VALUE) {
        double bound = 6e-16 + 3e-16 * Math.abs(mu * StrictMath.log(x));
        assertEquals(1.0, Power.of(x, mu) / exact, bound, x + "^" + mu);
      }
    }
  }

  @Test
  void hasTheLimitsOfTheFunction() {
    assertEquals(1.0, Power.of(0.0, 0.0), 0);
    assertEquals(1.0, Power.of(-3.0, 0.0), 0);
    assertEquals(1.0, Power.of(1.0, 0.4), 0);
    assertEquals(0.0, Power.of(0.0, 0.4), 0);
    assertEquals(0.0, Power.of(-0.5, 0.4), 0);
    assertEquals(0.0, Power.of(-0.5, 1.0), 0);
    assertEquals(0.0, Power.of(Double.MIN_VALUE, 0.4), 0);
    assertEquals(0.0, Power.of(1e-300, 2.0), 0);
    assertEquals(Double.POSITIVE_INFINITY, Power.of(1e300, 2.0), 0);
  }

  @Test
  void vectorCodeGivesTheSameBits() {
    Random random = new Random(2);
    double[] special = {0.0, -0.0, 1.0, -1.0, Double.MIN_VALUE, Double.MIN_NORMAL, 1e300, 1e-300, Math.sqrt(0.5),
        Double.NaN};
    for (double mu : EXPONENTS) {
      double[] x = random.doubles(1013, -0.1, 2.0).toArray();
      System.arraycopy(special, 0, x, 17, special.length);
      for (int k = 100; k < 200; k++) {
        x[k] = StrictMath.exp(200 * random.nextGaussian());
      }
      double[] plain = x.clone();
      double[] vectors = x.clone();
      Power.raise(plain, x.length - 3, mu, false);
      Power.raise(vectors, x.length - 3, mu, true);
      assertArrayEquals(plain, vectors, 0.0, "mu " + mu);
      assertArrayEquals(new double[] {x[1010], x[1011], x[1012]}, new double[] {plain[1010], plain[1011],
          plain[1012]}, 0.0);
      assertTrue(mu == 0.0 || plain[17] == 0.0);
    }
  }
}
