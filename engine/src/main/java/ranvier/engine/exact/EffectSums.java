package ranvier.engine.exact;

import ranvier.engine.math.VectorGate;

/** Adds the effects of logged arrivals to the sums of their targets, in the order of the log. */
final class EffectSums {
  private static final int CHUNK = 512;

  private final double[][] polynomials;
  private final int effects;
  private final int[] targets = new int[CHUNK];
  private final double[] x = new double[CHUNK];
  private final double[] weights = new double[CHUNK];
  private final double[][] terms;
  private double touched;
  private final VectorPairSums pairs;
  private final VectorGate gate;

  /** One polynomial per effect; vector code, behind the gate, gives the same bits. */
  EffectSums(double[][] polynomials, VectorGate gate) {
    this.polynomials = polynomials;
    this.gate = gate;
    pairs = polynomials.length == 2 ? VectorPairSums.of(polynomials[0], polynomials[1]) : null;
    effects = polynomials.length;
    terms = new double[effects][CHUNK];
  }

  void add(BinLog log, double[] sums) {
    if (log.count() > sums.length / 16) {
      touch(sums);
    }
    if (pairs != null && gate.isOpen() && log instanceof CompactLog compact) {
      compact.addTo(pairs, sums);
      return;
    }
    log.rewind();
    for (int from = 0; from < log.count(); ) {
      int n = log.read(from, targets, x, weights);
      for (int e = 0; e < effects; e++) {
        evaluate(polynomials[e], n, terms[e]);
      }
      switch (effects) {
        case 1 -> scatterOne(n, sums);
        case 2 -> scatterTwo(n, sums);
        default -> scatter(n, sums);
      }
      from += n;
    }
  }

  /** Reads through the sums in order, so that they are in the cache before they are hit at random. */
  private void touch(double[] sums) {
    double sum = 0.0;
    for (int i = 0; i < sums.length; i += 8) {
      sum += sums[i];
    }
    touched = sum;
  }

  /** Keeps the touching from being optimised away. */
  double touched() {
    return touched;
  }

  /** Adds one arrival at x with weight w. */
  void add(int target, double at, double weight, double[] sums) {
    for (int e = 0; e < effects; e++) {
      sums[effects * target + e] += weight * EffectPolynomial.at(polynomials[e], at);
    }
  }

  /** The effects of one arrival at x with weight w. */
  void effects(double at, double weight, double[] into) {
    for (int e = 0; e < effects; e++) {
      into[e] = weight * EffectPolynomial.at(polynomials[e], at);
    }
  }

  private void evaluate(double[] c, int n, double[] into) {
    double highest = c[c.length - 1];
    for (int k = 0; k < n; k++) {
      into[k] = highest;
    }
    int degree = c.length - 2;
    for (; degree >= 1; degree -= 2) {
      double c1 = c[degree];
      double c0 = c[degree - 1];
      for (int k = 0; k < n; k++) {
        into[k] = Math.fma(Math.fma(into[k], x[k], c1), x[k], c0);
      }
    }
    if (degree == 0) {
      double c0 = c[0];
      for (int k = 0; k < n; k++) {
        into[k] = Math.fma(into[k], x[k], c0);
      }
    }
    for (int k = 0; k < n; k++) {
      into[k] *= weights[k];
    }
  }

  private void scatterOne(int n, double[] sums) {
    double[] a = terms[0];
    for (int k = 0; k < n; k++) {
      sums[targets[k]] += a[k];
    }
  }

  private void scatterTwo(int n, double[] sums) {
    double[] a = terms[0];
    double[] b = terms[1];
    for (int k = 0; k < n; k++) {
      int t = 2 * targets[k];
      sums[t] += a[k];
      sums[t + 1] += b[k];
    }
  }

  private void scatter(int n, double[] sums) {
    for (int k = 0; k < n; k++) {
      int t = effects * targets[k];
      for (int e = 0; e < effects; e++) {
        sums[t + e] += terms[e][k];
      }
    }
  }
}
