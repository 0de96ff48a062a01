package ranvier.engine.kernel;

import ranvier.engine.network.SpikeTrains;

/** The spike trains of one set that one block emits: train k belongs to block k mod B. */
final class TrainBlock {
  private final int[] steps;
  private final int[] sources;
  private int next;

  /** Spikes in the order (step, train). */
  TrainBlock(SpikeTrains trains, int firstSource, int block, int blocks, double dtMs) {
    int total = 0;
    for (int k = block; k < trains.size(); k += blocks) {
      total += trains.timesMs()[k].length;
    }
    long[] keys = new long[total];
    int n = 0;
    for (int k = block; k < trains.size(); k += blocks) {
      for (double time : trains.timesMs()[k]) {
        keys[n++] = (long) Steps.atOrAfter(time, dtMs) << 32 | (firstSource + k);
      }
    }
    java.util.Arrays.sort(keys);
    steps = new int[total];
    sources = new int[total];
    for (int i = 0; i < total; i++) {
      steps[i] = (int) (keys[i] >>> 32);
      sources[i] = (int) keys[i];
    }
  }

  /** Adds the spikes of a step. */
  void emit(int step, SliceSpikes out) {
    while (next < steps.length && steps[next] <= step) {
      out.add(sources[next++]);
    }
  }
}
