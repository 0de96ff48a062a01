package ranvier.scenarios.willshaw;

/**
 * Retrieval in two levels: coarse units, each the OR of a window of content units, say which windows need to be looked
 * at. The result is that of the flat retrieval. Sacramento, Wichert (2011), doi:10.1016/j.neunet.2010.10.003.
 */
final class TreeRetrieval {
  private final AssociationMemory fine;
  private final BitMatrix coarse;
  private final int window;
  private long lookUps;

  TreeRetrieval(AssociationMemory fine, int window) {
    this.fine = fine;
    this.window = window;
    BitMatrix w = fine.weights();
    coarse = new BitMatrix(w.rows(), w.columns() / window);
    for (int i = 0; i < w.rows(); i++) {
      for (int j = 0; j < w.columns(); j++) {
        if (w.get(i, j)) {
          coarse.set(i, j / window);
        }
      }
    }
  }

  long[] retrieve(int[] address) {
    long[] candidates = new long[coarse.row(0).length];
    coarse.and(address, candidates);
    lookUps += (long) address.length * coarse.columns();
    long[] found = new long[fine.weights().row(0).length];
    for (int g = 0; g < coarse.columns(); g++) {
      if ((candidates[g >>> 6] >>> g & 1) != 0) {
        lookUps += (long) address.length * window;
        for (int j = g * window; j < (g + 1) * window; j++) {
          boolean all = true;
          for (int i : address) {
            all &= fine.weights().get(i, j);
          }
          found[j >>> 6] |= all ? 1L << j : 0L;
        }
      }
    }
    return found;
  }

  /** Synapses looked at so far. */
  long lookUps() {
    return lookUps;
  }

  /** What the closed theory says of the synapses looked at, relative to the flat retrieval. */
  static double theory(AssociationTheory t, int window, int patterns) {
    double empty = 1.0;
    for (int s = 0; s < window; s++) {
      empty *= (double) (t.n() - t.l() - s) / (t.n() - s);
    }
    double active = 1.0 - empty;
    double windows = (double) t.n() / window;
    double own = windows * active;
    double load = -StrictMath.expm1(patterns * StrictMath.log1p(-(double) t.k() / t.m() * active));
    double candidates = own + (windows - own) * StrictMath.pow(load, t.k());
    return (windows + window * candidates) / t.n();
  }
}
