package ranvier.neurons;

import org.junit.jupiter.api.Test;

class IafCondExpTest {
  private static final IafCondExp MODEL = new IafCondExp();

  @Test
  void agreesWithNest() {
    ReferenceCase reference = new ReferenceCase("single_iaf_cond_exp", MODEL);
    reference.assertHolds(TestBlock.Form.plain(reference.stepMs()), 0, 2e-5, 8e-4);
  }
}
