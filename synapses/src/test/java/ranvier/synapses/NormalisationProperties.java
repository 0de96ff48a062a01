package ranvier.synapses;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import ranvier.engine.exact.ExactOptions;
import ranvier.engine.kernel.RunControl;
import ranvier.engine.kernel.Simulation;
import ranvier.engine.kernel.SimulationOptions;
import ranvier.engine.model.Models;
import ranvier.engine.plasticity.SynapseWeights;
import ranvier.testkit.LearningProtocol;
import ranvier.testkit.Repeater;

/** {@code normalize_to}: the weights onto each neuron add up to it whenever they are scaled. */
class NormalisationProperties {
  private static final double SUM = 120.0;
  private static final double LAST_SPIKE_MS = 180.0;
  private static final double SCALED_MS = 250.0;
  private static final Models MODELS = Models.of(List.of(new Repeater()), List.of(new StdpSynapse(),
      new StaticSynapse()));

  private static double[][] early(double[][] trains) {
    return Arrays.stream(trains).map(t -> Arrays.stream(t).filter(ms -> ms < LAST_SPIKE_MS).toArray())
        .toArray(double[][]::new);
  }

  private static void staysAt(Simulation simulation, int targets) {
    // A little later than the time of scaling, at which all spikes have long arrived.
    simulation.run(SCALED_MS + 1.0, RunControl.NONE);
    SynapseWeights w = simulation.weights("plastic");
    double[] sums = new double[targets];
    for (int k = 0; k < w.size(); k++) {
      sums[w.targets()[k]] += w.weights()[k];
    }
    for (double sum : sums) {
      assertEquals(sum == 0.0 ? 0.0 : SUM, sum, 1e-11 * SUM);
    }
  }

  @Provide
  Arbitrary<LearningProtocol> protocols() {
    return LearningProtocol.any(0.5, 1.0, 80.0)
        .map(p -> new LearningProtocol(early(p.pre()), early(p.post()), p.modulator(), p.weights(), p.delayMs()));
  }

  private static Map<String, Double> parameters() {
    return new HashMap<>(Map.of("lambda", 0.05, "alpha", 1.1, "Wmax", 200.0, "normalize_to", SUM, "normalize_every",
        50.0));
  }

  @Property(tries = 60)
  void sumsStayAsGivenOnTheGrid(@ForAll("protocols") LearningProtocol p) {
    staysAt(Simulation.build(p.network("stdp_synapse", parameters(), false), MODELS,
        SimulationOptions.grid(0.5, 1, 1), done -> { }), p.post().length);
  }

  @Property(tries = 60)
  void sumsStayAsGivenInExactTime(@ForAll("protocols") LearningProtocol p) {
    staysAt(Simulation.exact(p.network("stdp_synapse", parameters(), false), MODELS, ExactOptions.of(1, 1),
        done -> { }), p.post().length);
  }
}
