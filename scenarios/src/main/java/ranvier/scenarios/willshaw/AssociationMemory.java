package ranvier.scenarios.willshaw;

/** Pattern association: an address of m units recalls a content of n units. */
final class AssociationMemory {
  private final BitMatrix weights;

  AssociationMemory(int m, int n) {
    weights = new BitMatrix(m, n);
  }

  void store(int[] address, int[] content) {
    for (int i : address) {
      for (int j : content) {
        weights.set(i, j);
      }
    }
  }

  /** The units that every one of the address reaches, as bits. */
  long[] retrieve(int[] address) {
    long[] found = new long[weights.row(0).length];
    weights.and(address, found);
    return found;
  }

  /** Ones of a retrieval that were not stored; -1 if a stored one is missing. */
  static int falseOnes(long[] retrieved, int[] content) {
    int ones = 0;
    for (long word : retrieved) {
      ones += Long.bitCount(word);
    }
    for (int j : content) {
      if ((retrieved[j >>> 6] >>> j & 1) == 0) {
        return -1;
      }
    }
    return ones - content.length;
  }

  BitMatrix weights() {
    return weights;
  }
}
