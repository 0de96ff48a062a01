package ranvier.neurons.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import ranvier.engine.exact.ExactOptions;
import ranvier.engine.network.Distribution;
import ranvier.engine.network.Network;
import ranvier.engine.network.Rule;
import ranvier.testkit.TimedSpike;

/**
 * Spikes of a recurrent network on ever finer grids against those in exact time. The delay of 1.5 ms is a multiple of
 * every step, so only spike times are rounded.
 */
record GridConvergence(Network network, int seed, List<TimedSpike> exact) {
  private static final double DURATION_MS = 100.0;

  /** Thirty neurons that fire by themselves, coupled. */
  static GridConvergence of(int seed, double current, double weight) {
    Network network = Network.named("convergence")
        .population("N", 30, "iaf_psc_exp", p -> p.set("I_e", Distribution.uniform(450, current))
            .initial("V_m", Distribution.uniform(-70, -56)))
        .project("N", "N", new Rule.FixedInDegree(4, false, true), s -> s.weight(weight).delayMs(1.5)).build();
    return new GridConvergence(network, seed, TimedSpike.exact(network, ExactOptions.of(1, seed), DURATION_MS));
  }

  /** Mean distance of the k-th spikes of each neuron, of those that both have. */
  double meanErrorMs(double dtMs) {
    List<TimedSpike> grid = TimedSpike.grid(network, dtMs, seed, DURATION_MS);
    double sum = 0.0;
    int compared = 0;
    for (int neuron = 0; neuron < network.neurons(); neuron++) {
      List<Double> e = times(exact, neuron);
      List<Double> g = times(grid, neuron);
      assertEquals(e.size(), g.size(), 1, "spikes of neuron " + neuron);
      for (int k = 0; k < Math.min(e.size(), g.size()); k++) {
        sum += Math.abs(e.get(k) - g.get(k));
        compared++;
      }
    }
    return sum / compared;
  }

  /** Slope of the logarithm of the error over that of the step, by least squares. */
  double order(double[] stepsMs) {
    int n = stepsMs.length;
    double sx = 0.0;
    double sy = 0.0;
    double sxx = 0.0;
    double sxy = 0.0;
    for (double dt : stepsMs) {
      double x = Math.log(dt);
      double y = Math.log(meanErrorMs(dt));
      sx += x;
      sy += y;
      sxx += x * x;
      sxy += x * y;
    }
    return (n * sxy - sx * sy) / (n * sxx - sx * sx);
  }

  private static List<Double> times(List<TimedSpike> spikes, int neuron) {
    List<Double> times = new ArrayList<>();
    for (TimedSpike s : spikes) {
      if (s.neuron() == neuron) {
        times.add(s.timeMs());
      }
    }
    return times;
  }
}
