package ranvier.formats.reference;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import ranvier.engine.network.Distribution;
import ranvier.engine.network.Network;
import ranvier.engine.network.Neurons;
import ranvier.engine.network.Paths;
import ranvier.engine.network.Population;
import ranvier.engine.network.Probe;
import ranvier.engine.network.Structure;
import ranvier.formats.internal.Document;
import ranvier.formats.internal.Fields;
import ranvier.formats.internal.Findings;
import ranvier.formats.internal.Node;
import ranvier.formats.internal.TextFile;

/** Reads one reference case; collects everything that is wrong with it. */
final class CaseReader {
  /** Says how finely NEST integrates, and nothing about the neuron. */
  private static final String NEST_ONLY = "gsl_error_tol";
  private static final double GRID_SLACK = 1e-6;

  private enum Clock { GRID, EXACT }

  private final Path file;
  private final Findings findings = new Findings();

  CaseReader(Path file) {
    this.file = file;
  }

  ReferenceCase read() {
    Node root = Document.parse(TextFile.read(file), file.toString(), findings);
    Fields f = Fields.of(root, "", findings, "name", "about", "reference", "timing", "resolution_ms", "duration_ms",
        "tolerance", "checks", "populations", "connections", "modulator", "stimuli", "expected");
    if (!f.isRead()) {
      findings.throwIfAny();
    }
    String name = f.text("name", file.getFileName().toString());
    f.required("timing");
    boolean exact = f.choice("timing", Clock.class, Clock.GRID) == Clock.EXACT;
    double dtMs = positive(f, "resolution_ms");
    double durationMs = positive(f, "duration_ms");
    if (Math.abs(durationMs / dtMs - Math.rint(durationMs / dtMs)) > GRID_SLACK) {
      findings.add(f.path("duration_ms"), "must be a multiple of resolution_ms " + dtMs + ", got " + durationMs);
    }
    Network.Builder network = Network.named(name);
    List<Population> populations = populations(f);
    populations.forEach(network::add);
    CaseInputs inputs = new CaseInputs(populations, network, findings);
    inputs.modulator(f);
    inputs.connections(f);
    inputs.stimuli(f);
    f.required("expected");
    Fields expected = f.has("expected")
        ? f.fields("expected", "spikes", "traces", "weights", "weights_time", "weight_trajectory")
        : Fields.open(new Node.Mapping(Map.of()), f.path("expected"), findings);
    List<ReferenceCase.Trace> traces = traces(expected, inputs, network, dtMs);
    ReferenceCase.Spikes spikes = spikes(expected, f.has("expected"), inputs);
    ReferenceCase.Weights weights = trajectory(expected);
    Map<String, Double> tolerance = tolerance(f);
    Network described = network.unchecked();
    if (findings.count() == 0) {
      findings.addDerived(Structure.problems(described));
    }
    findings.throwIfAny();
    return new ReferenceCase(name, exact, dtMs, durationMs, tolerance, described, inputs.connectionNumbers(), spikes,
        traces, weights);
  }

  private double positive(Fields f, String key) {
    f.required(key);
    double value = f.number(key, 1);
    if (!(value > 0) || Double.isInfinite(value)) {
      findings.add(f.path(key), "must be finite and positive, got " + value);
      return 1;
    }
    return value;
  }

  private Map<String, Double> tolerance(Fields f) {
    Map<String, Double> limits = new LinkedHashMap<>();
    if (f.has("tolerance")) {
      Fields all = Fields.open(f.node("tolerance"), f.path("tolerance"), findings);
      for (String limit : all.keys()) {
        if (all.has(limit)) {
          limits.put(limit, all.number(limit));
        }
      }
    }
    return limits;
  }

  private List<Population> populations(Fields root) {
    root.required("populations");
    List<Population> populations = new ArrayList<>();
    List<Node> nodes = root.list("populations");
    for (int p = 0; p < nodes.size(); p++) {
      Fields f = Fields.of(nodes.get(p), Paths.at(root.path("populations"), p), findings,
          "name", "size", "model", "parameters", "initial");
      int before = findings.count();
      int size = f.integer("size");
      if (findings.count() == before && size < 1) {
        findings.add(f.path("size"), "must be at least 1, got " + size);
      }
      Map<String, Distribution> parameters = values(f, "parameters", findings);
      parameters.remove(NEST_ONLY);
      populations.add(new Population(f.text("name", "population" + p), Math.max(0, size), f.text("model"), parameters,
          values(f, "initial", findings)));
    }
    return populations;
  }

  /** Numbers, booleans and lists of them by name. */
  static Map<String, Distribution> values(Fields parent, String key, Findings findings) {
    Map<String, Distribution> values = new LinkedHashMap<>();
    if (parent.has(key)) {
      Fields f = Fields.open(parent.node(key), parent.path(key), findings);
      for (String name : f.keys()) {
        Node node = f.required(name);
        Distribution value = node == null ? null : value(node, f.path(name), findings);
        if (value != null) {
          values.put(name, value);
        }
      }
    }
    return values;
  }

