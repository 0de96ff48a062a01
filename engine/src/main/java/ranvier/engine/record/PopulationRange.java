package ranvier.engine.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import ranvier.engine.network.Network;
import ranvier.engine.network.Population;

/**
 * The global numbers of a population's neurons: first, first + 1, ..., first + size - 1.
 *
 * @param name of the population
 * @param first global number of its first neuron
 * @param size number of neurons
 */
public record PopulationRange(String name, int first, int size) {
  /** Refuses a range that does not exist. */
  public PopulationRange {
    if (first < 0 || size < 0 || first > Integer.MAX_VALUE - size) {
      throw new IllegalArgumentException("population " + name + " has the neurons " + first + " + " + size
          + ": both must be at least 0 and the sum at most " + Integer.MAX_VALUE);
    }
  }

  /** Global number after the last neuron. */
  public int end() {
    return first + size;
  }

  /** The populations of a network; spike trains are not neurons and are left out. */
  public static List<PopulationRange> of(Network network) {
    List<PopulationRange> ranges = new ArrayList<>();
    int first = 0;
    for (Population p : network.populations()) {
      ranges.add(new PopulationRange(p.name(), first, p.size()));
      first += p.size();
    }
    return List.copyOf(ranges);
  }

  /**
   * For each neuron up to the last of the populations the index of its population, -1 for a neuron of none.
   *
   * @throws IllegalArgumentException if two populations share a neuron
   */
  public static int[] membership(List<PopulationRange> populations) {
    int[] member = new int[populations.stream().mapToInt(PopulationRange::end).max().orElse(0)];
    Arrays.fill(member, -1);
    for (int p = 0; p < populations.size(); p++) {
      PopulationRange range = populations.get(p);
      for (int i = range.first(); i < range.end(); i++) {
        if (member[i] >= 0) {
          throw new IllegalArgumentException("neuron " + i + " belongs to the populations "
              + populations.get(member[i]).name() + " and " + range.name() + "; it must belong to one");
        }
        member[i] = p;
      }
    }
    return member;
  }
}
