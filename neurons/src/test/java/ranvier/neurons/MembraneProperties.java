package ranvier.neurons;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import ranvier.engine.model.NeuronModel;

/** What holds for every integrate-and-fire model on the grid. */
class MembraneProperties {
  private static final TestBlock.Form PLAIN = TestBlock.Form.plain(0.1);

  /** A model and a size of weights that makes it spike now and then. */
  record Kind(NeuronModel model, double weight) {}

  @Provide
  Arbitrary<Kind> linear() {
    return Arbitraries.of(List.of(new Kind(new IafPscDelta(), 4), new Kind(new IafPscExp(), 400),
        new Kind(new IafPscAlpha(), 200)));
  }

  @Provide
  Arbitrary<Kind> all() {
    return Arbitraries.oneOf(linear(), Arbitraries.of(new Kind(new IafCondExp(), 60), new Kind(new AeifCondExp(),
        300)));
  }

  @Provide
  Arbitrary<Kind> restingExactly() {
    return Arbitraries.oneOf(linear(), Arbitraries.of(new Kind(new IafCondExp(), 60)));
  }

  @Property(tries = 60)
  void refractorinessIsNeverViolated(@ForAll("all") Kind kind, @ForAll long seed, @ForAll @IntRange(max = 30) int n,
      @ForAll boolean vectors) {
    TestPopulation population = new TestPopulation(kind.model(), 20).set("t_ref", 0.1 * n).set("V_reset", -66);
    GridRun run = new GridRun(population, PLAIN.withVectors(vectors));
    arrivals(run, kind, seed, 400, 0, 1);
    double[][] v = new double[401][20];
    run.afterEach(step -> {
      for (int i = 0; i < 20; i++) {
        v[step][i] = run.value("V_m", i);
      }
    });
    run.to(400);
    assertTrue(run.spikes().size() > 5);
    for (int i = 0; i < 20; i++) {
      int[] spikes = run.spikesOf(i);
      for (int k = 0; k < spikes.length; k++) {
        assertTrue(k == 0 || n == 0 || spikes[k] - spikes[k - 1] > n);
        for (int step = spikes[k]; n > 0 && step <= Math.min(400, spikes[k] + n); step++) {
          assertEquals(-66, v[step][i], 1e-12);
        }
        int free = spikes[k] + n + 1;
        boolean spikesAtOnce = k + 1 < spikes.length && spikes[k + 1] == free;
        if (free <= 400 && !spikesAtOnce) {
          assertTrue(v[free][i] != v[spikes[k]][i], "free again after " + n + " steps");
        }
      }
    }
  }

  @Property(tries = 40)
  void laterInputMakesTheSameSpikesLater(@ForAll("restingExactly") Kind kind, @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 100) int shift) {
    TestPopulation population = new TestPopulation(kind.model(), 20);
    GridRun now = new GridRun(population, PLAIN);
    GridRun later = new GridRun(population, PLAIN);
    arrivals(now, kind, seed, 300, 0, 1);
    arrivals(later, kind, seed, 300, shift, 1);
    now.to(300);
    later.to(300 + shift);
    assertTrue(now.spikes().size() > 5);
    assertEquals(now.spikes(), later.spikes().stream()
        .map(s -> new GridRun.Spike(s.step() - shift, s.neuron())).toList());
  }

  @Property(tries = 40)
  void belowThresholdTheResponseIsLinear(@ForAll("linear") Kind kind, @ForAll long seed,
      @ForAll @DoubleRange(min = 0.1, max = 3) double a, @ForAll @DoubleRange(min = 0.1, max = 3) double b) {
    TestPopulation population = new TestPopulation(kind.model(), 20).set("V_th", 1e6);
    GridRun first = new GridRun(population, PLAIN);
    GridRun second = new GridRun(population, PLAIN);
    GridRun sum = new GridRun(population, PLAIN);
    arrivals(first, kind, seed, 200, 0, 1);
    arrivals(second, kind, seed + 1, 200, 0, 1);
    arrivals(sum, kind, seed, 200, 0, a);
    arrivals(sum, kind, seed + 1, 200, 0, b);
    first.current(3, 20, 150, 100);
    sum.current(3, 20, 150, 100 * a);
    first.to(200);
    second.to(200);
    sum.to(200);
    for (int i = 0; i < 20; i++) {
      double expected = a * (first.value("V_m", i) + 70) + b * (second.value("V_m", i) + 70) - 70;
      assertEquals(expected, sum.value("V_m", i), 1e-10);
    }
  }

  @Property(tries = 20)
  void neuronsDoNotSeeTheirNeighbours(@ForAll("all") Kind kind, @ForAll long seed) {
    GridRun together = new GridRun(new TestPopulation(kind.model(), 20), PLAIN);
    GridRun alone = new GridRun(new TestPopulation(kind.model(), 20), PLAIN);
    arrivals(together, kind, seed, 200, 0, 1);
    arrivals(alone, kind, seed, 200, 0, 1);
    for (int i = 1; i < 20; i++) {
      alone.current(i, 1, 200, 1000);
    }
    assertArrayEquals(together.to(200).spikesOf(0), alone.to(200).spikesOf(0));
  }

  private static void arrivals(GridRun run, Kind kind, long seed, int steps, int shift, double factor) {
    Random random = new Random(seed);
    for (int k = 0; k < 20 * steps / 4; k++) {
      double w = kind.weight() * random.nextDouble() * (random.nextInt(6) == 0 ? -1 : 1);
      run.arrive(random.nextInt(20), 1 + shift + random.nextInt(steps), factor * w);
    }
  }
}
