package ranvier.engine.kernel;

import java.util.List;
import ranvier.engine.model.Receptor;

/**
 * The receptors of one population and the resolution of their fixed-point input.
 *
 * @param resolution one per receptor: the weight of one unit of the integer sum; 0 where nothing is in fixed point
 * @param floating one per receptor: whether some projection or single synapse is kept in floating point
 */
record PopulationReceptors(List<Receptor> receptors, double[] resolution, boolean[] floating) {
  /** The receptor that takes a weight. */
  int of(double weight) {
    for (int r = 0; r < receptors.size(); r++) {
      if (receptors.get(r).takes(weight)) {
        return r;
      }
    }
    throw new IllegalStateException("no receptor takes the weight " + weight);
  }

  /** What the receptor adds up for a weight. */
  double amount(int receptor, double weight) {
    return receptors.get(receptor).amount(weight);
  }
}
