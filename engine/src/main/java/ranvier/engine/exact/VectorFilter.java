package ranvier.engine.exact;

import java.util.Arrays;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Lets arrivals at some neurons pass, and few others: a filter of 1,024 bits in two registers (Bloom 1970, with one
 * hash: the low bits of the target). Loaded only where the vector module is present.
 */
final class VectorFilter {
  private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
  private static final int LANES = INTS.length();
  /** A filter is worth while where it fits two registers. */
  private static final int LANES_NEEDED = 16;
  private static final int WORDS = 2 * LANES_NEEDED;
  private static final int BIT = Integer.SIZE - 1;
  private static final int WORD_SHIFT = 5;

  private final int[] filter = new int[WORDS];

  private VectorFilter() {}

  /** A filter that lets nothing pass; null if the vectors of this machine are too short. */
  static VectorFilter ifFast() {
    return LANES == LANES_NEEDED ? new VectorFilter() : null;
  }

  void clear() {
    Arrays.fill(filter, 0);
  }

  /** Lets what reaches a neuron pass from now on. */
  void let(int neuron) {
    filter[neuron >> WORD_SHIFT & WORDS - 1] |= 1 << neuron;
  }

  /** Gives the synapses that pass; returns how many do. Reads, and writes, up to a vector past the last. */
  int pass(int[] all, int from, int to, int[] into) {
    final IntVector low = IntVector.fromArray(INTS, filter, 0);
    final IntVector high = IntVector.fromArray(INTS, filter, LANES);
    final IntVector lane = IntVector.zero(INTS).addIndex(1);
    // Vectors, though equal in all lanes: see VectorPairSums.
    final IntVector wordShift = IntVector.broadcast(INTS, WORD_SHIFT);
    final IntVector words = IntVector.broadcast(INTS, WORDS - 1);
    final IntVector bits = IntVector.broadcast(INTS, BIT);
    final IntVector one = IntVector.broadcast(INTS, 1);
    int n = 0;
    for (int k = from; k < to; k += LANES) {
      IntVector code = IntVector.fromArray(INTS, all, k);
      IntVector word = code.lanewise(VectorOperators.LSHR, wordShift).lanewise(VectorOperators.AND, words)
          .selectFrom(low, high);
      VectorMask<Integer> passes = word.lanewise(VectorOperators.LSHR, code.lanewise(VectorOperators.AND, bits))
          .lanewise(VectorOperators.AND, one).compare(VectorOperators.NE, 0);
      lane.lanewise(VectorOperators.ADD, IntVector.broadcast(INTS, k)).compress(passes).intoArray(into, n);
      // Lanes past the end come last.
      long lanes = passes.toLong() & -1L >>> Math.max(0, Long.SIZE - (to - k));
      n += Long.bitCount(lanes);
    }
    return n;
  }
}
