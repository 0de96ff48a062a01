package ranvier.engine.kernel;

import ranvier.engine.network.Distribution;
import ranvier.engine.network.Network;
import ranvier.engine.network.Projection;

/** What the synapses of one projection become: places of the targets, codes of weights, steps of delays. Immutable. */
final class RowTarget {
  /** Address of the first target within each block; neuron i is number i / blocks of block i mod blocks. */
  final int base;

  /** Whether weights are in fixed point. */
  final boolean fixed;

  final PopulationReceptors receptors;

  /** Position among a block's tables, per receptor; -1 where unused. */
  final int[] kinds;

  /** Receptor of all synapses where the weights have one sign; -1 where it depends on the weight. */
  final int receptor;

  /** Codes of 2^16 quantiles of the weight, for fixed point with one sign drawn from a distribution; null otherwise. */
  final short[] codes;

  /** Steps of 2^16 quantiles of the delay; null where delays are listed or constant. */
  final char[] delaySteps;

  /** The delay in steps where it is constant. */
  final int constantDelay;

  /** The code where the weight is constant and in fixed point. */
  final int constantCode;

  final boolean constantWeight;
  final boolean listedDelays;
  final double dtMs;

  RowTarget(Network network, int number, SynapsePlan plan, TableKinds tableKinds, RowTables tables) {
    Projection p = network.projections().get(number);
    int population = network.populations().indexOf(network.population(p.target()));
    dtMs = tables.dtMs();
    base = tables.base(population);
    fixed = plan.isFixed(number);
    receptors = plan.receptors(population);
    kinds = new int[receptors.receptors().size()];
    for (int r = 0; r < kinds.length; r++) {
      kinds[r] = tableKinds.of(number, r);
    }
    Distribution weight = p.weight();
    receptor = weight.min() >= 0 ? receptors.of(1.0) : weight.max() < 0 ? receptors.of(-1.0)
        : receptors.receptors().size() == 1 ? 0 : -1;
    boolean listed = weight instanceof Distribution.Listed;
    constantWeight = weight.isConstant();
    constantCode = constantWeight && fixed ? code(weight.min(), receptor) : 0;
    codes = fixed && receptor >= 0 && !listed && !constantWeight
        ? tables.codes(weight, receptors, receptor) : null;
    listedDelays = p.delayMs() instanceof Distribution.Listed;
    constantDelay = p.delayMs().isConstant() ? DelaySteps.of(p.delayMs().min(), dtMs) : -1;
    delaySteps = listedDelays || constantDelay > 0 ? null : tables.delaySteps(p.delayMs());
  }

  /** Whether weights are in fixed point and weights and delays come from tables or constants. */
  boolean isTabulated() {
    return fixed && !listedDelays && (codes != null || constantWeight);
  }

  /** The fixed-point code of a weight for one of the receptors. */
  int code(double weight, int ofReceptor) {
    return WeightCodes.code(receptors.amount(ofReceptor, weight), receptors.resolution()[ofReceptor]);
  }
}
