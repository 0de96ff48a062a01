package ranvier.synapses;

import ranvier.engine.math.VectorGate;
import ranvier.engine.model.RecentSpikes;
import ranvier.engine.model.SynapseRow;

/**
 * What {@link PairRule} makes of a row whose targets have hardly spiked more than twice since its last spike. The
 * numbers of the targets are first gathered into columns, over which arithmetic then runs without branches, in explicit
 * vector code once it is compiled; the few synapses whose target has spiked more often are done one by one.
 */
final class RecentPairs {
  /**
   * From column to column. Not a multiple of a page: where the lowest 12 bits of addresses are equal, processors may
   * take a load to depend on a store shortly before it. What that costs has not been told apart from other things.
   */
  static final int NEXT = SynapseRow.MOST + 40;

  /** First number of each column: sums, decays of the last and of the second last spike, weights. */
  static final int LAST = NEXT;
  static final int SECOND = 2 * NEXT;
  static final int WEIGHT = 3 * NEXT;

  private final WeightChange change;
  private final VectorGate gate;
  private final double[] columns = new double[4 * NEXT];
  /** Synapses whose target has spiked more than twice. */
  private final int[] often = new int[SynapseRow.MOST];

  RecentPairs(WeightChange change, VectorGate gate) {
    this.change = change;
    this.gate = gate;
  }

  /**
   * Potentiates and depresses.
   *
   * @param limit decays below belong to spikes since the last presynaptic one
   * @param plus turns a decay into the strength of a pairing
   * @param minus turns the sum into the strength of depression
   * @return number of synapses whose target has spiked more than three times, which are {@link #left}
   */
  int learn(SynapseRow row, RecentSpikes recent, double limit, double plus, double minus) {
    double[] weights = row.weights();
    int count = row.count();
    int busy = gather(row.targets(), count, recent.lines(), limit);
    System.arraycopy(weights, 0, columns, WEIGHT, count);
    boolean isLinear = change.isLinear(plus * limit);
    boolean vectors = isLinear && gate.isOpen();
    double up = change.up() * plus;
    double down = change.down() * minus;
    if (!isLinear) {
      for (int k = 0; k < count; k++) {
        columns[WEIGHT + k] = change(weights[k], k, limit, plus, minus);
      }
    } else if (change.isAdditive()) {
      int done = vectors ? PairVectors.add(columns, count, limit, up, down, change.highest()) : 0;
      add(columns, done, count, limit, up, down, change.highest());
    } else {
      int done = vectors ? PairVectors.multiply(columns, count, limit, up, down, change.highest()) : 0;
      multiply(columns, done, count, limit, up, down, change.highest());
    }
    int left = 0;
    for (int j = 0; j < busy; j++) {
      int k = often[j];
      int target = row.targets()[k];
      double w = weights[k];
      if (recent.fourth()[target] < limit) {
        often[left++] = k;
      } else {
        double third = recent.lines()[(target << RecentSpikes.SHIFT) + 3];
        w = change(change.facilitate(w, plus * third), k, limit, plus, minus);
      }
      columns[WEIGHT + k] = w;
    }
    System.arraycopy(columns, WEIGHT, weights, 0, count);
    return left;
  }

  /** One of the synapses that {@link #learn} has not done. */
  int left(int number) {
    return often[number];
  }

  private double change(double weight, int k, double limit, double plus, double minus) {
    double w = columns[SECOND + k] < limit ? change.facilitate(weight, plus * columns[SECOND + k]) : weight;
    w = columns[LAST + k] < limit ? change.facilitate(w, plus * columns[LAST + k]) : w;
    return columns[k] > 0.0 ? change.depress(w, minus * columns[k]) : w;
  }

  /** Fills the columns of the targets, and lists which of them have spiked often. */
  private int gather(int[] targets, int count, double[] lines, double limit) {
    int busy = 0;
    for (int k = 0; k < count; k++) {
      int b = targets[k] << RecentSpikes.SHIFT;
      columns[k] = lines[b];
      columns[k + LAST] = lines[b + 1];
      columns[k + SECOND] = lines[b + 2];
      if (lines[b + 3] < limit) {
        often[busy++] = k;
      }
    }
    return busy;
  }

  private static double since(double decay, double limit) {
    return decay < limit ? decay : 0.0;
  }

  private static void add(double[] columns, int from, int count, double limit, double up, double down,
      double highest) {
    for (int k = from; k < count; k++) {
      double more = columns[k + WEIGHT]
          + up * (since(columns[k + LAST], limit) + since(columns[k + SECOND], limit));
      double w = (more > highest ? highest : more) - down * columns[k];
      columns[k + WEIGHT] = w < 0.0 ? 0.0 : w;
    }
  }

  private static void multiply(double[] columns, int from, int count, double limit, double up, double down,
      double highest) {
    for (int k = from; k < count; k++) {
      double left = (1.0 - up * since(columns[k + LAST], limit)) * (1.0 - up * since(columns[k + SECOND], limit));
      double potentiated = highest - (highest - columns[k + WEIGHT]) * left;
      double w = potentiated - down * potentiated * columns[k];
      columns[k + WEIGHT] = w < 0.0 ? 0.0 : w;
    }
  }
}
