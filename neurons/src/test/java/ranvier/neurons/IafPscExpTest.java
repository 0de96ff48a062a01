package ranvier.neurons;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IafPscExpTest {
  private static final IafPscExp MODEL = new IafPscExp();

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void agreesWithNest(boolean vectors) {
    ReferenceCase reference = new ReferenceCase("single_iaf_psc_exp", MODEL);
    reference.assertHolds(TestBlock.Form.plain(reference.stepMs()).withVectors(vectors), 0, 1e-9, 1e-9);
  }

  @Test
  void theResponseToOneSpikeIsADifferenceOfExponentials() {
    for (boolean separate : new boolean[] {false, true}) {
      TestPopulation population = new TestPopulation(MODEL, 1).set("tau_syn_ex", 0.5).set("tau_syn_in", 0.5);
      GridRun run = new GridRun(population, TestBlock.Form.plain(0.1).withSeparate(separate)).arrive(0, 3, 1000)
          .arrive(0, 3, -250);
      assertEquals(separate ? 2 : 1, run.block().receptors().size());
      run.afterEach(step -> {
        double t = Math.max(0, 0.1 * (step - 3));
        double factor = 750 / 250.0 * 10 * 0.5 / (0.5 - 10);
        double expected = factor * (StrictMath.exp(-t / 0.5) - StrictMath.exp(-t / 10));
        assertEquals(-70 + expected, run.value("V_m", 0), 1e-12);
      });
      run.to(300);
    }
  }

  @Test
  void constantCurrentMakesRegularSpikes() {
    // V_inf = E_L + 16 mV crosses the threshold after 10 ln 16 = 27.7259 ms, seen at 27.8 ms; then 2 ms at the reset.
    TestPopulation population = new TestPopulation(MODEL, 1).set("E_L", -65).set("V_th", -50).set("V_reset", -65)
        .set("I_e", 400);
    GridRun run = new GridRun(population, TestBlock.Form.plain(0.1)).to(1000);
    assertArrayEquals(new int[] {278, 576, 874}, run.spikesOf(0));
  }

  @Test
  void aVeryShortCurrentIsAJump() {
    double tau = 1e-4;
    TestPopulation population = new TestPopulation(MODEL, 1).set("tau_syn_ex", tau);
    GridRun run = new GridRun(population, TestBlock.Form.plain(0.1)).arrive(0, 1, 3 * 250 / tau).to(2);
    assertEquals(-70 + 3 * StrictMath.exp(-0.1 / 10), run.value("V_m", 0), 1e-3);
  }

  @Test
  void initialCurrentsAreKeptWhenReceptorsAreMerged() {
    TestPopulation population = new TestPopulation(MODEL, 1).start("I_syn_ex", 300).start("I_syn_in", -100);
    GridRun merged = new GridRun(population, TestBlock.Form.plain(0.1).withSeparate(false)).to(20);
    GridRun apart = new GridRun(population, TestBlock.Form.plain(0.1)).to(20);
    assertTrue(merged.value("V_m", 0) > -70);
    assertEquals(apart.value("V_m", 0), merged.value("V_m", 0), 1e-12);
  }

  @Test
  void receptorsAreMergedOnlyWhereTheEquationsAreTheSame() {
    assertEquals(1, MODEL.receptors(new TestPopulation(MODEL, 2), false).size());
    assertEquals(2, MODEL.receptors(new TestPopulation(MODEL, 2), true).size());
    assertEquals(2, MODEL.receptors(new TestPopulation(MODEL, 2).set("tau_syn_in", 1), false).size());
    assertEquals(2, MODEL.receptors(new TestPopulation(MODEL, 2).set("C_m", 100, 200), false).size());
    assertEquals(1, MODEL.receptors(new TestPopulation(MODEL, 2).set("I_e", 100, 200), false).size());
  }

  @Test
  void aResetAtOrAboveThresholdIsRefused() {
    List<String> problems = new ArrayList<>();
    MODEL.check(new TestPopulation(MODEL, 3).set("V_reset", -70, -55, -50), problems::add);
    assertEquals(1, problems.size());
    assertEquals("V_reset: must be below V_th (a neuron must not be reset above its threshold), got -55.0 and -55.0 for"
        + " neuron 1", problems.get(0));
  }
}
