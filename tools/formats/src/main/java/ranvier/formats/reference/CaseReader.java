package ranvier.formats.reference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import ranvier.engine.network.Distribution;
import ranvier.engine.network.InvalidNetworkException;
import ranvier.engine.network.Network;
import ranvier.engine.network.Neurons;
import ranvier.engine.network.Population;
import ranvier.engine.network.Probe;
import ranvier.engine.network.Problem;
import ranvier.engine.network.Projection;
import ranvier.engine.network.Rule;
import ranvier.engine.network.Stimulus;
import ranvier.engine.network.Storage;
import ranvier.engine.network.Structure;
import ranvier.formats.internal.TextFile;

/** Reads one reference case; collects everything that is wrong with it. */
final class CaseReader {
  private static final String STIMULI = "stimuli";

  private final Path file;
  private final List<Problem> problems = new ArrayList<>();
  private final List<Population> populations = new ArrayList<>();
  private final Map<String, int[]> connectionNumbers = new LinkedHashMap<>();
  private Network.Builder network;
  private int[] first;
  private int neurons;

  CaseReader(Path file) {
    this.file = file;
  }

  ReferenceCase read() {
    JsonNode root = parse(TextFile.read(file));
    String name = root.path("name").asText(file.getFileName().toString());
    String timing = root.path("timing").asText();
    if (!timing.equals("grid") && !timing.equals("exact")) {
      problem("timing", "must be grid or exact, got " + root.path("timing"));
    }
    double dtMs = positive(root, "resolution_ms");
    double durationMs = positive(root, "duration_ms");
    network = Network.named(name);
    populations(root.path("populations"));
    connections(root.path("connections"));
    stimuli(root.path(STIMULI));
    if (root.has("modulator")) {
      problem("modulator", "neuromodulated synapses are not supported");
    }
    JsonNode expected = root.path("expected");
    List<ReferenceCase.Trace> traces = traces(expected.path("traces"), dtMs);
    ReferenceCase.Spikes spikes = new ReferenceCase.Spikes(integers(expected.path("spikes").path("neuron"),
        "expected.spikes.neuron"), numbers(expected.path("spikes").path("time"), "expected.spikes.time"));
    JsonNode trajectory = expected.path("weight_trajectory");
    ReferenceCase.Weights weights = new ReferenceCase.Weights(
        integers(trajectory.path("connection"), "expected.weight_trajectory.connection"),
        numbers(trajectory.path("time"), "expected.weight_trajectory.time"),
        numbers(trajectory.path("weight"), "expected.weight_trajectory.weight"));
    Network described = network.unchecked();
    if (problems.isEmpty()) {
      problems.addAll(Structure.problems(described));
    }
    throwIfAny();
    return new ReferenceCase(name, timing.equals("exact"), dtMs, durationMs, tolerance(root.path("tolerance")),
        described, connectionNumbers, spikes, traces, weights);
  }

  private JsonNode parse(String text) {
    try {
      JsonNode root = new ObjectMapper().readTree(text);
      if (root == null || !root.isObject()) {
        problem("", file + " is not a JSON object");
        throwIfAny();
      }
      return root;
    } catch (JsonProcessingException e) {
      String place = e.getLocation() == null ? "" : ", line " + e.getLocation().getLineNr() + ", column "
          + e.getLocation().getColumnNr();
      problem("", file + place + ": " + e.getOriginalMessage());
      throw new InvalidNetworkException(problems);
    }
  }

  private void throwIfAny() {
    if (!problems.isEmpty()) {
      throw new InvalidNetworkException(problems);
    }
  }

  private void problem(String path, String message) {
    problems.add(new Problem(path, message));
  }

  private double positive(JsonNode root, String key) {
    double value = root.path(key).asDouble(Double.NaN);
    if (!(value > 0) || Double.isInfinite(value)) {
      problem(key, "must be a positive number, got " + root.path(key));
      return 1.0;
    }
    return value;
  }

  private static Map<String, Double> tolerance(JsonNode node) {
    Map<String, Double> limits = new LinkedHashMap<>();
    node.properties().stream().filter(e -> e.getValue().isNumber())
        .forEach(e -> limits.put(e.getKey(), e.getValue().asDouble()));
    return limits;
  }

  private void populations(JsonNode list) {
    if (!list.isArray() || list.isEmpty()) {
      problem("populations", "must be a list of populations");
    }
    first = new int[list.size()];
    for (int p = 0; p < list.size(); p++) {
      JsonNode node = list.get(p);
      String path = "populations[" + p + "]";
      int size = node.path("size").asInt(0);
      if (size < 1 || !node.path("size").isIntegralNumber()) {
        problem(path + ".size", "must be a whole number of at least 1, got " + node.path("size"));
      }
      String name = node.path("name").asText("population" + p);
      Population population = new Population(name, size, node.path("model").asText(),
          values(node.path("parameters"), path + ".parameters"), values(node.path("initial"), path + ".initial"));
      populations.add(population);
      network.add(population);
      first[p] = neurons;
      neurons += Math.max(0, size);
    }
  }

