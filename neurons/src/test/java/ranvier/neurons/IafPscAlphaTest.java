package ranvier.neurons;

import org.junit.jupiter.api.Test;

class IafPscAlphaTest {
  private static final IafPscAlpha MODEL = new IafPscAlpha();

  @Test
  void agreesWithNest() {
    ReferenceCase reference = new ReferenceCase("single_iaf_psc_alpha", MODEL);
    reference.assertHolds(TestBlock.Form.plain(reference.stepMs()), 0, 1e-8, 1e-9);
  }
}
