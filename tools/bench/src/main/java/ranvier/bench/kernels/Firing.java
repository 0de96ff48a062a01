package ranvier.bench.kernels;

import ranvier.engine.network.Network;

/** Neurons that fire in every tenth step, whatever they receive: a load that is known in advance. */
final class Firing {
  static final String NAME = "S";
  static final double DT_MS = 0.1;

  private Firing() {}

  /** Refractory for nine steps, they are driven over the threshold within one. */
  static Network.Builder everyMillisecond(int neurons) {
    return Network.named("firing").population(NAME, neurons, "iaf_psc_delta",
        p -> p.set("t_ref", 9 * DT_MS).set("I_e", 1e8));
  }
}
