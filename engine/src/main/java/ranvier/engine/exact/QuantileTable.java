package ranvier.engine.exact;

import ranvier.engine.network.Distribution;

/**
 * The quantile function of a distribution in 2^16 pieces, straight in between: for tables of many synapses, where the
 * inverse of the normal distribution for each would take longer than the run. The outermost pieces are computed in
 * full.
 */
final class QuantileTable {
  private static final int PIECES = 1 << 16;

  private final Distribution distribution;
  private final double[] nodes;

  QuantileTable(Distribution distribution) {
    this.distribution = distribution;
    nodes = new double[PIECES + 1];
    for (int k = 0; k <= PIECES; k++) {
      nodes[k] = distribution.value(0, Math.min(1 - 0x1.0p-33, Math.max(0x1.0p-33, k / (double) PIECES)));
    }
  }

  /** The value for 32 random bits. */
  double value(long bits32) {
    int piece = (int) (bits32 >>> 16);
    if (piece == 0 || piece == PIECES - 1) {
      return distribution.value(0, (bits32 + 0.5) * 0x1.0p-32);
    }
    double part = ((bits32 & 0xFFFF) + 0.5) * 0x1.0p-16;
    return nodes[piece] + part * (nodes[piece + 1] - nodes[piece]);
  }
}
