package ranvier.formats;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ranvier.engine.network.Distribution;
import ranvier.engine.network.Network;
import ranvier.engine.network.Neurons;
import ranvier.engine.network.Paths;
import ranvier.engine.network.Population;
import ranvier.engine.network.Probe;
import ranvier.engine.network.Projection;
import ranvier.engine.network.Rule;
import ranvier.engine.network.SpikeTrains;
import ranvier.engine.network.Stimulus;
import ranvier.engine.network.Storage;
import ranvier.engine.network.Structure;
import ranvier.formats.internal.Fields;
import ranvier.formats.internal.Findings;
import ranvier.formats.internal.Node;

/**
 * Makes a network of a document. What cannot be read is noted and stands as something that breaks no further rule, so
 * that the parts keep their places and everything else can be checked.
 */
final class NetworkReader {
  private static final Distribution ONE = Distribution.constant(1);
  private static final List<String> STIMULI = List.of("poisson", "current", "noise");

  private final Findings findings;
  private final DistributionFormat numbers;
  private final DistributionFormat numbersAndFlags;
  private final FilePaths paths = new FilePaths();
  private final List<Population> populations = new ArrayList<>();
  private final List<SpikeTrains> spikeTrains = new ArrayList<>();
  private final List<Projection> projections = new ArrayList<>();
  private final List<Stimulus> stimuli = new ArrayList<>();
  private final List<Probe> probes = new ArrayList<>();

  private NetworkReader(Findings findings) {
    this.findings = findings;
    numbers = new DistributionFormat(findings, false);
    numbersAndFlags = new DistributionFormat(findings, true);
  }

  /**
   * Reads a document. The result is of use only if nothing was noted.
   *
   * @param name of the network if the document gives none
   */
  static NetworkFile read(Node root, String name, NetworkFile.Check more, Findings findings) {
    return new NetworkReader(findings).file(root, name, more);
  }

  private NetworkFile file(Node root, String name, NetworkFile.Check more) {
    Fields f = Fields.of(root, "", findings,
        "name", "populations", "spike_trains", "projections", "stimuli", "probes", "run", "$schema");
    boolean hasPopulations = f.required("populations") instanceof Node.Mapping;
    forEachKey(f, "populations", this::population);
    forEachKey(f, "spike_trains", this::spikeTrains);
    projections(f);
    stimuli(f);
    probes(f);
    Network network = new Network(f.text("name", name), populations, spikeTrains, projections, stimuli, probes);
    Fields block = f.fields("run",
        "duration_ms", "transient_ms", "dt_ms", "seed", "timing", "precision", "record");
    List<String> names = populations.stream().map(Population::name).toList();
    RunBlock run = block == null ? RunBlock.EMPTY : RunBlock.read(block, names, findings);
    if (hasPopulations) {
      findings.addDerived(Structure.problems(network, paths));
      findings.addDerived(more.problems(network, run, paths));
    }
    return new NetworkFile(network, run);
  }

  /** Reads one element that has a name of its own. */
  private interface NamedElement {
    void read(String name, String path, Node node);
  }

  private void forEachKey(Fields f, String key, NamedElement element) {
    if (f.has(key)) {
      Fields all = Fields.open(f.node(key), f.path(key), findings);
      for (String name : all.keys()) {
        element.read(name, all.path(name), all.has(name) ? all.node(name) : new Node.Nothing());
      }
    }
  }

  private void population(String name, String path, Node node) {
    paths.populations.add(path);
    Fields f = Fields.of(node, path, findings, "size", "model", "parameters", "initial");
    populations.add(new Population(name, f.integer("size"), f.text("model"),
        values(f, "parameters", numbersAndFlags), values(f, "initial", numbers)));
  }

  private Map<String, Distribution> values(Fields parent, String key, DistributionFormat format) {
    Map<String, Distribution> values = new LinkedHashMap<>();
    if (parent.has(key)) {
      Fields f = Fields.open(parent.node(key), parent.path(key), findings);
      for (String name : f.keys()) {
        Node node = f.required(name);
        if (node != null) {
          values.put(name, format.read(node, f.path(name), ONE));
        }
      }
    }
    return values;
  }

  private void spikeTrains(String name, String path, Node node) {
    paths.spikeTrains.add(path);
    Fields f = Fields.of(node, path, findings, "times_ms");
    f.required("times_ms");
    List<Node> trains = f.list("times_ms");
    double[][] times = new double[trains.size()][];
    for (int k = 0; k < times.length; k++) {
      double[] train = Fields.numbers(trains.get(k), Paths.at(f.path("times_ms"), k), findings);
      times[k] = train == null ? new double[0] : train;
    }
    spikeTrains.add(new SpikeTrains(name, times));
  }

  private void projections(Fields root) {
    List<Node> nodes = root.list("projections");
    Names names = new Names(nodes);
    for (int i = 0; i < nodes.size(); i++) {
      String path = Paths.at(root.path("projections"), i);
      paths.projections.add(path);
      Fields f = Fields.of(nodes.get(i), path, findings,
          "name", "source", "target", "rule", "weight", "delay_ms", "synapse", "parameters", "storage",
          "modulator");
      String source = f.text("source");
      String target = f.text("target");
      Node ruleNode = f.required("rule");
      RuleFormat.Located rule = ruleNode == null ? new RuleFormat.Located(f.path("rule"), null)
          : new RuleFormat(findings).read(ruleNode, f.path("rule"));
      paths.rules.add(rule.path());
      boolean readable = rule.rule() != null;
      Map<String, Distribution> parameters = values(f, "parameters", numbersAndFlags);
      parameters.replaceAll((name, values) -> withoutLength(values, readable));
      projections.add(new Projection(names.of(f, source + "->" + target), source, target,
          readable ? rule.rule() : new Rule.AllToAll(true),
          withoutLength(value(f, "weight"), readable), withoutLength(value(f, "delay_ms"), readable),
          f.text("synapse", "static"), parameters, f.choice("storage", Storage.class, Storage.AUTO),
          f.text("modulator", "")));
    }
  }

