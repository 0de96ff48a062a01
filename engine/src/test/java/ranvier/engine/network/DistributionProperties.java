package ranvier.engine.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import ranvier.engine.random.Philox;
import ranvier.engine.random.Purpose;

class DistributionProperties {
  private static final int DRAWS = 20_000;

  /** Kolmogorov-Smirnov distance of the draws from a distribution function; 1.95 / sqrt(n) is exceeded once in 1000. */
  private static void follows(Distribution distribution, DoubleUnaryOperator probability) {
    Philox philox = new Philox(20261121, Purpose.PARAMETER);
    double[] x = new double[DRAWS];
    for (int i = 0; i < DRAWS; i++) {
      x[i] = distribution.value(i, philox.uniform(i, 0));
    }
    Arrays.sort(x);
    double distance = 0;
    for (int i = 0; i < DRAWS; i++) {
      double p = probability.applyAsDouble(x[i]);
      distance = Math.max(distance, Math.max(p - (double) i / DRAWS, (i + 1.0) / DRAWS - p));
    }
    assertTrue(distance < 1.95 / Math.sqrt(DRAWS), distribution + ": KS distance " + distance);
  }

  /** The normal distribution function by numerical integration, independent of the quantile function. */
  private static double phi(double z) {
    int n = 2000;
    double a = Math.min(Math.max(z, -9), 9);
    double h = a / n;
    double sum = 0.5 * (1 + StrictMath.exp(-0.5 * a * a));
    for (int i = 1; i < n; i++) {
      sum += StrictMath.exp(-0.5 * h * i * h * i);
    }
    return 0.5 + h * sum / Math.sqrt(2 * Math.PI);
  }

  @Example
  void uniformDrawsAreUniform() {
    follows(Distribution.uniform(-3, 5), x -> (x + 3) / 8);
  }

  @Example
  void normalDrawsAreNormal() {
    follows(Distribution.normal(2, 3), x -> phi((x - 2) / 3));
  }

  @Example
  void redrawnDrawsFollowTheTruncatedNormal() {
    double low = phi((0.05 - 1.5) / 0.75);
    follows(Distribution.normalRedrawn(1.5, 0.75, 0.05, Double.POSITIVE_INFINITY),
        x -> (phi((x - 1.5) / 0.75) - low) / (1 - low));
  }

  @Example
  void lognormalDrawsAreLognormal() {
    follows(Distribution.lognormal(0.3, 0.8), x -> phi((StrictMath.log(x) - 0.3) / 0.8));
  }

  @Example
  void clippedDrawsPileUpAtTheBounds() {
    Distribution clipped = Distribution.normalClipped(0, 1, -1, 0.5);
    Philox philox = new Philox(4, Purpose.WEIGHT);
    int low = 0;
    int high = 0;
    for (int i = 0; i < DRAWS; i++) {
      double x = clipped.value(i, philox.uniform(i, 0));
      low += x == -1 ? 1 : 0;
      high += x == 0.5 ? 1 : 0;
    }
    assertEquals(phi(-1) * DRAWS, low, 5 * Math.sqrt(phi(-1) * DRAWS));
    assertEquals(phi(-0.5) * DRAWS, high, 5 * Math.sqrt(phi(-0.5) * DRAWS));
  }

  @Property
  void quantileAndProbabilityAreInverse(@ForAll @DoubleRange(min = 1e-12, max = 1 - 1e-12) @Scale(13) double p) {
    assertEquals(p, NormalQuantile.probability(NormalQuantile.at(p)), 1e-14);
    assertEquals(p, phi(NormalQuantile.at(p)), 1e-6);
  }

  @Property
  void redrawnValuesStayWithinTheirBounds(@ForAll @DoubleRange(min = -10, max = 10) double mean,
      @ForAll @DoubleRange(min = 0.01, max = 10) double std, @ForAll @DoubleRange(min = 0, max = 3) double below,
      @ForAll @DoubleRange(min = 0.01, max = 3) double above,
      @ForAll @DoubleRange(min = 1e-9, max = 0.999) @Scale(9) double u) {
    double min = mean - below * std;
    double max = mean + above * std;
    double x = Distribution.normalRedrawn(mean, std, min, max).value(0, u);
    assertTrue(x >= min && x <= max);
  }
}
