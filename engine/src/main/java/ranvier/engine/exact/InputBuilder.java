package ranvier.engine.exact;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import ranvier.engine.network.Network;
import ranvier.engine.network.Neurons;
import ranvier.engine.network.Population;
import ranvier.engine.network.Probe;
import ranvier.engine.network.Stimulus;

/** Finds what reaches the neurons of a unit from outside, and who watches them. */
final class InputBuilder {
  private final Network network;
  private final ExactLayout layout;
  private final List<ExactSamples> samples;
  private final long seed;
  private final double binMs;
  private final long firstSlice;

  /** For one network; {@code samples} are taken by its probes. */
  InputBuilder(Network network, ExactLayout layout, List<ExactSamples> samples, long seed, double binMs,
      long firstSlice) {
    this.network = network;
    this.layout = layout;
    this.samples = samples;
    this.seed = seed;
    this.binMs = binMs;
    this.firstSlice = firstSlice;
  }

  /** All inputs of a unit, as they are at the start of the run. */
  UnitInputs of(int unit) {
    int size = layout.members[unit].length;
    List<PoissonArrivals> poisson = new ArrayList<>();
    CurrentChanges currents = new CurrentChanges(size, binMs, firstSlice);
    for (int s = 0; s < network.stimuli().size(); s++) {
      Stimulus stimulus = network.stimuli().get(s);
      int[] ids = selected(unit, stimulus.target(), stimulus.neurons());
      if (ids.length == 0) {
        continue;
      }
      int p = population(stimulus.target());
      int[] local = IntStream.of(ids).map(i -> layout.localOf[layout.firstSource[p] + i]).toArray();
      switch (stimulus) {
        case Stimulus.Poisson q -> {
          if (q.rateHz() > 0) {
            poisson.add(new PoissonArrivals(q, local, ids, s, seed, binMs, firstSlice));
          }
        }
        case Stimulus.Current c -> currents.add(c, local, ids, seed, s);
        case Stimulus.Noise n -> currents.add(n, local, ids, seed, s);
      }
    }
    List<ProbedNeuron> probed = new ArrayList<>();
    for (ExactSamples sampled : samples) {
      Probe probe = sampled.probe();
      int p = population(probe.population());
      for (int k = 0; k < probe.neurons().count(network.populations().get(p).size()); k++) {
        int global = layout.firstSource[p] + probe.neurons().get(k);
        if (layout.unitOf[global] == unit) {
          probed.add(new ProbedNeuron(layout.localOf[global], sampled, k * probe.variables().size(),
              firstSlice * binMs));
        }
      }
    }
    return new UnitInputs(poisson, currents, probed);
  }

  private int population(String name) {
    for (int p = 0; p < network.populations().size(); p++) {
      Population population = network.populations().get(p);
      if (population.name().equals(name)) {
        return p;
      }
    }
    throw new IllegalArgumentException("there is no population " + name);
  }

  /** Indices in their population of the selected neurons that lie in a unit. */
  private int[] selected(int unit, String name, Neurons neurons) {
    int p = population(name);
    return IntStream.range(0, neurons.count(network.populations().get(p).size())).map(neurons::get)
        .filter(i -> layout.unitOf[layout.firstSource[p] + i] == unit).toArray();
  }
}