  private Distribution value(Fields f, String key) {
    return f.has(key) ? numbers.read(f.node(key), f.path(key), ONE) : ONE;
  }

  /** Without a rule nobody can say how long a list must be. */
  private static Distribution withoutLength(Distribution values, boolean hasRule) {
    return !hasRule && values instanceof Distribution.Listed ? ONE : values;
  }

  private void stimuli(Fields root) {
    List<Node> nodes = root.list("stimuli");
    Names names = new Names(nodes.stream().map(NetworkReader::onlyValue).toList());
    for (int i = 0; i < nodes.size(); i++) {
      String path = Paths.at(root.path("stimuli"), i);
      Fields outer = Fields.of(nodes.get(i), path, findings, STIMULI.toArray(String[]::new));
      String kind = outer.keys().size() == 1 ? outer.keys().getFirst() : "";
      if (STIMULI.contains(kind)) {
        paths.stimuli.add(outer.path(kind));
        stimuli.add(stimulus(kind, outer.node(kind) == null ? new Node.Nothing() : outer.node(kind),
            outer.path(kind), names, i));
      } else {
        if (outer.isRead() && outer.keys().size() != 1) {
          findings.add(path, "needs exactly one stimulus, found " + outer.keys().size() + " keys (valid: "
              + String.join(", ", STIMULI) + ")");
        }
        paths.stimuli.add(path);
        findings.standsIn(path);
        stimuli.add(new Stimulus.Poisson(names.unused(path), "", Neurons.all(), 0, 0, 0, 0));
      }
    }
  }

  private Stimulus stimulus(String kind, Node node, String path, Names names, int index) {
    return switch (kind) {
      case "poisson" -> {
        Fields f = Fields.of(node, path, findings,
            "name", "target", "neurons", "rate_hz", "weight", "start_ms", "stop_ms");
        String target = f.text("target");
        yield new Stimulus.Poisson(names.of(f, kind + "->" + target + index), target, NeuronsFormat.read(f, findings),
            f.number("rate_hz"), f.number("weight"), f.number("start_ms", 0),
            f.number("stop_ms", Double.POSITIVE_INFINITY));
      }
      case "noise" -> {
        Fields f = Fields.of(node, path, findings,
            "name", "target", "neurons", "mean", "std", "interval_ms", "start_ms", "stop_ms");
        String target = f.text("target");
        yield new Stimulus.Noise(names.of(f, kind + "->" + target + index), target, NeuronsFormat.read(f, findings),
            f.number("mean", 0), f.number("std"), f.number("interval_ms"), f.number("start_ms", 0),
            f.number("stop_ms", Double.POSITIVE_INFINITY));
      }
      default -> {
        Fields f = Fields.of(node, path, findings, "name", "target", "neurons", "times_ms", "amplitudes");
        String target = f.text("target");
        f.required("times_ms");
        f.required("amplitudes");
        double[] times = f.numbers("times_ms");
        double[] amplitudes = f.numbers("amplitudes");
        boolean readable = times != null && amplitudes != null;
        yield new Stimulus.Current(names.of(f, kind + "->" + target + index), target, NeuronsFormat.read(f, findings),
            readable ? times : new double[0], readable ? amplitudes : new double[0]);
      }
    };
  }

  private void probes(Fields root) {
    List<Node> nodes = root.list("probes");
    Names names = new Names(nodes);
    for (int i = 0; i < nodes.size(); i++) {
      String path = Paths.at(root.path("probes"), i);
      paths.probes.add(path);
      Fields f = Fields.of(nodes.get(i), path, findings,
          "name", "population", "neurons", "variables", "interval_ms");
      f.required("variables");
      List<String> variables = f.texts("variables");
      probes.add(new Probe(names.of(f, "probe" + i), f.text("population"),
          NeuronsFormat.read(f, findings), variables == null ? List.of() : variables, f.number("interval_ms")));
    }
  }

  private static Node onlyValue(Node node) {
    return node instanceof Node.Mapping m && m.entries().size() == 1 ? m.entries().values().iterator().next() : node;
  }

  /** Names for the elements of a list that have none. */
  private static final class Names {
    private final Set<String> taken = new HashSet<>();

    Names(List<Node> elements) {
      for (Node element : elements) {
        if (element instanceof Node.Mapping m && m.entries().get("name") instanceof Node.Text t) {
          taken.add(t.value());
        }
      }
    }

    /** The name that is given, or one that is not taken. */
    String of(Fields f, String wanted) {
      String given = f.text("name", null);
      return given == null ? unused(wanted) : given;
    }

    String unused(String wanted) {
      String unused = wanted;
      for (int k = 2; !taken.add(unused); k++) {
        unused = wanted + "#" + k;
      }
      return unused;
    }
  }
}
