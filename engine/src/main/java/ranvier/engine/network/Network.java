package ranvier.engine.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A complete, immutable description of a spiking network. Reads like the methods section of a paper:
 *
 * <pre>{@code
 * Network network = Network.named("balanced")
 *     .population("E", 8000, "iaf_psc_exp", p -> p.set("tau_m", 20).initial("V_m", Distribution.uniform(-65, -50)))
 *     .population("I", 2000, "iaf_psc_exp", p -> p.set("tau_m", 20))
 *     .project("E", "I", new Rule.FixedInDegree(800, true, true), s -> s.weight(20).delayMs(1.5))
 *     .poisson("E", 8000, 20)
 *     .build();
 * }</pre>
 *
 * @param populations in the order of their neurons' global numbers
 * @param spikeTrains numbered after the populations
 */
public record Network(String name, List<Population> populations, List<SpikeTrains> spikeTrains,
    List<Projection> projections, List<Stimulus> stimuli, List<Probe> probes) {
  /** Copies the lists; use {@link #named} to build a checked network. */
  public Network {
    populations = List.copyOf(populations);
    spikeTrains = List.copyOf(spikeTrains);
    projections = List.copyOf(projections);
    stimuli = List.copyOf(stimuli);
    probes = List.copyOf(probes);
  }

  /** Starts a description. */
  public static Builder named(String name) {
    return new Builder(name);
  }

  /** The population of that name; null if there is none. */
  public Population population(String wanted) {
    for (Population p : populations) {
      if (p.name().equals(wanted)) {
        return p;
      }
    }
    return null;
  }

  /** Number of elements of a population or of spike trains; -1 if there is nothing of that name. */
  public int sizeOf(String wanted) {
    Population p = population(wanted);
    if (p != null) {
      return p.size();
    }
    for (SpikeTrains s : spikeTrains) {
      if (s.name().equals(wanted)) {
        return s.size();
      }
    }
    return -1;
  }

  /** Number of neurons, spike trains not counted. */
  public int neurons() {
    return populations.stream().mapToInt(Population::size).sum();
  }

  /** Collects a description; {@link #build} checks it as a whole. Not thread-safe. */
  public static final class Builder {
    private final String name;
    private final List<Population> populations = new ArrayList<>();
    private final List<SpikeTrains> spikeTrains = new ArrayList<>();
    private final List<Projection> projections = new ArrayList<>();
    private final List<Stimulus> stimuli = new ArrayList<>();
    private final List<Probe> probes = new ArrayList<>();

    private Builder(String name) {
      this.name = name;
    }

    /** Adds a population with the model's defaults. */
    public Builder population(String population, int size, String model) {
      return population(population, size, model, p -> { });
    }

    /** Adds a population. */
    public Builder population(String population, int size, String model, Consumer<PopulationBuilder> more) {
      PopulationBuilder p = new PopulationBuilder();
      more.accept(p);
      return add(new Population(population, size, model, p.parameters, p.initial));
    }

    /** Adds a population. */
    public Builder add(Population population) {
      populations.add(population);
      return this;
    }

    /** Adds spike trains: element k emits a spike at each of {@code timesMs[k]}. */
    public Builder spikeTrains(String trains, double[]... timesMs) {
      return add(new SpikeTrains(trains, timesMs));
    }

    /** Adds spike trains. */
    public Builder add(SpikeTrains trains) {
      spikeTrains.add(trains);
      return this;
    }

    /** Adds a projection named {@code source->target}. */
    public Builder project(String source, String target, Rule rule, Consumer<ProjectionBuilder> more) {
      ProjectionBuilder p = new ProjectionBuilder(uniqueName(source + "->" + target));
      more.accept(p);
      return add(new Projection(p.name, source, target, rule, p.weight, p.delayMs, p.synapse, p.parameters,
          p.storage, p.modulator));
    }

    /** Adds a projection. */
    public Builder add(Projection projection) {
      projections.add(projection);
      return this;
    }

    /** Drives every neuron of a population by its own Poisson train. */
    public Builder poisson(String target, double rateHz, double weight) {
      return add(new Stimulus.Poisson("poisson->" + target + stimuli.size(), target, Neurons.all(), rateHz, weight,
          0.0, Double.POSITIVE_INFINITY));
    }

    /** Drives neurons by a current that is {@code amplitude} for start &lt;= t &lt; stop. */
    public Builder current(String target, Neurons neurons, double startMs, double stopMs, double amplitude) {
      double[] times = Double.isInfinite(stopMs) ? new double[] {startMs} : new double[] {startMs, stopMs};
      double[] amplitudes = Double.isInfinite(stopMs) ? new double[] {amplitude} : new double[] {amplitude, 0.0};
      return add(new Stimulus.Current("current->" + target + stimuli.size(), target, neurons, times, amplitudes));
    }

    /** Adds a stimulus. */
    public Builder add(Stimulus stimulus) {
      stimuli.add(stimulus);
      return this;
    }

    /** Records variables of neurons. */
    public Builder probe(String population, Neurons neurons, double intervalMs, String... variables) {
      return add(new Probe("probe" + probes.size(), population, neurons, List.of(variables), intervalMs));
    }

    /** Adds a probe. */
    public Builder add(Probe probe) {
      probes.add(probe);
      return this;
    }

    /** What has been described, unchecked. */
    public Network unchecked() {
      return new Network(name, populations, spikeTrains, projections, stimuli, probes);
    }

    /**
     * The description.
     *
     * @throws InvalidNetworkException if anything is wrong with it, saying everything that is
     */
    public Network build() {
      Network network = unchecked();
      List<Problem> problems = Structure.problems(network);
      if (!problems.isEmpty()) {
        throw new InvalidNetworkException(problems);
      }
      return network;
    }

    private String uniqueName(String wanted) {
      String unique = wanted;
      for (int k = 2; isProjection(unique); k++) {
        unique = wanted + "#" + k;
      }
      return unique;
    }

    private boolean isProjection(String wanted) {
      return projections.stream().anyMatch(p -> p.name().equals(wanted));
    }
  }

  /** Parameters and initial values of one population. */
  public static final class PopulationBuilder {
    private final Map<String, Distribution> parameters = new LinkedHashMap<>();
    private final Map<String, Distribution> initial = new LinkedHashMap<>();

    private PopulationBuilder() {}

    /** The same parameter for all neurons. */
    public PopulationBuilder set(String parameter, double value) {
      return set(parameter, Distribution.constant(value));
    }

    /** A parameter that differs between neurons. */
    public PopulationBuilder set(String parameter, Distribution values) {
      parameters.put(parameter, values);
      return this;
    }

    /** The same initial value for all neurons. */
    public PopulationBuilder initial(String variable, double value) {
      return initial(variable, Distribution.constant(value));
    }

    /** Initial values that differ between neurons. */
    public PopulationBuilder initial(String variable, Distribution values) {
      initial.put(variable, values);
      return this;
    }
  }

  /** Weights, delays and the synapse model of one projection. */
  public static final class ProjectionBuilder {
    private String name;
    private Distribution weight = Distribution.constant(1.0);
    private Distribution delayMs = Distribution.constant(1.0);
    private String synapse = "static";
    private final Map<String, Distribution> parameters = new LinkedHashMap<>();
    private Storage storage = Storage.AUTO;
    private String modulator = "";

    private ProjectionBuilder(String name) {
      this.name = name;
    }

    /** Names the projection. */
    public ProjectionBuilder name(String unique) {
      name = unique;
      return this;
    }

    /** The same weight for all synapses. */
    public ProjectionBuilder weight(double value) {
      return weight(Distribution.constant(value));
    }

    /** Weights that differ between synapses. */
    public ProjectionBuilder weight(Distribution values) {
      weight = values;
      return this;
    }

    /** The same delay for all synapses. */
    public ProjectionBuilder delayMs(double value) {
      return delayMs(Distribution.constant(value));
    }

    /** Delays that differ between synapses. */
    public ProjectionBuilder delayMs(Distribution values) {
      delayMs = values;
      return this;
    }

    /** The synapse model. */
    public ProjectionBuilder synapse(String model) {
      synapse = model;
      return this;
    }

    /** A parameter of the synapse model. */
    public ProjectionBuilder set(String parameter, double value) {
      return set(parameter, Distribution.constant(value));
    }

    /** A parameter of the synapse model that differs between synapses. */
    public ProjectionBuilder set(String parameter, Distribution values) {
      parameters.put(parameter, values);
      return this;
    }

    /** The population or spike trains whose spikes modulate plasticity. */
    public ProjectionBuilder modulator(String source) {
      modulator = source;
      return this;
    }

    /** How the weights are kept. */
    public ProjectionBuilder storage(Storage wanted) {
      storage = wanted;
      return this;
    }
  }
}
