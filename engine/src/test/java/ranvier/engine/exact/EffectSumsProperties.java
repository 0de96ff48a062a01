package ranvier.engine.exact;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import ranvier.engine.math.VectorGate;
import ranvier.engine.math.Vectors;
import ranvier.engine.random.PoissonCells;

/** Vector code adds up what is logged to the same bits as plain code, and both what the effects say. */
class EffectSumsProperties {
  private static final double BIN_MS = 0.25;
  private static final double UNIT_MS = 0x1.0p-13;
  private static final int NEURONS = 500;
  private static final double TAU_S = 0.5;

  /** Whatever the segments and degrees, in vector and in plain code: as one arrival after the other, bit for bit. */
  @Property(tries = 200)
  void logsAddUpArrivalByArrival(@ForAll @IntRange(min = 0, max = 24) int first,
      @ForAll @IntRange(min = 0, max = 24) int second, @ForAll @IntRange(min = 0, max = 40) int segments,
      @ForAll @IntRange(min = 1, max = 700) int longest, @ForAll boolean copies,
      @ForAll boolean vectors, @ForAll long seed) {
    Random random = new Random(seed);
    EffectSums sums = new EffectSums(new double[][] {coefficients(first, random), coefficients(second, random)},
        vectors ? VectorGate.opened() : VectorGate.closed());
    int[] codes = random.ints(1000 + VectorPairSums.PADDING, 0, 2048 << 16).toArray();
    float[] weights = new float[codes.length];
    Arrays.setAll(codes, k -> codes[k] & ~0xFFFF | (codes[k] & 0xFFFF) % NEURONS);
    for (int k = 0; k < weights.length; k++) {
      weights[k] = random.nextFloat() * 90.0f;
    }
    CompactLog log = copies ? new CompactLog(BIN_MS, UNIT_MS, new LogChunks(16))
        : new CompactLog(BIN_MS, UNIT_MS, codes, weights);
    double[] expected = new double[2 * NEURONS];
    for (int s = 0; s < segments; s++) {
      int from = random.nextInt(1000);
      int to = Math.min(1000, from + 1 + random.nextInt(longest));
      double base = -random.nextDouble() * BIN_MS;
      log.append(codes, weights, from, to, base);
      for (int k = from; k < to; k++) {
        double x = (base * (2.0 / BIN_MS) - 1.0) + (codes[k] >>> 16) * (UNIT_MS * (2.0 / BIN_MS));
        sums.add(codes[k] & 0xFFFF, x, weights[k], expected);
      }
    }
    double[] added = new double[2 * NEURONS];
    sums.add(log, added);
    assertArrayEquals(expected, added, 0.0);
  }

  /** Poisson trains in vector code: the arrivals of the plain draw, in its order, bit for bit. */
  @Property(tries = 200)
  void cellsOfPoissonTrainsAddUpArrivalByArrival(
      @ForAll @IntRange(min = 0, max = VectorPairSums.FIRST - 1) int first,
      @ForAll @IntRange(min = 0, max = VectorPairSums.SECOND - 1) int second,
      @ForAll @DoubleRange(min = 1.0, max = 1e6) double rateHz, @ForAll @IntRange(min = 1, max = 100) int neurons,
      @ForAll @IntRange(min = 0, max = 50) int target, @ForAll @LongRange(min = 0, max = 1L << 40) long cell,
      @ForAll @IntRange(min = 0, max = 18) int narrow, @ForAll long seed) {
    Random random = new Random(seed);
    EffectSums sums = new EffectSums(new double[][] {coefficients(first, random), coefficients(second, random)},
        VectorGate.opened()).ofWeight(random.nextGaussian());
    PoissonCells cells = new PoissonCells(rateHz, seed, 3);
    int[] ids = random.ints(neurons).toArray();
    // A cell in a bin of [-1, 1], both as wide as a power of two.
    double width = 2.0 / (1 << narrow);
    double base = random.nextInt(1 << narrow) * width - 1.0;
    double[] expected = random.doubles(2 * NEURONS).toArray();
    double[] added = expected.clone();
    int done = sums.add(cells, cell, ids, target, base, width, added);
    for (int from = 0; from < done; from += PoissonCells.BLOCK) {
      int n = cells.draw(ids, from, Math.min(done, from + PoissonCells.BLOCK), cell);
      for (int p = 0; p < n; p++) {
        sums.add(target + from + cells.index()[p], base + cells.place()[p] * width, 1.0, expected);
      }
    }
    assertArrayEquals(expected, added, 0.0);
    if (Vectors.present()) {
      assertTrue(done > neurons - 16 && done <= neurons);
    }
  }

  @Property(tries = 50)
  void sumsAreThoseOfTheEffects(@ForAll @IntRange(min = 1, max = 20) int segments, @ForAll long seed) {
    double[][] polynomials = {EffectPolynomial.fit(x -> 0.5 * BIN_MS * (1.0 - x)),
        EffectPolynomial.fit(x -> StrictMath.exp(-0.5 * BIN_MS * (1.0 - x) / TAU_S))};
    double[] expected = new double[2 * NEURONS];
    Random random = new Random(seed);
    CompactLog log = new CompactLog(BIN_MS, UNIT_MS, new LogChunks(16));
    for (int s = 0; s < segments; s++) {
      // One arrival per segment: time and target are known here without decoding anything.
      int target = random.nextInt(NEURONS);
      int code = random.nextInt(1000);
      float weight = random.nextFloat();
      double spike = -code * UNIT_MS + random.nextDouble() * BIN_MS;
      log.append(new int[] {code << 16 | target}, new float[] {weight}, 0, 1, spike);
      double restMs = BIN_MS - (spike + code * UNIT_MS);
      expected[2 * target] += weight * restMs;
      expected[2 * target + 1] += weight * StrictMath.exp(-restMs / TAU_S);
    }
    double[] sums = new double[2 * NEURONS];
    new EffectSums(polynomials, VectorGate.opened()).add(log, sums);
    assertArrayEquals(expected, sums, 1e-11);
  }

  private static double[] coefficients(int degree, Random random) {
    double[] c = new double[degree + 1];
    Arrays.setAll(c, k -> random.nextGaussian());
    return c;
  }
}
