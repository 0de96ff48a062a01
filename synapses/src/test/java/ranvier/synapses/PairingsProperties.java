package ranvier.synapses;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import ranvier.engine.model.Models;
import ranvier.testkit.LearningProtocol;
import ranvier.testkit.LearningProtocol.Transmission;
import ranvier.testkit.Repeater;

/**
 * Which spikes pair, with any part of the delay before the synapse: every rule of pairs against lists of all spikes at
 * the synapse that are searched from the start for each one.
 */
class PairingsProperties {
  private static final double TAU_PLUS = 17.0;
  private static final double TAU_MINUS = 34.0;
  private static final double LAMBDA = 0.05;
  private static final double ALPHA = 1.1;
  private static final double HIGHEST = 80.0;
  private static final double SIMULTANEOUS_MS = 1e-7;
  private static final List<String> RULES = List.of("stdp_synapse", "stdp_nn_symm_synapse", "stdp_nn_restr_synapse",
      "stdp_nn_pre_centered_synapse");
  private static final Models MODELS = Models.of(List.of(new Repeater()), List.of(new StdpSynapse(),
      new StdpNearestNeighbour.Symmetric(), new StdpNearestNeighbour.Restricted(),
      new StdpNearestNeighbour.PresynapticCentred(), new StaticSynapse()));

  private record Event(double timeMs, boolean isPre) {}

  /** The spikes at one synapse, in their order, and what its rule makes of them. */
  private record BruteForce(List<Event> events, String rule, double mu) {
    /**
     * Of simultaneous spikes the postsynaptic one comes first, and they do not pair. Without a dendritic delay the
     * presynaptic one comes first, by twice the tolerance, and they do.
     */
    static BruteForce of(double[] pre, double[] post, double delayMs, double axonal, String rule, double mu,
        double toleranceMs) {
      List<Event> events = new ArrayList<>();
      double early = axonal == 1.0 ? 2 * toleranceMs : 0.0;
      for (double t : pre) {
        events.add(new Event(t + axonal * delayMs - early, true));
      }
      for (double t : post) {
        events.add(new Event(t + (1 - axonal) * delayMs, false));
      }
      Comparator<Event> ties = Comparator.comparing(Event::isPre);
      events.sort(Comparator.<Event>comparingDouble(e -> Math.rint((e.timeMs() + (e.isPre() ? early : 0.0))
          / SIMULTANEOUS_MS)).thenComparing(axonal == 1.0 ? ties.reversed() : ties));
      return new BruteForce(events, rule, mu);
    }

    private boolean isEarlier(int j, int k) {
      double interval = events.get(k).timeMs() - events.get(j).timeMs();
      return j < k && (interval > SIMULTANEOUS_MS || events.get(j).isPre() && interval > 0.0);
    }

    private int lastBefore(int k, boolean isPre) {
      int last = -1;
      for (int j = 0; j < k; j++) {
        last = events.get(j).isPre() == isPre && isEarlier(j, k) ? j : last;
      }
      return last;
    }

    private boolean isBetween(int from, int to, boolean isPre) {
      for (int j = from + 1; j < to; j++) {
        if (events.get(j).isPre() == isPre) {
          return true;
        }
      }
      return false;
    }

    private double pairing(int j, int k, double tau) {
      return Math.exp((events.get(j).timeMs() - events.get(k).timeMs()) / tau);
    }

    /** Strength of the pairings that event k takes part in as the later one. */
    private double strength(int k) {
      boolean isPre = events.get(k).isPre();
      double tau = isPre ? TAU_MINUS : TAU_PLUS;
      int last = lastBefore(k, !isPre);
      double all = 0.0;
      for (int j = 0; j < k; j++) {
        boolean isFirst = !isBetween(j, k, isPre) || rule.equals("stdp_synapse");
        all += events.get(j).isPre() != isPre && isEarlier(j, k) && isFirst ? pairing(j, k, tau) : 0.0;
      }
      double nearest = last < 0 ? 0.0 : pairing(last, k, tau);
      return switch (rule) {
        case "stdp_synapse" -> all;
        case "stdp_nn_symm_synapse" -> nearest;
        case "stdp_nn_restr_synapse" -> isPre
            ? hasPostSinceLastPre(k) ? nearest : 0.0
            : last < 0 || isBetween(last, k, false) ? 0.0 : nearest;
        default -> isPre ? nearest : all;
      };
    }

