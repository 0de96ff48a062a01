package ranvier.neurons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class GaussLegendreTest {
  @Test
  void integratesPolynomialsUpToDegreeTwoTimesNodesLessOne() {
    for (int n = 1; n <= 20; n++) {
      GaussLegendre rule = new GaussLegendre(n);
      for (int degree = 0; degree < 2 * n; degree++) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
          sum += rule.weight(i) * StrictMath.pow(rule.node(i), degree);
        }
        assertEquals(1.0 / (degree + 1), sum, 1e-14, n + " nodes, degree " + degree);
      }
    }
  }

  @Test
  void nodesAscendWithinTheInterval() {
    GaussLegendre rule = new GaussLegendre(7);
    for (int i = 0; i < 7; i++) {
      assertTrue(rule.node(i) > (i == 0 ? 0 : rule.node(i - 1)) && rule.node(i) < 1);
    }
  }
}
