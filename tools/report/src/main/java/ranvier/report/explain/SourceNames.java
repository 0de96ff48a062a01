package ranvier.report.explain;

import java.util.ArrayList;
import java.util.List;
import ranvier.engine.exact.Explanation;
import ranvier.engine.network.Nearest;
import ranvier.engine.network.Network;
import ranvier.engine.network.Population;
import ranvier.engine.network.SpikeTrains;

/**
 * Names of what spikes in a network: {@code E:17} is number 17 of the population (or set of spike trains) E. Immutable.
 */
public final class SourceNames {
  private record Range(String name, int first, int size) {}

  private final List<Range> ranges = new ArrayList<>();
  private final int populations;
  private final int neurons;

  /** Names of a network's sources. */
  public SourceNames(Network network) {
    int next = 0;
    for (Population p : network.populations()) {
      ranges.add(new Range(p.name(), next, p.size()));
      next += p.size();
    }
    neurons = next;
    populations = ranges.size();
    for (SpikeTrains t : network.spikeTrains()) {
      ranges.add(new Range(t.name(), next, t.size()));
      next += t.size();
    }
  }

  /** The name of a source by its global number, or of a Poisson input. */
  public String of(int source) {
    if (source == Explanation.POISSON) {
      return "Poisson";
    }
    for (Range r : ranges) {
      if (source >= r.first() && source < r.first() + r.size()) {
        return r.name() + ":" + (source - r.first());
      }
    }
    return Integer.toString(source);
  }

  /**
   * The global number of a neuron.
   *
   * @param text a global number, or {@code POPULATION:INDEX}
   * @throws IllegalArgumentException if the network has no such neuron
   */
  public int neuron(String text) {
    int colon = text.lastIndexOf(':');
    String digits = text.substring(colon + 1);
    long index = digits.matches("[0-9]{1,18}") ? Long.parseLong(digits) : -1;
    if (index < 0) {
      throw new IllegalArgumentException("a neuron is a number, or POPULATION:INDEX, got " + text);
    }
    if (colon < 0) {
      if (index >= neurons) {
        throw new IllegalArgumentException("there is no neuron " + index + "; the network has " + neurons
            + ", numbered from 0");
      }
      return (int) index;
    }
    String name = text.substring(0, colon);
    List<Range> known = ranges.subList(0, populations);
    for (Range r : known) {
      if (r.name().equals(name)) {
        if (index >= r.size()) {
          throw new IllegalArgumentException("population " + name + " has " + r.size()
              + " neurons, numbered from 0; there is no neuron " + index);
        }
        return r.first() + (int) index;
      }
    }
    throw new IllegalArgumentException("there is no population " + name
        + Nearest.suggestion(name, known.stream().map(Range::name).toList()));
  }
}
