package ranvier.neurons.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ranvier.engine.exact.ExactOptions;
import ranvier.engine.exact.ExactOptions.Kernel;
import ranvier.engine.kernel.ProbeData;
import ranvier.engine.kernel.Simulation;
import ranvier.engine.model.Models;
import ranvier.engine.network.Distribution;
import ranvier.engine.network.Network;
import ranvier.engine.network.Neurons;
import ranvier.engine.network.Rule;
import ranvier.engine.network.Stimulus;

/** NEST 3.10's precise spike times, with both kernels, at the tolerance that the cases state. */
class ExactReferenceTest {
  private static final double GRAZING_MS = 1e-6;

  private JsonNode json;
  private final List<String> populationOf = new ArrayList<>();
  private final List<Integer> indexIn = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({"exact_single_iaf_psc_exp_ps,STRICT", "exact_single_iaf_psc_exp_ps,BINS",
      "exact_single_iaf_psc_exp_ps_lossless,STRICT", "exact_single_iaf_psc_exp_ps_lossless,BINS",
      "exact_net_iaf_psc_exp_ps_lossless,STRICT", "exact_net_iaf_psc_exp_ps_lossless,BINS",
      "exact_single_iaf_psc_alpha_ps,STRICT", "exact_single_iaf_psc_alpha_ps,BINS",
      "exact_net_iaf_psc_alpha_ps,STRICT", "exact_net_iaf_psc_alpha_ps,BINS"})
  void spikesAndPotentialsAreNests(String name, Kernel kernel) throws IOException {
    try (InputStream in = getClass().getResourceAsStream("/nest/" + name + ".json")) {
      json = new ObjectMapper().readTree(in);
    }
    Simulation simulation = Simulation.exact(network(), Models.installed(), ExactOptions.of(1, 1).with(kernel),
        fraction -> { });
    List<Recorded> found = Recorded.of(simulation, json.get("duration_ms").asDouble());
    compareSpikes(found, json.get("tolerance").get("spike_ms").asDouble());
    if (json.get("tolerance").has("V_m_mV")) {
      compareTraces(simulation.probes(), json.get("tolerance").get("V_m_mV").asDouble());
    }
  }

  private void compareSpikes(List<Recorded> found, double toleranceMs) {
    Map<Integer, List<Double>> expected = new TreeMap<>();
    JsonNode spikes = json.get("expected").get("spikes");
    for (int k = 0; k < spikes.get("neuron").size(); k++) {
      expected.computeIfAbsent(spikes.get("neuron").get(k).asInt(), n -> new ArrayList<>())
          .add(spikes.get("time").get(k).asDouble());
    }
    Map<Integer, List<Double>> times = new TreeMap<>();
    found.forEach(s -> times.computeIfAbsent(s.neuron(), n -> new ArrayList<>()).add(s.timeMs()));
    assertTrue(!expected.isEmpty(), "the case has spikes");
    for (int n = 0; n < populationOf.size(); n++) {
      List<Double> e = expected.getOrDefault(n, List.of());
      List<Double> t = times.getOrDefault(n, List.of());
      assertEquals(e.size(), t.size(), "spikes of neuron " + n + ": expected " + e + ", found " + t);
      for (int k = 0; k < e.size(); k++) {
        double tolerance = populationOf.get(n).equals("grazing") && indexIn.get(n) > 3 ? GRAZING_MS : toleranceMs;
        assertEquals(e.get(k), t.get(k), tolerance, "spike " + k + " of neuron " + n);
      }
    }
  }

