package ranvier.formats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.arbitraries.DoubleArbitrary;
import ranvier.engine.kernel.Timing;
import ranvier.engine.network.Distribution;
import ranvier.engine.network.Network;
import ranvier.engine.network.Neurons;
import ranvier.engine.network.Population;
import ranvier.engine.network.Probe;
import ranvier.engine.network.Projection;
import ranvier.engine.network.Rule;
import ranvier.engine.network.SpikeTrains;
import ranvier.engine.network.Stimulus;
import ranvier.engine.network.Storage;

/** Random network descriptions of sound structure, with awkward names and numbers. */
final class Networks {
  private static final int MOST = 5;

  private Networks() {}

  /** Files with any network and any block {@code run}. */
  static Arbitrary<NetworkFile> files() {
    return networks().flatMap(network -> {
      List<String> populations = network.populations().stream().map(Population::name).toList();
      return Combinators.combine(times().injectNull(0.5), times().injectNull(0.5), positive().injectNull(0.5),
          Arbitraries.longs().injectNull(0.5), Arbitraries.of(Timing.class).injectNull(0.5),
          Arbitraries.of(true, false).injectNull(0.5), Arbitraries.subsetOf(populations).map(List::copyOf)
              .injectNull(0.5))
          .as(RunBlock::new).map(run -> new NetworkFile(network, run));
    });
  }

  /** Networks of sound structure. */
  static Arbitrary<Network> networks() {
    Arbitrary<List<String>> sources = names().list().uniqueElements().ofMinSize(1).ofMaxSize(4);
    return Combinators.combine(names(), sources, Arbitraries.integers().between(0, 3))
        .flatAs((name, names, trains) -> network(name, names, Math.min(trains, names.size() - 1)));
  }

  private static Arbitrary<Network> network(String name, List<String> names, int trains) {
    Arbitrary<List<Population>> populations = each(names.subList(trains, names.size()), Networks::population);
    Arbitrary<List<SpikeTrains>> spikeTrains = each(names.subList(0, trains), Networks::spikeTrains);
    return Combinators.combine(populations, spikeTrains).flatAs((p, s) -> {
      Map<String, Integer> targets = new HashMap<>();
      p.forEach(x -> targets.put(x.name(), x.size()));
      Map<String, Integer> all = new HashMap<>(targets);
      s.forEach(x -> all.put(x.name(), x.size()));
      Arbitrary<List<String>> some = names().list().uniqueElements().ofMaxSize(3);
      return Combinators.combine(
          some.flatMap(n -> each(n, x -> projection(x, all, targets))),
          some.flatMap(n -> each(n, x -> stimulus(x, targets))),
          some.flatMap(n -> each(n, x -> probe(x, targets))))
          .as((projections, stimuli, probes) -> new Network(name, p, s, projections, stimuli, probes));
    });
  }

  private static Arbitrary<Population> population(String name) {
    return Arbitraries.integers().between(1, MOST).flatMap(size -> Combinators.combine(names(),
        values(anyDouble(), size), values(finite(), size))
        .as((model, parameters, initial) -> new Population(name, size, model, parameters, initial)));
  }

  private static Arbitrary<SpikeTrains> spikeTrains(String name) {
    return ascending().array(double[][].class).ofMinSize(1).ofMaxSize(MOST).map(t -> new SpikeTrains(name, t));
  }

  private static Arbitrary<Projection> projection(String name, Map<String, Integer> sources,
      Map<String, Integer> targets) {
    return Combinators.combine(Arbitraries.of(sources.keySet()), Arbitraries.of(targets.keySet()))
        .flatAs((source, target) -> rule(sources.get(source), targets.get(target), source.equals(target))
            .flatMap(rule -> {
              int listed = rule instanceof Rule.Explicit e ? e.sources().length : -1;
              return Combinators.combine(distribution(finite(), listed), delay(listed), names(),
                  values(anyDouble(), listed), Arbitraries.of(Storage.class))
                  .as((weight, delay, synapse, parameters, storage) -> new Projection(name, source, target, rule,
                      weight, delay, synapse, parameters, storage));
            }));
  }

  private static Arbitrary<Rule> rule(int sources, int targets, boolean same) {
    Arbitrary<Boolean> flag = Arbitraries.of(true, false);
    List<Arbitrary<? extends Rule>> rules = new ArrayList<>(List.of(
        flag.map(Rule.AllToAll::new),
        Combinators.combine(Arbitraries.integers().between(0, sources - 1), flag, flag).as(Rule.FixedInDegree::new),
        Combinators.combine(Arbitraries.integers().between(0, targets - 1), flag, flag).as(Rule.FixedOutDegree::new),
        Arbitraries.longs().greaterOrEqual(0).map(n -> new Rule.FixedTotalNumber(n, true)),
        Combinators.combine(Arbitraries.doubles().between(0, 1), flag).as(Rule.PairwiseBernoulli::new),
        Arbitraries.integers().between(0, MOST).flatMap(n -> Combinators.combine(
            Arbitraries.integers().between(0, sources - 1).array(int[].class).ofSize(n),
            Arbitraries.integers().between(0, targets - 1).array(int[].class).ofSize(n)).as(Rule.Explicit::new))));
    if (sources == targets || same) {
      rules.add(Arbitraries.just(new Rule.OneToOne()));
    }
    return Arbitraries.oneOf(rules).map(Rule.class::cast);
  }

