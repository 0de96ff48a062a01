package ranvier.neurons.exact;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import ranvier.engine.network.Distribution;
import ranvier.engine.network.Network;
import ranvier.engine.network.Neurons;
import ranvier.engine.network.Rule;
import ranvier.engine.network.Stimulus;
import ranvier.engine.network.Storage;

/**
 * Populations of all LIF models with individual time constants, coupled with each other, under every kind of input:
 * Poisson trains, spike trains with simultaneous spikes, steps of current and noise.
 *
 * @param size neurons of each population
 * @param tauMs synaptic time constant; that of the membrane is 10 ms
 * @param strength of the weights
 * @param shortestMs shortest delay
 * @param poissonHz onto each neuron
 * @param drive largest constant current in pA
 * @param refractoryMs may be 0
 */
record MixedNetwork(int size, double tauMs, double strength, double shortestMs, double poissonHz, double drive,
    double refractoryMs, long seed) {
  static Arbitrary<MixedNetwork> any() {
    return Combinators.combine(Arbitraries.integers().between(1, 30), Arbitraries.of(0.6, 2.0, 10.0, 17.0),
        Arbitraries.doubles().between(0.0, 2.0), Arbitraries.of(0.05, 0.1, 0.25, 0.7, 1.5),
        Arbitraries.of(0.0, 100.0, 2000.0, 30_000.0), Arbitraries.doubles().between(0.0, 600.0),
        Arbitraries.of(0.0, 0.3, 2.0), Arbitraries.longs().between(1, 1_000_000)).as(MixedNetwork::new);
  }

  /** The network, with all initial potentials shifted: a perturbation. */
  Network network(double shiftMv) {
    Network.Builder b = Network.named("mixed");
    String[] models = {"iaf_psc_delta", "iaf_psc_exp", "iaf_psc_alpha"};
    for (String model : models) {
      b.population(model, size, model, p -> {
        p.set("I_e", Distribution.uniform(0.0, drive + 1.0)).set("t_ref", refractoryMs)
            .initial("V_m", Distribution.uniform(-70.0 + shiftMv, -56.0 + shiftMv));
        if (!model.equals("iaf_psc_delta")) {
          p.set("tau_syn_ex", tauMs).set("tau_syn_in", 0.5 * tauMs + 1.0);
        }
      });
    }
    b.spikeTrains("in", new double[] {0.0, 5.25, 5.25, 12.0625}, new double[] {5.25, 30.1});
    Distribution delays = Distribution.uniform(shortestMs, shortestMs + 2.0);
    for (String target : models) {
      double unit = strength * switch (target) {
        case "iaf_psc_delta" -> 0.8;
        case "iaf_psc_exp" -> 250.0 / tauMs;
        default -> 100.0 / tauMs;
      };
      Rule fixed = new Rule.FixedInDegree(Math.min(size, 6), true, true);
      for (String source : models) {
        double signed = source.equals("iaf_psc_alpha") ? -2.0 * unit : unit;
        b.project(source, target, fixed, s -> s.weight(signed).delayMs(delays).storage(Storage.DOUBLE));
      }
      b.project("in", target, new Rule.AllToAll(true), s -> s.weight(4.0 * unit).delayMs(shortestMs));
      if (poissonHz > 0) {
        b.poisson(target, poissonHz, unit * Math.min(1.0, 2000.0 / poissonHz));
      }
      b.add(new Stimulus.Current("step " + target, target, Neurons.all(), new double[] {3.0, 7.33, 20.0},
          new double[] {80.0, -60.0, 150.0}));
      b.add(new Stimulus.Noise("noise " + target, target, Neurons.all(), 20.0, 60.0, 1.1, 10.0, 35.0));
    }
    return b.build();
  }
}
