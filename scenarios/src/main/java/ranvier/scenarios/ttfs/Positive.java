package ranvier.scenarios.ttfs;

import ranvier.scenarios.RunContext;

/** Reads parameters that count something. */
final class Positive {
  private static final int LARGEST = 1_000_000;

  private Positive() {}

  /** A whole number from 1 on. */
  static int whole(RunContext context, String key) {
    double value = context.number(key);
    if (value != Math.rint(value) || value < 1 || value > LARGEST) {
      throw new IllegalArgumentException("parameter " + key + " must be a whole number from 1 to " + LARGEST + ", got "
          + context.parameters().get(key));
    }
    return (int) value;
  }
}
