package ranvier.synapses;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import ranvier.engine.model.Models;
import ranvier.testkit.LearningProtocol;
import ranvier.testkit.LearningProtocol.Transmission;
import ranvier.testkit.Repeater;

/** Event-driven STDP with histories against the sum over all pairs, which shares no code with it. */
class AllPairsProperties {
  private static final double TAU_PLUS = 17.0;
  private static final double TAU_MINUS = 34.0;
  private static final double LAMBDA = 0.05;
  private static final double ALPHA = 1.1;
  private static final double HIGHEST = 80.0;
  private static final Models MODELS = Models.of(List.of(new Repeater()), List.of(new StdpSynapse(),
      new StaticSynapse()));

  private record Event(double timeMs, boolean isPre) {}

  /** What one synapse transmits: every event at the synapse looks at all earlier ones of the other side. */
  private static List<Double> bruteForce(double[] pre, double[] post, double delayMs, double initial, double mu) {
    List<Event> events = new ArrayList<>();
    Arrays.stream(pre).forEach(t -> events.add(new Event(t, true)));
    Arrays.stream(post).forEach(t -> events.add(new Event(t + delayMs, false)));
    double simultaneous = 1e-7;
    events.sort(Comparator.<Event>comparingDouble(e -> Math.rint(e.timeMs() / simultaneous))
        .thenComparing(Event::isPre));
    double x = initial / HIGHEST;
    List<Double> transmitted = new ArrayList<>();
    for (int k = 0; k < events.size(); k++) {
      Event now = events.get(k);
      double sum = 0.0;
      for (int j = 0; j < k; j++) {
        Event then = events.get(j);
        double interval = now.timeMs() - then.timeMs();
        if (then.isPre() != now.isPre() && interval > simultaneous) {
          sum += Math.exp(-interval / (now.isPre() ? TAU_MINUS : TAU_PLUS));
        }
      }
      if (now.isPre()) {
        x = Math.max(0.0, x - ALPHA * LAMBDA * Math.pow(x, mu) * sum);
        transmitted.add(x * HIGHEST);
      } else {
        x = Math.min(1.0, x + LAMBDA * Math.pow(1.0 - x, mu) * sum);
      }
    }
    return transmitted;
  }

  /** What a synapse from one neuron to another should transmit, in order. */
  interface Expected {
    List<Double> weights(double[] pre, double[] post, double initial);
  }

  /** Compares what every synapse transmitted. */
  static void compare(LearningProtocol p, List<Transmission> ours, Expected expected, double tolerance, String what) {
    for (int s = 0; s < p.pre().length; s++) {
      for (int t = 0; t < p.post().length; t++) {
        int source = s;
        int target = t;
        List<Double> wanted = expected.weights(p.pre()[s], p.post()[t], p.weights()[s * p.post().length + t]);
        List<Double> actual = ours.stream().filter(x -> x.source() == source && x.target() == target)
            .map(Transmission::weight).toList();
        assertEquals(wanted.size(), actual.size());
        for (int k = 0; k < wanted.size(); k++) {
          assertEquals(wanted.get(k), actual.get(k), tolerance, what + ", spike " + k + " of " + s + " at " + t);
        }
      }
    }
  }

  private static void compare(LearningProtocol p, List<Transmission> ours, double mu, double tolerance) {
    compare(p, ours, (pre, post, initial) -> bruteForce(pre, post, p.delayMs(), initial, mu), tolerance,
        "stdp_synapse");
  }

  private static Map<String, Double> parameters(double mu) {
    return Map.of("tau_plus", TAU_PLUS, "tau_minus", TAU_MINUS, "lambda", LAMBDA, "alpha", ALPHA, "Wmax", HIGHEST,
        "mu_plus", mu, "mu_minus", mu);
  }

  @Provide
  Arbitrary<LearningProtocol> onGrid() {
    return LearningProtocol.any(0.5, 0.0, HIGHEST);
  }

  @Provide
  Arbitrary<LearningProtocol> offGrid() {
    return LearningProtocol.any(0.00137, 0.0, HIGHEST);
  }

  @Provide
  Arbitrary<Double> exponents() {
    return net.jqwik.api.Arbitraries.of(0.0, 0.4, 1.0);
  }

  @Property(tries = 150)
  void onTheGrid(@ForAll("onGrid") LearningProtocol p, @ForAll("exponents") double mu) {
    compare(p, p.onGrid(p.network("stdp_synapse", parameters(mu), false), MODELS, 0.5, 1), mu, 1e-10 * HIGHEST);
  }

  @Property(tries = 150)
  void inExactTime(@ForAll("offGrid") LearningProtocol p, @ForAll("exponents") double mu) {
    compare(p, p.exact(p.network("stdp_synapse", parameters(mu), false), MODELS), mu, 1e-10 * HIGHEST);
  }

  /** Times are moved by at most a step, so weights are wrong by at most some steps per time constant and spike. */
  @Property(tries = 5, seed = "6")
  void theGridApproachesExactTime(@ForAll("offGrid") LearningProtocol p) {
    var network = p.network("stdp_synapse", parameters(1.0), false);
    List<Transmission> exact = p.exact(network, MODELS);
    double dtMs = 0x1.0p-8;
    List<Transmission> grid = p.onGrid(network, MODELS, dtMs, 1);
    assertEquals(exact.size(), grid.size());
    // Pairs nearer than a step may change sides: a pairing of full strength, of which each spike has one per target.
    double perSpike = LAMBDA * HIGHEST * (ALPHA + 1.0) * 2 * dtMs / TAU_PLUS;
    double flips = closePairs(p, 2 * dtMs) * LAMBDA * HIGHEST * (ALPHA + 1.0);
    for (Transmission t : exact) {
      double nearest = grid.stream().filter(g -> g.source() == t.source() && g.target() == t.target()
          && Math.abs(g.timeMs() - t.timeMs()) <= dtMs).mapToDouble(Transmission::weight).findFirst().orElseThrow();
      assertEquals(t.weight(), nearest, 50 * 25 * perSpike / 2 + flips);
    }
  }

  private static int closePairs(LearningProtocol p, double withinMs) {
    int close = 0;
    for (double[] pre : p.pre()) {
      for (double[] post : p.post()) {
        for (double a : pre) {
          for (double b : post) {
            close += Math.abs(a - b - p.delayMs()) <= withinMs ? 1 : 0;
          }
        }
      }
    }
    return close;
  }
}
