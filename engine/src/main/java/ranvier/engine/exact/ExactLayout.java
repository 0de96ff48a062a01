package ranvier.engine.exact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ranvier.engine.model.ExactTime;
import ranvier.engine.network.Network;
import ranvier.engine.network.Population;
import ranvier.engine.network.SpikeTrains;

/**
 * Which neuron lies where. Neurons with the same model and the same values of the parameters that it wants shared form
 * a class; blocks of 32 consecutive neurons of a class go to the partitions in turn, to the first few of them until
 * those are full, so that neurons that are neighbours share units even in a large network; the neurons of one class in
 * one partition form a unit. Sources are numbered through the populations, then the spike trains.
 */
final class ExactLayout {
  static final int BLOCK_SHIFT = 5;
  static final int BLOCK = 1 << BLOCK_SHIFT;
  private static final int LARGEST_UNIT = 1 << 16;

  /** A class: model and shared values. */
  record Kind(ExactTime model, List<Double> shared) {}

  final int neurons;
  final int sources;
  final int partitions;
  final int[] firstSource;
  final int[] unitOf;
  final int[] localOf;
  final int[] populationOf;
  final List<Kind> kinds;
  /** Global numbers of the neurons of each unit; unit u is in partition u mod partitions. */
  final int[][] members;

  ExactLayout(Network network, List<? extends ExactPopulation> populations, boolean classes, int threads, int wanted) {
    neurons = network.neurons();
    int count = network.populations().size();
    firstSource = new int[count + network.spikeTrains().size() + 1];
    int next = 0;
    for (int p = 0; p < count; p++) {
      firstSource[p] = next;
      next += network.populations().get(p).size();
    }
    for (int t = 0; t < network.spikeTrains().size(); t++) {
      firstSource[count + t] = next;
      SpikeTrains trains = network.spikeTrains().get(t);
      next += trains.size();
    }
    firstSource[firstSource.length - 1] = next;
    sources = next;
    populationOf = new int[neurons];
    Map<Kind, Integer> numbers = new LinkedHashMap<>();
    int[] kindOf = new int[neurons];
    List<Integer> sizes = new ArrayList<>();
    for (int p = 0; p < count; p++) {
      Population population = network.populations().get(p);
      ExactPopulation exact = populations.get(p);
      List<String> names = classes ? exact.model().sharedInBins() : List.of();
      boolean uniform = names.stream().allMatch(exact.parameters()::uniform);
      int kind = -1;
      for (int i = 0; i < population.size(); i++) {
        if (kind < 0 || !uniform) {
          List<Double> values = new ArrayList<>();
          for (String name : names) {
            values.add(exact.parameters().of(name, i));
          }
          if (!classes) {
            values.add((double) p);
          }
          kind = numbers.computeIfAbsent(new Kind(exact.model(), List.copyOf(values)), k -> numbers.size());
          if (kind == sizes.size()) {
            sizes.add(0);
          }
        }
        kindOf[firstSource[p] + i] = kind;
        populationOf[firstSource[p] + i] = p;
        sizes.set(kind, sizes.get(kind) + 1);
      }
    }
    kinds = List.copyOf(numbers.keySet());
    int largest = sizes.stream().mapToInt(Integer::intValue).max().orElse(1);
    int abreast = Math.max(wanted, threads);
    int blocksAbreast = abreast * (LARGEST_UNIT / BLOCK - 1);
    partitions = abreast * Math.max(1, (largest + BLOCK * blocksAbreast - 1) / (BLOCK * blocksAbreast));
    unitOf = new int[neurons];
    localOf = new int[neurons];
    int[] placed = new int[kinds.size()];
    int[] unitSize = new int[kinds.size() * partitions];
    for (int g = 0; g < neurons; g++) {
      int kind = kindOf[g];
      int block = placed[kind]++ >> BLOCK_SHIFT;
      int unit = kind * partitions + block / blocksAbreast * abreast + block % abreast;
      unitOf[g] = unit;
      localOf[g] = unitSize[unit]++;
    }
    members = new int[unitSize.length][];
    for (int u = 0; u < members.length; u++) {
      members[u] = new int[unitSize[u]];
    }
    for (int g = 0; g < neurons; g++) {
      members[unitOf[g]][localOf[g]] = g;
    }
  }

  /** Number of a population's or spike train set's first source. */
  int firstSource(Network network, String name) {
    for (int p = 0; p < network.populations().size(); p++) {
      if (network.populations().get(p).name().equals(name)) {
        return firstSource[p];
      }
    }
    for (int t = 0; t < network.spikeTrains().size(); t++) {
      if (network.spikeTrains().get(t).name().equals(name)) {
        return firstSource[network.populations().size() + t];
      }
    }
    throw new IllegalArgumentException("there is nothing of the name " + name);
  }

  ExactTime model(int unit) {
    return kinds.get(unit / partitions).model();
  }
}
