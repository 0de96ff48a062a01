package ranvier.neurons;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ranvier.engine.model.NeuronModel;

/**
 * A simulation of unconnected neurons with NEST's spikes and traces. All neurons of the file, which may differ in every
 * parameter, are run as one population, or each population of the file on its own.
 */
final class ReferenceCase {
  private final JsonNode json;
  private final NeuronModel model;
  private final List<JsonNode> populationOf = new ArrayList<>();
  private final List<Integer> indexIn = new ArrayList<>();
  private final double h;
  private final int steps;

  ReferenceCase(String name, NeuronModel model) {
    this(model, read(name), 0);
  }

  private ReferenceCase(ReferenceCase other, double stepMs) {
    this(other.model, other.json, stepMs);
  }

  private ReferenceCase(NeuronModel model, JsonNode json, double stepMs) {
    this.model = model;
    this.json = json;
    for (JsonNode population : json.get("populations")) {
      for (int i = 0; i < population.get("size").asInt(); i++) {
        populationOf.add(population);
        indexIn.add(i);
      }
    }
    h = stepMs > 0 ? stepMs : json.get("resolution_ms").asDouble();
    steps = (int) Math.round(json.get("duration_ms").asDouble() / h);
  }

  private static JsonNode read(String name) {
    try (InputStream in = ReferenceCase.class.getResourceAsStream("/nest/" + name + ".json")) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  double stepMs() {
    return h;
  }

  JsonNode json() {
    return json;
  }

  /** All neurons together, in one population with a value of each parameter per neuron. */
  private Outcome together(TestBlock.Form form) {
    return run(0, populationOf.size(), form);
  }

  /** Each neuron as a population of its own. */
  private Outcome apart(TestBlock.Form form) {
    Outcome all = new Outcome();
    for (int neuron = 0; neuron < populationOf.size(); neuron++) {
      Outcome one = run(neuron, neuron + 1, form);
      all.spikes.putAll(one.spikes);
      all.deviations.addAll(one.deviations);
    }
    return all;
  }

  /**
   * Demands NEST's spikes, and its traces up to tolerances, of all neurons together and of each apart.
   *
   * @param shift how many steps a spike may be off
   * @param potential in mV
   * @param synaptic in the unit of the synaptic variable; 0 if the case has no trace of one
   */
  void assertHolds(TestBlock.Form form, int shift, double potential, double synaptic) {
    for (Outcome outcome : List.of(together(form), apart(form))) {
      outcome.assertSpikes(shift);
      outcome.assertTraces("VU", potential);
      if (synaptic > 0) {
        outcome.assertTraces("Ig", synaptic);
      }
    }
  }

  /** Steps at which one neuron spikes, with a step of its own length. */
  int[] spikes(int neuron, TestBlock.Form form) {
    return new ReferenceCase(this, form.dtMs()).run(neuron, neuron + 1, form).spikes.get(neuron);
  }

  /** Spike steps by neuron, and for each trace its largest deviation from NEST's. */
  final class Outcome {
    final Map<Integer, int[]> spikes = new TreeMap<>();
    final List<Deviation> deviations = new ArrayList<>();

    /** Demands NEST's spikes up to a shift of some steps. */
    void assertSpikes(int shift) {
      Map<Integer, List<Integer>> expected = new TreeMap<>();
      JsonNode wanted = json.get("expected").get("spikes");
      for (int k = 0; k < wanted.get("neuron").size(); k++) {
        expected.computeIfAbsent(wanted.get("neuron").get(k).asInt(), n -> new ArrayList<>())
            .add((int) Math.round(wanted.get("time").get(k).asDouble() / h));
      }
      for (int neuron = 0; neuron < populationOf.size(); neuron++) {
        List<Integer> e = expected.getOrDefault(neuron, List.of());
        int[] a = spikes.get(neuron);
        assertEquals(e.size(), a.length, "spikes of neuron " + neuron + ": " + e + " " + Arrays.toString(a));
        for (int k = 0; k < a.length; k++) {
          assertEquals(e.get(k), a[k], shift, "spike " + k + " of neuron " + neuron);
        }
      }
    }

    /** Demands that all traces of variables that start with one of the letters deviate less than the tolerance. */
    void assertTraces(String letters, double tolerance) {
      int compared = 0;
      for (Deviation d : deviations) {
        if (letters.indexOf(d.variable().charAt(0)) >= 0) {
          assertEquals(0, d.largest(), tolerance, d.toString());
          compared++;
        }
      }
      assertEquals(true, compared > 0, "no trace of " + letters);
    }
  }

  record Deviation(int neuron, String variable, double largest, double atMs) {}

  private Outcome run(int first, int end, TestBlock.Form form) {
    TestPopulation population = new TestPopulation(model, end - first);
    Map<String, double[]> values = new TreeMap<>();
    Map<String, double[]> initial = new TreeMap<>();
    for (int n = first; n < end; n++) {
      collect(populationOf.get(n).get("parameters"), n, first, end, values, true);
      collect(populationOf.get(n).get("initial"), n, first, end, initial, false);
    }
    values.forEach(population::set);
    initial.forEach(population::start);
    GridRun run = new GridRun(population, form);
    json.get("stimuli").forEach(s -> stimulate(run, s, first, end));
    Outcome outcome = new Outcome();
    record Sample(JsonNode trace, double[] found) {}
    List<Sample> samples = new ArrayList<>();
    for (JsonNode trace : json.get("expected").get("traces")) {
      int neuron = trace.get("neuron").asInt();
      if (neuron >= first && neuron < end) {
        samples.add(new Sample(trace, new double[steps + 1]));
      }
    }
    run.afterEach(step -> samples.forEach(s -> s.found()[step] =
        run.value(s.trace().get("variable").asText(), s.trace().get("neuron").asInt() - first)));
    run.to(steps);
    for (int n = first; n < end; n++) {
      outcome.spikes.put(n, run.spikesOf(n - first));
    }
    samples.forEach(s -> outcome.deviations.add(compare(s.trace(), s.found())));
    return outcome;
  }

  private Deviation compare(JsonNode trace, double[] found) {
    double worst = 0;
    double at = 0;
    for (int k = 0; k < trace.get("times").size(); k++) {
      double time = trace.get("times").get(k).asDouble();
      double difference = Math.abs(found[(int) Math.round(time / h)] - trace.get("values").get(k).asDouble());
      if (!(difference <= worst)) {
        worst = difference;
        at = time;
      }
    }
    return new Deviation(trace.get("neuron").asInt(), trace.get("variable").asText(), worst, at);
  }

  private void collect(JsonNode given, int n, int first, int end, Map<String, double[]> values, boolean parameters) {
    for (Map.Entry<String, JsonNode> e : given.properties()) {
      double[] all = values.computeIfAbsent(e.getKey(), key -> {
        double[] defaults = new double[end - first];
        if (parameters) {
          Arrays.fill(defaults, model.description().parameter(key).defaultValue());
        }
        return defaults;
      });
      JsonNode v = e.getValue().isArray() ? e.getValue().get(indexIn.get(n)) : e.getValue();
      all[n - first] = v.isBoolean() ? (v.asBoolean() ? 1 : 0) : v.asDouble();
    }
  }

  private void stimulate(GridRun run, JsonNode s, int first, int end) {
    for (JsonNode target : s.get("target")) {
      int neuron = target.asInt();
      if (neuron < first || neuron >= end) {
        continue;
      }
      switch (s.get("kind").asText()) {
        case "current" -> run.current(neuron - first, step(s.get("start_ms").asDouble()) + 1,
            step(s.get("stop_ms").asDouble()), s.get("amplitude_pA").asDouble());
        case "spikes" -> s.get("times").forEach(t -> run.arrive(neuron - first,
            step(t.asDouble() + s.get("delay").asDouble()), s.get("weight").asDouble()));
        default -> throw new IllegalArgumentException(s.get("kind").asText());
      }
    }
  }

  private int step(double timeMs) {
    return (int) Math.round(timeMs / h);
  }
}
