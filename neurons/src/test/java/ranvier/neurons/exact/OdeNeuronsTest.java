package ranvier.neurons.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ranvier.engine.model.EventNeurons;
import ranvier.engine.model.ExactBlock;

/** Neurons that are integrated between events, against a closed form and against NEST's converged spike times. */
class OdeNeuronsTest {
  private static final double CONVERGED_MS = 1e-5;

  /** One neuron with numbers by name. */
  private record Numbers(JsonNode parameters, JsonNode initial, int index) implements ExactBlock {
    private static final JsonNode NONE = new ObjectMapper().createObjectNode();

    @Override
    public int size() {
      return 1;
    }

    @Override
    public double[] values(String parameter) {
      return new double[] {number(parameters, parameter)};
    }

    @Override
    public double[] initial(String variable) {
      return new double[] {number(initial, variable)};
    }

    private double number(JsonNode from, String key) {
      JsonNode v = from.has(key) ? from.get(key) : NONE.path("none");
      return v.isArray() ? v.get(index).asDouble() : v.asDouble(0.0);
    }

    @Override
    public double[] doubles(String variable) {
      return new double[1];
    }
  }

  @Test
  void aConductanceThatDoesNotDecayGivesAnExponentialApproach() throws IOException {
    // With g_ex constant V relaxes to (g_L E_L + g E_ex)/(g_L + g) with C/(g_L + g).
    JsonNode parameters = new ObjectMapper().readTree("""
        {"C_m": 200, "g_L": 10, "E_L": -60, "V_th": -50, "V_reset": -60, "t_ref": 5, "I_e": 0, "E_ex": 0, "E_in": -80,
         "tau_syn_ex": 1e15, "tau_syn_in": 10}""");
    EventNeurons n = ExactOde.CONDUCTANCE.events(new Numbers(parameters,
        new ObjectMapper().readTree("{\"V_m\": -60}"), 0));
    n.receive(0, EventNeurons.EXCITATORY, 5.0, 0.0);
    double steady = -600.0 / 15.0;
    double tau = 200.0 / 15.0;
    double expected = tau * Math.log((steady + 60.0) / (steady + 50.0));
    double t = 0.0;
    double found = n.nextSpike(0, Double.POSITIVE_INFINITY);
    while (found == Double.POSITIVE_INFINITY) {
      n.advance(0, n.lookAheadMs(), false);
      t += n.lookAheadMs();
      found = n.nextSpike(0, Double.POSITIVE_INFINITY);
    }
    assertEquals(expected, t + found, 1e-6);
  }

  @Test
  void adaptiveExponentialNeuronsSpikeWhereNestConverges() throws IOException {
    JsonNode json;
    try (InputStream in = getClass().getResourceAsStream("/nest/single_aeif_cond_exp.json")) {
      json = new ObjectMapper().readTree(in);
    }
    JsonNode exact = json.get("checks").get("exact_spikes");
    int compared = 0;
    int global = 0;
    for (JsonNode p : json.get("populations")) {
      for (int i = 0; i < p.get("size").asInt(); i++) {
        // With a refractory period NEST counts from the grid point after the spike.
        if (p.get("parameters").get("t_ref").asDouble() == 0.0) {
          compared += compare(p.get("name").asText(), expected(exact, global), run(p, i, global, json));
        }
        global++;
      }
    }
    assertTrue(compared > 20, "compared " + compared);
  }

  private static List<Double> expected(JsonNode spikes, int neuron) {
    List<Double> times = new ArrayList<>();
    for (int k = 0; k < spikes.get("neuron").size(); k++) {
      if (spikes.get("neuron").get(k).asInt() == neuron) {
        times.add(spikes.get("time").get(k).asDouble());
      }
    }
    return times;
  }

  private static int compare(String name, List<Double> expected, List<Double> found) {
    assertEquals(expected.size(), found.size(), name + ": expected " + expected + ", found " + found);
    for (int k = 0; k < expected.size(); k++) {
      assertEquals(expected.get(k), found.get(k), CONVERGED_MS, "spike " + k + " of " + name);
    }
    return expected.size();
  }

  private record Input(double time, double weight, double current) {}

  private static List<Double> run(JsonNode p, int i, int global, JsonNode json) {
    EventNeurons n = ExactOde.ADAPTIVE_EXPONENTIAL.events(new Numbers(p.get("parameters"), p.get("initial"), i));
    List<Input> inputs = new ArrayList<>();
    for (JsonNode s : json.get("stimuli")) {
      for (JsonNode target : s.get("target")) {
        if (target.asInt() != global) {
          continue;
        }
        if (s.get("kind").asText().equals("current")) {
          inputs.add(new Input(s.get("start_ms").asDouble(), 0.0, s.get("amplitude_pA").asDouble()));
          inputs.add(new Input(s.get("stop_ms").asDouble(), 0.0, -s.get("amplitude_pA").asDouble()));
        } else {
          s.get("times").forEach(t -> inputs.add(new Input(t.asDouble() + s.get("delay").asDouble(),
              s.get("weight").asDouble(), 0.0)));
        }
      }
    }
    inputs.sort(java.util.Comparator.comparingDouble(Input::time));
    double end = json.get("duration_ms").asDouble();
    inputs.add(new Input(end, 0.0, 0.0));
    List<Double> spikes = new ArrayList<>();
    double now = 0.0;
    double refractoryUntil = 0.0;
    double current = 0.0;
    for (Input input : inputs) {
      while (now < input.time()) {
        boolean refractory = now < refractoryUntil;
        double until = Math.min(input.time(), refractory ? refractoryUntil : now + n.lookAheadMs());
        double spike = refractory ? Double.POSITIVE_INFINITY : n.nextSpike(0, until - now);
        double step = Math.min(until - now, spike);
        n.advance(0, step, refractory);
        now = step < until - now ? now + step : until;
        if (spike <= step) {
          spikes.add(now);
          refractoryUntil = now + n.spike(0);
        }
      }
      if (input.weight() != 0.0) {
        n.receive(0, input.weight() > 0 ? EventNeurons.EXCITATORY : EventNeurons.INHIBITORY, input.weight(), 0.0);
      }
      current += input.current();
      n.current(0, current);
    }
    return spikes;
  }
}
