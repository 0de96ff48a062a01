package ranvier.scenarios.willshaw;

/** Has it been seen? Symmetric binary synapses among n units; a probe scores its potentiated pairs. */
final class FamiliarityMemory {
  private final BitMatrix weights;

  FamiliarityMemory(int n) {
    weights = new BitMatrix(n, n);
  }

  void store(int[] ones) {
    for (int i : ones) {
      for (int j : ones) {
        if (i != j) {
          weights.set(i, j);
        }
      }
    }
  }

  /** Potentiated pairs inside the probe. */
  int score(int[] probe) {
    int score = 0;
    for (int a = 0; a < probe.length; a++) {
      for (int b = a + 1; b < probe.length; b++) {
        score += weights.get(probe[a], probe[b]) ? 1 : 0;
      }
    }
    return score;
  }

  /** Whether all pairs are potentiated. */
  boolean isFamiliar(int[] probe) {
    for (int a = 0; a < probe.length; a++) {
      for (int b = a + 1; b < probe.length; b++) {
        if (!weights.get(probe[a], probe[b])) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether no pair is among the silent ones: the inhibitory coding of the zeros, of which nothing else is kept. */
  static boolean isFamiliar(int[][] silent, int[] probe) {
    for (int i : probe) {
      for (int j : probe) {
        if (i != j && java.util.Arrays.binarySearch(silent[i], j) >= 0) {
          return false;
        }
      }
    }
    return true;
  }

  /** For every unit the units that it has synapses of one kind to: potentiated or silent ones. */
  int[][] lists(boolean potentiated) {
    int[][] lists = new int[weights.rows()][];
    for (int i = 0; i < lists.length; i++) {
      int unit = i;
      lists[i] = java.util.stream.IntStream.range(0, weights.columns())
          .filter(j -> j != unit && weights.get(unit, j) == potentiated).toArray();
    }
    return lists;
  }

  BitMatrix weights() {
    return weights;
  }

  double load() {
    return weights.load(true);
  }
}
