package ranvier.formats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.DoubleSupplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
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
  private static final List<String> AWKWARD = List.of("true", "null", "~", "1e3", "+.5", "08", "-.inf", ".nan", "- a",
      "a: b", "#x", "'", "\"", "a.b[0]", "x->y", "<<", "all", "none", "\u00e9\u4e2d", "\uD83E\uDDE0", "{", "]", "*a",
      "&a", "!a", "%", "@", "|", "\\", "a #b", "inf", "=", "yes", "0x10", "1_000", "12:30", "2026-11-21", "name",
      "a\u00a0b");

  private final Random random;

  private Networks(Random random) {
    this.random = random;
  }

  /** Networks of sound structure. */
  static Arbitrary<Network> networks() {
    return Arbitraries.randomValue(random -> new Networks(random).network());
  }

  /** Files with any network of sound structure and any block {@code run}. */
  static Arbitrary<NetworkFile> files() {
    return Arbitraries.randomValue(random -> new Networks(random).file());
  }

  private NetworkFile file() {
    Network network = network();
    List<String> some = network.populations().stream().map(Population::name).filter(p -> random.nextBoolean()).toList();
    return new NetworkFile(network, new RunBlock(random.nextBoolean() ? null : time(),
        random.nextBoolean() ? null : time(), random.nextBoolean() ? null : positive(),
        random.nextBoolean() ? null : random.nextLong(), random.nextBoolean() ? null : one(Timing.values()),
        random.nextBoolean() ? null : random.nextBoolean(), random.nextBoolean() ? null : some));
  }

  private Network network() {
    List<String> names = names(1 + random.nextInt(4));
    int count = 1 + random.nextInt(names.size());
    List<Population> populations = names.subList(0, count).stream().map(this::population).toList();
    List<SpikeTrains> trains = names.subList(count, names.size()).stream()
        .map(name -> new SpikeTrains(name, trains())).toList();
    Map<String, Integer> targets = new LinkedHashMap<>();
    populations.forEach(p -> targets.put(p.name(), p.size()));
    Map<String, Integer> sources = new LinkedHashMap<>(targets);
    trains.forEach(s -> sources.put(s.name(), s.size()));
    return new Network(name(), populations, trains,
        names(random.nextInt(4)).stream().map(name -> projection(name, sources, targets)).toList(),
        names(random.nextInt(4)).stream().map(name -> stimulus(name, targets)).toList(),
        names(random.nextInt(3)).stream().map(name -> probe(name, targets)).toList());
  }

  private Population population(String name) {
    int size = 1 + random.nextInt(MOST);
    return new Population(name, size, name(), values(this::any, size), values(this::finite, size));
  }

  private Projection projection(String name, Map<String, Integer> sources, Map<String, Integer> targets) {
    String source = one(sources.keySet().toArray(String[]::new));
    String target = one(targets.keySet().toArray(String[]::new));
    Rule rule = rule(sources.get(source), targets.get(target));
    int listed = rule instanceof Rule.Explicit e ? e.sources().length : -1;
    return new Projection(name, source, target, rule, distribution(this::finite, listed), delay(listed), name(),
        values(this::any, listed), one(Storage.values()));
  }

  private Rule rule(int sources, int targets) {
    boolean autapses = random.nextBoolean();
    boolean multapses = random.nextBoolean();
    return switch (random.nextInt(7)) {
      case 0 -> sources == targets ? new Rule.OneToOne() : new Rule.AllToAll(autapses);
      case 1 -> new Rule.AllToAll(autapses);
      case 2 -> new Rule.FixedInDegree(random.nextInt(sources), autapses, multapses);
      case 3 -> new Rule.FixedOutDegree(random.nextInt(targets), autapses, multapses);
      case 4 -> new Rule.FixedTotalNumber(random.nextLong() >>> (1 + random.nextInt(62)), true);
      case 5 -> new Rule.PairwiseBernoulli(random.nextDouble(), autapses);
      default -> {
        int n = random.nextInt(MOST);
        yield new Rule.Explicit(random.ints(n, 0, sources).toArray(), random.ints(n, 0, targets).toArray());
      }
    };
  }

  private Stimulus stimulus(String name, Map<String, Integer> targets) {
    String target = one(targets.keySet().toArray(String[]::new));
    Neurons neurons = neurons(targets.get(target));
    double start = random.nextBoolean() ? 0 : time();
    double stop = random.nextBoolean() ? Double.POSITIVE_INFINITY : start + time();
    return switch (random.nextInt(3)) {
      case 0 -> new Stimulus.Poisson(name, target, neurons, time(), finite(), start, stop);
      case 1 -> new Stimulus.Noise(name, target, neurons, finite(), time(), positive(), start, stop);
      default -> {
        double[] times = ascending();
        yield new Stimulus.Current(name, target, neurons, times,
            random.doubles(times.length).map(x -> finite()).toArray());
      }
    };
  }

  private Probe probe(String name, Map<String, Integer> targets) {
    String target = one(targets.keySet().toArray(String[]::new));
    return new Probe(name, target, neurons(targets.get(target)), names(1 + random.nextInt(3)), positive());
  }

  private Neurons neurons(int size) {
    int a = random.nextInt(size + 1);
    int b = random.nextInt(size + 1);
    return switch (random.nextInt(3)) {
      case 0 -> Neurons.all();
      case 1 -> Neurons.range(Math.min(a, b), Math.max(a, b));
      default -> Neurons.listed(random.ints(a, 0, size).distinct().toArray());
    };
  }

  private Map<String, Distribution> values(DoubleSupplier numbers, int elements) {
    Map<String, Distribution> values = new LinkedHashMap<>();
    names(random.nextInt(3)).forEach(name -> values.put(name, distribution(numbers, elements)));
    return values;
  }

  private Distribution delay(int listed) {
    return switch (random.nextInt(listed < 0 ? 3 : 4)) {
      case 0 -> Distribution.constant(time());
      case 1 -> Distribution.normal(finite(), positive());
      case 2 -> Distribution.normalRedrawn(positive(), positive(), 0, Double.POSITIVE_INFINITY);
      default -> Distribution.listed(random.doubles(listed).map(x -> time()).toArray());
    };
  }

  private Distribution distribution(DoubleSupplier numbers, int elements) {
    double a = finite();
    double b = finite();
    return switch (random.nextInt(elements < 0 ? 6 : 7)) {
      case 0 -> Distribution.constant(numbers.getAsDouble());
      case 1 -> Distribution.uniform(Math.min(a, b), Math.max(a, b));
      case 2 -> Distribution.normal(a, positive());
      case 3 -> Distribution.lognormal(a, positive());
      case 4 -> Distribution.normalRedrawn(a, positive(), Double.NEGATIVE_INFINITY, a);
      case 5 -> Distribution.normalClipped(a, positive(), b, Double.POSITIVE_INFINITY);
      default -> Distribution.listed(random.doubles(elements).map(x -> numbers.getAsDouble()).toArray());
    };
  }

  private double[][] trains() {
    double[][] trains = new double[1 + random.nextInt(MOST)][];
    Arrays.setAll(trains, k -> ascending());
    return trains;
  }

  private double[] ascending() {
    return random.doubles(random.nextInt(MOST)).map(x -> time()).sorted().toArray();
  }

  private double time() {
    return random.nextInt(5) == 0 ? random.nextInt(100) : Math.abs(finite());
  }

  private double positive() {
    return Math.max(Double.MIN_NORMAL, Math.abs(finite()));
  }

  private double finite() {
    return switch (random.nextInt(6)) {
      case 0 -> random.nextInt();
      case 1 -> random.nextInt(2000) / 10.0;
      case 2 -> random.nextGaussian();
      case 3 -> StrictMath.scalb(random.nextDouble(-1, 1), random.nextInt(-1000, 900));
      case 4 -> one(new Double[] {0.0, -0.0, 1.0, Double.MIN_VALUE, 0x1p53, -0x1p63, 1e22, 1e-5, 0.1 + 0.2});
      default -> random.nextLong();
    };
  }

  private double any() {
    return random.nextInt(8) == 0 ? one(new Double[] {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) : finite();
  }

  private List<String> names(int count) {
    Set<String> names = new LinkedHashSet<>();
    while (names.size() < count) {
      names.add(name());
    }
    return new ArrayList<>(names);
  }

  private String name() {
    if (random.nextInt(3) == 0) {
      return AWKWARD.get(random.nextInt(AWKWARD.size()));
    }
    StringBuilder name = new StringBuilder();
    boolean printable = random.nextInt(4) == 0;
    for (int k = 1 + random.nextInt(6); k > 0; k--) {
      name.append((char) (printable ? random.nextInt(' ', '\u007F') : random.nextInt('A', 'Z' + 1)));
    }
    return name.toString().isBlank() ? "blank" : name.toString();
  }

  private <T> T one(T[] choices) {
    return choices[random.nextInt(choices.length)];
  }
}
