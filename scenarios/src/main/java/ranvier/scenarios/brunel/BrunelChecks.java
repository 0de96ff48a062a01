package ranvier.scenarios.brunel;

import java.util.ArrayList;
import java.util.List;
import ranvier.scenarios.NetworkOutcome;
import ranvier.scenarios.analysis.Rhythm;
import ranvier.scenarios.analysis.Spectrum;
import ranvier.scenarios.result.Check;

/**
 * What the four states must be. Mean and standard deviation over five networks (seeds) of 2 s each, by which tolerances
 * are judged: AI 37.84 (0.09) Hz, CV 0.407 (0.002); fast 59.8 (0.3) Hz, rhythm 179.7 (3.1) Hz, CV 0.85 (0.06); slow
 * 5.61 (0.28) Hz, rhythm 22.9 (0.6) Hz; SR 333.5 (0.04) Hz. A separate program gave the same. Shorter runs get wider
 * tolerances; what a run is too short to tell (a CV, a rhythm) is left out.
 */
final class BrunelChecks {
  /** Duration for which the tolerances hold. */
  static final double USUAL_MS = 2000.0;

  private final List<Check> checks = new ArrayList<>();
  private final double widening;

  private BrunelChecks(double widening) {
    this.widening = widening;
  }

  /**
   * The checks of a state.
   *
   * @param network as simulated; if g or eta differ from the state's, nothing is known of it
   */
  static List<Check> of(BrunelState state, BrunelParameters network, double scale, NetworkOutcome outcome) {
    if (network.g() != state.g() || network.eta() != state.eta()) {
      return List.of();
    }
    BrunelChecks made = new BrunelChecks(outcome.widening(USUAL_MS));
    boolean asInPaper = network.resetMv() == BrunelParameters.RESET_MV && scale == 1;
    double theoryHz = new MeanField(network).ratesHz().getLast();
    switch (state) {
      case AI -> made.asynchronous(asInPaper, scale, theoryHz, outcome);
      case SR -> made.regular(asInPaper, theoryHz, outcome);
      case FAST -> made.fast(asInPaper, outcome);
      case SLOW -> made.slow(asInPaper, outcome);
    }
    return made.checks;
  }

  private void near(String name, double expected, double tolerance, double actual, String source) {
    if (!Double.isNaN(actual)) {
      checks.add(Check.near(name, expected, tolerance * widening, actual, source));
    }
  }

  /**
   * The mean field ignores the grid (with a step of 0.1 ms the threshold is crossed 0.58 sigma sqrt(dt/tau) late, which
   * lowers its rate by 1.8 %), that the recurrent noise is not white, and that networks are finite; each is 1 to 2 %,
   * and 3 % at a tenth of the size. The CV of 0.675 that follows from white noise is not that of the network: the
   * recurrent noise, 93 % of the whole, comes from neurons more regular than Poisson, which makes their targets more
   * regular. Iterating the spectrum of one neuron's spikes until it is that of its input (as Dummer, Wieland and
   * Lindner 2014 do) gives a CV of 0.40 at 37.3 Hz.
   */
  private void asynchronous(boolean asInPaper, double scale, double theoryHz, NetworkOutcome outcome) {
    double relative = scale == 1 ? 0.05 : 0.08;
    near("rate against mean field (Hz)", theoryHz, relative * theoryHz, outcome.rateMeanHz(),
        "Brunel 2000, mean-field theory solved here; +-" + Math.round(100 * relative)
            + " % for grid, coloured noise and finite size");
    if (asInPaper) {
      near("rate (Hz)", BrunelState.AI.paperHz(), 0.05 * BrunelState.AI.paperHz(), outcome.rateMeanHz(),
          "Brunel 2000, simulation; +-5 %: 1 % between networks, the rest for the unknown length of the paper's run");
      near("CV of intervals", 0.405, 0.03, outcome.cvMean(), "self-consistent spectrum of one neuron, derived here:"
          + " irregular, but more regular than the 0.675 of white noise");
    }
  }

