package ranvier.neurons;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
  void propagatorsHaveTheValuesOfTheSpecification() {
    assertEquals(0.990049833749168, Propagators.decay(0.1, 10), 1e-12);
    assertEquals(0.8187307530779818, Propagators.decay(0.1, 0.5), 1e-12);
    assertEquals(3.606717487814446e-4, Propagators.fromExponential(0.1, 0.5, 10, 250), 1e-12 * 3.6e-4);
    assertEquals(3.980066500330e-4, Propagators.fromConstant(0.1, 10, 250), 1e-12 * 4e-4);
  }
}
