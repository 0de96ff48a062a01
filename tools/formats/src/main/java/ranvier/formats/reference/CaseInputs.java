package ranvier.formats.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ranvier.engine.model.PlasticOptions;
import ranvier.engine.network.Distribution;
import ranvier.engine.network.Network;
import ranvier.engine.network.Neurons;
import ranvier.engine.network.Paths;
import ranvier.engine.network.Population;
import ranvier.engine.network.Projection;
import ranvier.engine.network.Rule;
import ranvier.engine.network.Stimulus;
import ranvier.engine.network.Storage;
import ranvier.formats.internal.Fields;
import ranvier.formats.internal.Findings;
import ranvier.formats.internal.Node;

/** The connections and stimuli of a case, whose neurons have global numbers, as projections and stimuli. */
final class CaseInputs {
  private static final String PARROT = "parrot_neuron";

  private final List<Population> populations;
  private final int[] first;
  private final int neurons;
  private final Network.Builder network;
  private final Findings findings;
  private final Map<String, int[]> connectionNumbers = new LinkedHashMap<>();
  private String modulator = "";
  private double modulatorDelayMs;

  CaseInputs(List<Population> populations, Network.Builder network, Findings findings) {
    this.populations = populations;
    this.network = network;
    this.findings = findings;
    first = new int[populations.size()];
    long next = 0;
    for (int p = 0; p < first.length; p++) {
      first[p] = (int) next;
      next += populations.get(p).size();
      if (next > Integer.MAX_VALUE) {
        findings.add(Paths.at("populations", p) + ".size", "there are more than 2^31 - 1 neurons");
        findings.throwIfAny();
      }
    }
    neurons = (int) next;
  }

  /** For every projection, the number within its block of each of its connections. */
  Map<String, int[]> connectionNumbers() {
    return connectionNumbers;
  }

  /** Name of a population. */
  String name(int population) {
    return populations.get(population).name();
  }

  /** Global number of a population's first neuron. */
  int first(int population) {
    return first[population];
  }

  /** The population that a global number belongs to; -1, which is noted, if there is none. */
  int populationOf(int neuron, String path) {
    if (neuron < 0 || neuron >= neurons) {
      findings.add(path, "must be a neuron in 0.." + (neurons - 1) + ", got " + neuron);
      return -1;
    }
    int found = Arrays.binarySearch(first, neuron);
    int p = found < 0 ? -found - 2 : found;
    // Of populations that begin at the same number only the last one has neurons.
    while (p + 1 < first.length && first[p + 1] <= neuron) {
      p++;
    }
    return p;
  }

  /** Whether all numbers are neurons; notes the first that is not. */
  boolean checkNeurons(int[] numbers, String path) {
    for (int k = 0; k < numbers.length; k++) {
      if (numbers[k] < 0 || numbers[k] >= neurons) {
        return populationOf(numbers[k], Paths.at(path, k)) >= 0;
      }
    }
    return true;
  }

  /** Reads the key {@code connections}: a block of connections or a list of such blocks. */
  void connections(Fields root) {
    Node node = root.node("connections");
    if (node instanceof Node.Sequence blocks) {
      for (int b = 0; b < blocks.elements().size(); b++) {
        block(blocks.elements().get(b), Paths.at(root.path("connections"), b), b);
      }
    } else if (node != null && !(node instanceof Node.Numbers empty && empty.values().length == 0)) {
      block(node, root.path("connections"), 0);
    }
  }

