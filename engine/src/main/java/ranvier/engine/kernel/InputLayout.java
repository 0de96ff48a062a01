package ranvier.engine.kernel;

/**
 * How events reach the input of a block's neurons; results do not depend on it.
 *
 * <p>A synapse in fixed point is one word: its weight above {@code addressBits} bits of address, which are its target
 * in the lowest {@code targetBits} and, in windows, its delay modulo the window above them. {@link #chosen} picks by
 * these rules:
 * <ul>
 * <li>If the slots of all delays fit the second-level cache together ({@value #CACHE_BYTES} bytes), events are pushed
 * into them at once ({@link PushedRows}).
 * <li>Otherwise they are added when they are due ({@link DueRows}): in windows of {@value #LONGEST_WINDOW} steps if
 * there are less than {@value #LONG_PIECE} synapses per row, block and delay, and more than twice as many per row,
 * block and window; of fewer if the largest weight would find no room in a word. In windows of one step otherwise.
 * </ul>
 *
 * @param slots steps of input that are kept, a power of two
 * @param targetBits enough for the neurons of a block
 * @param addressBits of a word
 * @param pushes whether events are added as soon as their spike is known
 */
record InputLayout(int slots, int targetBits, int addressBits, boolean pushes) {
  /** Half of the smallest second-level cache that is usual. */
  private static final int CACHE_BYTES = 1 << 18;
  private static final int LONG_PIECE = 32;
  static final int LONGEST_WINDOW = 4;

  /** The layout for a network, by the rules above. */
  static InputLayout chosen(InputNeeds needs) {
    InputLayout all = pushed(needs);
    if ((long) Integer.BYTES * needs.receptors() * all.slots << all.targetBits <= CACHE_BYTES) {
      return all;
    }
    int window = needs.pieceLength() < LONG_PIECE && needs.windowLength() > 2 * needs.pieceLength() ? LONGEST_WINDOW
        : 1;
    while (window > 1 && windows(needs, window).addressBits + needs.codeBits() > Integer.SIZE) {
      window /= 2;
    }
    return windows(needs, window);
  }

  /** Slots for all delays. */
  static InputLayout pushed(InputNeeds needs) {
    return new InputLayout(Integer.highestOneBit(2 * needs.longestDelay() - 1), needs.targetBits(), Short.SIZE, true);
  }

  /** Windows of one, two or four steps. */
  static InputLayout windows(InputNeeds needs, int steps) {
    return new InputLayout(steps, needs.targetBits(),
        Math.max(Short.SIZE, needs.targetBits() + Integer.numberOfTrailingZeros(steps)), false);
  }

  /** A layout of the same kind for another network. */
  InputLayout likewise(InputNeeds needs) {
    return pushes ? pushed(needs) : windows(needs, slots);
  }

  /** The word of a synapse that is kept. */
  int word(int code, int target, int delay) {
    return code << addressBits | (pushes ? 0 : delay & (slots - 1)) << targetBits | target;
  }
}