  /**
   * All neurons fire in two volleys per cycle, each of which triggers the other after the delay: the period is twice
   * the delay, since the refractory period lies between one delay and two.
   */
  private void regular(boolean asInPaper, double theoryHz, NetworkOutcome outcome) {
    if (asInPaper) {
      double lockedHz = 1000.0 / (2.0 * BrunelParameters.DELAY_MS);
      near("rate (Hz)", lockedHz, 0.01 * lockedHz, outcome.rateMeanHz(), "two volleys that trigger each other: one"
          + " spike per neuron in two delays, 1 / (2 x 1.5 ms), derived here; +-1 % for the ends of the run");
      near("rate against mean field (Hz)", theoryHz, 0.05 * theoryHz, outcome.rateMeanHz(), "Brunel 2000, mean-field"
          + " theory solved here; it leaves synchrony out, +-5 %");
      near("CV of intervals", 0.0, 0.05, outcome.cvMean(), "Brunel 2000: neurons fire regularly");
      near("share of ms without a volley", 1.0 / 3.0, 0.05, quietShare(outcome), "Brunel 2000: almost fully"
          + " synchronised; two volleys in a cycle of 3 ms, derived here");
    }
  }

  private void fast(boolean asInPaper, NetworkOutcome outcome) {
    if (asInPaper) {
      near("rate (Hz)", BrunelState.FAST.paperHz(), 0.05 * BrunelState.FAST.paperHz(), outcome.rateMeanHz(),
          "Brunel 2000, simulation; +-5 %: 2 % between networks, the rest for the unknown length of the paper's run");
      near("global oscillation (Hz)", BrunelState.FAST.paperRhythmHz(), 15.0, rhythmHz(BrunelState.FAST, outcome),
          "Brunel 2000, simulation; 4 standard deviations between networks and the resolution of 1 Hz");
      near("CV of intervals", 0.85, 0.24, outcome.cvMean(),
          "Brunel 2000: irregular; mean of five networks, 4 standard deviations between them");
    }
  }

  private void slow(boolean asInPaper, NetworkOutcome outcome) {
    if (asInPaper) {
      near("rate (Hz)", BrunelState.SLOW.paperHz(), 0.2 * BrunelState.SLOW.paperHz(), outcome.rateMeanHz(),
          "Brunel 2000, simulation; +-20 %: 4 standard deviations between networks");
      near("global oscillation (Hz)", BrunelState.SLOW.paperRhythmHz(), 3.5, rhythmHz(BrunelState.SLOW, outcome),
          "Brunel 2000, simulation; 4 standard deviations between networks and the resolution of 1 Hz");
      near("CV of intervals", 0.64, 0.1, outcome.cvMean(),
          "Brunel 2000: irregular; mean of five networks, which differ by less than 0.04");
    }
  }

  /** Frequency of the oscillation of all neurons together; NaN if the run is too short or the state has none. */
  static double rhythmHz(BrunelState state, NetworkOutcome outcome) {
    Spectrum spectrum = Spectrum.ofAll(outcome.populations());
    if (spectrum == null || Double.isNaN(state.paperRhythmHz())) {
      return Double.NaN;
    }
    // A band around the paper's frequency that leaves out the harmonics.
    double hz = state.paperRhythmHz();
    return Rhythm.strongest(spectrum, 0.5 * hz, 1.6 * hz, hz / 36).frequencyHz();
  }

  /** Share of bins of 1 ms in which the excitatory neurons fire less than a tenth of their mean. */
  private static double quietShare(NetworkOutcome outcome) {
    int[] activity = outcome.population("E").activity();
    double mean = 0.0;
    for (int spikes : activity) {
      mean += (double) spikes / activity.length;
    }
    int quiet = 0;
    for (int spikes : activity) {
      quiet += spikes < 0.1 * mean ? 1 : 0;
    }
    return (double) quiet / activity.length;
  }
}
