package ranvier.scenarios.brunel;

/**
 * Stationary rate of a leaky integrate-and-fire neuron driven by Gaussian white noise (Siegert 1951; Brunel
 * 2000). With y_th = (theta - mu) / sigma and y_r = (V_r - mu) / sigma,
 * <pre>
 *   1 / rate = t_ref + tau sqrt(pi) int_{y_r}^{y_th} exp(u^2) (1 + erf u) du
 *            = t_ref + tau int_0^inf exp(-w^2) (exp(2 y_th w) - exp(2 y_r w)) / w dw
 * </pre>
 * The second form (Brunel and Hakim 1999, doi:10.1162/089976699300016179) needs no error function, and its integrand is
 * positive, so nothing cancels. It is integrated by five-point Gauss-Legendre panels to a relative error of about
 * 1e-13.
 *
 * @param tauMs membrane time constant
 * @param refractoryMs absolute refractory period
 * @param thresholdMv threshold theta
 * @param resetMv reset V_r, below the threshold
 */
public record SiegertRate(double tauMs, double refractoryMs, double thresholdMv, double resetMv) {
  /** Widest panel; the integrand's own width is about 1. */
  private static final double WIDEST_PANEL = 0.125;

  /** Natural logarithm of the largest value of the integrand over the value at which it is cut. */
  private static final double TAIL = 40.0;

  private static final double INNER_NODE = Math.sqrt(5.0 - 2.0 * Math.sqrt(10.0 / 7.0)) / 3.0;
  private static final double OUTER_NODE = Math.sqrt(5.0 + 2.0 * Math.sqrt(10.0 / 7.0)) / 3.0;
  private static final double MIDDLE_WEIGHT = 128.0 / 225.0;
  private static final double INNER_WEIGHT = (322.0 + 13.0 * Math.sqrt(70.0)) / 900.0;
  private static final double OUTER_WEIGHT = (322.0 - 13.0 * Math.sqrt(70.0)) / 900.0;

  /**
   * The rate in Hz; 0 where it is below the smallest double.
   *
   * @param muMv mean of the free membrane potential
   * @param sigmaMv sqrt(2) times its standard deviation, positive
   */
  public double hz(double muMv, double sigmaMv) {
    double threshold = (thresholdMv - muMv) / sigmaMv;
    double distance = (thresholdMv - resetMv) / sigmaMv;
    double peak = threshold > 0 ? threshold * threshold : 0.0;
    double end = threshold > 0 ? threshold + Math.sqrt(TAIL)
        : TAIL / (Math.sqrt(threshold * threshold + TAIL) - threshold);
    double first = Math.min(WIDEST_PANEL, 0.25 / distance);
    double integral = 0.0;
    for (double low = 0.0; low < end;) {
      // Panels grow from the scale of the reset term to that of the Gaussian, and stay below that of the threshold's.
      double width = Math.min(Math.min(WIDEST_PANEL, end / 40.0), Math.max(first, 0.5 * low));
      integral += panel(low, width, threshold, distance, peak);
      low += width;
    }
    return 1000.0 / (refractoryMs + tauMs * Math.exp(peak) * integral);
  }

  private static double panel(double low, double width, double threshold, double distance, double peak) {
    double half = 0.5 * width;
    double middle = low + half;
    return half * (MIDDLE_WEIGHT * integrand(middle, threshold, distance, peak)
        + INNER_WEIGHT * (integrand(middle - half * INNER_NODE, threshold, distance, peak)
            + integrand(middle + half * INNER_NODE, threshold, distance, peak))
        + OUTER_WEIGHT * (integrand(middle - half * OUTER_NODE, threshold, distance, peak)
            + integrand(middle + half * OUTER_NODE, threshold, distance, peak)));
  }

  private static double integrand(double w, double threshold, double distance, double peak) {
    return Math.exp(w * (2.0 * threshold - w) - peak) * -Math.expm1(-2.0 * distance * w) / w;
  }
}
