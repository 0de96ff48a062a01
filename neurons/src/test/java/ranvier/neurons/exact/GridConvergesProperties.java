package ranvier.neurons.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import ranvier.engine.exact.ExactOptions;
import ranvier.engine.network.Distribution;
import ranvier.engine.network.Network;
import ranvier.engine.network.Rule;
import ranvier.testkit.TimedSpike;

class GridConvergesProperties {
  private static final double DURATION_MS = 60.0;
  private static final double COARSE_MS = 0x1.0p-5;
  private static final double FINE_MS = 0x1.0p-8;

  /** Order 1 would make the eighth of the step an eighth of the error; half of that gain is demanded. */
  @Property(tries = 12)
  void gridTendsToExactAtLeastLinearly(@ForAll @IntRange(min = 1, max = 1000) int seed,
      @ForAll @DoubleRange(min = 420, max = 800) double current,
      @ForAll @DoubleRange(min = 0, max = 40) double weight) {
    Network network = Network.named("convergence")
        .population("N", 12, "iaf_psc_exp", p -> p.set("I_e", Distribution.uniform(400, current))
            .initial("V_m", Distribution.uniform(-70, -56)))
        .project("N", "N", new Rule.FixedInDegree(4, false, true), s -> s.weight(weight).delayMs(1.5)).build();
    List<TimedSpike> exact = TimedSpike.exact(network, ExactOptions.of(1, seed), DURATION_MS);
    double coarse = meanError(network, COARSE_MS, seed, exact);
    double fine = meanError(network, FINE_MS, seed, exact);
    assertTrue(coarse < 4 * COARSE_MS, "error " + coarse + " at a step of " + COARSE_MS);
    assertTrue(fine <= coarse / 4 + 1e-9, "errors " + coarse + " and " + fine);
  }

  /** Mean distance of the k-th spikes of each neuron, of those well before the end. */
  private static double meanError(Network network, double dtMs, int seed, List<TimedSpike> exact) {
    List<TimedSpike> grid = TimedSpike.grid(network, dtMs, seed, DURATION_MS);
    double sum = 0.0;
    int compared = 0;
    for (int n = 0; n < network.neurons(); n++) {
      int neuron = n;
      List<TimedSpike> e = exact.stream().filter(s -> s.neuron() == neuron).collect(Collectors.toList());
      List<TimedSpike> g = grid.stream().filter(s -> s.neuron() == neuron).collect(Collectors.toList());
      assertEquals(e.size(), g.size(), 1, "spikes of neuron " + neuron);
      for (int k = 0; k < Math.min(e.size(), g.size()); k++) {
        sum += Math.abs(e.get(k).timeMs() - g.get(k).timeMs());
        compared++;
      }
    }
    return compared == 0 ? 0.0 : sum / compared;
  }
}
