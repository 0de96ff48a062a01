package ranvier.engine.kernel;

/**
 * Integer input of one receptor of a block: a ring of slots, one per step, each with one sum per neuron. Who delivers
 * adds to the slot of the step in which an event is due; who advances the neurons takes the sums out and clears them.
 * The length is a power of two, so that a mask does for the check of an index. Used by the worker that owns the block.
 */
final class InputSlots {
  /** All slots, one after the other. */
  final int[] sums;

  private final InputLayout layout;

  InputSlots(InputLayout layout) {
    this.layout = layout;
    sums = new int[layout.slots() << layout.targetBits()];
  }

  /** Where the slot of a step begins. */
  int offset(int step) {
    return (step & (layout.slots() - 1)) << layout.targetBits();
  }

  /** Adds the events of some synapses to the only slot. */
  void add(int[] words, int from, int to) {
    addPlain(words, from, to, sums);
  }

  /** Adds the events of some synapses, all of them so many places further on in the ring. */
  void addShifted(int[] words, int from, int to, int shift) {
    addShifted(words, from, to, sums, shift, layout.addressBits());
  }

  /** Adds one weight to some places of the only slot. */
  void addShared(char[] addresses, int from, int to, int code) {
    addShared(addresses, from, to, sums, code);
  }

  /** Adds one weight to some places, all of them so many places further on in the ring. */
  void addSharedShifted(char[] addresses, int from, int to, int shift, int code) {
    addSharedShifted(addresses, from, to, sums, shift, code);
  }

  // The loops of the whole simulator. Arrays and numbers are local, or they would be read again for every event.

  /** Bits of an address of {@value Short#SIZE} bits that are no target are 0. */
  private static void addPlain(int[] words, int from, int to, int[] sums) {
    int mask = sums.length - 1;
    for (int i = from; i < to; i++) {
      int word = words[i];
      sums[word & mask] += word >> 16;
    }
  }

  private static void addShared(char[] addresses, int from, int to, int[] sums, int code) {
    int mask = sums.length - 1;
    for (int i = from; i < to; i++) {
      sums[addresses[i] & mask] += code;
    }
  }

  private static void addSharedShifted(char[] addresses, int from, int to, int[] sums, int shift, int code) {
    int mask = sums.length - 1;
    for (int i = from; i < to; i++) {
      sums[(addresses[i] + shift) & mask] += code;
    }
  }

  private static void addShifted(int[] words, int from, int to, int[] sums, int shift, int addressBits) {
    int address = (1 << addressBits) - 1;
    int mask = sums.length - 1;
    for (int i = from; i < to; i++) {
      int word = words[i];
      sums[((word & address) + shift) & mask] += word >> addressBits;
    }
  }
}
