package ranvier.neurons;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AeifCondExpTest {
  private static final AeifCondExp MODEL = new AeifCondExp();

  @Test
  void agreesWithNest() {
    // The case gives no limit for V where t_ref > 0 or Delta_T = 0; it holds there too.
    ReferenceCase reference = new ReferenceCase("single_aeif_cond_exp", MODEL);
    reference.assertHolds(TestBlock.Form.plain(reference.stepMs()), 0, 1e-6, 0);
  }

  @Test
  void stampsAreTheGridPointsAfterTheExactCrossings() {
    ReferenceCase reference = new ReferenceCase("single_aeif_cond_exp", MODEL);
    JsonNode exact = reference.json().get("checks").get("exact_spikes");
    for (double h : new double[] {0.1, 0.05, 0.02}) {
      for (int neuron = 0; neuron < 5; neuron++) {
        List<Integer> expected = new ArrayList<>();
        for (int k = 0; k < exact.get("neuron").size(); k++) {
          if (exact.get("neuron").get(k).asInt() == neuron) {
            expected.add((int) Math.ceil(exact.get("time").get(k).asDouble() / h));
          }
        }
        assertEquals(expected, Arrays.stream(reference.spikes(neuron, TestBlock.Form.plain(h))).boxed().toList(),
            "neuron " + neuron + " at " + h + " ms");
      }
    }
  }

  @Test
  void thePotentialDoesNotDependOnTheStep() {
    TestPopulation population = new TestPopulation(MODEL, 1).set("I_e", 900);
    GridRun coarse = new GridRun(population, TestBlock.Form.plain(0.2)).arrive(0, 50, 300).to(500);
    GridRun fine = new GridRun(population, TestBlock.Form.plain(0.025)).arrive(0, 400, 300).to(4000);
    assertTrue(coarse.spikes().size() > 3);
    assertEquals(fine.spikes().size(), coarse.spikes().size());
    for (String variable : new String[] {"V_m", "w", "g_ex"}) {
      assertEquals(fine.value(variable, 0), coarse.value(variable, 0), 1e-7, variable);
    }
  }

  @Test
  void severalSpikesFitIntoOneStep() {
    // Without leak, exponential growth and adaptation V climbs 20 mV at 1000 mV/ms: a spike every 0.02 ms.
    TestPopulation population = new TestPopulation(MODEL, 1).set("g_L", 0).set("a", 0).set("b", 0).set("C_m", 1)
        .set("Delta_T", 1).set("V_th", -41).set("V_peak", -40).set("I_e", 1000).start("V_m", -60);
    GridRun run = new GridRun(population, TestBlock.Form.plain(0.1)).to(10);
    assertEquals(50, run.spikes().size(), 1);
    assertEquals(5, (double) Arrays.stream(run.spikesOf(0)).filter(s -> s == 4).count(), 1);
  }

  @Test
  void refractorinessCountsFromTheStamp() {
    TestPopulation population = new TestPopulation(MODEL, 1).set("t_ref", 0.5).set("I_e", 1500);
    GridRun run = new GridRun(population, TestBlock.Form.plain(0.1));
    double[] v = new double[201];
    double[] w = new double[201];
    run.afterEach(step -> {
      v[step] = run.value("V_m", 0);
      w[step] = run.value("w", 0);
    });
    run.to(200);
    int spike = run.spikesOf(0)[0];
    for (int step = spike; step <= spike + 5; step++) {
      assertEquals(-60, v[step], 0);
    }
    assertTrue(v[spike + 6] > -60);
    double end = 4 * (-60 + 70.6);
    assertEquals(end + (w[spike] - end) * StrictMath.exp(-0.5 / 144), w[spike + 5], 1e-10);
    assertEquals(80.5, w[spike] - w[spike - 1], 1.0);
  }

  @Test
  void withoutTheExponentialItIsALeakyIntegrator() {
    TestPopulation population = new TestPopulation(MODEL, 1).set("Delta_T", 0).set("a", 0).set("b", 0).set("I_e", 900);
    GridRun run = new GridRun(population, TestBlock.Form.plain(0.1));
    double tau = 281.0 / 30;
    int crossing = (int) Math.ceil(tau * StrictMath.log(30 / (30 - 20.2)) / 0.1);
    run.to(crossing - 1);
    assertEquals(-70.6 + 30 * (1 - StrictMath.exp(-0.1 * (crossing - 1) / tau)), run.value("V_m", 0), 1e-9);
    assertArrayEquals(new int[] {crossing}, run.to(crossing).spikesOf(0));
  }

  @Test
  void parametersThatCannotWorkAreRefused() {
    List<String> problems = new ArrayList<>();
    MODEL.check(new TestPopulation(MODEL, 1).set("V_peak", -65), problems::add);
    MODEL.check(new TestPopulation(MODEL, 1).set("Delta_T", 0.05), problems::add);
    assertEquals(3, problems.size(), problems.toString());
    assertTrue(problems.get(0).startsWith("V_reset: must be below V_peak"), problems.get(0));
    assertTrue(problems.get(1).startsWith("V_th: must not exceed V_peak"), problems.get(1));
    assertTrue(problems.get(2).startsWith("Delta_T: "), problems.get(2));
  }
}
