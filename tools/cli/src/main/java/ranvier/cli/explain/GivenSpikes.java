package ranvier.cli.explain;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import ranvier.cli.WrongInputException;
import ranvier.engine.network.Nearest;
import ranvier.engine.network.Network;
import ranvier.engine.record.PopulationRange;
import ranvier.formats.SonataSpikes;
import ranvier.formats.SpikeCsv;

/**
 * All spikes of a run, from a file.
 *
 * @param neurons global numbers
 * @param timesMs one per neuron
 */
public record GivenSpikes(int[] neurons, double[] timesMs) {
  /**
   * Reads a SONATA file or a CSV file of ours.
   *
   * @throws IOException if it cannot be read
   * @throws WrongInputException if it does not hold the spikes of all neurons of the network, as far as can be told
   */
  public static GivenSpikes read(Path file, Network network) throws IOException {
    List<PopulationRange> ranges = PopulationRange.of(network);
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".csv") ? csv(file, network.neurons())
        : sonata(file, ranges);
  }

  private static GivenSpikes csv(Path file, int size) throws IOException {
    SpikeCsv.Spikes spikes = SpikeCsv.read(file);
    for (int neuron : spikes.neurons()) {
      if (neuron >= size) {
        throw new WrongInputException(file + ": neuron " + neuron + " is not in the network, which has " + size);
      }
    }
    return new GivenSpikes(spikes.neurons(), spikes.timesMs());
  }

  private static GivenSpikes sonata(Path file, List<PopulationRange> ranges) throws IOException {
    List<SonataSpikes.PopulationSpikes> populations = SonataSpikes.read(file);
    List<String> problems = new ArrayList<>();
    List<String> known = ranges.stream().map(PopulationRange::name).toList();
    List<String> found = populations.stream().map(SonataSpikes.PopulationSpikes::population).toList();
    found.stream().filter(name -> !known.contains(name)).forEach(name -> problems.add(file + ": the network has no"
        + " population " + name + Nearest.suggestion(name, known)));
    known.stream().filter(name -> !found.contains(name)).forEach(name -> problems.add(file + " holds no spikes of "
        + name + "; all populations are needed: explain the folder of the run instead, or record all"));
    WrongInputException.throwIfAny(problems);
    int count = populations.stream().mapToInt(p -> p.timestampsMs().length).sum();
    int[] neurons = new int[count];
    double[] times = new double[count];
    int n = 0;
    for (SonataSpikes.PopulationSpikes p : populations) {
      PopulationRange range = ranges.get(known.indexOf(p.population()));
      for (int k = 0; k < p.nodeIds().length; k++) {
        if (p.nodeIds()[k] < 0 || p.nodeIds()[k] >= range.size()) {
          throw new WrongInputException(file + ": population " + p.population() + " has no neuron " + p.nodeIds()[k]
              + ", its size is " + range.size());
        }
        neurons[n] = range.first() + (int) p.nodeIds()[k];
        times[n++] = p.timestampsMs()[k];
      }
    }
    return new GivenSpikes(Arrays.copyOf(neurons, n), Arrays.copyOf(times, n));
  }
}
