package ranvier.engine.network;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The rules that a description must meet whatever the models and the time step. */
public final class Structure {
  private final Network network;
  private final List<Problem> problems = new ArrayList<>();

  private Structure(Network network) {
    this.network = network;
  }

  /** Everything that is wrong; empty if nothing is. */
  public static List<Problem> problems(Network network) {
    Structure check = new Structure(network);
    check.all();
    return check.problems;
  }

  private void all() {
    if (network.populations().isEmpty()) {
      problem("populations", "a network needs at least one population");
    }
    Set<String> names = new HashSet<>();
    long neurons = 0;
    for (Population p : network.populations()) {
      String path = "populations." + p.name();
      name(names, path, p.name());
      if (p.size() < 1) {
        problem(path + ".size", "must be at least 1, got " + p.size());
      }
      neurons += Math.max(0, p.size());
      p.parameters().forEach((key, values) -> values(path + ".parameters." + key, values, p.size()));
      p.initial().forEach((key, values) -> values(path + ".initial." + key, values, p.size()));
    }
    for (SpikeTrains s : network.spikeTrains()) {
      String path = "spike_trains." + s.name();
      name(names, path, s.name());
      neurons += s.size();
      times(path, s);
    }
    if (neurons > Integer.MAX_VALUE) {
      problem("populations", "at most 2^31 - 1 neurons and spike trains, got " + neurons);
    }
    Set<String> projections = new HashSet<>();
    for (Projection p : network.projections()) {
      name(projections, "projections." + p.name(), p.name());
      projection(p);
    }
    Set<String> stimuli = new HashSet<>();
    for (Stimulus s : network.stimuli()) {
      name(stimuli, "stimuli." + s.name(), s.name());
      stimulus(s);
    }
    Set<String> probes = new HashSet<>();
    for (Probe p : network.probes()) {
      name(probes, "probes." + p.name(), p.name());
      target("probes." + p.name() + ".population", p.population(), p.neurons(), "probes." + p.name() + ".neurons");
      if (!(p.intervalMs() > 0) || Double.isInfinite(p.intervalMs())) {
        problem("probes." + p.name() + ".interval_ms", "must be positive, got " + p.intervalMs());
      }
      if (p.variables().isEmpty()) {
        problem("probes." + p.name() + ".variables", "must name at least one variable");
      }
    }
  }

  private void projection(Projection p) {
    String path = "projections." + p.name();
    int sources = network.sizeOf(p.source());
    int targets = network.population(p.target()) == null ? -1 : network.sizeOf(p.target());
    if (sources < 0) {
      problem(path + ".source", "there is no population or spike train " + p.source()
          + Nearest.suggestion(p.source(), sourceNames()));
    }
    if (targets < 0) {
      problem(path + ".target", "there is no population " + p.target()
          + Nearest.suggestion(p.target(), populationNames()));
    }
    int listed = p.rule() instanceof Rule.Explicit e ? e.sources().length : -1;
    values(path + ".weight", p.weight(), listed);
    values(path + ".delay", p.delayMs(), listed);
    p.parameters().forEach((key, values) -> values(path + ".parameters." + key, values, listed));
    if (p.delayMs().problem() == null && p.delayMs().min() < 0 && p.delayMs().min() != Double.NEGATIVE_INFINITY) {
      problem(path + ".delay", "must not be negative, got " + p.delayMs().min());
    }
    if (p.delayMs().problem() == null && p.delayMs().isConstant() && Double.isInfinite(p.delayMs().min())) {
      problem(path + ".delay", "must be finite");
    }
    if (sources >= 0 && targets >= 0) {
      rule(path + ".rule", p, sources, targets);
    }
  }

  private void rule(String path, Projection p, int sources, int targets) {
    boolean same = p.source().equals(p.target());
    switch (p.rule()) {
      case Rule.OneToOne r -> {
        if (sources != targets) {
          problem(path, "one-to-one needs equal sizes, got " + sources + " and " + targets);
        }
      }
      case Rule.AllToAll r -> { }
      case Rule.FixedInDegree r -> degree(path + ".in_degree", r.inDegree(), sources - (same && !r.autapses() ? 1 : 0),
          r.multapses(), "source");
      case Rule.FixedOutDegree r -> degree(path + ".out_degree", r.outDegree(),
          targets - (same && !r.autapses() ? 1 : 0), r.multapses(), "target");
      case Rule.FixedTotalNumber r -> {
        if (r.number() < 0) {
          problem(path + ".number", "must not be negative, got " + r.number());
        }
        if (r.number() > 0 && same && !r.autapses() && sources < 2) {
          problem(path, "a single neuron without autapses cannot be connected");
        }
      }
      case Rule.PairwiseBernoulli r -> {
        if (!(r.probability() >= 0 && r.probability() <= 1)) {
          problem(path + ".probability", "must be in [0, 1], got " + r.probability());
        }
      }
      case Rule.Explicit r -> explicit(path, r, sources, targets);
    }
  }

