package ranvier.neurons;

/**
 * One step of {@link IafCondExp} by a Magnus expansion, for neurons that share all coefficients. With a(t) the rate at
 * which the potential decays and b(t) what pushes it, both known within a step of h,
 * <pre>
 *   V(h) = V(0) + phi(x) (beta + (1 - x^2 / 60) gamma + x V(0)),     phi(x) = (exp(x) - 1) / x
 *   x = - integral of a, beta = integral of b, gamma = 1/2 integral over s &lt; t of a(s) b(t) - a(t) b(s)
 * </pre>
 * These three are the terms of first and second order (Blanes, Casas, Oteo, Ros 2009, Phys Rep 470:151,
 * doi:10.1016/j.physrep.2008.11.001, section 2), exact here, because conductances decay exponentially; x^2 / 60 is
 * what the terms of higher order add when rates change linearly. phi is a polynomial that is exact to 2e-11 down to
 * x = -1/2. Coefficients are per conductance at the start of the step, in nS, and per drive in mV/ms. Immutable.
 */
final class CondExpMagnus {
  /** Coefficients of phi in double precision: interpolation at the Chebyshev nodes of -{@link #LARGEST} to 0. */
  static final double PHI_0 = 0.9999999999804929;
  static final double PHI_1 = 0.49999999617440183;
  static final double PHI_2 = 0.1666665438849182;
  static final double PHI_3 = 0.04166518458255413;
  static final double PHI_4 = 0.008324776007811797;
  static final double PHI_5 = 0.0013633120266918807;
  static final double PHI_6 = 0.00015973131728901188;
  /** The same in single precision, to 8e-8. */
  static final float SINGLE_PHI_0 = 0.999999928937559f;
  static final float SINGLE_PHI_1 = 0.4999928833780286f;
  static final float SINGLE_PHI_2 = 0.16655192765429988f;
  static final float SINGLE_PHI_3 = 0.04101321049104282f;
  static final float SINGLE_PHI_4 = 0.006782862555514574f;
  static final double HIGHER_ORDERS = -1.0 / 60.0;
  static final float SINGLE_HIGHER_ORDERS = -1.0f / 60.0f;

  /** Largest error of a step in mV, for potentials and drives in the ranges that follow. */
  static final double TOLERANCE_MV = 1e-6;
  static final double POTENTIAL_MV = 100;
  static final double DRIVE_MV_PER_STEP = 1;

  private static final double LARGEST = 0.5;
  /** If exponents must stay above minus this, too many neurons would need the quadrature in the end. */
  private static final double WORTHWHILE = 0.2;
  private static final int CANDIDATES = 20;
  private static final GaussLegendre QUADRATURE = new GaussLegendre(16);

  /** The exponent x, which is not positive: of the leak; per conductance. */
  final double leak;
  final double ex;
  final double in;
  /** Integral of what pushes: per drive; per conductance. */
  final double time;
  final double pushEx;
  final double pushIn;
  /** Coefficients of gamma: per conductance, per product of a conductance and the drive, of both conductances. */
  final double turnEx;
  final double turnIn;
  final double turnExDriven;
  final double turnInDriven;
  final double turnBoth;
  /** Least exponent for which a step has the promised accuracy; 0 if that is too close to 0 to be of use. */
  final double limit;

  CondExpMagnus(CondExpCoefficients c) {
    double h = c.h;
    double perConductance = h / c.cM.at(0);
    double ofEx = h / c.tauEx.at(0);
    double ofIn = h / c.tauIn.at(0);
    double towardsEx = c.towardsEx.at(0);
    double towardsIn = c.towardsIn.at(0);
    leak = -h * c.leak.at(0);
    ex = perConductance * StrictMath.expm1(-ofEx) / ofEx;
    in = perConductance * StrictMath.expm1(-ofIn) / ofIn;
    time = h;
    pushEx = -ex * towardsEx;
    pushIn = -in * towardsIn;
    double turnOfEx = perConductance * turn(0, ofEx);
    double turnOfIn = perConductance * turn(0, ofIn);
    turnEx = -turnOfEx * leak * towardsEx;
    turnIn = -turnOfIn * leak * towardsIn;
    turnExDriven = -turnOfEx * h;
    turnInDriven = -turnOfIn * h;
    turnBoth = perConductance * perConductance * turn(ofEx, ofIn) * (towardsIn - towardsEx);
    limit = limit(c);
  }

