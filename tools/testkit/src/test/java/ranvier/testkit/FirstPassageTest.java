package ranvier.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FirstPassageTest {
  @Test
  void findsWhereADecayReachesAConstantFromBelow() {
    // y = -10 e^{-t/7} reaches -1 at 7 ln 10.
    FirstPassage p = FirstPassage.of(new double[][] {{-1.0 / 7.0}}, new double[] {-10.0}, 0, -1.0, 100.0);
    assertEquals(7.0 * Math.log(10.0), p.timeMs(), 1e-12);
  }

  @Test
  void findsAnExcursionMuchShorterThanAStep() {
    // y = sin t reaches 1 - 1e-10 at acos(1e-5 ...) = pi/2 - acos(1 - 1e-10).
    double[][] a = {{0.0, 1.0}, {-1.0, 0.0}};
    FirstPassage p = FirstPassage.of(a, new double[] {0.0, 1.0}, 0, 1.0 - 1e-10, 3.0);
    assertEquals(Math.asin(1.0 - 1e-10), p.timeMs(), 1e-9);
  }

  @Test
  void doesNotFindWhatStaysBelow() {
    double[][] a = {{0.0, 1.0}, {-1.0, 0.0}};
    FirstPassage p = FirstPassage.of(a, new double[] {0.0, 1.0}, 0, 1.0 + 1e-10, 30.0);
    assertEquals(Double.POSITIVE_INFINITY, p.timeMs());
    assertTrue(p.highest() > 1.0 - 1e-9, "comes near: " + p.highest());
  }
}