  private static Arbitrary<Stimulus> stimulus(String name, Map<String, Integer> targets) {
    return Arbitraries.of(targets.keySet()).flatMap(target -> neurons(targets.get(target)).flatMap(neurons -> {
      Arbitrary<Stimulus> poisson = Combinators.combine(times(), finite(), times(), stop())
          .as((rate, weight, start, stop) ->
              new Stimulus.Poisson(name, target, neurons, rate, weight, start, start + stop));
      Arbitrary<Stimulus> noise = Combinators.combine(finite(), times(), positive(), times(), stop())
          .as((mean, std, interval, start, stop) ->
              new Stimulus.Noise(name, target, neurons, mean, std, interval, start, start + stop));
      Arbitrary<Stimulus> current = ascending().flatMap(times -> finite().array(double[].class).ofSize(times.length)
          .map(amplitudes -> new Stimulus.Current(name, target, neurons, times, amplitudes)));
      return Arbitraries.oneOf(poisson, noise, current);
    }));
  }

  private static Arbitrary<Probe> probe(String name, Map<String, Integer> targets) {
    return Arbitraries.of(targets.keySet()).flatMap(target -> Combinators.combine(neurons(targets.get(target)),
        names().list().uniqueElements().ofMinSize(1).ofMaxSize(3), positive())
        .as((neurons, variables, interval) -> new Probe(name, target, neurons, variables, interval)));
  }

  private static Arbitrary<Neurons> neurons(int size) {
    return Arbitraries.oneOf(Arbitraries.just(Neurons.all()),
        Combinators.combine(Arbitraries.integers().between(0, size), Arbitraries.integers().between(0, size))
            .as((a, b) -> Neurons.range(Math.min(a, b), Math.max(a, b))),
        Arbitraries.integers().between(0, size - 1).set().map(s -> Neurons.listed(s.stream().mapToInt(i -> i)
            .toArray())));
  }

  private static Arbitrary<Map<String, Distribution>> values(Arbitrary<Double> numbers, int elements) {
    return Arbitraries.maps(names(), distribution(numbers, elements)).ofMaxSize(3);
  }

  private static Arbitrary<Distribution> delay(int listed) {
    List<Arbitrary<? extends Distribution>> kinds = new ArrayList<>(List.of(times().map(Distribution::constant),
        Combinators.combine(finite(), positive()).as(Distribution::normal),
        Combinators.combine(positive(), positive())
            .as((mean, std) -> Distribution.normalRedrawn(mean, std, 0, Double.POSITIVE_INFINITY))));
    if (listed >= 0) {
      kinds.add(times().array(double[].class).ofSize(listed).map(Distribution::listed));
    }
    return Arbitraries.oneOf(kinds).map(Distribution.class::cast);
  }

  private static Arbitrary<Distribution> distribution(Arbitrary<Double> numbers, int elements) {
    List<Arbitrary<? extends Distribution>> kinds = new ArrayList<>(List.of(
        numbers.map(Distribution::constant),
        Combinators.combine(finite(), finite()).as((a, b) -> Distribution.uniform(Math.min(a, b), Math.max(a, b))),
        Combinators.combine(finite(), positive()).as(Distribution::normal),
        Combinators.combine(finite(), positive()).as(Distribution::lognormal),
        Combinators.combine(finite(), positive()).as((mean, std) ->
            Distribution.normalRedrawn(mean, std, Double.NEGATIVE_INFINITY, mean)).filter(d -> d.problem() == null),
        Combinators.combine(finite(), positive(), finite()).as((mean, std, min) ->
            Distribution.normalClipped(mean, std, min, Double.POSITIVE_INFINITY))));
    if (elements >= 0) {
      kinds.add(numbers.array(double[].class).ofSize(elements).map(Distribution::listed));
    }
    return Arbitraries.oneOf(kinds).map(Distribution.class::cast);
  }

  private static Arbitrary<double[]> ascending() {
    return times().array(double[].class).ofMaxSize(MOST).map(t -> {
      double[] sorted = t.clone();
      Arrays.sort(sorted);
      return sorted;
    });
  }

  private static Arbitrary<Double> stop() {
    return Arbitraries.oneOf(times(), Arbitraries.just(Double.POSITIVE_INFINITY));
  }

  private static Arbitrary<Double> times() {
    return doubles().between(0, 1e12);
  }

  private static Arbitrary<Double> positive() {
    return doubles().between(1e-12, 1e12);
  }

  private static Arbitrary<Double> finite() {
    return Arbitraries.oneOf(doubles().between(-1e3, 1e3), doubles().between(-1e300, 1e300),
        Arbitraries.integers().map(i -> (double) i), Arbitraries.of(-0.0, Double.MIN_VALUE, 0x1p53, 0x1p63));
  }

  private static Arbitrary<Double> anyDouble() {
    return Arbitraries.oneOf(finite(), Arbitraries.of(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY));
  }

  private static DoubleArbitrary doubles() {
    return Arbitraries.doubles().ofScale(20);
  }

  private static Arbitrary<String> names() {
    return Arbitraries.oneOf(Arbitraries.strings().withCharRange('A', 'Z').ofMinLength(1).ofMaxLength(2),
        Arbitraries.of("true", "null", "~", "1e3", "+.5", "08", "-.inf", ".nan", "- a", "a: b", "#x", "'", "\"",
            "a.b[0]", "x->y", "<<", "all", "none", "\u00e9\u4e2d", "\uD83E\uDDE0", "{", "]", "*a", "&a", "!a", "%",
            "@", "|", "\\"),
        Arbitraries.strings().withCharRange(' ', '~').ofMinLength(1).ofMaxLength(8).filter(s -> !s.isBlank()));
  }

  private interface Maker<T> {
    Arbitrary<T> make(String name);
  }

  private static <T> Arbitrary<List<T>> each(List<String> names, Maker<T> maker) {
    return names.isEmpty() ? Arbitraries.just(List.of()) : Combinators.combine(names.stream().map(maker::make).toList())
        .as(list -> list);
  }
}
