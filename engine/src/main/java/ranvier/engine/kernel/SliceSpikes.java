package ranvier.engine.kernel;

import java.util.Arrays;

/** Spikes of one slice, by step, ascending source number within a step. */
final class SliceSpikes {
  /** Few, so that rehearsals have compiled growing, too. */
  private int[] sources = new int[16];
  private final int[] ends;
  private int count;
  private int steps;

  SliceSpikes(int sliceSteps) {
    ends = new int[sliceSteps];
  }

  void clear() {
    count = 0;
    steps = 0;
  }

  void add(int source) {
    if (count == sources.length) {
      sources = Arrays.copyOf(sources, 2 * count);
    }
    sources[count++] = source;
  }

  /** All spikes of the next step have been added. */
  void endStep() {
    ends[steps++] = count;
  }

  int start(int step) {
    return step == 0 ? 0 : ends[step - 1];
  }

  int end(int step) {
    return ends[step];
  }

  int source(int k) {
    return sources[k];
  }

  int steps() {
    return steps;
  }

  int count() {
    return count;
  }

  /** Merges the spikes of one step of several lists, ascending. */
  void mergeStep(SliceSpikes[] parts, int step, int[] cursor) {
    for (int p = 0; p < parts.length; p++) {
      cursor[p] = parts[p].start(step);
    }
    while (true) {
      int best = -1;
      int least = Integer.MAX_VALUE;
      for (int p = 0; p < parts.length; p++) {
        if (cursor[p] < parts[p].ends[step] && parts[p].sources[cursor[p]] < least) {
          best = p;
          least = parts[p].sources[cursor[p]];
        }
      }
      if (best < 0) {
        break;
      }
      cursor[best]++;
      add(least);
    }
    endStep();
  }
}
