package ranvier.neurons.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import ranvier.testkit.FirstPassage;

/** Every crossing is found and none invented: compared with a bracketing integrator that uses no closed form. */
class CrossingProperties {
  private static final double CAPACITANCE = 250.0;
  private static final double NEAR_TANGENT_MV = 1e-11;

  /** Two time constants equal, nearly equal, or of any ratio. */
  @Provide
  Arbitrary<Double> ratio() {
    Arbitrary<Double> any = Arbitraries.doubles().between(-3.5, 3.5).ofScale(4).map(Math::exp);
    Arbitrary<Double> nearlyOne = Arbitraries.of(1.0, 1.0 + 1e-15, 1.0 - 1e-12, 1.0 + 1e-9, 1.0 - 1e-6, 1.0 + 1e-4, 0.5,
        2.0);
    return Arbitraries.oneOf(any, any, nearlyOne);
  }

  @Property(tries = 10_000)
  void exponentialCurrents(@ForAll("ratio") double ratioEx, @ForAll("ratio") double ratioIn,
      @ForAll @DoubleRange(min = -30, max = 0) double v, @ForAll @DoubleRange(min = -40, max = 60) double ex,
      @ForAll @DoubleRange(min = -60, max = 40) double in, @ForAll @DoubleRange(min = -20, max = 20) double steady) {
    double tauM = 10.0;
    double tauEx = tauM * ratioEx;
    double tauIn = tauM * ratioIn;
    // ex and in are potentials that the charge of each current would add to an ideal capacitor.
    double currentEx = ex * CAPACITANCE / tauEx;
    double currentIn = in * CAPACITANCE / tauIn;
    ExponentialMembrane membrane = new ExponentialMembrane(tauM, tauEx, tauIn, CAPACITANCE);
    membrane.set(v - steady, currentEx, currentIn);
    double[][] a = {{-1 / tauM, 1 / tauEx, 1 / tauIn}, {0, -1 / tauEx, 0}, {0, 0, -1 / tauIn}};
    agrees(membrane, -steady, a, new double[] {v - steady, ex, in});
  }

  @Property(tries = 10_000)
  void alphaCurrents(@ForAll("ratio") double ratioEx, @ForAll("ratio") double ratioIn,
      @ForAll @DoubleRange(min = -30, max = 0) double v, @ForAll @DoubleRange(min = -20, max = 40) double ex,
      @ForAll @DoubleRange(min = -20, max = 40) double exRise, @ForAll @DoubleRange(min = -40, max = 20) double in,
      @ForAll @DoubleRange(min = -40, max = 20) double inRise,
      @ForAll @DoubleRange(min = -20, max = 20) double steady) {
    double tauM = 10.0;
    double tauEx = tauM * ratioEx;
    double tauIn = tauM * ratioIn;
    AlphaMembrane membrane = new AlphaMembrane(tauM, tauEx, tauIn, CAPACITANCE);
    membrane.set(v - steady, ex * CAPACITANCE / tauEx, exRise * CAPACITANCE / (tauEx * tauEx),
        in * CAPACITANCE / tauIn, inRise * CAPACITANCE / (tauIn * tauIn));
    double[][] a = {{-1 / tauM, 1 / tauEx, 0, 1 / tauIn, 0}, {0, -1 / tauEx, 1 / tauEx, 0, 0},
        {0, 0, -1 / tauEx, 0, 0}, {0, 0, 0, -1 / tauIn, 1 / tauIn}, {0, 0, 0, 0, -1 / tauIn}};
    agrees(membrane, -steady, a, new double[] {v - steady, ex, exRise, in, inRise});
  }

  @Property(tries = 2_000)
  void nearTangentCrossingsAreFoundWithinTheirConditioning(@ForAll("ratio") double ratio,
      @ForAll @DoubleRange(min = 1, max = 60) double ex, @ForAll @DoubleRange(min = 1, max = 11) double digits) {
    double tauS = 10.0 * ratio;
    ExponentialMembrane membrane = new ExponentialMembrane(10.0, tauS, tauS, CAPACITANCE);
    membrane.set(0.0, ex * CAPACITANCE / tauS, 0.0);
    double peakTime = PostsynapticResponse.peakTime(10.0, tauS);
    membrane.at(peakTime);
    double peak = membrane.potential;
    double margin = peak * Math.pow(10.0, -digits);
    double t = membrane.crossing(peak - margin, Double.POSITIVE_INFINITY);
    assertTrue(t <= peakTime * (1 + 1e-6), "after the peak: " + t);
    membrane.at(t);
    assertEquals(peak - margin, membrane.potential, NEAR_TANGENT_MV);
    assertEquals(Double.POSITIVE_INFINITY, membrane.crossing(peak + margin, Double.POSITIVE_INFINITY));
  }

  private static void agrees(Membrane membrane, double threshold, double[][] a, double[] initial) {
    double horizon = 60.0;
    double found = membrane.crossing(threshold, horizon);
    FirstPassage expected = FirstPassage.of(a, initial, 0, threshold, horizon);
    if (Math.abs(found - expected.timeMs()) <= 1e-9 || found == expected.timeMs()) {
      return;
    }
    // The two may differ where the potential grazes the threshold: both must then be within rounding of it.
    if (found < Double.POSITIVE_INFINITY) {
      membrane.at(found);
      assertEquals(threshold, membrane.potential, NEAR_TANGENT_MV, "invented a crossing at " + found + ", expected "
          + expected);
    }
    if (expected.timeMs() < found) {
      assertEquals(threshold, expected.highest(), NEAR_TANGENT_MV, "missed a crossing: found " + found + ", expected "
          + expected);
    }
  }
}
