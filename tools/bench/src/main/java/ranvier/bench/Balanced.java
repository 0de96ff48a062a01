package ranvier.bench;

import java.util.List;
import ranvier.engine.network.Distribution;
import ranvier.engine.network.Network;
import ranvier.engine.network.Rule;
import ranvier.engine.network.Storage;

/**
 * A balanced random network of any size at a fixed in-degree: LIF neurons with exponential currents, four excitatory
 * inputs to one inhibitory that is six times as strong, driven by a direct current to about 10 spikes per second.
 */
public final class Balanced {
  private static final double TAU_SYN_MS = 5.0;
  private static final double PSP_MV = 0.1;
  private static final double INHIBITION = 6.0;
  /** Threshold is 15 mV above rest, that is 187.5 pA. */
  private static final double DRIVE_PA = 300.0;

  private Balanced() {}

  /**
   * The network.
   *
   * @param neurons four fifths of them are excitatory
   * @param inDegree inputs per neuron, four fifths of them excitatory; PSPs shrink with its root beyond 1,000
   */
  public static Network of(int neurons, int inDegree, Distribution delayMs) {
    return network(neurons, inDegree, delayMs, false).build();
  }

  /** The same with random in-degrees around the given one, and rows that are drawn again at every spike. */
  static Network procedural(int neurons, int inDegree, Distribution delayMs) {
    return network(neurons, inDegree, delayMs, true).build();
  }

  /** The network among neurons that have neither inputs nor drive. */
  static Network amongSilent(int neurons, int inDegree, int silent) {
    Network.Builder network = network(neurons, inDegree, Distribution.constant(1.5), false);
    if (silent > 0) {
      network.population("silent", silent, "iaf_psc_exp",
          p -> neuron(p, Distribution.uniform(-65.0, -50.0)).set("I_e", 0.0));
    }
    return network.build();
  }

  private static Network.Builder network(int neurons, int inDegree, Distribution delayMs, boolean procedural) {
    int excitatory = neurons * 4 / 5;
    int inhibitory = neurons - excitatory;
    int fromExcitatory = inDegree * 4 / 5;
    // Current whose response peaks at PSP_MV, for tau_m 20 ms, tau_syn 5 ms, C 250 pF.
    double weight = PSP_MV * 250.0 / (TAU_SYN_MS * Math.pow(4.0, -1.0 / 3.0)) * Math.sqrt(1000.0 / inDegree);
    Distribution start = Distribution.uniform(-65.0, -50.0);
    Network.Builder network = Network.named("balanced-" + neurons + "x" + inDegree)
        .population("E", excitatory, "iaf_psc_exp", p -> neuron(p, start))
        .population("I", inhibitory, "iaf_psc_exp", p -> neuron(p, start));
    for (String target : List.of("E", "I")) {
      int targets = target.equals("E") ? excitatory : inhibitory;
      network.project("E", target, rule(fromExcitatory, targets, procedural),
          p -> p.weight(weight).delayMs(delayMs).storage(storage(procedural)));
      network.project("I", target, rule(inDegree - fromExcitatory, targets, procedural),
          p -> p.weight(-INHIBITION * weight).delayMs(delayMs).storage(storage(procedural)));
    }
    return network;
  }

  private static Rule rule(int inDegree, int targets, boolean procedural) {
    return procedural ? new Rule.FixedTotalNumber((long) inDegree * targets, true)
        : new Rule.FixedInDegree(inDegree, true, true);
  }

  private static Storage storage(boolean procedural) {
    return procedural ? Storage.PROCEDURAL : Storage.AUTO;
  }

  private static Network.PopulationBuilder neuron(Network.PopulationBuilder p, Distribution start) {
    return p.set("C_m", 250.0).set("tau_m", 20.0).set("E_L", -65.0).set("V_reset", -65.0).set("V_th", -50.0)
        .set("t_ref", 2.0).set("tau_syn_ex", TAU_SYN_MS).set("tau_syn_in", TAU_SYN_MS).set("I_e", DRIVE_PA)
        .initial("V_m", start);
  }
}