    private boolean hasPostSinceLastPre(int k) {
      int previous = k - 1;
      while (previous >= 0 && !events.get(previous).isPre()) {
        previous--;
      }
      return previous < k - 1;
    }

    List<Double> transmitted(double initial) {
      double x = initial / HIGHEST;
      List<Double> all = new ArrayList<>();
      for (int k = 0; k < events.size(); k++) {
        double strength = strength(k);
        if (events.get(k).isPre()) {
          x = Math.max(0.0, x - ALPHA * LAMBDA * Math.pow(x, mu) * strength);
          all.add(x * HIGHEST);
        } else {
          x = Math.min(1.0, x + LAMBDA * Math.pow(1.0 - x, mu) * strength);
        }
      }
      return all;
    }
  }

  private static Map<String, Double> parameters(double mu, double axonal) {
    Map<String, Double> all = new HashMap<>(Map.of("tau_plus", TAU_PLUS, "tau_minus", TAU_MINUS, "lambda", LAMBDA,
        "alpha", ALPHA, "Wmax", HIGHEST, "mu_plus", mu, "mu_minus", mu));
    all.put("axonal_fraction", axonal);
    return all;
  }

  private static void compare(LearningProtocol p, List<Transmission> ours, String rule, double mu, double axonal,
      double toleranceMs, double tolerance) {
    AllPairsProperties.compare(p, ours, (pre, post, initial) -> BruteForce
        .of(pre, post, p.delayMs(), axonal, rule, mu, toleranceMs).transmitted(initial), tolerance * HIGHEST, rule);
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
  Arbitrary<String> rules() {
    return Arbitraries.of(RULES);
  }

  @Provide
  Arbitrary<Double> exponents() {
    return Arbitraries.of(0.0, 0.4, 1.0);
  }

  @Provide
  Arbitrary<Double> axonalFractions() {
    return Arbitraries.of(0.0, 0.5, 1.0);
  }

  @Property(tries = 150)
  void onTheGrid(@ForAll("onGrid") LearningProtocol p, @ForAll("rules") String rule, @ForAll("exponents") double mu,
      @ForAll("axonalFractions") double axonal) {
    compare(p, p.onGrid(p.network(rule, parameters(mu, axonal), false), MODELS, 0.5, 1), rule, mu, axonal, 1e-6,
        1e-10);
  }

  /** A weight is rounded at every spike, some ten times where the rule reckons in single precision. */
  @Property(tries = 150)
  void inSinglePrecision(@ForAll("onGrid") LearningProtocol p, @ForAll("rules") String rule,
      @ForAll("exponents") double mu, @ForAll("axonalFractions") double axonal) {
    int spikes = Arrays.stream(p.pre()).mapToInt(s -> s.length).max().orElse(0)
        + Arrays.stream(p.post()).mapToInt(s -> s.length).max().orElse(0);
    compare(p, p.onGridSingle(p.network(rule, parameters(mu, axonal), false), MODELS, 0.5), rule, mu, axonal, 1e-6,
        20 * (1 + spikes) * 0x1p-24);
  }

  @Property(tries = 150)
  void inExactTime(@ForAll("offGrid") LearningProtocol p, @ForAll("rules") String rule, @ForAll("exponents") double mu,
      @ForAll("axonalFractions") double axonal) {
    compare(p, p.exact(p.network(rule, parameters(mu, axonal), false), MODELS), rule, mu, axonal, 1e-9, 1e-10);
  }
}
