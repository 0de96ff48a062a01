package ranvier.neurons;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class PropagatorsProperties {
  private static final double C_M = 250;
  private static final GaussLegendre QUADRATURE = new GaussLegendre(40);

  @Property(tries = 300)
  void twoStepsAreOneOfTheirSum(@ForAll @DoubleRange(min = 0.01, max = 3) double h1,
      @ForAll @DoubleRange(min = 0.01, max = 3) double h2, @ForAll @DoubleRange(min = 0.1, max = 30) double tauSyn,
      @ForAll @DoubleRange(min = 1, max = 40) double tauM) {
    double h = h1 + h2;
    double exponential = decay(h2, tauM) * exponential(h1, tauSyn, tauM)
        + exponential(h2, tauSyn, tauM) * decay(h1, tauSyn);
    assertRelative(exponential(h, tauSyn, tauM), exponential, 1e-12);
    double alpha = decay(h2, tauM) * alpha(h1, tauSyn, tauM)
        + exponential(h2, tauSyn, tauM) * h1 * decay(h1, tauSyn) + alpha(h2, tauSyn, tauM) * decay(h1, tauSyn);
    assertRelative(alpha(h, tauSyn, tauM), alpha, 1e-12);
    double constant = Propagators.fromConstant(h1, tauM, C_M) * decay(h2, tauM)
        + Propagators.fromConstant(h2, tauM, C_M);
    assertRelative(Propagators.fromConstant(h, tauM, C_M), constant, 1e-12);
  }

  @Property(tries = 300)
  void theyAreTheIntegralsThatDefineThem(@ForAll @DoubleRange(min = 0.01, max = 2) double h,
      @ForAll @DoubleRange(min = 0.2, max = 30) double tauSyn, @ForAll @DoubleRange(min = 1, max = 40) double tauM) {
    assertIntegrals(h, tauSyn, tauM);
  }

  @Property(tries = 300)
  void equalTimeConstantsAreALimit(@ForAll @DoubleRange(min = 0.01, max = 1) double h,
      @ForAll @DoubleRange(min = 1, max = 40) double tauM, @ForAll @DoubleRange(min = -16, max = -1) double exponent) {
    double near = tauM * (1 + StrictMath.pow(10, exponent));
    assertIntegrals(h, near, tauM);
    assertIntegrals(h, tauM, tauM);
    assertRelative(h / C_M * decay(h, tauM), exponential(h, tauM, tauM), 1e-15);
    assertRelative(h * h / (2 * C_M) * decay(h, tauM), alpha(h, tauM, tauM), 1e-15);
  }

  @Example
  void theyHaveTheValuesOfTheSpecification() {
    assertRelative(0.990049833749168, decay(0.1, 10), 1e-12);
    assertRelative(0.8187307530779818, decay(0.1, 0.5), 1e-12);
    assertRelative(3.606717487814446e-4, exponential(0.1, 0.5, 10), 1e-12);
    assertRelative(3.980066500330e-4, Propagators.fromConstant(0.1, 10, C_M), 1e-12);
    // The peak of the potential: t = 1.5767 ms, .00170826 mV/pA, so 0.15 mV need 87.8085 pA.
    double peak = 0.5 * 10 / 9.5 * StrictMath.log(10 / 0.5);
    assertEquals(1.5767, peak, 5e-5);
    assertEquals(0.15, 87.8085 * exponential(peak, 0.5, 10), 1e-7);
  }

  @Example
  void extremeTimesStayFinite() {
    assertEquals(0, exponential(1e5, 0.5, 10), 0);
    assertRelative(10 / C_M, Propagators.fromConstant(1e5, 10, C_M), 1e-15);
    assertRelative(decay(1000, 100) * 1000 / 90 / C_M, exponential(1000, 100, 10), 1e-12);
    assertEquals(0, alpha(1e5, 0.5, 10), 0);
  }

  private static void assertIntegrals(double h, double tauSyn, double tauM) {
    assertRelative(integral(h, s -> decay(h - s, tauM) * decay(s, tauSyn) / C_M), exponential(h, tauSyn, tauM), 1e-11);
    assertRelative(integral(h, s -> decay(h - s, tauM) * s * decay(s, tauSyn) / C_M), alpha(h, tauSyn, tauM), 1e-11);
  }

  private static double integral(double h, DoubleUnaryOperator f) {
    double sum = 0;
    for (int i = 0; i < QUADRATURE.size(); i++) {
      sum += h * QUADRATURE.weight(i) * f.applyAsDouble(h * QUADRATURE.node(i));
    }
    return sum;
  }

  private static double decay(double h, double tau) {
    return Propagators.decay(h, tau);
  }

  private static double exponential(double h, double tauSyn, double tauM) {
    return Propagators.fromExponential(h, tauSyn, tauM, C_M);
  }

  private static double alpha(double h, double tauSyn, double tauM) {
    return Propagators.fromAlpha(h, tauSyn, tauM, C_M);
  }

  private static void assertRelative(double expected, double actual, double tolerance) {
    assertEquals(expected, actual, tolerance * Math.abs(expected));
  }
}
