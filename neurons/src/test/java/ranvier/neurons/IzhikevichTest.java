package ranvier.neurons;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IzhikevichTest {
  private static final Izhikevich MODEL = new Izhikevich();

  @ParameterizedTest
  @ValueSource(strings = {"single_izhikevich", "single_izhikevich_original_scheme"})
  void agreesWithNest(String name) {
    ReferenceCase reference = new ReferenceCase(name, MODEL);
    reference.assertHolds(TestBlock.Form.plain(reference.stepMs()), 0, 1e-6, 0);
  }

  @Test
  void restsAtTheFixedPoint() {
    // 0.04 v^2 + 5 v + 140 - b v = 0 for b = 0.2 has the stable root v = -70, where u = -14.
    TestPopulation population = new TestPopulation(MODEL, 1).start("V_m", -68).start("U_m", -13);
    GridRun run = new GridRun(population, TestBlock.Form.plain(0.1)).to(50_000);
    assertEquals(-70, run.value("V_m", 0), 1e-9);
    assertEquals(-14, run.value("U_m", 0), 1e-9);
  }

  @Test
  void mixedSchemesAreRefused() {
    List<String> problems = new ArrayList<>();
    MODEL.check(new TestPopulation(MODEL, 2).set("consistent_integration", 0, 1).set("c", 31), problems::add);
    assertEquals(2, problems.size(), problems.toString());
  }
}
