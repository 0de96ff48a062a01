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
import ranvier.testkit.SynapseMust;

/** The rule against the definition, event by event for one synapse, and what every rule must do. */
class StdpDerivativeProperties implements SynapseMust {
  private static final double A_PLUS = 0.7;
  private static final double A_MINUS = 0.9;
  private static final double TAU_PLUS = 15.0;
  private static final double TAU_MINUS = 25.0;
  private static final double INTERVAL = 40.25;
  private static final double DRIFT = 0.05;
  private static final double KEEP = 0.8;
  private static final double HIGHEST = 10.0;
  private static final int POST = 0;
  private static final int TICK = 1;
  private static final int PRE = 2;
  private static final Models MODELS = Models.of(List.of(new Repeater()), List.of(new StdpDerivativeSynapse(),
      new StaticSynapse()));

  @Override
  public String model() {
    return "stdp_derivative_synapse";
  }

  /** No interval within the protocols: in exact time the kernel may come later to what is due than on the grid. */
  @Override
  public Map<String, Double> parameters() {
    return parameters(1000.0);
  }

  private static Map<String, Double> parameters(double intervalMs) {
    return Map.of("A_plus", A_PLUS, "A_minus", A_MINUS, "tau_plus", TAU_PLUS, "tau_minus", TAU_MINUS, "interval",
        intervalMs, "drift", DRIFT, "keep", KEEP, "Wmax", HIGHEST);
  }

  @Override
  public double lowest() {
    return 0.0;
  }

  @Override
  public double highest() {
    return HIGHEST;
  }

  /**
   * Something that happens at the synapse, where the whole delay is dendritic: a presynaptic spike is there at once and
   * transmitted a delay later, a postsynaptic one a delay after its time, and what the kernel does at an interval is
   * done
   * to what the synapse was a delay before. All that is due at one time happens in the order of kinds.
   */
  private record Event(double timeMs, int kind) {}

  private static List<Double> byDefinition(double[] pre, double[] post, double delayMs, double initial) {
    List<Event> events = new ArrayList<>();
    Arrays.stream(post).forEach(t -> events.add(new Event(t + delayMs, POST)));
    Arrays.stream(pre).forEach(t -> events.add(new Event(t, PRE)));
    for (int k = 1; k * INTERVAL < 500; k++) {
      events.add(new Event(k * INTERVAL - delayMs, TICK));
    }
    events.sort(Comparator.comparingDouble(Event::timeMs).thenComparingInt(Event::kind));
    double w = initial;
    double sd = 0;
    List<Double> transmitted = new ArrayList<>();
    for (int k = 0; k < events.size(); k++) {
      Event now = events.get(k);
      int other = PRE - now.kind();
      double last = events.subList(0, k).stream().filter(e -> e.kind() == other && e.timeMs() < now.timeMs())
          .mapToDouble(Event::timeMs).max().orElse(Double.NEGATIVE_INFINITY);
      switch (now.kind()) {
        case TICK -> {
          w = Math.clamp(w + DRIFT + sd, 0, HIGHEST);
          sd *= KEEP;
        }
        case POST -> sd += A_PLUS * Math.exp((last - now.timeMs()) / TAU_PLUS);
        default -> {
          sd -= A_MINUS * Math.exp((last - now.timeMs()) / TAU_MINUS);
          transmitted.add(w);
        }
      }
    }
    return transmitted;
  }

  @Provide
  Arbitrary<LearningProtocol> onGrid() {
    return LearningProtocol.any(0.5, 0.0, HIGHEST);
  }

  @Property(tries = 150)
  void followsItsDefinition(@ForAll("onGrid") LearningProtocol p) {
    List<Transmission> ours = p.onGrid(p.network(model(), parameters(INTERVAL), false), MODELS, 0.25, 1);
    for (int s = 0; s < p.pre().length; s++) {
      for (int t = 0; t < p.post().length; t++) {
        int source = s;
        int target = t;
        List<Double> expected =
            byDefinition(p.pre()[s], p.post()[t], p.delayMs(), p.weights()[s * p.post().length + t]);
        List<Double> actual = ours.stream().filter(x -> x.source() == source && x.target() == target)
            .map(Transmission::weight).toList();
        assertEquals(expected.size(), actual.size());
        for (int k = 0; k < expected.size(); k++) {
          assertEquals(expected.get(k), actual.get(k), 1e-10 * HIGHEST, "spike " + k + " of " + s + " at " + t);
        }
      }
    }
  }
}
