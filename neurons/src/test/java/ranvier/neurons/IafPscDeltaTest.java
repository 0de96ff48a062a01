package ranvier.neurons;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class IafPscDeltaTest {
  private static final IafPscDelta MODEL = new IafPscDelta();

  @Test
  void agreesWithNest() {
    ReferenceCase reference = new ReferenceCase("single_iaf_psc_delta", MODEL);
    for (boolean vectors : new boolean[] {false, true}) {
      reference.assertHolds(TestBlock.Form.plain(reference.stepMs()).withVectors(vectors), 0, 1e-9, 0);
    }
  }

  @Test
  void constantCurrentChargesTheMembraneExponentially() {
    TestPopulation population = new TestPopulation(MODEL, 1).set("I_e", 300).start("V_m", -72);
    GridRun run = new GridRun(population, TestBlock.Form.plain(0.1));
    run.afterEach(step -> assertEquals(-70 + 12 - 14 * StrictMath.exp(-0.1 * step / 10), run.value("V_m", 0), 1e-12));
    run.to(500);
    assertEquals(0, run.spikes().size());
  }

  @Test
  void inputDuringRefractorinessIsLostOrKeptAsAsked() {
    TestPopulation population = new TestPopulation(MODEL, 2).set("refractory_input", 0, 1).set("t_ref", 1.0);
    GridRun run = new GridRun(population, TestBlock.Form.plain(0.1));
    for (int neuron = 0; neuron < 2; neuron++) {
      run.arrive(neuron, 5, 20).arrive(neuron, 8, 4).arrive(neuron, 15, 2);
    }
    run.to(15);
    assertEquals(-70, run.value("V_m", 1), 0);
    run.to(16);
    assertArrayEquals(new int[] {5}, run.spikesOf(0));
    assertEquals(-70, run.value("V_m", 0), 0);
    assertEquals(-70 + 4 * StrictMath.exp(-0.08) + 2 * StrictMath.exp(-0.01), run.value("V_m", 1), 1e-12);
  }
}
