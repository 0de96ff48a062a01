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

  void clear() {
    for (int k = 0; k < count; k++) {
      slots[walked[k].neuron] = -1;
    }
    count = 0;
  }
}
