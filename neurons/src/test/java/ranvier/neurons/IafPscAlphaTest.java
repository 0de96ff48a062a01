package ranvier.neurons;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class IafPscAlphaTest {
  private static final IafPscAlpha MODEL = new IafPscAlpha();

  @Test
  void agreesWithNest() {
    ReferenceCase reference = new ReferenceCase("single_iaf_psc_alpha", MODEL);
    reference.assertHolds(TestBlock.Form.plain(reference.stepMs()), 0, 1e-8, 1e-9);
  }

  @Test
  void theCurrentPeaksAtTheWeightAfterTheRiseTime() {
    TestPopulation population = new TestPopulation(MODEL, 2).set("tau_syn_ex", 2, 0.7).set("tau_syn_in", 1, 3);
    GridRun run = new GridRun(population, TestBlock.Form.plain(0.1));
    for (int neuron = 0; neuron < 2; neuron++) {
      run.arrive(neuron, 1, 100).arrive(neuron, 1, -40);
    }
    double[] ex = {2, 0.7};
    double[] in = {1, 3};
    run.afterEach(step -> {
      double t = 0.1 * (step - 1);
      for (int i = 0; i < 2; i++) {
        assertEquals(100 * t / ex[i] * StrictMath.exp(1 - t / ex[i]), run.value("I_syn_ex", i), 1e-11);
        assertEquals(-40 * t / in[i] * StrictMath.exp(1 - t / in[i]), run.value("I_syn_in", i), 1e-11);
      }
    });
    run.to(100);
    run.to(21 + 100);
  }

  @Test
  void theResponseHasTheClosedForm() {
    TestPopulation population = new TestPopulation(MODEL, 1).set("tau_syn_ex", 2).set("V_th", 0);
    GridRun run = new GridRun(population, TestBlock.Form.plain(0.1)).arrive(0, 1, 500);
    double b = 1 / 2.0 - 1 / 10.0;
    run.afterEach(step -> {
      double t = 0.1 * (step - 1);
      double fast = StrictMath.exp(-t / 2);
      double form = (StrictMath.exp(-t / 10) - fast) / (b * b) - t * fast / b;
      assertEquals(-70 + 500 * Math.E / 2 / 250 * form, run.value("V_m", 0), 1e-11);
    });
    run.to(300);
  }
}