  /** The coefficients of phi, ascending. */
  static double[] coefficients() {
    return new double[] {PHI_0, PHI_1, PHI_2, PHI_3, PHI_4, PHI_5, PHI_6};
  }

  /** The coefficients of phi in single precision, ascending. */
  static float[] singleCoefficients() {
    return new float[] {SINGLE_PHI_0, SINGLE_PHI_1, SINGLE_PHI_2, SINGLE_PHI_3, SINGLE_PHI_4};
  }

  /** Half the integral over 0 &lt; s &lt; t &lt; 1 of exp(-p s - q t) - exp(-p t - q s). */
  private static double turn(double p, double q) {
    double sum = 0;
    for (int j = 0; j < QUADRATURE.size(); j++) {
      double t = QUADRATURE.node(j);
      sum += QUADRATURE.weight(j) * (StrictMath.exp(-q * t) * area(p, t) - StrictMath.exp(-p * t) * area(q, t));
    }
    return sum / 2;
  }

  private static double area(double rate, double t) {
    return rate == 0 ? t : -StrictMath.expm1(-rate * t) / rate;
  }

  /** The potential at the end of a step. */
  double potential(double v, double exNow, double inNow, double drive) {
    double x = Math.fma(inNow, in, Math.fma(exNow, ex, leak));
    double beta = Math.fma(inNow, pushIn, Math.fma(exNow, pushEx, time * drive));
    double gamma = Math.fma(inNow, Math.fma(exNow, turnBoth, Math.fma(turnInDriven, drive, turnIn)),
        exNow * Math.fma(turnExDriven, drive, turnEx));
    double pushed = Math.fma(gamma, Math.fma(x * x, HIGHER_ORDERS, 1.0), beta);
    return Math.fma(phi(x), Math.fma(x, v, pushed), v);
  }

  /** (exp(x) - 1) / x in few dependent operations. */
  static double phi(double x) {
    double x2 = x * x;
    double high = Math.fma(x2, PHI_6, Math.fma(x, PHI_5, PHI_4));
    double low = Math.fma(x2, Math.fma(x, PHI_3, PHI_2), Math.fma(x, PHI_1, PHI_0));
    return Math.fma(x2 * x2, high, low);
  }

  /** The same in single precision. */
  static float phi(float x) {
    float x2 = x * x;
    float high = Math.fma(x2, SINGLE_PHI_4, Math.fma(x, SINGLE_PHI_3, SINGLE_PHI_2));
    return Math.fma(x2, high, Math.fma(x, SINGLE_PHI_1, SINGLE_PHI_0));
  }

  private double limit(CondExpCoefficients c) {
    double accepted = 0;
    for (int k = 1; k <= CANDIDATES; k++) {
      double candidate = -k * LARGEST / CANDIDATES;
      if (candidate < leak) {
        if (error(c, candidate) > TOLERANCE_MV) {
          break;
        }
        accepted = candidate;
      }
    }
    return accepted > -WORTHWHILE ? 0 : accepted;
  }

  /**
   * Largest error for conductances of a given exponent. It is linear in the potential and the drive: extremes suffice.
   */
  private double error(CondExpCoefficients c, double x) {
    double largest = 0;
    for (int share = 0; share <= 8; share++) {
      double exNow = (x - leak) * share / 8 / ex;
      double inNow = (x - leak) * (8 - share) / 8 / in;
      for (int corner = 0; corner < 4; corner++) {
        double v = (corner & 1) == 0 ? POTENTIAL_MV : -POTENTIAL_MV;
        double drive = ((corner & 2) == 0 ? DRIVE_MV_PER_STEP : -DRIVE_MV_PER_STEP) / time;
        double error = Math.abs(potential(v, exNow, inNow, drive) - c.potential(0, v, exNow, inNow, drive));
        // Not a number: no good either.
        largest = error <= largest ? largest : Double.isNaN(error) ? Double.POSITIVE_INFINITY : error;
      }
    }
    return largest;
  }
}