  private Map<String, Distribution> values(JsonNode object, String path) {
    Map<String, Distribution> values = new LinkedHashMap<>();
    object.properties().forEach(e -> {
      Distribution d = value(e.getValue(), path + "." + e.getKey());
      // Only says how finely NEST integrates.
      if (d != null && !e.getKey().equals("gsl_error_tol")) {
        values.put(e.getKey(), d);
      }
    });
    return values;
  }

  private Distribution value(JsonNode node, String path) {
    if (node.isNumber()) {
      return Distribution.constant(node.asDouble());
    }
    if (node.isBoolean()) {
      return Distribution.constant(node.asBoolean() ? 1.0 : 0.0);
    }
    if (node.isArray()) {
      return Distribution.listed(numbers(node, path));
    }
    problem(path, "must be a number, true, false or a list of numbers, got " + node);
    return null;
  }

  private double[] numbers(JsonNode node, String path) {
    double[] values = new double[node.size()];
    for (int i = 0; i < values.length; i++) {
      JsonNode element = node.get(i);
      values[i] = element.isBoolean() ? element.asBoolean() ? 1.0 : 0.0 : element.asDouble(Double.NaN);
      if (Double.isNaN(values[i])) {
        problem(path + "[" + i + "]", "must be a number, got " + element);
        return new double[node.size()];
      }
    }
    return values;
  }

  private int[] integers(JsonNode node, String path) {
    int[] values = new int[node.size()];
    for (int i = 0; i < values.length; i++) {
      if (!node.get(i).isIntegralNumber()) {
        problem(path + "[" + i + "]", "must be a whole number, got " + node.get(i));
        return new int[node.size()];
      }
      values[i] = node.get(i).asInt();
    }
    return values;
  }

  /** The population that a global number belongs to; -1, with a problem, if there is none. */
  private int populationOf(int neuron, String path) {
    if (neuron < 0 || neuron >= neurons) {
      problem(path, "must be a neuron in 0.." + (neurons - 1) + ", got " + neuron);
      return -1;
    }
    int p = first.length - 1;
    while (first[p] > neuron) {
      p--;
    }
    return p;
  }

  private void connections(JsonNode node) {
    if (node.isArray()) {
      for (int b = 0; b < node.size(); b++) {
        block(node.get(b), "connections[" + b + "]", b);
      }
    } else if (node.isObject()) {
      block(node, "connections", 0);
    }
  }

  /** One block of connections becomes one projection per pair of populations. */
  private void block(JsonNode node, String path, int number) {
    int[] sources = integers(node.path("source"), path + ".source");
    int[] targets = integers(node.path("target"), path + ".target");
    double[] weights = numbers(node.path("weight"), path + ".weight");
    double[] delays = numbers(node.path("delay"), path + ".delay");
    if (sources.length != targets.length || sources.length != weights.length || sources.length != delays.length) {
      problem(path, "source, target, weight and delay must be of equal length");
      return;
    }
    Map<Integer, List<Integer>> byPair = new LinkedHashMap<>();
    for (int k = 0; k < sources.length; k++) {
      int s = populationOf(sources[k], path + ".source[" + k + "]");
      int t = populationOf(targets[k], path + ".target[" + k + "]");
      if (s < 0 || t < 0) {
        return;
      }
      byPair.computeIfAbsent(s * first.length + t, pair -> new ArrayList<>()).add(k);
    }
    byPair.forEach((pair, list) -> {
      int s = pair / first.length;
      int t = pair % first.length;
      int[] k = list.stream().mapToInt(Integer::intValue).toArray();
      Map<String, Distribution> parameters = new LinkedHashMap<>();
      values(node.path("parameters"), path + ".parameters")
          .forEach((key, value) -> parameters.put(key, value instanceof Distribution.Listed all
              && all.values().length == sources.length ? Distribution.listed(pick(all.values(), k)) : value));
      String name = "connections" + number + ":" + populations.get(s).name() + "->" + populations.get(t).name();
      connectionNumbers.put(name, k);
      network.add(new Projection(name, populations.get(s).name(), populations.get(t).name(),
          new Rule.Explicit(local(sources, k, first[s]), local(targets, k, first[t])),
          Distribution.listed(pick(weights, k)), Distribution.listed(pick(delays, k)),
          node.path("synapse").asText("static"), parameters, Storage.DOUBLE));
    });
  }

