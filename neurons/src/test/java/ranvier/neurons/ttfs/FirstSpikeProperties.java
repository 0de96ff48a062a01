package ranvier.neurons.ttfs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Invariants of the first spike for any ratio of time constants. */
class FirstSpikeProperties {
  private static final double[] RATIOS = {1, 2, 1.5, 0.7, 6, 1 + 1e-9, 0.25};

  private static final class Case {
    final Membrane membrane;
    final double[] t;
    final double[] w;

    Case(long seed) {
      Random random = new Random(seed);
      double tauS = 0.5 + random.nextDouble();
      double ratio = RATIOS[random.nextInt(RATIOS.length)];
      membrane = Membrane.of(new TtfsParameters(ratio * tauS, tauS, 0.5 + random.nextDouble(),
          random.nextDouble() - 0.5, 1 + 0.3 * random.nextDouble()));
      int n = 1 + random.nextInt(12);
      t = random.doubles(n, 0, 3 * tauS).toArray();
      w = IntStream.range(0, n).mapToDouble(i -> 0.8 + 1.2 * random.nextGaussian()).toArray();
    }

    FirstSpike spike() {
      FirstSpike spike = new FirstSpike();
      spike.find(membrane, t, w, order(t), t.length);
      return spike;
    }
  }

  private static int[] order(double[] t) {
    return IntStream.range(0, t.length).boxed().sorted(Comparator.comparingDouble(i -> t[i])).mapToInt(i -> i)
        .toArray();
  }

  private static double potential(Case c, double at) {
    double sum = 0;
    for (int i = 0; i < c.t.length; i++) {
      if (c.t[i] < at) {
        sum += c.w[i] * c.membrane.psp(at - c.t[i]);
      }
    }
    return sum;
  }

  @Property(tries = 2000)
  void theSumOfResponsesReachesTheThresholdAtTheSpikeAndNotBefore(@ForAll long seed) {
    Case c = new Case(seed);
    double theta = c.membrane.parameters().distance();
    double time = c.spike().time();
    double end = Math.min(time, 12);
    for (int i = 0; i < 400; i++) {
      double at = end * i / 400;
      assertTrue(potential(c, at) < theta + 1e-9, "above threshold at " + at + " before " + time);
    }
    if (time != Double.POSITIVE_INFINITY) {
      assertEquals(theta, potential(c, time), 1e-10);
    }
  }

  @Property(tries = 2000)
  void shiftingAllInputsShiftsTheSpike(@ForAll long seed) {
    Case c = new Case(seed);
    FirstSpike spike = c.spike();
    Assume.that(spike.slope() > 1e-3);
    double[] later = Arrays.stream(c.t).map(x -> x + 7.25).toArray();
    double shifted = new FirstSpike().find(c.membrane, later, c.w, order(later), later.length);
    assertEquals(spike.time() + 7.25, shifted, 1e-9);
  }

  @Property(tries = 2000)
  void theOrderInWhichInputsAreListedIsIrrelevant(@ForAll long seed) {
    Case c = new Case(seed);
    int n = c.t.length;
    double[] t = IntStream.range(0, n).mapToDouble(i -> c.t[n - 1 - i]).toArray();
    double[] w = IntStream.range(0, n).mapToDouble(i -> c.w[n - 1 - i]).toArray();
    assertEquals(c.spike().time(), new FirstSpike().find(c.membrane, t, w, order(t), n));
  }

  @Property(tries = 2000)
  void derivativesWithRespectToTimesSumToOne(@ForAll long seed) {
    Case c = new Case(seed);
    FirstSpike spike = c.spike();
    Assume.that(spike.slope() > 1e-6);
    int[] order = order(c.t);
    double sum = 0;
    double size = 1;
    for (int k = 0; k < spike.causalInputs(); k++) {
      int i = order[k];
      double d = FirstSpike.perTime(c.membrane, c.w[i], spike.time() - c.t[i], spike.slope());
      sum += d;
      size += Math.abs(d);
    }
    // The potential at the computed time is within rounding of the threshold: the error scales with 1 / slope.
    assertEquals(1, sum, 1e-12 * size / Math.min(1, spike.slope()));
  }

  @Property(tries = 1000)
  void theClosedFormsAgreeWithTheGenericSolver(@ForAll long seed) {
    Random random = new Random(seed);
    double u = 2 * random.nextDouble() - 1.1;
    double i = 4 * random.nextDouble();
    double horizon = random.nextBoolean() ? Double.POSITIVE_INFINITY : 2 * random.nextDouble();
    for (double ratio : new double[] {1, 2}) {
      Membrane closed = Membrane.of(TtfsParameters.dimensionless(ratio, 1));
      // A ratio one part in 1e12 away takes the generic path; the crossing moves by as little, over the slope.
      Membrane generic = Membrane.of(TtfsParameters.dimensionless(ratio * (1 + 1e-12), 1));
      double s = closed.crossing(u, i, horizon);
      double other = generic.crossing(u, i, horizon);
      if (s != Double.POSITIVE_INFINITY && other != Double.POSITIVE_INFINITY) {
        double slope = closed.slopeAtThreshold(closed.current(i, s));
        Assume.that(slope > 1e-3);
        assertEquals(other, s, 1e-10 / slope);
      } else if (s != other) {
        double end = Math.min(Math.min(s, other), horizon);
        assertTrue(Math.abs(closed.potential(u, i, end) - 1) < 1e-9, "only one of them finds a crossing");
      }
    }
  }

  @Property(tries = 1000)
  void lambertInvertsItsDefinition(@ForAll long seed) {
    double w = -1 + 6 * Math.pow(new Random(seed).nextDouble(), 3);
    double z = w * Math.exp(w);
    double distance = Math.max(w + 1, 1e-8);
    assertEquals(w, LambertW.principal(Math.max(z, -1 / Math.E)), 4e-16 / distance + 1e-14 * (1 + Math.abs(w)));
  }
}
