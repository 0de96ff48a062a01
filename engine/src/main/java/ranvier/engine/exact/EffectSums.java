package ranvier.engine.exact;

import java.util.Arrays;
import ranvier.engine.math.VectorGate;
import ranvier.engine.math.Vectors;
import ranvier.engine.random.PoissonCells;

/** Adds the effects of logged arrivals to the sums of their targets, in the order of the log. */
final class EffectSums {
  /** Arrivals that are taken together: their effects and the sums that they hit should share the first-level cache. */
  static final int CHUNK = 128;
  /** Coefficients that the first loop over arrivals takes, and each of the next. */
  private static final int FIRST = 6;
  private static final int NEXT = 4;

  private final double[][] given;
  private final double[][] polynomials;
  private final int effects;
  private final int[] targets = new int[CHUNK];
  private final double[] x = new double[CHUNK];
  private final double[] weights = new double[CHUNK];
  private final double[][] terms;
  private double touched;
  private final VectorPairSums pairs;
  private final VectorPoissonSums poisson;
  private final VectorGate gate;

  /** One polynomial per effect; vector code, behind the gate, gives the same bits. */
  EffectSums(double[][] polynomials, VectorGate gate) {
    given = polynomials;
    this.polynomials = Arrays.stream(polynomials).map(EffectSums::padded).toArray(double[][]::new);
    this.gate = gate;
    boolean isPair = polynomials.length == 2 && Vectors.present();
    pairs = isPair ? VectorPairSums.of(polynomials[0], polynomials[1]) : null;
    poisson = isPair ? VectorPoissonSums.of(polynomials[0], polynomials[1]) : null;
    effects = polynomials.length;
    terms = new double[effects][CHUNK];
  }

  /** The same for arrivals of one weight, which the polynomials hold then: these are given with weight 1. */
  EffectSums ofWeight(double weight) {
    return new EffectSums(Arrays.stream(given).map(c -> Arrays.stream(c).map(x -> weight * x).toArray())
        .toArray(double[][]::new), gate);
  }

  void add(BinLog log, double[] sums) {
    if (log.count() > sums.length / 16) {
      touch(sums);
    }
    if (pairs != null && gate.isOpen() && log.addTo(pairs, sums)) {
      return;
    }
    log.rewind();
    for (int n = log.read(targets, x, weights); n > 0; n = log.read(targets, x, weights)) {
      addChunk(n, sums);
    }
  }

  /**
   * Draws a cell of Poisson trains and adds its arrivals, with weight 1, if there is vector code for that.
   *
   * @param ids of the neurons, which key their trains
   * @param target of the first of them; the others follow it
   * @param base x of the start of the cell
   * @param width of the cell in x, a power of two
   * @return of how many of the neurons, counted from the first
   */
  int add(PoissonCells cells, long cell, int[] ids, int target, double base, double width, double[] sums) {
    return poisson != null && gate.isOpen() ? poisson.add(cells, cell, ids, target, base, width, sums) : 0;
  }

  /** Adds the first n arrivals, with weight 1. */
  void add(int n, int[] at, double[] times, double[] sums) {
    Arrays.fill(weights, 1.0);
    for (int from = 0; from < n; from += CHUNK) {
      int part = Math.min(CHUNK, n - from);
      System.arraycopy(at, from, targets, 0, part);
      System.arraycopy(times, from, x, 0, part);
      addChunk(part, sums);
    }
  }

  private void addChunk(int n, double[] sums) {
    for (int e = 0; e < effects; e++) {
      evaluate(polynomials[e], n, terms[e]);
    }
    switch (effects) {
      case 1 -> scatterOne(n, sums);
      case 2 -> scatterTwo(n, sums);
      default -> scatter(n, sums);
    }
  }

  /** Reads through the sums in order, so that they are in the cache before they are hit at random. */
  private void touch(double[] sums) {
    double sum = touched;
    for (int i = 0; i < sums.length; i += 8) {
      sum += sums[i];
    }
    // Kept, or the reading would be optimised away.
    touched = sum;
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

  /** Loops of a few statements each, which the compiler turns into vector code. */
  private void evaluate(double[] c, int n, double[] into) {
    int from = c.length - FIRST;
    start(c[from], c[from + 1], c[from + 2], c[from + 3], c[from + 4], c[from + 5], n, into);
    while (from > 0) {
      from -= NEXT;
      goOn(c[from], c[from + 1], c[from + 2], c[from + 3], n, into);
    }
    for (int k = 0; k < n; k++) {
      into[k] *= weights[k];
    }
  }

  private void start(double c0, double c1, double c2, double c3, double c4, double c5, int n, double[] into) {
    for (int k = 0; k < n; k++) {
      double at = x[k];
      into[k] = Math.fma(Math.fma(Math.fma(Math.fma(Math.fma(c5, at, c4), at, c3), at, c2), at, c1), at, c0);
    }
  }

  private void goOn(double c0, double c1, double c2, double c3, int n, double[] into) {
    for (int k = 0; k < n; k++) {
      double at = x[k];
      into[k] = Math.fma(Math.fma(Math.fma(Math.fma(into[k], at, c3), at, c2), at, c1), at, c0);
    }
  }

  /** With zeros for higher powers, which change no bit: as many coefficients as loops take. */
  private static double[] padded(double[] c) {
    int more = Math.max(0, c.length - FIRST + NEXT - 1) / NEXT;
    return Arrays.copyOf(c, FIRST + NEXT * more);
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
