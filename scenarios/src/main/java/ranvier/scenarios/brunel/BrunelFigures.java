package ranvier.scenarios.brunel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ranvier.scenarios.NetworkOutcome;
import ranvier.scenarios.figure.Figure;
import ranvier.scenarios.figure.Figure.Axis;
import ranvier.scenarios.figure.Figure.Series;
import ranvier.scenarios.figure.Figure.Series.Style;
import ranvier.scenarios.figure.Section;

/** The network beside its theory. */
final class BrunelFigures {
  private static final double LOWEST_G = 2.0;
  private static final double HIGHEST_G = 8.0;
  private static final int POINTS = 61;

  private BrunelFigures() {}

  static Section theory(BrunelState state, BrunelParameters network, NetworkOutcome outcome) {
    return new Section("Theory", String.format(Locale.ROOT, "The network at g = %.4g, eta = %.4g, V_r = %.4g mV and the"
        + " mean-field theory of Brunel (2000), which knows neither synchrony nor the finite size of the network.",
        network.g(), network.eta(), network.resetMv()),
        List.of(rateOverG(state, network, outcome), numbers(state, network, outcome)));
  }

  private static Figure rateOverG(BrunelState state, BrunelParameters network, NetworkOutcome outcome) {
    List<double[]> solutions = new ArrayList<>();
    for (int k = 0; k < POINTS; k++) {
      double g = LOWEST_G + (HIGHEST_G - LOWEST_G) * k / (POINTS - 1);
      for (double rateHz : new MeanField(new BrunelParameters(g, network.eta(), network.resetMv())).ratesHz()) {
        // Below one spike in 100 s there is nothing to see on a logarithmic axis.
        if (rateHz > 0.01) {
          solutions.add(new double[] {g, rateHz});
        }
      }
    }
    List<Series> series = new ArrayList<>();
    series.add(new Series("mean field", column(solutions, 0), column(solutions, 1), Style.POINTS));
    if (outcome.rateMeanHz() > 0) {
      series.add(point("this run", network.g(), outcome.rateMeanHz()));
    }
    if (isOfState(state, network) && !Double.isNaN(state.paperHz())) {
      series.add(point("paper, simulated", state.g(), state.paperHz()));
    }
    return new Figure.Lines("Rate over the strength of inhibition", String.format(Locale.ROOT, "All stationary rates"
        + " of the mean-field theory for eta = %.4g. Below g = 4 excitation wins and neurons fire near the limit that"
        + " refractoriness sets; above, inhibition holds the rate down.", network.eta()),
        Axis.linear("inhibitory over excitatory jump g"), Axis.logarithmic("rate (Hz)"), series);
  }

  private static Figure numbers(BrunelState state, BrunelParameters network, NetworkOutcome outcome) {
    MeanField theory = new MeanField(network);
    boolean known = isOfState(state, network);
    List<String> rates = theory.ratesHz().stream().map(BrunelFigures::text).toList();
    double rateHz = outcome.rateMeanHz();
    return new Figure.Table("In numbers", "Mean and fluctuation of the free membrane potential follow from the rate;"
        + " sigma is sqrt(2) times the standard deviation.", List.of("", "this run", "paper, simulated", "mean field"),
        List.of(
            List.of("rate (Hz)", text(rateHz), text(known ? state.paperHz() : Double.NaN), String.join(", ", rates)),
            List.of("global oscillation (Hz)", text(known ? BrunelChecks.rhythmHz(state, outcome) : Double.NaN),
                text(known ? state.paperRhythmHz() : Double.NaN), ""),
            List.of("CV of intervals", text(outcome.cvMean()), "", ""),
            List.of("mean potential mu (mV)", text(theory.muMv(rateHz)), "",
                text(theory.muMv(theory.ratesHz().getLast()))),
            List.of("fluctuation sigma (mV)", text(theory.sigmaMv(rateHz)), "",
                text(theory.sigmaMv(theory.ratesHz().getLast())))));
  }

  /** Whether this is the very network of the paper's figure. */
  private static boolean isOfState(BrunelState state, BrunelParameters network) {
    return network.equals(new BrunelParameters(state.g(), state.eta(), BrunelParameters.RESET_MV));
  }

  private static Series point(String name, double x, double y) {
    return new Series(name, new double[] {x}, new double[] {y}, Style.POINTS);
  }

  private static double[] column(List<double[]> rows, int column) {
    return rows.stream().mapToDouble(r -> r[column]).toArray();
  }

  private static String text(double value) {
    return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.4g", value);
  }
}