  private static Distribution value(Node node, String path, Findings findings) {
    return switch (node) {
      case Node.Flag flag -> Distribution.constant(flag.value() ? 1 : 0);
      case Node.Numbers n -> {
        double[] numbers = Fields.numbers(n, path, findings);
        yield numbers == null ? null : Distribution.listed(numbers);
      }
      case Node.Sequence s -> {
        double[] numbers = new double[s.elements().size()];
        for (int k = 0; k < numbers.length; k++) {
          numbers[k] = s.elements().get(k) instanceof Node.Flag flag ? (flag.value() ? 1 : 0)
              : Fields.number(s.elements().get(k), Paths.at(path, k), findings, 0);
        }
        yield Distribution.listed(numbers);
      }
      case Node.Mapping m -> {
        findings.add(path, "compartments with parameters of their own are not supported");
        yield null;
      }
      default -> Distribution.constant(Fields.number(node, path, findings, 0));
    };
  }

  private ReferenceCase.Spikes spikes(Fields expected, boolean given, CaseInputs inputs) {
    if (given) {
      expected.required("spikes");
    }
    Fields f = expected.fields("spikes", "neuron", "time");
    if (f == null) {
      return new ReferenceCase.Spikes(new int[0], new double[0]);
    }
    f.required("neuron");
    f.required("time");
    int[] neurons = f.integers("neuron");
    double[] times = f.numbers("time");
    if (neurons != null) {
      inputs.checkNeurons(neurons, f.path("neuron"));
    }
    equalLengths(f, neurons, times);
    return new ReferenceCase.Spikes(neurons, times);
  }

  private ReferenceCase.Weights trajectory(Fields expected) {
    Fields f = expected.fields("weight_trajectory", "connection", "time", "weight");
    if (f == null) {
      return lastWeights(expected);
    }
    List.of("connection", "time", "weight").forEach(f::required);
    int[] connections = f.integers("connection");
    double[] times = f.numbers("time");
    double[] weights = f.numbers("weight");
    equalLengths(f, connections, times);
    if (times != null && weights != null && times.length != weights.length) {
      findings.add(f.path("weight"), "needs one weight per time, " + times.length + ", got " + weights.length);
    }
    return new ReferenceCase.Weights(connections, times, weights);
  }

  /** The weight of each connection after its last spike, where nothing else is told. */
  private ReferenceCase.Weights lastWeights(Fields expected) {
    if (!expected.has("weights") || !expected.has("weights_time")) {
      return ReferenceCase.Weights.NONE;
    }
    double[] weights = expected.numbers("weights");
    double[] times = expected.numbers("weights_time");
    if (weights == null || times == null) {
      return ReferenceCase.Weights.NONE;
    }
    if (times.length != weights.length) {
      findings.add(expected.path("weights_time"), "needs one time per weight, " + weights.length + ", got "
          + times.length);
      return ReferenceCase.Weights.NONE;
    }
    return new ReferenceCase.Weights(java.util.stream.IntStream.range(0, weights.length).toArray(), times, weights);
  }

  private void equalLengths(Fields f, int[] numbers, double[] times) {
    if (numbers != null && times != null && numbers.length != times.length) {
      findings.add(f.path("time"), "needs one time per element, " + numbers.length + ", got " + times.length);
    }
  }

  private List<ReferenceCase.Trace> traces(Fields expected, CaseInputs inputs, Network.Builder network, double dtMs) {
    List<ReferenceCase.Trace> traces = new ArrayList<>();
    List<Node> nodes = expected.list("traces");
    for (int i = 0; i < nodes.size(); i++) {
      Fields f = Fields.of(nodes.get(i), Paths.at(expected.path("traces"), i), findings,
          "neuron", "variable", "times", "values");
      int neuron = f.integer("neuron");
      String variable = f.text("variable");
      f.required("times");
      f.required("values");
      double[] times = f.numbers("times");
      double[] values = f.numbers("values");
      int population = inputs.populationOf(neuron, f.path("neuron"));
      if (times == null || values == null || population < 0) {
        continue;
      }
      if (times.length != values.length) {
        findings.add(f.path("values"), "needs one value per time, " + times.length + ", got " + values.length);
      }
      traces.add(new ReferenceCase.Trace(neuron, variable, times, values));
      network.add(new Probe("trace" + i, inputs.name(population),
          Neurons.listed(neuron - inputs.first(population)), List.of(variable), interval(times, dtMs)));
    }
    return traces;
  }

  /** The longest multiple of the step of which all times are multiples. */
  private static double interval(double[] timesMs, double dtMs) {
    TreeSet<Long> all = new TreeSet<>();
    for (double t : timesMs) {
      all.add(Math.round(Math.abs(t) / dtMs));
    }
    long steps = 0;
    for (long s : all) {
      steps = gcd(steps, s);
    }
    return Math.max(1, steps) * dtMs;
  }

  private static long gcd(long a, long b) {
    return b == 0 ? a : gcd(b, a % b);
  }
}
