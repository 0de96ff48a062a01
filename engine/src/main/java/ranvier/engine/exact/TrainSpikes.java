package ranvier.engine.exact;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import ranvier.engine.network.Network;

/** The spikes of all spike trains in the order (time, source). Immutable. */
final class TrainSpikes {
  final double[] timesMs;
  final int[] sources;

  TrainSpikes(Network network, ExactLayout layout) {
    int total = network.spikeTrains().stream().flatMap(s -> Arrays.stream(s.timesMs())).mapToInt(t -> t.length).sum();
    double[] times = new double[total];
    int[] from = new int[total];
    int n = 0;
    for (int t = 0; t < network.spikeTrains().size(); t++) {
      double[][] trains = network.spikeTrains().get(t).timesMs();
      for (int k = 0; k < trains.length; k++) {
        for (double time : trains[k]) {
          times[n] = time;
          from[n++] = layout.firstSource[network.populations().size() + t] + k;
        }
      }
    }
    int[] order = IntStream.range(0, total).boxed()
        .sorted(Comparator.comparingDouble((Integer k) -> times[k]).thenComparingInt(k -> from[k]))
        .mapToInt(Integer::intValue).toArray();
    timesMs = new double[total];
    sources = new int[total];
    for (int k = 0; k < total; k++) {
      timesMs[k] = times[order[k]];
      sources[k] = from[order[k]];
    }
  }
}
