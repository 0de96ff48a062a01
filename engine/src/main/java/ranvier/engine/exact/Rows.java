package ranvier.engine.exact;

/**
 * The synapses of one sign onto the neurons of one unit: a row per source, sorted by delay. Immutable once built;
 * appending a row to logs touches only the logs.
 */
abstract class Rows {
  /** Row of source s is the synapses {@code start[s] <= p < start[s + 1]}. */
  final int[] start;

  Rows(int[] start) {
    this.start = start;
  }

  /** Local index of the target of a synapse. */
  abstract int target(int synapse);

  /** Delay of a synapse in ms. */
  abstract double delayMs(int synapse);

  /** Weight of a synapse. */
  abstract double weight(int synapse);

  /** Keeps a synapse; before {@link #sort}. */
  abstract void put(int synapse, int target, double delayMs, double weight);

  /** Sorts one row by delay, keeping the order of equal delays. */
  abstract void sort(int source, RowSorter sorter);

  /** Notes what a spike causes within its own bin. */
  abstract void addLate(int source, double offsetMs, LateArrivals late, int channel);

  /**
   * Notes what a spike causes in later bins, in the logs of these.
   *
   * @param bin of the spike
   * @param offsetMs of the spike within it
   */
  abstract void append(int source, long bin, double offsetMs, LogRing ring);

  /** After the last row is sorted. */
  void built() {}

  /** Where rows can be read in place or copied: which of both, whatever was chosen; before logs are made. */
  void readInPlace(boolean stay) {}

  /** Logs for these rows, of one bin each. */
  abstract BinLog[] newLogs(int count);

  /** Reads the first synapses of a row, several cache lines at a time, so that they are there when they are needed. */
  void touch(int source, int synapses) {}

  abstract long bytes();

  final int synapses() {
    return start[start.length - 1];
  }

  /** Shortest delay; infinite if there are no synapses. */
  final double shortestMs() {
    double shortest = Double.POSITIVE_INFINITY;
    for (int s = 0; s < start.length - 1; s++) {
      if (start[s] < start[s + 1]) {
        shortest = Math.min(shortest, delayMs(start[s]));
      }
    }
    return shortest;
  }

  /** Longest delay; 0 if there are no synapses. */
  final double longestMs() {
    double longest = 0.0;
    for (int s = 0; s < start.length - 1; s++) {
      if (start[s] < start[s + 1]) {
        longest = Math.max(longest, delayMs(start[s + 1] - 1));
      }
    }
    return longest;
  }
}
