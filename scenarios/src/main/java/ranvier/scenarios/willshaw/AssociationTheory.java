package ranvier.scenarios.willshaw;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * The closed theory of pattern association: m address units of which k are one, n content units of which l are one.
 * Palm (1980), doi:10.1007/BF00337019; Knoblauch, Palm, Sommer (2010), doi:10.1162/neco.2009.08-07-588.
 */
record AssociationTheory(int m, int n, int k, int l) {
  private static final MathContext DIGITS = new MathContext(60);

  double load(double patterns) {
    return -StrictMath.expm1(patterns * StrictMath.log1p(-(double) k * l / ((double) m * n)));
  }

  /** Probability that a unit that should be silent is recalled by a complete address, exactly. */
  double falseOne(int patterns) {
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal choose = BigDecimal.ONE;
    BigDecimal missesAll = BigDecimal.ONE;
    BigDecimal share = BigDecimal.valueOf(l).divide(BigDecimal.valueOf(n), DIGITS);
    for (int s = 0; s <= k; s++) {
      BigDecimal silent = BigDecimal.ONE.subtract(share.multiply(BigDecimal.ONE.subtract(missesAll, DIGITS), DIGITS));
      BigDecimal term = choose.multiply(silent.pow(patterns, DIGITS), DIGITS);
      sum = s % 2 == 0 ? sum.add(term, DIGITS) : sum.subtract(term, DIGITS);
      choose = choose.multiply(BigDecimal.valueOf(k - s)).divide(BigDecimal.valueOf(s + 1), DIGITS);
      missesAll = missesAll.multiply(BigDecimal.valueOf(m - k - s)).divide(BigDecimal.valueOf(m - s), DIGITS);
    }
    return sum.doubleValue();
  }

  /** The most patterns with at most this many false ones per recall. */
  int patterns(double falseOnes) {
    int low = 0;
    int high = (int) Math.min(1 << 30, 4L * m * n / (k * (long) l));
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (falseOne(middle) * (n - l) <= falseOnes) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Ones of an address with which most can be stored at l = 1: about half the synapses are potentiated. */
  static int bestOnes(int size, double falseOnes) {
    int best = 1;
    int most = 0;
    for (int k = 2; k <= 40; k++) {
      int stored = new AssociationTheory(size, size, k, 1).patterns(falseOnes);
      if (stored > most) {
        most = stored;
        best = k;
      }
    }
    return best;
  }

  /** Bits per synapse that retrievals with this rate of false ones, and no missing ones, give. */
  double capacity(double patterns, double falseOne) {
    double q = (double) l / n;
    double bits = n * (FamiliarityTheory.entropy(q + (1 - q) * falseOne)
        - (1 - q) * FamiliarityTheory.entropy(falseOne));
    return patterns * bits / ((double) m * n);
  }
}
