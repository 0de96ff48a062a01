package ranvier.engine.plasticity;

/**
 * Sums in double precision: the order of additions matters.
 *
 * @param sums by target
 */
public record FloatingSums(double[] sums) implements TargetSums {
  @Override
  public void add(PieceList pieces, Column weights, int piece, double factor) {
    pieces.addTo(sums, weights, piece, factor);
  }

  @Override
  public void add(int[] targets, double[] amounts, int count) {
    for (int k = 0; k < count; k++) {
      sums[targets[k]] += amounts[k];
    }
  }
}
