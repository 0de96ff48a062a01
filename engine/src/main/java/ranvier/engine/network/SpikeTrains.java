package ranvier.engine.network;

import java.util.Arrays;

/**
 * A source of spikes at given times: element k emits a spike at each of {@code timesMs[k]}. It is the source of
 * projections like a population, and has no state.
 *
 * @param name unique among populations and spike trains
 * @param timesMs shape (size, any): ascending times in ms, not negative
 */
public record SpikeTrains(String name, double[][] timesMs) {
  /** Copies the times. */
  public SpikeTrains {
    double[][] copy = new double[timesMs.length][];
    for (int k = 0; k < copy.length; k++) {
      copy[k] = timesMs[k].clone();
    }
    timesMs = copy;
  }

  /** Number of trains. */
  public int size() {
    return timesMs.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SpikeTrains that && name.equals(that.name) && Arrays.deepEquals(timesMs, that.timesMs);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + Arrays.deepHashCode(timesMs);
  }
}
