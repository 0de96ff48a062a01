package ranvier.engine.exact;

import java.util.Arrays;

/** The neurons of one unit that are walked in the present bin. */
final class Walks {
  private final int[] slots;
  private WalkedNeuron[] walked = new WalkedNeuron[16];
  private int count;

  Walks(int neurons) {
    slots = new int[neurons];
    Arrays.fill(slots, -1);
  }

  WalkedNeuron of(int neuron) {
    return walked[slots[neuron]];
  }

  WalkedNeuron add(int neuron, double refractoryUntil) {
    if (count == walked.length) {
      walked = Arrays.copyOf(walked, 2 * count);
    }
    if (walked[count] == null) {
      walked[count] = new WalkedNeuron();
    }
    slots[neuron] = count;
    WalkedNeuron w = walked[count++];
    w.reset(neuron, refractoryUntil);
    return w;
  }

  int count() {
    return count;
  }

  WalkedNeuron get(int k) {
    return walked[k];
  }

  /**
   * Adds the spikes up to a time that have not been published yet.
   *
   * @param globals number of each neuron in the network
   * @return when the next spike follows; infinite if none does in this bin
   */
  double publish(double untilMs, int[] globals, SpikeList into) {
    double next = Double.POSITIVE_INFINITY;
    for (int k = 0; k < count; k++) {
      WalkedNeuron w = walked[k];
      while (w.emitted < w.spikeCount && w.spikes[w.emitted] < untilMs) {
        into.add(w.spikes[w.emitted++], globals[w.neuron]);
      }
      if (w.emitted < w.spikeCount) {
        next = Math.min(next, w.spikes[w.emitted]);
      }
    }
    return next;
  }

  void clear() {
    for (int k = 0; k < count; k++) {
      slots[walked[k].neuron] = -1;
    }
    count = 0;
  }
}
