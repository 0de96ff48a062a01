package ranvier.engine.plasticity;

import java.util.Arrays;
import java.util.Comparator;
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
    int[] order = IntStream.range(0, total).boxed().sorted(Comparator.<Integer>comparingInt(i -> sources[i])
        .thenComparingInt(i -> targets[i]).thenComparingInt(i -> elements[i])).mapToInt(i -> i).toArray();
    return new SynapseWeights(pick(sources, order), pick(targets, order), pick(elements, order),
        Arrays.stream(order).mapToDouble(i -> weights[i]).toArray());
  }

  private static int[] pick(int[] values, int[] order) {
    return Arrays.stream(order).map(i -> values[i]).toArray();
  }

  /** Number of synapses. */
  public int size() {
    return weights.length;
  }
}
