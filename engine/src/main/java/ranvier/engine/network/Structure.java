package ranvier.engine.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rules that a description must meet whatever the models and the time step. A population whose size is wrong counts
 * as one of unknown size, so that one mistake is told once.
 */
public final class Structure {
  /** Size of a population that has none that is valid. */
  static final int UNKNOWN = -2;
  /** Size of what does not exist, and length of lists where lists have no place. */
  static final int NONE = -1;

  private final Network network;
  private final Paths paths;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, Integer> populations = new HashMap<>();
  private final Map<String, Integer> trains = new HashMap<>();

  private Structure(Network network, Paths paths) {
    this.network = network;
    this.paths = paths;
    network.spikeTrains().forEach(s -> trains.put(s.name(), s.size()));
    network.populations().forEach(p -> populations.put(p.name(), size(p)));
  }

  /** Everything that is wrong, told by name; empty if nothing is. */
  public static List<Problem> problems(Network network) {
    return problems(network, Paths.byName(network));
  }

  /** Everything that is wrong, in the order of the description; empty if nothing is. */
  public static List<Problem> problems(Network network, Paths paths) {
    Structure check = new Structure(network, paths);
    check.all();
    return check.problems;
  }

  private void all() {
    name(new HashSet<>(), "name", network.name());
    if (network.populations().isEmpty()) {
      problem("populations", "a network needs at least one population");
    }
    Set<String> names = new HashSet<>();
    for (int i = 0; i < network.populations().size(); i++) {
      population(names, paths.population(i), network.populations().get(i));
    }
    for (int i = 0; i < network.spikeTrains().size(); i++) {
      spikeTrains(names, paths.spikeTrains(i), network.spikeTrains().get(i));
    }
    long neurons = network.populations().stream().mapToLong(p -> Math.max(0, p.size())).sum()
        + network.spikeTrains().stream().mapToLong(SpikeTrains::size).sum();
    if (neurons > Integer.MAX_VALUE) {
      problem("populations", "at most 2^31 - 1 neurons and spike trains, got " + neurons);
    }
    Set<String> projections = new HashSet<>();
    ProjectionRules projectionRules = new ProjectionRules(this);
    for (int i = 0; i < network.projections().size(); i++) {
      Projection p = network.projections().get(i);
      name(projections, paths.projection(i) + ".name", p.name());
      projectionRules.check(paths.projection(i), paths.rule(i), p);
    }
    Set<String> stimuli = new HashSet<>();
    DriveRules driveRules = new DriveRules(this);
    for (int i = 0; i < network.stimuli().size(); i++) {
      Stimulus s = network.stimuli().get(i);
      name(stimuli, paths.stimulus(i) + ".name", s.name());
      driveRules.check(paths.stimulus(i), s);
    }
    Set<String> probes = new HashSet<>();
    for (int i = 0; i < network.probes().size(); i++) {
      Probe p = network.probes().get(i);
      name(probes, paths.probe(i) + ".name", p.name());
      driveRules.check(paths.probe(i), p);
    }
  }

  private void population(Set<String> names, String path, Population p) {
    name(names, path, p.name());
    if (p.size() < 1) {
      problem(path + ".size", "must be at least 1, got " + p.size());
    }
    p.parameters().forEach((key, values) ->
        values(Paths.at(path + ".parameters", key), values, size(p)));
    p.initial().forEach((key, values) -> {
      String at = Paths.at(path + ".initial", key);
      values(at, values, size(p));
      finite(at, values);
    });
  }

  private void spikeTrains(Set<String> names, String path, SpikeTrains s) {
    name(names, path, s.name());
    if (s.size() == 0) {
      problem(path + ".times_ms", "must hold at least one train");
    }
    for (int k = 0; k < s.size(); k++) {
      ascending(Paths.at(path + ".times_ms", k), s.timesMs()[k]);
    }
  }

  private static int size(Population p) {
    return p.size() < 1 ? UNKNOWN : p.size();
  }

  /** Tells the first time that is not finite, negative or earlier than the one before. */
  void ascending(String path, double[] timesMs) {
    for (int i = 0; i < timesMs.length; i++) {
      if (!(timesMs[i] >= 0) || Double.isInfinite(timesMs[i])) {
        problem(Paths.at(path, i), "must be finite and not negative, got " + timesMs[i]);
        return;
      }
      if (i > 0 && timesMs[i] < timesMs[i - 1]) {
        problem(Paths.at(path, i), "times must ascend, got " + timesMs[i] + " after " + timesMs[i - 1]);
        return;
      }
    }
  }

  /**
   * Checks what holds for all distributions.
   *
   * @param elements how many numbers a list must hold, {@link #UNKNOWN} or {@link #NONE}
   */
  void values(String path, Distribution values, int elements) {
    String wrong = values.problem();
    if (wrong != null) {
      problem(path, wrong);
    } else if (values instanceof Distribution.Listed list) {
      if (elements == NONE) {
        problem(path, "a list of values needs the explicit rule");
      } else if (elements != UNKNOWN && list.values().length != elements) {
        problem(path, "needs one value per element, " + elements + ", got " + list.values().length);
      }
    }
  }

  /** Checks that constants and lists hold finite numbers; draws always are. */
  void finite(String path, Distribution values) {
    if (values instanceof Distribution.Constant c && Double.isInfinite(c.constant())) {
      problem(path, "must be finite, got " + c.constant());
    } else if (values instanceof Distribution.Listed list) {
      for (int k = 0; k < list.values().length; k++) {
        if (Double.isInfinite(list.values()[k])) {
          problem(Paths.at(path, k), "must be finite, got " + list.values()[k]);
          return;
        }
      }
    }
  }

  /** Size of the population of that name, {@link #UNKNOWN} if that is wrong; tells if there is {@link #NONE}. */
  int populationSize(String path, String name) {
    Integer size = populations.get(name);
    if (size == null) {
      problem(path, trains.containsKey(name)
          ? name + " is a set of spike trains, a population is needed here"
          : "there is no population " + name + Nearest.suggestion(name, populationNames()));
    }
    return size == null ? NONE : size;
  }

  /** Like {@link #populationSize}, for a population or spike trains. */
  int sourceSize(String path, String name) {
    Integer size = populations.getOrDefault(name, trains.get(name));
    if (size == null) {
      List<String> valid = populationNames();
      network.spikeTrains().forEach(s -> valid.add(s.name()));
      problem(path, "there is no population or spike train " + name + Nearest.suggestion(name, valid));
    }
    return size == null ? NONE : size;
  }

  void problem(String path, String message) {
    problems.add(new Problem(path, message));
  }

  private List<String> populationNames() {
    List<String> names = new ArrayList<>();
    network.populations().forEach(p -> names.add(p.name()));
    return names;
  }

  private void name(Set<String> taken, String path, String name) {
    if (name.isBlank()) {
      problem(path, "a name must not be blank");
    } else if (name.chars().anyMatch(Character::isISOControl)) {
      problem(path, "a name must not hold control characters");
    } else if (!taken.add(name)) {
      problem(path, "the name " + name + " is used twice");
    }
  }
}
