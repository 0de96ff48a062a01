package ranvier.engine.plasticity;

import java.util.Arrays;
import ranvier.engine.model.SynapseRow;

/** Every transmission through the plastic synapses of one worker, in memory: for small networks. */
public final class WeightLog {
  private int[] projections = new int[256];
  private int[] sources = new int[256];
  private int[] elements = new int[256];
  private double[] timesMs = new double[256];
  private double[] weights = new double[256];
  private int count;

  void add(PlasticTable table, int piece, double spikeMs, SynapseRow row, double[] transmitted) {
    for (int k = 0; k < row.count(); k++) {
      if (count == weights.length) {
        projections = Arrays.copyOf(projections, 2 * count);
        sources = Arrays.copyOf(sources, 2 * count);
        elements = Arrays.copyOf(elements, 2 * count);
        timesMs = Arrays.copyOf(timesMs, 2 * count);
        weights = Arrays.copyOf(weights, 2 * count);
      }
      projections[count] = table.of().number();
      sources[count] = row.source();
      elements[count] = table.pieces().element(table.pieces().start(piece) + k);
      timesMs[count] = spikeMs;
      weights[count++] = transmitted[k];
    }
  }

  /** Number of transmissions. */
  public int count() {
    return count;
  }

  /** Position of the projection in the network. */
  public int projection(int k) {
    return projections[k];
  }

  /** Number of the source in its population. */
  public int source(int k) {
    return sources[k];
  }

  /** Number of the synapse in the description's list; -1 if its rule draws synapses. */
  public int element(int k) {
    return elements[k];
  }

  /** When the source spiked, in ms. */
  public double timeMs(int k) {
    return timesMs[k];
  }

  /** What was transmitted: the weight, or what a rule makes of it. */
  public double weight(int k) {
    return weights[k];
  }
}
