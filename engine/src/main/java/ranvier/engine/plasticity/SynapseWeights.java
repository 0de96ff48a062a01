package ranvier.engine.plasticity;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * The weights of a projection, in the order (source, target, number in the description's list).
 *
 * @param sources numbers within their population
 * @param targets numbers within their population
 * @param elements number in the description's list; -1 where a rule draws the synapses
 */
public record SynapseWeights(int[] sources, int[] targets, int[] elements, double[] weights) {
  /**
   * Collects the weights of all workers.
   *
   * @param neuron for each table, the number of a target within its population
   */
  public static SynapseWeights of(List<PlasticTable> tables, List<IntUnaryOperator> neuron) {
    int total = Math.toIntExact(tables.stream().mapToLong(PlasticTable::synapses).sum());
    int[] sources = new int[total];
    int[] targets = new int[total];
    int[] elements = new int[total];
    double[] weights = new double[total];
    int n = 0;
    for (int t = 0; t < tables.size(); t++) {
      PieceList pieces = tables.get(t).pieces();
      for (int p = 0; p < pieces.count(); p++) {
        for (int k = pieces.start(p); k < pieces.start(p + 1); k++) {
          sources[n] = pieces.source(p);
          targets[n] = neuron.get(t).applyAsInt(pieces.target(k));
          elements[n] = pieces.element(k);
          weights[n++] = tables.get(t).weight(k);
        }
      }
    }
    int[] order = IntStream.range(0, total).toArray();
    for (int[] key : List.of(elements, targets, sources)) {
      order = sorted(order, key);
    }
    return new SynapseWeights(pick(sources, order), pick(targets, order), pick(elements, order),
        pick(weights, order));
  }

  /** Sorts by a key of at least -1, equal ones staying in their order: what is small in number is counted. */
  private static int[] sorted(int[] order, int[] key) {
    int[] place = new int[Arrays.stream(key).max().orElse(-1) + 3];
    for (int k : key) {
      place[k + 2]++;
    }
    for (int k = 1; k < place.length; k++) {
      place[k] += place[k - 1];
    }
    int[] result = new int[order.length];
    for (int i : order) {
      result[place[key[i] + 1]++] = i;
    }
    return result;
  }

  private static double[] pick(double[] values, int[] order) {
    double[] picked = new double[order.length];
    Arrays.setAll(picked, k -> values[order[k]]);
    return picked;
  }

  private static int[] pick(int[] values, int[] order) {
    return Arrays.stream(order).map(i -> values[i]).toArray();
  }

  /** Number of synapses. */
  public int size() {
    return weights.length;
  }
}
