package ranvier.engine.connectivity;

import ranvier.engine.network.Rule;
import ranvier.engine.random.Philox;
import ranvier.engine.random.Purpose;

/** Draws the sources of one target for a fixed in-degree. One per thread. */
final class SourceChooser {
  private final Philox random;
  private final DistinctDraw distinct;
  private final int[] chosen;
  private final int inDegree;
  private final int available;
  private final boolean excludeSelf;

  SourceChooser(ProjectionRows rows, Rule.FixedInDegree rule) {
    random = new Philox(rows.seed(), Purpose.CONNECTIVITY, rows.number());
    inDegree = rule.inDegree();
    chosen = new int[inDegree];
    excludeSelf = rows.excludeSelf();
    available = rows.sourceSize() - (excludeSelf ? 1 : 0);
    distinct = rule.multapses() ? null : new DistinctDraw(available);
  }

  /** The sources of a target, in a fixed order; the array is reused. */
  int[] choose(int target) {
    long key = random.bits(target, 0);
    if (distinct == null) {
      for (int k = 0; k < inDegree; k++) {
        chosen[k] = (int) Math.unsignedMultiplyHigh(Philox.mix(key + (k + 1) * ProjectionRows.GOLDEN), available);
      }
    } else {
      distinct.draw(inDegree, key, chosen);
    }
    if (excludeSelf) {
      for (int k = 0; k < inDegree; k++) {
        chosen[k] += chosen[k] >= target ? 1 : 0;
      }
    }
    return chosen;
  }
}
