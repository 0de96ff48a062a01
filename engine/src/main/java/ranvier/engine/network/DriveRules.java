package ranvier.engine.network;

import java.util.Arrays;
import java.util.HashSet;

/** The rules for stimuli and probes, whatever the models and the time step. */
final class DriveRules {
  private final Structure structure;

  DriveRules(Structure structure) {
    this.structure = structure;
  }

  void check(String path, Stimulus stimulus) {
    neurons(path + ".neurons", stimulus.neurons(), structure.populationSize(path + ".target", stimulus.target()),
        stimulus.target());
    switch (stimulus) {
      case Stimulus.Poisson p -> {
        notNegative(path + ".rate_hz", p.rateHz());
        finite(path + ".weight", p.weight());
        interval(path, p.startMs(), p.stopMs());
      }
      case Stimulus.Noise n -> {
        finite(path + ".mean", n.mean());
        notNegative(path + ".std", n.std());
        positive(path + ".interval_ms", n.intervalMs());
        interval(path, n.startMs(), n.stopMs());
      }
      case Stimulus.Current c -> {
        structure.ascending(path + ".times_ms", c.timesMs());
        if (c.timesMs().length != c.amplitudes().length) {
          structure.problem(path + ".amplitudes", "needs one amplitude per time, " + c.timesMs().length + ", got "
              + c.amplitudes().length);
        }
        for (int k = 0; k < c.amplitudes().length; k++) {
          finite(Paths.at(path + ".amplitudes", k), c.amplitudes()[k]);
        }
      }
    }
  }

  void check(String path, Probe probe) {
    neurons(path + ".neurons", probe.neurons(), structure.populationSize(path + ".population", probe.population()),
        probe.population());
    if (probe.variables().isEmpty()) {
      structure.problem(path + ".variables", "must name at least one variable");
    }
    HashSet<String> taken = new HashSet<>();
    for (int k = 0; k < probe.variables().size(); k++) {
      if (!taken.add(probe.variables().get(k))) {
        structure.problem(Paths.at(path + ".variables", k), "names " + probe.variables().get(k) + " a second time");
      }
    }
    positive(path + ".interval_ms", probe.intervalMs());
  }

  private void neurons(String path, Neurons neurons, int size, String population) {
    if (size > 0 && !neurons.fits(size)) {
      structure.problem(path, "must lie in 0.." + (size - 1) + ", the neurons of " + population);
    } else if (neurons instanceof Neurons.Listed list) {
      int[] sorted = list.indices().clone();
      Arrays.sort(sorted);
      for (int k = 1; k < sorted.length; k++) {
        if (sorted[k] == sorted[k - 1]) {
          structure.problem(path, "names neuron " + sorted[k] + " twice");
          return;
        }
      }
    }
  }

  private void interval(String path, double startMs, double stopMs) {
    if (!(startMs >= 0) || Double.isInfinite(startMs)) {
      structure.problem(path + ".start_ms", "must be finite and not negative, got " + startMs);
    } else if (!(stopMs >= startMs)) {
      structure.problem(path + ".stop_ms", "must not be before start_ms " + startMs + ", got " + stopMs);
    }
  }

  private void finite(String path, double value) {
    if (!Double.isFinite(value)) {
      structure.problem(path, "must be finite, got " + value);
    }
  }

  private void notNegative(String path, double value) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      structure.problem(path, "must be finite and not negative, got " + value);
    }
  }

  private void positive(String path, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      structure.problem(path, "must be finite and positive, got " + value);
    }
  }
}
