package ranvier.neurons.ttfs;

/**
 * The principal branch W0 of Lambert's function, W e^W = z (Corless et al. 1996, doi:10.1007/BF02124750). Relative
 * error below 1e-15 away from the branch point z = -1/e; at it, the error is that of the square root of z + 1/e.
 */
public final class LambertW {
  private static final double BRANCH_POINT = -0.36787944117144233;

  private LambertW() {}

  /** W0(z) for z &gt;= -1/e, at least -1; NaN below. */
  public static double principal(double z) {
    if (z < BRANCH_POINT) {
      return Double.NaN;
    }
    if (z == 0) {
      return z;
    }
    double p2 = 2 * (StrictMath.E * z + 1);
    if (p2 <= 0) {
      return -1;
    }
    double p = StrictMath.sqrt(p2);
    if (p < 1e-4) {
      return -1 + p * (1 + p * (-1.0 / 3 + p * (11.0 / 72 - p * 43.0 / 540)));
    }
    double w = guess(z, p);
    for (int i = 0; i < 8; i++) {
      double e = StrictMath.exp(w);
      double f = w * e - z;
      // Halley's step.
      double step = f / (e * (w + 1) - (w + 2) * f / (2 * (w + 1)));
      w -= step;
      if (Math.abs(step) <= 1e-9 * Math.abs(w)) {
        break;
      }
    }
    return w;
  }

  private static double guess(double z, double p) {
    if (z < 0.5) {
      return -1 + p * (1 + p * (-1.0 / 3 + p * 11.0 / 72));
    }
    double l = StrictMath.log1p(z);
    return l * (1 - StrictMath.log1p(l) / (2 + l));
  }
}
