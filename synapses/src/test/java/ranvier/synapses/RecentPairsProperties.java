package ranvier.synapses;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import ranvier.engine.math.VectorGate;

/** Rows long enough for whole vectors: vector code and its plain twin, and both against the search in the history. */
class RecentPairsProperties {
  private static final int TARGETS = 61;
  private static final int STEPS = 3000;
  private static final double STEP_MS = 0.1;
  private static final double HIGHEST = PairLearner.HIGHEST;

  @Provide
  Arbitrary<Double> exponents() {
    return Arbitraries.of(0.0, 0.4, 1.0);
  }

  /** Targets spike at 5 to 100 Hz, the source at about 30 Hz; histories forget every 100 ms. */
  @Property(tries = 80)
  void giveTheSameWeights(@ForAll long seed, @ForAll("exponents") double mu, @ForAll boolean isPowerLaw) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    double[] initial = random.doubles(TARGETS, 0.0, HIGHEST).toArray();
    PairLearner vectors = new PairLearner(TARGETS, mu, isPowerLaw, VectorGate.opened(), true, initial);
    PairLearner plain = new PairLearner(TARGETS, mu, isPowerLaw, VectorGate.never(), true, initial);
    PairLearner searching = new PairLearner(TARGETS, mu, isPowerLaw, VectorGate.never(), false, initial);
    List<PairLearner> all = List.of(vectors, plain, searching);
    for (int step = 1; step <= STEPS; step++) {
      double now = step * STEP_MS;
      if (random.nextDouble() < 0.003) {
        all.forEach(l -> l.arrive(now));
        assertArrayEquals(plain.weights(), vectors.weights(), 0.0, "vector code");
        assertArrayEquals(searching.weights(), plain.weights(), 1e-10 * HIGHEST, "recent spikes");
      }
      for (int t = 0; t < TARGETS; t++) {
        if (random.nextDouble() < 0.0005 + 0.01 * t / TARGETS) {
          int target = t;
          all.forEach(l -> l.history().spike(target, now));
        }
      }
      if (step % 1000 == 0) {
        all.forEach(l -> l.forget(now));
      }
    }
  }
}
