package ranvier.neurons;

/**
 * Gauss-Legendre quadrature on [0, 1]: exact for polynomials up to degree 2 n - 1 (Press et al. 2007, Numerical
 * Recipes, section 4.6). Nodes are the roots of the Legendre polynomial, found by Newton's method. Immutable.
 */
final class GaussLegendre {
  private final double[] nodes;
  private final double[] weights;

  GaussLegendre(int n) {
    nodes = new double[n];
    weights = new double[n];
    for (int i = 0; i < n; i++) {
      double x = StrictMath.cos(Math.PI * (n - i - 0.25) / (n + 0.5));
      double slope = 1;
      for (int iteration = 0; iteration < 20; iteration++) {
        double p = 1;
        double before = 0;
        for (int k = 1; k <= n; k++) {
          double next = ((2 * k - 1) * x * p - (k - 1) * before) / k;
          before = p;
          p = next;
        }
        slope = n * (x * p - before) / (x * x - 1);
        x -= p / slope;
      }
      nodes[i] = (1 + x) / 2;
      weights[i] = 1 / ((1 - x * x) * slope * slope);
    }
  }

  int size() {
    return nodes.length;
  }

  /** Ascending, in (0, 1). */
  double node(int i) {
    return nodes[i];
  }

  /** Weights; their sum is 1. */
  double weight(int i) {
    return weights[i];
  }
}
