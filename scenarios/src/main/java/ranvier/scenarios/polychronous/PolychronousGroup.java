package ranvier.scenarios.polychronous;

import java.util.List;

/**
 * A time-locked pattern of spikes that follows from three spikes and the connections alone.
 *
 * @param spikes in the order of time
 * @param links which spike helped to cause which
 * @param layers spikes on the longest chain of links
 */
record PolychronousGroup(List<Spike> spikes, List<Link> links, int layers) {
  /** A neuron fires. */
  record Spike(int neuron, int timeMs) {}

  /** From spike to spike, by their places in the list. */
  record Link(int from, int to) {}

  /** Copies the lists. */
  PolychronousGroup {
    spikes = List.copyOf(spikes);
    links = List.copyOf(links);
  }

  /** From the first spike to the last. */
  int spanMs() {
    return spikes.getLast().timeMs() - spikes.getFirst().timeMs();
  }
}
