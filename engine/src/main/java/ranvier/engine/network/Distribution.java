package ranvier.engine.network;

import java.util.Arrays;

/**
 * Numbers for the elements of a population or projection: one constant, a list, or draws from a random distribution.
 * Each random distribution is given by its quantile function, so that a draw is a pure function of one uniform number.
 */
public sealed interface Distribution {
  /**
   * The value for element {@code index}, whose own uniform number in (0, 1) is {@code u}. Constants ignore both, lists
   * ignore {@code u}, random distributions ignore {@code index}.
   */
  double value(int index, double u);

  /** Smallest value that can come out; minus infinity if unbounded. */
  double min();

  /** Largest value that can come out; plus infinity if unbounded. */
  double max();

  /** Says what is wrong with the numbers that define this distribution; null if nothing is. */
  String problem();

  /** Whether every element gets the same number. */
  default boolean isConstant() {
    return false;
  }

  /** The same number for every element. */
  static Distribution constant(double value) {
    return new Constant(value);
  }

  /** One number per element, in order. */
  static Distribution listed(double... values) {
    return new Listed(values);
  }

  /** Uniform on [low, high). */
  static Distribution uniform(double low, double high) {
    return new Uniform(low, high);
  }

  /** Gaussian with the given mean and standard deviation. */
  static Distribution normal(double mean, double std) {
    return new Normal(mean, std, Bounds.NONE, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  /** Gaussian, drawn again until the value lies in [min, max]. */
  static Distribution normalRedrawn(double mean, double std, double min, double max) {
    return new Normal(mean, std, Bounds.REDRAW, min, max);
  }

  /** Gaussian, values outside [min, max] moved to the nearer bound. */
  static Distribution normalClipped(double mean, double std, double min, double max) {
    return new Normal(mean, std, Bounds.CLIP, min, max);
  }

  /** exp(mu + sigma z) with z standard normal: {@code mu} and {@code sigma} belong to the logarithm. */
  static Distribution lognormal(double mu, double sigma) {
    return new LogNormal(mu, sigma);
  }

  /** What happens to a normal draw outside its bounds. */
  enum Bounds { NONE, REDRAW, CLIP }

  /** The same number for every element. */
  record Constant(double constant) implements Distribution {
    @Override
    public double value(int index, double u) {
      return constant;
    }

    @Override
    public double min() {
      return constant;
    }

    @Override
    public double max() {
      return constant;
    }

    @Override
    public boolean isConstant() {
      return true;
    }

    @Override
    public String problem() {
      return Double.isNaN(constant) ? "is NaN" : null;
    }
  }

  /** One number per element. */
  record Listed(double[] values) implements Distribution {
    /** Copies the list. */
    public Listed {
      values = values.clone();
    }

    @Override
    public double value(int index, double u) {
      return values[index];
    }

    @Override
    public double min() {
      return Arrays.stream(values).min().orElse(Double.POSITIVE_INFINITY);
    }

    @Override
    public double max() {
      return Arrays.stream(values).max().orElse(Double.NEGATIVE_INFINITY);
    }

    @Override
    public String problem() {
      for (int i = 0; i < values.length; i++) {
        if (Double.isNaN(values[i])) {
          return "element " + i + " is NaN";
        }
      }
      return null;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Listed that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
      return "list of " + values.length;
    }
  }

  /** Uniform on [low, high). */
  record Uniform(double low, double high) implements Distribution {
    @Override
    public double value(int index, double u) {
      return low + u * (high - low);
    }

    @Override
    public double min() {
      return low;
    }

    @Override
    public double max() {
      return high;
    }

    @Override
    public String problem() {
      return Double.isFinite(low) && Double.isFinite(high) && low <= high
          ? null : "uniform needs finite low <= high, got low " + low + ", high " + high;
    }
  }

  /** Gaussian, optionally redrawn or clipped at bounds. */
  record Normal(double mean, double std, Bounds bounds, double min, double max, double lowU, double highU)
      implements Distribution {
    /** Works out where the bounds lie as probabilities. */
    public Normal(double mean, double std, Bounds bounds, double min, double max) {
      this(mean, std, bounds, min, max,
          bounds == Bounds.REDRAW ? NormalQuantile.probability((min - mean) / std) : 0.0,
          bounds == Bounds.REDRAW ? NormalQuantile.probability((max - mean) / std) : 1.0);
    }

    @Override
    public double value(int index, double u) {
      double x = mean + std * NormalQuantile.at(lowU + u * (highU - lowU));
      return bounds == Bounds.NONE ? x : Math.min(max, Math.max(min, x));
    }

    @Override
    public String problem() {
      if (!Double.isFinite(mean) || !(std > 0) || !Double.isFinite(std)) {
        return "normal needs a finite mean and std > 0, got mean " + mean + ", std " + std;
      }
      if (!(min < max)) {
        return "normal needs min < max, got min " + min + ", max " + max;
      }
      return bounds == Bounds.REDRAW && highU - lowU < 1e-9
          ? "normal with mean " + mean + ", std " + std + " practically never falls into [" + min + ", " + max + "]"
          : null;
    }
  }

  /** exp(mu + sigma z). */
  record LogNormal(double mu, double sigma) implements Distribution {
    @Override
    public double value(int index, double u) {
      return StrictMath.exp(mu + sigma * NormalQuantile.at(u));
    }

    @Override
    public double min() {
      return 0.0;
    }

    @Override
    public double max() {
      return Double.POSITIVE_INFINITY;
    }

    @Override
    public String problem() {
      return Double.isFinite(mu) && sigma > 0 && Double.isFinite(sigma)
          ? null : "lognormal needs finite mu and sigma > 0, got mu " + mu + ", sigma " + sigma;
    }
  }
}
