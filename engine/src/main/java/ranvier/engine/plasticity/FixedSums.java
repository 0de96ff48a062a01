package ranvier.engine.plasticity;

import java.util.Arrays;
import ranvier.engine.math.VectorGate;
import ranvier.engine.model.SynapseRow;

/**
 * Integer sums by target, to which what is transmitted is added in whole units: the nearest number of them, to even if
 * two are as near. So the order of events does not matter, and learned weights arrive like those that never change.
 * Used by one worker.
 */
public final class FixedSums implements TargetSums {
  /** A number of units of at most 22 bits, added to this, is rounded and stands in the lowest bits. */
  static final float ROUNDER = 0x1.8p23f;
  static final int ROUNDER_BITS = Float.floatToRawIntBits(ROUNDER);

  private final int[] sums;
  private final double unit;
  private final VectorGate gate;
  private final int[] units = new int[SynapseRow.MOST];
  private int first;

  /**
   * For one receptor of targets that take two bytes.
   *
   * @param sums of a length that is a power of two
   * @param unit the weight that adds 1
   */
  public FixedSums(int[] sums, double unit, VectorGate gate) {
    this.sums = sums;
    this.unit = unit;
    this.gate = gate;
  }

  /** Sets where the sum of target 0 is from now on. */
  public void startAt(int newFirst) {
    first = newFirst;
  }

  @Override
  public void add(PieceList pieces, Column weights, int piece, double factor) {
    int from = pieces.start(piece);
    int count = pieces.length(piece);
    float scale = (float) (factor / unit);
    switch (weights) {
      case Column.Narrow(float[] singles) when gate.isOpen() -> UnitVectors.round(singles, from, count, scale, units);
      case Column.Narrow(float[] singles) -> round(singles, from, count, scale, units);
      case Column.Constant(double value) -> Arrays.fill(units, 0, count, round((float) value * scale));
      case Column.Wide wide -> throw new IllegalStateException("weights of double precision in fixed point");
    }
    add(sums, first, pieces.narrowTargets(), from, units, count);
  }

  @Override
  public void add(int[] targets, double[] amounts, int count) {
    float scale = (float) (1.0 / unit);
    for (int k = 0; k < count; k++) {
      sums[first + targets[k]] += round((float) amounts[k] * scale);
    }
  }

  private static void round(float[] weights, int from, int count, float scale, int[] into) {
    for (int k = 0; k < count; k++) {
      into[k] = round(weights[from + k] * scale);
    }
  }

  /** The nearest whole number of units. */
  static int round(float number) {
    return Float.floatToRawIntBits(number + ROUNDER) - ROUNDER_BITS;
  }

  /** The mask does for the check of an index. */
  private static void add(int[] sums, int first, char[] targets, int from, int[] units, int count) {
    int mask = sums.length - 1;
    for (int k = 0; k < count; k++) {
      sums[first + targets[from + k] & mask] += units[k];
    }
  }
}
