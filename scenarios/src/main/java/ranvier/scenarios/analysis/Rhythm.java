package ranvier.scenarios.analysis;

/**
 * The strongest rhythm of a spectrum within a band: the highest peak of the smoothed spectrum. Its frequency is the
 * mean over the peak, as far as the smoothed density stays above half its height within the band, weighted by that
 * density; this varies less from run to run than the place of the highest value.
 *
 * @param frequencyHz of the peak; NaN if the band is empty or holds no power
 * @param density height of the smoothed peak
 */
public record Rhythm(double frequencyHz, double density) {
  /**
   * Finds it.
   *
   * @param lowHz lower end of the band
   * @param highHz upper end of the band
   * @param smoothingHz the density is averaged over as many neighbouring frequencies as lie this far apart; 0: none
   */
  public static Rhythm strongest(Spectrum spectrum, double lowHz, double highHz, double smoothingHz) {
    double[] hz = spectrum.frequenciesHz();
    double[] smooth = smoothed(spectrum.density(), (int) Math.round(0.5 * smoothingHz / hz[1]));
    int first = 0;
    while (first < hz.length && hz[first] < lowHz) {
      first++;
    }
    int last = hz.length - 1;
    while (last >= 0 && hz[last] > highHz) {
      last--;
    }
    int peak = first;
    for (int k = first; k <= last; k++) {
      peak = smooth[k] > smooth[peak] ? k : peak;
    }
    if (first > last || !(smooth[peak] > 0)) {
      return new Rhythm(Double.NaN, 0.0);
    }
    int from = peak;
    while (from > first && smooth[from - 1] > 0.5 * smooth[peak]) {
      from--;
    }
    int to = peak;
    while (to < last && smooth[to + 1] > 0.5 * smooth[peak]) {
      to++;
    }
    double sum = 0.0;
    double weighted = 0.0;
    for (int k = from; k <= to; k++) {
      sum += smooth[k];
      weighted += smooth[k] * hz[k];
    }
    return new Rhythm(weighted / sum, smooth[peak]);
  }

  private static double[] smoothed(double[] density, int half) {
    double[] smooth = new double[density.length];
    for (int k = 0; k < smooth.length; k++) {
      int from = Math.max(0, k - half);
      int to = Math.min(smooth.length - 1, k + half);
      for (int j = from; j <= to; j++) {
        smooth[k] += density[j] / (to - from + 1);
      }
    }
    return smooth;
  }
}