  /** One block of connections becomes one projection per pair of populations. */
  private void block(Node node, String path, int number) {
    Fields f = Fields.of(node, path, findings,
        "source", "target", "weight", "delay", "synapse", "parameters", "receptor");
    List.of("source", "target", "weight", "delay").forEach(f::required);
    int[] sources = f.integers("source");
    int[] targets = f.integers("target");
    double[] weights = f.numbers("weight");
    double[] delays = f.numbers("delay");
    Map<String, Distribution> parameters = CaseReader.values(f, "parameters", findings);
    if (sources == null || targets == null || weights == null || delays == null) {
      return;
    }
    if (sources.length != targets.length || sources.length != weights.length || sources.length != delays.length) {
      findings.add(path, "source, target, weight and delay must be of equal length, got " + sources.length + ", "
          + targets.length + ", " + weights.length + " and " + delays.length);
      return;
    }
    boolean sourcesExist = checkNeurons(sources, f.path("source"));
    boolean targetsExist = checkNeurons(targets, f.path("target"));
    if (!sourcesExist || !targetsExist) {
      return;
    }
    String synapse = SynapseNames.installed(f.text("synapse", "static"));
    boolean isStatic = synapse.equals("static");
    if (isStatic) {
      noReceptor(f);
    }
    boolean[] silent = isStatic ? new boolean[sources.length] : learnOnly(f, targets, path);
    Map<Long, List<Integer>> byPair = new LinkedHashMap<>();
    for (int k = 0; k < sources.length; k++) {
      long pair = (long) populationOf(sources[k], path) * first.length + populationOf(targets[k], path);
      byPair.computeIfAbsent(2 * pair + (silent[k] ? 1 : 0), any -> new ArrayList<>()).add(k);
    }
    byPair.forEach((group, list) -> {
      long pair = group / 2;
      boolean isSilent = group % 2 == 1;
      int s = (int) (pair / first.length);
      int t = (int) (pair % first.length);
      int[] k = list.stream().mapToInt(Integer::intValue).toArray();
      Map<String, Distribution> picked = new LinkedHashMap<>();
      parameters.forEach((key, values) -> picked.put(key, values instanceof Distribution.Listed all
          && all.values().length == sources.length ? Distribution.listed(pick(all.values(), k)) : values));
      if (isSilent) {
        picked.put(PlasticOptions.TRANSMITS, Distribution.constant(0));
      }
      if (!modulator.isEmpty() && !isStatic) {
        picked.put(PlasticOptions.MODULATOR_DELAY, Distribution.constant(modulatorDelayMs));
      }
      String name = "connections" + number + ":" + name(s) + "->" + name(t)
          + (isSilent && byPair.containsKey(group - 1) ? ":silent" : "");
      connectionNumbers.put(name, k);
      network.add(new Projection(name, name(s), name(t), new Rule.Explicit(local(sources, k, first[s]),
          local(targets, k, first[t])), Distribution.listed(pick(weights, k)), Distribution.listed(pick(delays, k)),
          synapse, picked, Storage.DOUBLE, isStatic ? "" : modulator));
    });
  }

  /** Reads the key {@code modulator}: the population whose spikes modulate all plastic synapses. */
  void modulator(Fields root) {
    Fields f = root.fields("modulator", "neuron", "delay", "deliver_interval");
    if (f == null) {
      return;
    }
    f.required("neuron");
    int[] sources = f.integers("neuron");
    modulatorDelayMs = f.number("delay", 1.0);
    if (sources == null || sources.length == 0 || !checkNeurons(sources, f.path("neuron"))) {
      return;
    }
    int p = populationOf(sources[0], f.path("neuron"));
    int[] sorted = Arrays.stream(sources).sorted().distinct().toArray();
    if (sorted.length != populations.get(p).size() || sorted[0] != first[p]
        || sorted[sorted.length - 1] != first[p] + sorted.length - 1) {
      findings.add(f.path("neuron"), "must be all neurons of one population");
      return;
    }
    modulator = name(p);
  }

  /**
   * Which connections do not reach their target: those to receptor 1 of a parrot, which it does not repeat. Receptor 0
   * is the only other one.
   */
  private boolean[] learnOnly(Fields f, int[] targets, String path) {
    boolean[] silent = new boolean[targets.length];
    Node receptor = f.node("receptor");
    if (!(receptor instanceof Node.Numbers n) || n.values().length != targets.length) {
      noReceptor(f);
      return silent;
    }
    for (int k = 0; k < targets.length; k++) {
      silent[k] = n.values()[k] == 1 && populations.get(populationOf(targets[k], path)).model().equals(PARROT);
      if (n.values()[k] != 0 && !silent[k]) {
        noReceptor(f);
        return silent;
      }
    }
    return silent;
  }

  /** Receptor 0 is the only one. */
  private void noReceptor(Fields f) {
    Node receptor = f.node("receptor");
    boolean none = receptor == null || (receptor instanceof Node.Numeral n && n.value() == 0)
        || (receptor instanceof Node.Numbers n && Arrays.stream(n.values()).allMatch(r -> r == 0));
    if (!none) {
      findings.add(f.path("receptor"), "receptors other than 0 are not supported, found " + receptor.described());
    }
  }

  private static double[] pick(double[] all, int[] which) {
    return Arrays.stream(which).mapToDouble(k -> all[k]).toArray();
  }

  private static int[] local(int[] global, int[] which, int firstOfPopulation) {
    return Arrays.stream(which).map(k -> global[k] - firstOfPopulation).toArray();
  }

