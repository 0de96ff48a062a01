package ranvier.testkit;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import ranvier.engine.network.Distribution;
import ranvier.engine.network.Network;
import ranvier.engine.network.Rule;
import ranvier.engine.network.Storage;

/**
 * A random recurrent network of excitatory and inhibitory neurons, small enough to run in milliseconds. Shrinks to few
 * neurons without input.
 *
 * @param excitatory number of excitatory neurons; there is a quarter as many inhibitory ones, at least one
 * @param inDegree inputs of each neuron from the excitatory population
 * @param strength of an excitatory weight, relative to the model's unit weight; inhibition is five times that
 * @param shortestMs shortest delay
 * @param spreadMs delays are uniform over this much
 * @param drive largest constant current in pA
 * @param poissonHz Poisson input of each excitatory neuron
 * @param compact whether synapses are kept in 8 bytes
 * @param seed of all draws
 */
public record SmallNetwork(int excitatory, int inDegree, double strength, double shortestMs, double spreadMs,
    double drive, double poissonHz, boolean compact, long seed) {
  /** Networks of positive delays, from silent to strongly active. */
  public static Arbitrary<SmallNetwork> any() {
    return Combinators.combine(Arbitraries.integers().between(1, 120), Arbitraries.integers().between(0, 30),
        Arbitraries.doubles().between(0.0, 3.0), Arbitraries.of(0.1, 0.125, 0.3, 1.5),
        Arbitraries.of(0.0, 0.5, 2.5), Arbitraries.doubles().between(0.0, 700.0),
        Arbitraries.of(0.0, 50.0, 1000.0), Arbitraries.longs().between(1, 1_000_000))
        .as((e, k, s, d, spread, drive, rate, seed) -> new SmallNetwork(e, k, s, d, spread, drive, rate,
            seed % 2 == 0, seed));
  }

  /**
   * The network of one model.
   *
   * @param unitWeight a weight that moves the potential by a few tenths of a millivolt
   * @param shiftMv added to all initial potentials: a perturbation
   */
  public Network of(String model, double unitWeight, double shiftMv) {
    double weight = strength * unitWeight;
    Distribution delay = spreadMs == 0.0 ? Distribution.constant(shortestMs)
        : Distribution.uniform(shortestMs, shortestMs + spreadMs);
    Storage storage = compact ? Storage.SINGLE : Storage.DOUBLE;
    Rule fromE = new Rule.FixedInDegree(inDegree, true, true);
    Rule fromI = new Rule.FixedInDegree(inDegree / 4, true, true);
    Network.Builder builder = Network.named("small");
    for (String name : new String[] {"E", "I"}) {
      builder.population(name, name.equals("E") ? excitatory : Math.max(1, excitatory / 4), model, p -> p
          .set("I_e", Distribution.uniform(0.0, Math.max(drive, 1e-9)))
          .initial("V_m", Distribution.uniform(-70.0 + shiftMv, -56.0 + shiftMv)));
    }
    for (String target : new String[] {"E", "I"}) {
      builder.project("E", target, fromE, s -> s.weight(weight).delayMs(delay).storage(storage));
      builder.project("I", target, fromI, s -> s.weight(-5.0 * weight).delayMs(delay).storage(storage));
    }
    if (poissonHz > 0) {
      builder.poisson("E", poissonHz, weight);
    }
    return builder.build();
  }
}
