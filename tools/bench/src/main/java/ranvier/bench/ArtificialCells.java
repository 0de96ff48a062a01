package ranvier.bench;

import java.util.List;
import ranvier.engine.network.Distribution;
import ranvier.engine.network.Network;
import ranvier.engine.network.Rule;

/**
 * The network that event-driven simulators are usually measured with, as NEURON's {@code IntFire1} cells have it:
 * 10,000 LIF neurons with 80 excitatory and 20 inhibitory delta synapses each, a threshold of 1 mV above rest and
 * reset, and a Poisson train of 500 Hz each whose mean alone reaches the threshold.
 */
final class ArtificialCells {
  private static final int EXCITATORY = 8_000;
  private static final int INHIBITORY = 2_000;

  private ArtificialCells() {}

  static Network network() {
    Network.Builder network = Network.named("artificial-cells")
        .population("E", EXCITATORY, "iaf_psc_delta", ArtificialCells::neuron)
        .population("I", INHIBITORY, "iaf_psc_delta", ArtificialCells::neuron);
    for (String target : List.of("E", "I")) {
      network.project("E", target, new Rule.FixedInDegree(80, true, true), p -> p.weight(0.02).delayMs(1.5))
          .project("I", target, new Rule.FixedInDegree(20, true, true), p -> p.weight(-0.1).delayMs(1.5))
          .poisson(target, 500.0, 0.1);
    }
    return network.build();
  }

  private static void neuron(Network.PopulationBuilder p) {
    p.set("tau_m", 20.0).set("E_L", 0.0).set("V_reset", 0.0).set("V_th", 1.0).set("t_ref", 2.0)
        .initial("V_m", Distribution.uniform(0.0, 1.0));
  }
}
