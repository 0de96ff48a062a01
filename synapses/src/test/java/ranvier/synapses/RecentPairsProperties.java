package ranvier.synapses;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import ranvier.engine.math.VectorGate;
import ranvier.engine.model.History;
import ranvier.engine.model.SynapseBlock;
import ranvier.engine.model.SynapseRow;

/** Rows long enough for whole vectors: vector code and its plain twin, and both against the search in the history. */
class RecentPairsProperties {
  private static final int TARGETS = 61;
  private static final int STEPS = 3000;
  private static final double STEP_MS = 0.1;
  private static final double HIGHEST = 80.0;

  /** A rule with a history of its own, and the row it teaches. */
  private static final class Learner implements SynapseBlock {
    private final double mu;
    private final VectorGate gate;
    private final History history = new History(TARGETS, new double[] {34.0}, new double[] {17.0});
    private final SynapseRow row = new SynapseRow(0, 1);
    private final PairRule rule;
    private double previousMs = Double.NEGATIVE_INFINITY;

    Learner(double mu, boolean isPowerLaw, VectorGate gate, boolean isRecent, double[] initial) {
      this.mu = mu;
      this.gate = gate;
      if (isRecent) {
        history.setOneDelay();
      }
      for (int k = 0; k < TARGETS; k++) {
        row.targets()[k] = k;
      }
      System.arraycopy(initial, 0, row.weights(), 0, TARGETS);
      rule = new PairRule(this, isPowerLaw ? WeightChange.powerLaw(this) : WeightChange.bounded(this));
    }

    void arrive(double nowMs) {
      row.set(0, TARGETS, nowMs, previousMs, previousMs, 1.5);
      rule.arrive(row);
      previousMs = nowMs;
    }

    double[] weights() {
      return java.util.Arrays.copyOf(row.weights(), TARGETS);
    }

    @Override
    public double parameter(String name) {
      return Map.of("tau_plus", 17.0, "tau_minus", 34.0, "lambda", 0.05, "alpha", 1.1, "Wmax", HIGHEST, "mu_plus", mu,
          "mu_minus", mu, "mu", mu).get(name);
    }

    @Override
    public double dtMs() {
      return STEP_MS;
    }

    @Override
    public double toleranceMs() {
      return 1e-6;
    }

    @Override
    public VectorGate vectorGate() {
      return gate;
    }

    @Override
    public int column(String name) {
      throw new UnsupportedOperationException("no columns");
    }

    @Override
    public History postSpikes(List<Double> sumTaus, List<Double> decayTaus) {
      return history;
    }

    @Override
    public History postVariable(String name) {
      throw new UnsupportedOperationException("no variables");
    }

    @Override
    public History modulator(List<Double> sumTaus, List<Double> decayTaus) {
      throw new UnsupportedOperationException("no modulator");
    }
  }

  @Provide
  Arbitrary<Double> exponents() {
    return Arbitraries.of(0.0, 0.4, 1.0);
  }

  /** Targets spike at 5 to 100 Hz, the source at about 30 Hz; histories forget every 100 ms. */
  @Property(tries = 80)
  void giveTheSameWeights(@ForAll long seed, @ForAll("exponents") double mu, @ForAll boolean isPowerLaw) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    double[] initial = random.doubles(TARGETS, 0.0, HIGHEST).toArray();
    Learner vectors = new Learner(mu, isPowerLaw, VectorGate.opened(), true, initial);
    Learner plain = new Learner(mu, isPowerLaw, VectorGate.never(), true, initial);
    Learner searching = new Learner(mu, isPowerLaw, VectorGate.never(), false, initial);
    List<Learner> all = List.of(vectors, plain, searching);
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
          all.forEach(l -> l.history.spike(target, now));
        }
      }
      if (step % 1000 == 0) {
        all.forEach(l -> l.history.forget(Math.min(now, l.previousMs) - 10.0, now));
      }
    }
  }
}
