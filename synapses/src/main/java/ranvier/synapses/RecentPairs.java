package ranvier.synapses;

import java.util.Arrays;
import ranvier.engine.math.VectorGate;
import ranvier.engine.model.RecentSpikes;
import ranvier.engine.model.SynapseRow;

/**
 * What {@link PairRule} makes of a row whose targets have hardly spiked more than three times since its last spike. The
 * numbers of the targets are first gathered into columns, over which arithmetic then runs without branches, in explicit
 * vector code once it is compiled. Synapses whose target has spiked more often are listed, and before all others
 * potentiate for its sixth to fourth last spike, as a short row of their own. What came earlier still is left.
 */
final class RecentPairs {
  /**
   * From column to column. Not a multiple of a page: where the lowest 12 bits of addresses are equal, processors may
   * take a load to depend on a store shortly before it. What that costs has not been told apart from other things.
   */
  static final int NEXT = SynapseRow.MOST + 40;

  /** First number of each column: sums, decays of the last, of the second and of the third last spike. */
  static final int LAST = NEXT;
  static final int SECOND = 2 * NEXT;
  static final int THIRD = 3 * NEXT;

  private final WeightChange change;
  /** Null where changes are no powers. */
  private final PowerPairs powerPairs;
  private final VectorGate gate;
  private final double[] columns = new double[4 * NEXT];
  /** Synapses whose target has spiked three times or more, those targets, and weights. */
  private final int[] often = new int[SynapseRow.MOST];
  private final int[] oftenTargets = new int[SynapseRow.MOST];
  private final double[] oftenWeights = new double[SynapseRow.MOST];
  private final double[] oftenColumns = new double[4 * NEXT];
  private final int[] left = new int[SynapseRow.MOST];
  private final double[] leftWeights = new double[SynapseRow.MOST];

  RecentPairs(WeightChange change, VectorGate gate) {
    this.change = change;
    powerPairs = change.isPower() ? new PowerPairs(change) : null;
    this.gate = gate;
  }

  /**
   * Potentiates and depresses.
   *
   * @param limit decays below belong to spikes since the last presynaptic one
   * @param plus turns a decay into the strength of a pairing
   * @param minus turns the sum into the strength of depression
   * @return number of synapses whose target has spiked more than six times, which are {@link #left}
   */
  int learn(SynapseRow row, RecentSpikes recent, double limit, double plus, double minus) {
    double[] weights = row.weights();
    int count = row.count();
    boolean vectors = gate.isOpen();
    gather(row.targets(), count, recent.lines(), columns, vectors);
    int listed = list(columns, THIRD, count, limit, often, vectors);
    int remaining = potentiate(row, recent.older(), listed, limit, plus, vectors);
    change(columns, weights, count, limit, plus, minus, vectors);
    for (int j = 0; j < remaining; j++) {
      weights[left[j]] = leftWeights[j];
    }
    return remaining;
  }

  /** One of the synapses that {@link #learn} has not done. */
  int left(int number) {
    return left[number];
  }

  /** Potentiates listed synapses for the sixth to the fourth last spike; returns how many have more than that. */
  private int potentiate(SynapseRow row, double[] older, int listed, double limit, double plus, boolean vectors) {
    for (int j = 0; j < listed; j++) {
      oftenTargets[j] = row.targets()[often[j]];
      oftenWeights[j] = row.weights()[often[j]];
    }
    gather(oftenTargets, listed, older, oftenColumns, vectors);
    int remaining = 0;
    for (int j = 0; j < listed; j++) {
      if (oftenColumns[j] < limit) {
        leftWeights[remaining] = oftenWeights[j];
        left[remaining++] = often[j];
      }
    }
    // Depression is the whole row's.
    Arrays.fill(oftenColumns, 0, listed, 0.0);
    change(oftenColumns, oftenWeights, listed, limit, plus, 0.0, vectors);
    for (int j = 0; j < listed; j++) {
      row.weights()[often[j]] = oftenWeights[j];
    }
    return remaining;
  }

  private void change(double[] from, double[] weights, int count, double limit, double plus, double minus,
      boolean vectors) {
    double up = change.up() * plus;
    double down = change.down() * minus;
    double highest = change.highest();
    if (powerPairs != null) {
      powerPairs.change(from, weights, count, limit, plus, minus, vectors);
    } else if (!change.isLinear(plus * limit)) {
      for (int k = 0; k < count; k++) {
        weights[k] = changed(from, weights[k], k, limit, plus, minus);
      }
    } else if (change.isAdditive()) {
      int done = vectors ? PairVectors.add(from, weights, count, limit, up, down, highest) : 0;
      add(from, weights, done, count, limit, up, down, highest);
    } else {
      int done = vectors ? PairVectors.multiply(from, weights, count, limit, up, down, highest) : 0;
      multiply(from, weights, done, count, limit, up, down, highest);
    }
  }

  private double changed(double[] from, double weight, int k, double limit, double plus, double minus) {
    double w = weight;
    for (int column = THIRD; column >= LAST; column -= NEXT) {
      double decay = from[column + k];
      w = decay < limit ? change.facilitate(w, plus * decay) : w;
    }
    return from[k] > 0.0 ? change.depress(w, minus * from[k]) : w;
  }

  /** Fills the columns of the targets. */
  private static void gather(int[] targets, int count, double[] lines, double[] columns, boolean vectors) {
    for (int k = vectors ? PairVectors.gather(targets, count, lines, columns) : 0; k < count; k++) {
      int b = targets[k] << RecentSpikes.SHIFT;
      columns[k] = lines[b];
      columns[k + LAST] = lines[b + 1];
      columns[k + SECOND] = lines[b + 2];
      columns[k + THIRD] = lines[b + 3];
    }
  }

  /** Lists the synapses whose decay in a column is below the limit; returns their number. */
  static int list(double[] columns, int column, int count, double limit, int[] into, boolean vectors) {
    if (vectors) {
      return PairVectors.list(columns, column, count, limit, into);
    }
    int listed = 0;
    for (int k = 0; k < count; k++) {
      into[listed] = k;
      // 1 where the decay is below, without a branch that nobody can predict.
      listed += (int) (Double.doubleToRawLongBits(columns[k + column] - limit) >>> 63);
    }
    return listed;
  }

  private static double since(double decay, double limit) {
    return decay < limit ? decay : 0.0;
  }

  private static void add(double[] columns, double[] weights, int from, int count, double limit, double up,
      double down, double highest) {
    for (int k = from; k < count; k++) {
      double pairs = since(columns[k + LAST], limit) + since(columns[k + SECOND], limit)
          + since(columns[k + THIRD], limit);
      double more = weights[k] + up * pairs;
      double w = (more > highest ? highest : more) - down * columns[k];
      weights[k] = w < 0.0 ? 0.0 : w;
    }
  }

  private static void multiply(double[] columns, double[] weights, int from, int count, double limit, double up,
      double down, double highest) {
    for (int k = from; k < count; k++) {
      double left = (1.0 - up * since(columns[k + LAST], limit)) * (1.0 - up * since(columns[k + SECOND], limit))
          * (1.0 - up * since(columns[k + THIRD], limit));
      double potentiated = highest - (highest - weights[k]) * left;
      double w = potentiated - down * potentiated * columns[k];
      weights[k] = w < 0.0 ? 0.0 : w;
    }
  }
}
