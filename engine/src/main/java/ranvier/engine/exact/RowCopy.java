package ranvier.engine.exact;

/** Copies the part of a row that arrives within one bin. */
interface RowCopy {
  /**
   * Copies synapses from {@code from} on, up to the first whose code is not below the limit or to {@code to}. Both
   * targets have room for 16 synapses more than that.
   *
   * @return how many were copied
   */
  int copy(int[] codes, float[] weights, int from, int to, int limit, int[] intoCodes, float[] intoWeights, int into);

  /** Element by element. */
  RowCopy SCALAR = (codes, weights, from, to, limit, intoCodes, intoWeights, into) -> {
    int k = from;
    while (k < to && codes[k] >>> 16 < limit) {
      k++;
    }
    System.arraycopy(codes, from, intoCodes, into, k - from);
    System.arraycopy(weights, from, intoWeights, into, k - from);
    return k - from;
  };
}