  private static double[] pick(double[] all, int[] which) {
    double[] picked = new double[which.length];
    for (int i = 0; i < which.length; i++) {
      picked[i] = all[which[i]];
    }
    return picked;
  }

  private static int[] local(int[] global, int[] which, int firstOfPopulation) {
    int[] picked = new int[which.length];
    for (int i = 0; i < which.length; i++) {
      picked[i] = global[which[i]] - firstOfPopulation;
    }
    return picked;
  }

  /** All spike stimuli become one set of trains, with one projection per population that they reach. */
  private void stimuli(JsonNode list) {
    List<double[]> trains = new ArrayList<>();
    Map<Integer, StimulusConnections> byPopulation = new LinkedHashMap<>();
    for (int i = 0; i < list.size(); i++) {
      JsonNode node = list.get(i);
      String path = STIMULI + "[" + i + "]";
      int[] targets = integers(node.path("target"), path + ".target");
      switch (node.path("kind").asText()) {
        case "spikes" -> {
          double[] times = numbers(node.path("times"), path + ".times");
          java.util.Arrays.sort(times);
          trains.add(times);
          for (int k = 0; k < targets.length; k++) {
            int p = populationOf(targets[k], path + ".target[" + k + "]");
            if (p >= 0) {
              byPopulation.computeIfAbsent(p, any -> new StimulusConnections()).add(trains.size() - 1,
                  targets[k] - first[p], element(node.path("weight"), k), element(node.path("delay"), k));
            }
          }
        }
        case "current" -> current(node, path, targets);
        default -> problem(path + ".kind", "must be spikes or current, got " + node.path("kind")
            + "; this case needs what the engine does not have");
      }
    }
    if (!trains.isEmpty()) {
      network.spikeTrains(STIMULI, trains.toArray(double[][]::new));
      byPopulation.forEach((p, c) -> network.add(c.projection(STIMULI, populations.get(p).name())));
    }
  }

  private static double element(JsonNode node, int k) {
    return node.isArray() ? node.path(k).asDouble(Double.NaN) : node.asDouble(Double.NaN);
  }

  private void current(JsonNode node, String path, int[] targets) {
    double start = node.path("start_ms").asDouble(Double.NaN);
    double stop = node.path("stop_ms").asDouble(Double.POSITIVE_INFINITY);
    double amplitude = node.path("amplitude_pA").asDouble(Double.NaN);
    for (int k = 0; k < targets.length; k++) {
      int p = populationOf(targets[k], path + ".target[" + k + "]");
      if (p >= 0) {
        network.add(new Stimulus.Current(path + "[" + k + "]", populations.get(p).name(),
            Neurons.listed(targets[k] - first[p]), new double[] {start, stop}, new double[] {amplitude, 0.0}));
      }
    }
  }

  private List<ReferenceCase.Trace> traces(JsonNode list, double dtMs) {
    List<ReferenceCase.Trace> traces = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      JsonNode node = list.get(i);
      String path = "expected.traces[" + i + "]";
      ReferenceCase.Trace trace = new ReferenceCase.Trace(node.path("neuron").asInt(-1),
          node.path("variable").asText(), numbers(node.path("times"), path + ".times"),
          numbers(node.path("values"), path + ".values"));
      int p = populationOf(trace.neuron(), path + ".neuron");
      if (p >= 0) {
        traces.add(trace);
        network.add(new Probe("trace" + i, populations.get(p).name(),
            Neurons.listed(trace.neuron() - first[p]), List.of(trace.variable()), interval(trace.timesMs(), dtMs)));
      }
    }
    return traces;
  }

  /** The longest multiple of the step of which all times are multiples. */
  private static double interval(double[] timesMs, double dtMs) {
    long steps = 0;
    for (long s : new TreeSet<>(java.util.Arrays.stream(timesMs).mapToObj(t -> Math.round(t / dtMs)).toList())) {
      steps = gcd(steps, s);
    }
    return Math.max(1, steps) * dtMs;
  }

  private static long gcd(long a, long b) {
    return b == 0 ? a : gcd(b, a % b);
  }

  /** Connections from spike stimuli onto one population. */
  private static final class StimulusConnections {
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
      return new Projection(source + "->" + target, source, target,
          new Rule.Explicit(trains.stream().mapToInt(Integer::intValue).toArray(),
              targets.stream().mapToInt(Integer::intValue).toArray()),
          Distribution.listed(weights.stream().mapToDouble(Double::doubleValue).toArray()),
          Distribution.listed(delays.stream().mapToDouble(Double::doubleValue).toArray()), "static", Map.of(),
          Storage.DOUBLE);
    }
  }
}
