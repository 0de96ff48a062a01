package ranvier.engine.kernel;

import ranvier.engine.network.Distribution;
import ranvier.engine.network.Network;
import ranvier.engine.network.Projection;
import ranvier.engine.network.Storage;

/**
 * What the layout of input depends on: synapses in fixed point that are kept.
 *
 * @param targetBits enough for the neurons of a block
 * @param receptors whose input is in fixed point
 * @param longestDelay in steps
 * @param codeBits of the largest weight, sign included
 * @param pieceLength synapses of a row onto one block that have the same delay, as a mean synapse finds them; 0 where
 *     there are none
 * @param windowLength the same for delays that fall into the same window of {@link InputLayout#LONGEST_WINDOW} steps
 */
record InputNeeds(int targetBits, int receptors, int longestDelay, int codeBits, double pieceLength,
    double windowLength) {
  static InputNeeds of(Network network, GridLayout layout, SynapsePlan plan, RowTables tables) {
    return new InputNeeds(bits(Math.max(1, layout.blockSize() - 1)), plan.fixedReceptors(), plan.longestDelay(),
        1 + bits(plan.largestCode()), pieceLength(network, layout, plan, tables, 1),
        pieceLength(network, layout, plan, tables, InputLayout.LONGEST_WINDOW));
  }

  private static int bits(int number) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(number);
  }

  private static double pieceLength(Network network, GridLayout layout, SynapsePlan plan, RowTables tables,
      int window) {
    double pairs = 0;
    double all = 0;
    for (String source : network.projections().stream().map(Projection::source).distinct().toList()) {
      double[] perDelay = new double[plan.longestDelay() + 1];
      double synapses = 0;
      for (int j = 0; j < network.projections().size(); j++) {
        Projection p = network.projections().get(j);
        if (p.source().equals(source) && plan.storage(j) == Storage.FIXED16 && plan.isKept(j)) {
          double n = p.rule().expectedSynapses(network.sizeOf(source), network.sizeOf(p.target()),
              source.equals(p.target()));
          addDelays(perDelay, p.delayMs(), n, tables, window);
          synapses += n;
        }
      }
      double rows = (double) network.sizeOf(source) * layout.blocks;
      for (double n : perDelay) {
        pairs += rows == 0 ? 0 : n * n / rows;
      }
      all += synapses;
    }
    return all == 0 ? 0 : pairs / all;
  }

  private static void addDelays(double[] perDelay, Distribution delayMs, double synapses, RowTables tables,
      int window) {
    if (delayMs instanceof Distribution.Listed listed) {
      for (double value : listed.values()) {
        perDelay[DelaySteps.of(value, tables.dtMs()) / window] += synapses / listed.values().length;
      }
    } else if (delayMs.isConstant()) {
      perDelay[DelaySteps.of(delayMs.min(), tables.dtMs()) / window] += synapses;
    } else {
      char[] steps = tables.delaySteps(delayMs);
      for (char step : steps) {
        perDelay[step / window] += synapses / steps.length;
      }
    }
  }
}
