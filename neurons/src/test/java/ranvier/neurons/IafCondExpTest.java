package ranvier.neurons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IafCondExpTest {
  private static final IafCondExp MODEL = new IafCondExp();

  @Test
  void agreesWithNest() {
    ReferenceCase reference = new ReferenceCase("single_iaf_cond_exp", MODEL);
    reference.assertHolds(TestBlock.Form.plain(reference.stepMs()), 0, 2e-5, 8e-4);
  }

  @Test
  void aStepIsAccurateToItsPromise() {
    // h / tau_syn_ex = 0.5; total conductance up to 1500 nS: h G / C_m = 0.6.
    GridRun coarse = underInput(0.1, 0);
    GridRun fine = underInput(0.01, 0);
    for (int i = 0; i < 16; i++) {
      assertEquals(fine.value("V_m", i), coarse.value("V_m", i), 1e-9, "neuron " + i);
    }
  }

  @Test
  void exponentialEulerIsOfSecondOrder() {
    double[] error = new double[3];
    GridRun exact = underInput(0.01, 0);
    double[] h = {0.05, 0.025, 0.0125};
    for (int k = 0; k < 3; k++) {
      GridRun euler = underInput(h[k], 1);
      for (int i = 0; i < 16; i++) {
        error[k] = Math.max(error[k], Math.abs(euler.value("V_m", i) - exact.value("V_m", i)));
      }
    }
    assertEquals(4, error[0] / error[1], 0.6);
    assertEquals(4, error[1] / error[2], 0.6);
  }

  @Test
  void singlePrecisionIsCloseToDouble() {
    for (int integration = 0; integration < 2; integration++) {
      TestPopulation population = new TestPopulation(MODEL, 16).set("integration", integration).set("V_th", 1000);
      GridRun precise = input(new GridRun(population, TestBlock.Form.plain(0.1)), 0.1).to(200);
      GridRun single = input(new GridRun(population, TestBlock.Form.plain(0.1).withSingle(true)), 0.1).to(200);
      for (int i = 0; i < 16; i++) {
        assertEquals(precise.value("V_m", i), single.value("V_m", i), 1e-4);
      }
    }
  }

  @Test
  void constantCurrentChargesTheMembraneExponentially() {
    TestPopulation population = new TestPopulation(MODEL, 1).set("I_e", 200).set("g_L", 20);
    for (int integration = 0; integration < 2; integration++) {
      GridRun run = new GridRun(population.set("integration", integration), TestBlock.Form.plain(0.1));
      run.afterEach(step ->
          assertEquals(-60 - 10 * StrictMath.exp(-0.1 * step / 12.5), run.value("V_m", 0), 1e-11));
      run.to(300);
    }
  }

  @Test
  void aStartAboveThresholdMovesAtTheRateOfTheThreshold() {
    double[] start = {-54.999, -54.97, -54.95, -54.91, -54, -54.89, -54.5};
    double[] gIn = {0, 0, 0, 0, 0, 40, 10};
    TestPopulation population = new TestPopulation(MODEL, start.length).start("V_m", start).start("g_in", gIn);
    GridRun run = new GridRun(population, TestBlock.Form.plain(0.1)).to(1);
    for (int i = 0; i < start.length; i++) {
      double v = limitedDerivative(start[i], gIn[i], 0.1);
      assertEquals(v >= -55 ? 1 : 0, run.spikesOf(i).length, "neuron " + i);
      assertEquals(v >= -55 ? -60 : v, run.value("V_m", i), 2e-7, "neuron " + i);
    }
    assertEquals(2, run.spikes().size());
  }

  @Test
  void parametersThatCannotWorkAreRefused() {
    List<String> problems = new ArrayList<>();
    MODEL.check(new TestPopulation(MODEL, 2).set("V_reset", -50).set("integration", 0, 1), problems::add);
    MODEL.check(new TestPopulation(MODEL, 1).set("integration", 2), problems::add);
    MODEL.check(new TestPopulation(MODEL, 1).set("integration", 1).set("g_L", 0), problems::add);
    assertEquals(4, problems.size(), problems.toString());
    assertTrue(problems.get(0).startsWith("V_reset: must be below V_th"), problems.get(0));
  }

  /** NEST's equation by small Euler steps, extrapolated: the derivative with the potential limited to threshold. */
  private static double limitedDerivative(double v, double gIn, double h) {
    double coarse = limitedEuler(v, gIn, h, 100_000);
    return 2 * limitedEuler(v, gIn, h, 200_000) - coarse;
  }

  private static double limitedEuler(double v, double gIn, double h, int steps) {
    double dt = h / steps;
    for (int k = 0; k < steps; k++) {
      double limited = Math.min(v, -55);
      double g = gIn * StrictMath.exp(-k * dt / 2);
      v += dt * (-16.6667 * (limited + 70) - g * (limited + 85)) / 250;
    }
    return v;
  }

  /** Neurons that differ, so that integration 0 is the quadrature at any step. */
  private static GridRun underInput(double h, int integration) {
    TestPopulation population = new TestPopulation(MODEL, 16).set("integration", integration).set("V_th", 1000)
        .set("C_m", IntStream.range(0, 16).mapToDouble(i -> 250 + i).toArray());
    return input(new GridRun(population, TestBlock.Form.plain(h)), h).to((int) Math.round(20 / h));
  }

  /** The same input at any step: at multiples of 0.1 ms. */
  private static GridRun input(GridRun run, double h) {
    Random random = new Random(5);
    int perTenth = (int) Math.round(0.1 / h);
    for (int k = 0; k < 600; k++) {
      double weight = 200 * random.nextDouble() * (random.nextInt(3) == 0 ? -1 : 1);
      run.arrive(random.nextInt(16), perTenth * (1 + random.nextInt(199)), weight);
    }
    return run;
  }
}