  private void compareTraces(List<ProbeData> probes, double tolerance) {
    JsonNode traces = json.get("expected").get("traces");
    int compared = 0;
    for (JsonNode trace : traces) {
      for (ProbeData p : probes) {
        int column = trace.get("neuron").asInt() - p.firstNeuron();
        if (column < 0 || column >= p.columns() || !trace.get("variable").asText().equals("V_m")) {
          continue;
        }
        double interval = p.probe().intervalMs();
        for (int k = 0; k < trace.get("times").size(); k++) {
          double time = trace.get("times").get(k).asDouble();
          int sample = (int) Math.round(time / interval) - 1;
          if (sample >= 0 && Math.abs((sample + 1) * interval - time) < 1e-9) {
            assertEquals(trace.get("values").get(k).asDouble(), p.samples()[sample][column], tolerance,
                "V_m of neuron " + trace.get("neuron") + " at " + time);
            compared++;
          }
        }
      }
    }
    assertTrue(compared > 100, "compared " + compared + " samples");
  }

  private Network network() {
    Network.Builder builder = Network.named(json.get("name").asText());
    for (JsonNode p : json.get("populations")) {
      String name = p.get("name").asText();
      for (int i = 0; i < p.get("size").asInt(); i++) {
        populationOf.add(name);
        indexIn.add(i);
      }
      builder.population(name, p.get("size").asInt(), model(p.get("model").asText()), b -> {
        p.get("parameters").properties().forEach(e -> b.set(e.getKey(), values(e.getValue())));
        p.get("initial").properties().forEach(e -> b.initial(e.getKey(), values(e.getValue())));
      });
      builder.probe(name, Neurons.all(), json.get("resolution_ms").asDouble(), "V_m");
    }
    JsonNode c = json.get("connections");
    Map<String, List<Integer>> byPopulations = new TreeMap<>();
    for (int k = 0; k < c.get("source").size(); k++) {
      byPopulations.computeIfAbsent(populationOf.get(c.get("source").get(k).asInt()) + ">"
          + populationOf.get(c.get("target").get(k).asInt()), key -> new ArrayList<>()).add(k);
    }
    byPopulations.forEach((pair, list) -> {
      int[] sources = list.stream().mapToInt(k -> indexIn.get(c.get("source").get(k).asInt())).toArray();
      int[] targets = list.stream().mapToInt(k -> indexIn.get(c.get("target").get(k).asInt())).toArray();
      builder.project(pair.split(">", -1)[0], pair.split(">", -1)[1], new Rule.Explicit(sources, targets), s -> s
          .weight(Distribution.listed(list.stream().mapToDouble(k -> c.get("weight").get(k).asDouble()).toArray()))
          .delayMs(Distribution.listed(list.stream().mapToDouble(k -> c.get("delay").get(k).asDouble()).toArray())));
    });
    int number = 0;
    for (JsonNode s : json.get("stimuli")) {
      stimulus(builder, s, "stimulus" + number++);
    }
    return builder.build();
  }

  private static String model(String nest) {
    return nest;
  }

  private void stimulus(Network.Builder builder, JsonNode s, String name) {
    boolean current = s.get("kind").asText().equals("current");
    if (!current) {
      double[] times = new double[s.get("times").size()];
      for (int k = 0; k < times.length; k++) {
        times[k] = s.get("times").get(k).asDouble();
      }
      builder.spikeTrains(name, times);
    }
    for (JsonNode target : s.get("target")) {
      String population = populationOf.get(target.asInt());
      int index = indexIn.get(target.asInt());
      if (current) {
        builder.add(new Stimulus.Current(name + "-" + target.asInt(), population, Neurons.listed(index),
            new double[] {s.get("start_ms").asDouble(), s.get("stop_ms").asDouble()},
            new double[] {s.get("amplitude_pA").asDouble(), 0.0}));
      } else {
        builder.project(name, population, new Rule.Explicit(new int[] {0}, new int[] {index}),
            p -> p.weight(s.get("weight").asDouble()).delayMs(s.get("delay").asDouble()));
      }
    }
  }

  private static Distribution values(JsonNode value) {
    if (!value.isArray()) {
      return Distribution.constant(value.asDouble());
    }
    double[] all = new double[value.size()];
    for (int k = 0; k < all.length; k++) {
      all[k] = value.get(k).asDouble();
    }
    return Distribution.listed(all);
  }
}
