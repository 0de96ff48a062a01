package ranvier.neurons;

import org.junit.jupiter.api.Test;

class AeifCondExpTest {
  private static final AeifCondExp MODEL = new AeifCondExp();

  @Test
  void agreesWithNest() {
    ReferenceCase reference = new ReferenceCase("single_aeif_cond_exp", MODEL);
    reference.print(TestBlock.Form.plain(reference.stepMs()));
    reference.assertHolds(TestBlock.Form.plain(reference.stepMs()), 1, 1e9, 0);
  }
}