  private void degree(String path, int degree, int available, boolean multapses, String what) {
    if (degree < 0) {
      problem(path, "must not be negative, got " + degree);
    } else if (degree > 0 && available < 1) {
      problem(path, "there is no " + what + " to choose from");
    } else if (!multapses && degree > available) {
      problem(path, "must not exceed the " + available + " " + what + "s available without multapses, got " + degree);
    }
  }

  private void explicit(String path, Rule.Explicit r, int sources, int targets) {
    if (r.sources().length != r.targets().length) {
      problem(path, "sources and targets must be of equal length, got " + r.sources().length + " and "
          + r.targets().length);
      return;
    }
    for (int k = 0; k < r.sources().length; k++) {
      if (r.sources()[k] < 0 || r.sources()[k] >= sources) {
        problem(path + ".sources[" + k + "]", "must be in 0.." + (sources - 1) + ", got " + r.sources()[k]);
        return;
      }
      if (r.targets()[k] < 0 || r.targets()[k] >= targets) {
        problem(path + ".targets[" + k + "]", "must be in 0.." + (targets - 1) + ", got " + r.targets()[k]);
        return;
      }
    }
  }

  private void stimulus(Stimulus s) {
    String path = "stimuli." + s.name();
    target(path + ".target", s.target(), s.neurons(), path + ".neurons");
    switch (s) {
      case Stimulus.Poisson p -> {
        if (!(p.rateHz() >= 0) || Double.isInfinite(p.rateHz())) {
          problem(path + ".rate_hz", "must be finite and not negative, got " + p.rateHz());
        }
        finite(path + ".weight", p.weight());
        interval(path, p.startMs(), p.stopMs());
      }
      case Stimulus.Noise n -> {
        finite(path + ".mean", n.mean());
        if (!(n.std() >= 0) || Double.isInfinite(n.std())) {
          problem(path + ".std", "must be finite and not negative, got " + n.std());
        }
        if (!(n.intervalMs() > 0) || Double.isInfinite(n.intervalMs())) {
          problem(path + ".interval_ms", "must be positive, got " + n.intervalMs());
        }
        interval(path, n.startMs(), n.stopMs());
      }
      case Stimulus.Current c -> {
        if (c.timesMs().length != c.amplitudes().length) {
          problem(path, "times and amplitudes must be of equal length, got " + c.timesMs().length + " and "
              + c.amplitudes().length);
        }
        for (int k = 0; k < c.timesMs().length; k++) {
          if (!(c.timesMs()[k] >= 0) || (k > 0 && c.timesMs()[k] < c.timesMs()[k - 1])) {
            problem(path + ".times[" + k + "]", "times must ascend and not be negative, got " + c.timesMs()[k]);
            break;
          }
        }
        for (int k = 0; k < c.amplitudes().length; k++) {
          finite(path + ".amplitudes[" + k + "]", c.amplitudes()[k]);
        }
      }
    }
  }

  private void interval(String path, double startMs, double stopMs) {
    if (!(startMs >= 0) || !(stopMs >= startMs)) {
      problem(path, "needs 0 <= start_ms <= stop_ms, got " + startMs + " and " + stopMs);
    }
  }

  private void finite(String path, double value) {
    if (!Double.isFinite(value)) {
      problem(path, "must be finite, got " + value);
    }
  }

  private void target(String path, String population, Neurons neurons, String neuronsPath) {
    Population p = network.population(population);
    if (p == null) {
      problem(path, "there is no population " + population + Nearest.suggestion(population, populationNames()));
    } else if (!neurons.fits(p.size())) {
      problem(neuronsPath, "must lie in 0.." + (p.size() - 1) + ", the neurons of " + population);
    }
  }

  private void values(String path, Distribution values, int elements) {
    String wrong = values.problem();
    if (wrong != null) {
      problem(path, wrong);
    } else if (values instanceof Distribution.Listed list) {
      if (elements < 0) {
        problem(path, "a list of values needs the explicit rule");
      } else if (list.values().length != elements) {
        problem(path, "needs one value per element, " + elements + ", got " + list.values().length);
      }
    }
  }

  private void times(String path, SpikeTrains s) {
    if (s.size() == 0) {
      problem(path, "must hold at least one train");
    }
    for (int k = 0; k < s.size(); k++) {
      double[] t = s.timesMs()[k];
      for (int i = 0; i < t.length; i++) {
        if (!(t[i] >= 0) || Double.isInfinite(t[i]) || (i > 0 && t[i] < t[i - 1])) {
          problem(path + ".times[" + k + "][" + i + "]", "times must be finite, not negative and ascending, got "
              + t[i]);
          return;
        }
      }
    }
  }

  private void name(Set<String> taken, String path, String name) {
    if (name.isBlank()) {
      problem(path, "a name must not be blank");
    } else if (!taken.add(name)) {
      problem(path, "the name is used twice");
    }
  }

  private Set<String> populationNames() {
    Set<String> names = new LinkedHashSet<>();
    network.populations().forEach(p -> names.add(p.name()));
    return names;
  }

  private Set<String> sourceNames() {
    Set<String> names = populationNames();
    network.spikeTrains().forEach(s -> names.add(s.name()));
    return names;
  }

  private void problem(String path, String message) {
    problems.add(new Problem(path, message));
  }
}