  /** Reads the key {@code stimuli}: spikes become one set of trains, with one projection per population they reach. */
  void stimuli(Fields root) {
    List<double[]> trains = new ArrayList<>();
    Map<Integer, TrainConnections> byPopulation = new LinkedHashMap<>();
    List<Node> nodes = root.list("stimuli");
    for (int i = 0; i < nodes.size(); i++) {
      String path = Paths.at(root.path("stimuli"), i);
      Fields f = Fields.of(nodes.get(i), path, findings, "kind", "target", "times", "weight", "delay", "receptor",
          "start_ms", "stop_ms", "amplitude_pA");
      f.required("target");
      String kind = f.text("kind");
      int[] given = f.integers("target");
      int[] targets = given != null && checkNeurons(given, f.path("target")) ? given : new int[0];
      switch (kind) {
        case "spikes" -> {
          trains.add(times(f));
          double[] weights = perTarget(f, "weight", targets.length);
          double[] delays = perTarget(f, "delay", targets.length);
          noReceptor(f);
          for (int k = 0; k < targets.length; k++) {
            int p = populationOf(targets[k], path);
            byPopulation.computeIfAbsent(p, any -> new TrainConnections())
                .add(trains.size() - 1, targets[k] - first[p], weights[k], delays[k]);
          }
        }
        case "current" -> current(f, path, targets);
        default -> findings.add(f.path("kind"), "stimuli of the kind " + Node.shortened(kind)
            + " are not supported (valid: spikes, current)");
      }
    }
    if (!trains.isEmpty()) {
      String name = unusedName("stimuli");
      network.spikeTrains(name, trains.toArray(double[][]::new));
      byPopulation.forEach((p, c) -> network.add(c.projection(name, name(p))));
    }
  }

  private String unusedName(String wanted) {
    List<String> taken = populations.stream().map(Population::name).toList();
    String name = wanted;
    while (taken.contains(name)) {
      name += "'";
    }
    return name;
  }

  private static double[] times(Fields f) {
    f.required("times");
    double[] times = f.numbers("times");
    double[] sorted = times == null ? new double[0] : times.clone();
    Arrays.sort(sorted);
    return sorted;
  }

  /** A number for all targets, or a list with one for each. */
  private double[] perTarget(Fields f, String key, int targets) {
    f.required(key);
    double[] values = new double[targets];
    if (f.node(key) instanceof Node.Numbers || f.node(key) instanceof Node.Sequence) {
      double[] listed = f.numbers(key);
      if (listed != null && listed.length == targets) {
        return listed;
      }
      if (listed != null && targets > 0) {
        findings.add(f.path(key), "needs one value per target, " + targets + ", got " + listed.length);
      }
    } else {
      Arrays.fill(values, f.number(key, 0));
    }
    return values;
  }

  private void current(Fields f, String path, int[] targets) {
    double start = f.number("start_ms");
    double stop = f.number("stop_ms", Double.POSITIVE_INFINITY);
    double amplitude = f.number("amplitude_pA");
    boolean ends = stop < Double.POSITIVE_INFINITY;
    for (int k = 0; k < targets.length; k++) {
      int p = populationOf(targets[k], path);
      network.add(new Stimulus.Current(Paths.at(path, k), name(p), Neurons.listed(targets[k] - first[p]),
          ends ? new double[] {start, stop} : new double[] {start},
          ends ? new double[] {amplitude, 0.0} : new double[] {amplitude}));
    }
  }

  /** Connections from spike trains onto one population. */
  private static final class TrainConnections {
    private final List<Integer> trains = new ArrayList<>();
    private final List<Integer> targets = new ArrayList<>();
    private final List<Double> weights = new ArrayList<>();
    private final List<Double> delays = new ArrayList<>();

    void add(int train, int target, double weight, double delayMs) {
      trains.add(train);
      targets.add(target);
      weights.add(weight);
      delays.add(delayMs);
    }

    Projection projection(String source, String target) {
      Rule rule = new Rule.Explicit(trains.stream().mapToInt(Integer::intValue).toArray(),
          targets.stream().mapToInt(Integer::intValue).toArray());
      return new Projection(source + "->" + target, source, target, rule,
          Distribution.listed(weights.stream().mapToDouble(Double::doubleValue).toArray()),
          Distribution.listed(delays.stream().mapToDouble(Double::doubleValue).toArray()), "static", Map.of(),
          Storage.DOUBLE);
    }
  }
}
