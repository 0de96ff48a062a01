package ranvier.engine.exact;

import java.util.Arrays;

/** Arrivals within the bin of the spike that causes them, in canonical order. */
final class LateArrivals {
  int[] targets = new int[64];
  double[] offsets = new double[64];
  double[] weights = new double[64];
  byte[] channels = new byte[64];
  int count;

  void add(int target, double offsetMs, double weight, int channel) {
    if (count == targets.length) {
      targets = Arrays.copyOf(targets, 2 * count);
      offsets = Arrays.copyOf(offsets, 2 * count);
      weights = Arrays.copyOf(weights, 2 * count);
      channels = Arrays.copyOf(channels, 2 * count);
    }
    targets[count] = target;
    offsets[count] = offsetMs;
    weights[count] = weight;
    channels[count++] = (byte) channel;
  }

  void give(int k, WalkedNeuron to) {
    to.add(offsets[k], weights[k], channels[k]);
    to.dirty = true;
  }
}
