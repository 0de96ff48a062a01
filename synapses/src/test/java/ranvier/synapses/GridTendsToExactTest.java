package ranvier.synapses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import ranvier.engine.model.Models;
import ranvier.testkit.LearningProtocol;
import ranvier.testkit.LearningProtocol.Transmission;
import ranvier.testkit.Repeater;

/** STDP on the grid tends to that of exact time as the step goes to 0, with order 1: times are rounded to steps. */
class GridTendsToExactTest {
  private static final double WIDEST_MS = 0x1.0p-2;
  private static final Models MODELS = Models.of(List.of(new Repeater()), List.of(new StdpSynapse(),
      new StaticSynapse()));

  /** Random trains in which no two spikes come so near to each other that rounding could change their order. */
  private static LearningProtocol protocol(long seed, double delayMs) {
    Random random = new Random(seed);
    List<Double> taken = new ArrayList<>();
    double[][] trains = new double[4][];
    for (int t = 0; t < trains.length; t++) {
      double[] train = new double[30];
      for (int k = 0; k < train.length; k++) {
        double ms;
        do {
          ms = 5.0 + 280.0 * random.nextDouble();
        } while (isNear(taken, ms, delayMs));
        taken.add(ms);
        train[k] = ms;
      }
      Arrays.sort(train);
      trains[t] = train;
    }
    return new LearningProtocol(new double[][] {trains[0], trains[1]}, new double[][] {trains[2], trains[3]},
        new double[0], new double[] {20, 40, 50, 60}, delayMs);
  }

  private static boolean isNear(List<Double> taken, double ms, double delayMs) {
    return taken.stream().anyMatch(t -> Math.abs(t - ms) < 2 * WIDEST_MS
        || Math.abs(Math.abs(t - ms) - delayMs) < 2 * WIDEST_MS);
  }

  private static List<Transmission> inOrder(List<Transmission> all) {
    List<Transmission> sorted = new ArrayList<>(all);
    sorted.sort(Comparator.comparingInt(Transmission::source).thenComparingInt(Transmission::target)
        .thenComparingDouble(Transmission::timeMs));
    return sorted;
  }

  /** Root mean square over all transmissions. */
  private static double error(LearningProtocol p, Map<String, Double> parameters, double dtMs) {
    List<Transmission> exact = inOrder(p.exact(p.network("stdp_synapse", parameters, false), MODELS));
    List<Transmission> grid = inOrder(p.onGrid(p.network("stdp_synapse", parameters, false), MODELS, dtMs, 1));
    assertEquals(exact.size(), grid.size());
    double squares = 0.0;
    for (int k = 0; k < exact.size(); k++) {
      squares += Math.pow(exact.get(k).weight() - grid.get(k).weight(), 2);
    }
    return Math.sqrt(squares / exact.size());
  }

  @Test
  void withOrderOne() {
    for (double mu : new double[] {0.0, 0.4, 1.0}) {
      Map<String, Double> parameters = Map.of("lambda", 0.02, "alpha", 1.1, "Wmax", 100.0, "mu_plus", mu, "mu_minus",
          mu);
      double wide = 0.0;
      double narrow = 0.0;
      for (long seed = 1; seed <= 8; seed++) {
        LearningProtocol p = protocol(seed, 2.0);
        wide += error(p, parameters, WIDEST_MS) / 8;
        narrow += error(p, parameters, WIDEST_MS / 64) / 8;
      }
      double order = Math.log(wide / narrow) / Math.log(64);
      // Errors of rounding are random: the mean of 8 protocols, of some 100 intervals each, knows the order to 0.05.
      assertEquals(1.0, order, 0.15, "mu " + mu + ": " + wide + " and " + narrow);
      assertTrue(wide < 1.0, "far off at a step of 1/4 ms: " + wide);
    }
  }
}
