package ranvier.scenarios.analysis;

import java.util.List;
import ranvier.engine.record.PopulationStatistics;

/**
 * One-sided power spectral density by Welch's method (1967, doi:10.1109/TAU.1967.1161901): the mean over half
 * overlapping segments, each with its mean removed and a Hann window. Its integral over frequency is the variance of
 * the signal.
 *
 * @param frequenciesHz from 0 to half the sampling rate, evenly spaced
 * @param density in the square of the signal's unit per Hz
 * @param segmentMs length of a segment
 * @param segments how many were averaged
 */
public record Spectrum(double[] frequenciesHz, double[] density, double segmentMs, int segments) {
  private static final int LONGEST = 1024;
  private static final int SHORTEST = 64;

  /** Fewest samples that have a spectrum. */
  public static final int FEWEST_SAMPLES = 2 * SHORTEST;

  /**
   * The spectrum of evenly sampled values. Segments have the largest power of two samples that leaves three of them or
   * more, at most {@value #LONGEST}.
   *
   * @throws IllegalArgumentException if there are fewer than {@link #FEWEST_SAMPLES} values
   */
  public static Spectrum of(double[] values, double intervalMs) {
    if (values.length < FEWEST_SAMPLES) {
      throw new IllegalArgumentException("a spectrum needs " + FEWEST_SAMPLES + " samples, got " + values.length);
    }
    int length = Math.min(LONGEST, Integer.highestOneBit(values.length / 2));
    double rateHz = 1000.0 / intervalMs;
    double[] window = new double[length];
    double norm = 0.0;
    for (int k = 0; k < length; k++) {
      window[k] = 0.5 - 0.5 * StrictMath.cos(2.0 * Math.PI * k / length);
      norm += window[k] * window[k];
    }
    Fourier fourier = new Fourier(length);
    double[] density = new double[length / 2 + 1];
    int segments = 0;
    for (int start = 0; start + length <= values.length; start += length / 2) {
      double[] power = fourier.power(windowed(values, start, window));
      for (int k = 0; k < density.length; k++) {
        density[k] += power[k];
      }
      segments++;
    }
    double[] frequencies = new double[density.length];
    for (int k = 0; k < density.length; k++) {
      frequencies[k] = k * rateHz / length;
      // Negative frequencies are folded onto the positive ones; 0 and the highest have none.
      double sides = k == 0 || k == length / 2 ? 1.0 : 2.0;
      density[k] *= sides / (segments * rateHz * norm);
    }
    return new Spectrum(frequencies, density, length * intervalMs, segments);
  }

  /**
   * The spectrum of the rate in Hz of all neurons together.
   *
   * @return null if there are fewer than {@link #FEWEST_SAMPLES} ms of activity
   */
  public static Spectrum ofAll(List<PopulationStatistics> populations) {
    int bins = populations.stream().mapToInt(p -> p.activity().length).min().orElse(0);
    if (bins < FEWEST_SAMPLES) {
      return null;
    }
    long neurons = populations.stream().mapToLong(PopulationStatistics::size).sum();
    double[] rate = new double[bins];
    for (PopulationStatistics p : populations) {
      for (int k = 0; k < bins; k++) {
        rate[k] += p.activity()[k] * 1e3 / neurons;
      }
    }
    return of(rate, 1.0);
  }

  private static double[] windowed(double[] values, int start, double[] window) {
    double mean = 0.0;
    for (int k = 0; k < window.length; k++) {
      mean += values[start + k] / window.length;
    }
    double[] segment = new double[window.length];
    for (int k = 0; k < window.length; k++) {
      segment[k] = (values[start + k] - mean) * window[k];
    }
    return segment;
  }
}
