package ranvier.synapses;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import ranvier.engine.math.VectorGate;

/** Learning where the weights are: the same as on copies, and single precision near double. */
class InPlacePairsProperties {
  private static final int TARGETS = 93;
  private static final int STEPS = 12_000;
  /** The source is silent for longer than single precision reaches. */
  private static final int SILENT_FROM = 4000;
  private static final int SILENT_TO = 9500;

  @Provide
  Arbitrary<Double> exponents() {
    return Arbitraries.of(0.0, 0.4, 1.0);
  }

  /**
   * Targets spike at 5 to 100 Hz, the source at about 30 Hz; histories forget every 100 ms. In single precision each
   * arrival rounds some ten numbers of at most the largest weight, and the change, at most the largest weight as well,
   * has factors that were rounded some ten times before.
   */
  @Property(tries = 40)
  void learnsTheSame(@ForAll long seed, @ForAll("exponents") double mu) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    double[] initial = random.doubles(TARGETS, 0.0, PairLearner.HIGHEST).map(w -> (float) w).toArray();
    PairLearner onCopies = learner(mu, VectorGate.never(), initial);
    PairLearner inPlace = learner(mu, VectorGate.opened(), initial);
    PairLearner single = learner(mu, VectorGate.never(), initial);
    PairLearner singleVectors = learner(mu, VectorGate.opened(), initial);
    List<PairLearner> all = List.of(onCopies, inPlace, single, singleVectors);
    int arrivals = 0;
    for (int step = 1; step <= STEPS; step++) {
      double now = step * PairLearner.STEP_MS;
      boolean isSilent = step > SILENT_FROM && step < SILENT_TO;
      if (!isSilent && random.nextDouble() < 0.003) {
        arrivals++;
        onCopies.arrive(now);
        inPlace.arriveInPlace(now);
        single.arriveSingle(now);
        singleVectors.arriveSingle(now);
        assertArrayEquals(onCopies.weights(), inPlace.weights(), 0.0, "in place");
        assertArrayEquals(single.weights(), singleVectors.weights(), 0.0, "vector code in single precision");
        double tolerance = 20 * arrivals * 0x1p-24 * PairLearner.HIGHEST;
        assertArrayEquals(onCopies.weights(), single.weights(), tolerance, "single precision");
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
    assertEquals(single.inPlace(), singleVectors.inPlace());
    // The first arrival and the one after the silence are further from the last visit than single precision reaches.
    assertTrue(mu == 0.4 ? single.inPlace() == 0 : single.inPlace() >= arrivals - 2, "learns in single precision");
  }

  private static PairLearner learner(double mu, VectorGate gate, double[] initial) {
    return new PairLearner(TARGETS, mu, false, gate, true, initial);
  }
}
