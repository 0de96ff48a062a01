package ranvier.engine.plasticity;

import ranvier.engine.memory.Prefetch;
import ranvier.engine.memory.SynapseTable;

/**
 * Brings pieces into the cache that arrive soon: while others learn, their lines are on their way. By {@link Prefetch}
 * where it is present, by reading one number of each line elsewhere. Used by the worker that owns the synapses.
 */
public final class PiecesAhead {
  /** Pieces that are asked for by one call. */
  private static final int ASKED = 8;

  private final PieceList pieces;
  private final Column weights;
  /** Null where it is not present. */
  private final Prefetch ofTargets;
  /** Null where it is not present, or if weights take no memory. */
  private final Prefetch ofWeights;
  private final long[] asked = new long[ASKED];
  private long touched;

  PiecesAhead(PieceList pieces, Column weights) {
    this.pieces = pieces;
    this.weights = weights;
    ofTargets = Prefetch.isPresent() ? pieces.prefetch() : null;
    ofWeights = Prefetch.isPresent() ? weights.prefetch() : null;
  }

  /** The pieces {@code list[k]} for {@code from <= k < to} arrive next. */
  public void touch(long[] list, int from, int to) {
    long t = touched;
    for (int first = from; first < to; first += ASKED) {
      int end = Math.min(first + ASKED, to);
      for (int k = first; k < end; k++) {
        int piece = (int) list[k];
        t += pieces.touch(piece);
        if (ofTargets == null) {
          t += pieces.touchTargets(piece) + weights.touch(pieces.start(piece), pieces.length(piece));
        } else {
          asked[k - first] = SynapseTable.piece(pieces.start(piece), pieces.length(piece));
        }
      }
      if (ofTargets != null) {
        ofTargets.pieces(asked, 0, end - first);
      }
      if (ofWeights != null) {
        ofWeights.pieces(asked, 0, end - first);
      }
    }
    // Kept, or the reading would be optimised away.
    touched = t;
  }
}
