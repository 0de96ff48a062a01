package ranvier.formats;

import java.util.ArrayList;
import java.util.List;
import ranvier.engine.network.Paths;

/** The keys under which the parts of a network stand in its file. */
final class FilePaths implements Paths {
  final List<String> populations = new ArrayList<>();
  final List<String> spikeTrains = new ArrayList<>();
  final List<String> projections = new ArrayList<>();
  final List<String> rules = new ArrayList<>();
  final List<String> stimuli = new ArrayList<>();
  final List<String> probes = new ArrayList<>();

  @Override
  public String population(int index) {
    return populations.get(index);
  }

  @Override
  public String spikeTrains(int index) {
    return spikeTrains.get(index);
  }

  @Override
  public String projection(int index) {
    return projections.get(index);
  }

  @Override
  public String rule(int projection) {
    return rules.get(projection);
  }

  @Override
  public String stimulus(int index) {
    return stimuli.get(index);
  }

  @Override
  public String probe(int index) {
    return probes.get(index);
  }
}
