package ranvier.engine.kernel;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import ranvier.engine.model.Receptor;
import ranvier.engine.network.Distribution;

/**
 * Tables that projections share while rows are drawn: with one table per projection they would not fit the caches, and
 * each synapse would wait for memory twice. Thread-safe.
 */
final class RowTables {
  private record Weights(Distribution distribution, Receptor receptor, double resolution) {}

  private final GridLayout layout;
  private final double dtMs;
  private final Map<Weights, short[]> codes = new ConcurrentHashMap<>();
  private final Map<Distribution, char[]> delaySteps = new ConcurrentHashMap<>();

  RowTables(GridLayout layout, double dtMs) {
    this.layout = layout;
    this.dtMs = dtMs;
  }

  double dtMs() {
    return dtMs;
  }

  int base(int population) {
    return layout.base(population);
  }

  /** Codes of the quantiles of a weight for one of a population's receptors. */
  short[] codes(Distribution weight, PopulationReceptors receptors, int receptor) {
    double resolution = receptors.resolution()[receptor];
    return codes.computeIfAbsent(new Weights(weight, receptors.receptors().get(receptor), resolution), key -> {
      short[] table = new short[WeightCodes.QUANTILES];
      for (int q = 0; q < table.length; q++) {
        table[q] = (short) WeightCodes.code(receptors.amount(receptor, WeightCodes.quantile(weight, q)), resolution);
      }
      return table;
    });
  }

  /** Steps of the quantiles of a delay. */
  char[] delaySteps(Distribution delayMs) {
    return delaySteps.computeIfAbsent(delayMs, d -> DelaySteps.table(d, dtMs));
  }
}
